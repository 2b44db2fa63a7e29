import Fovea
import FoveaGraph
import FoveaText

/// Findings as one JSON document, or as one JSON object a line.
enum FindingJSON {
  static func render(_ report: LintReport) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "fovea-lint/1")
      json.member("version", report.version)
      json.member("findings") { json in
        json.array { json in
          for file in report.files {
            for result in file.results { write(result, of: file, to: &json, .lines) }
          }
        }
      }
      json.member("summary") { json in
        json.object(.inline) { json in
          json.member("files", report.files.count)
          for severity in Diagnostic.Severity.allCases { json.member(severity.rawValue, report.count(of: severity)) }
          json.member("silenced", report.files.reduce(0) { $0 + $1.suppressed })
          json.member("baseline", report.files.reduce(0) { $0 + $1.known.count })
        }
      }
    }
    json.end()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  static func renderLines(_ report: LintReport) -> String {
    var text = ""
    for file in report.files {
      for result in file.results {
        var json = JSONWriter()
        write(result, of: file, to: &json, .inline)
        json.end()
        text += String(decoding: json.bytes, as: UTF8.self)
      }
    }
    return text
  }

  private static func write(
    _ result: LintedFile.Result, of file: LintedFile, to json: inout JSONWriter, _ layout: JSONWriter.Layout
  ) {
    let diagnostic = result.diagnostic
    json.object(layout) { json in
      json.member("path", file.source.path)
      place(diagnostic.span, in: file.source, to: &json)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("rule", diagnostic.rule)
      json.member("message", diagnostic.message)
      json.member("label", diagnostic.label)
      json.member("layers") { json in json.row(result.paths) { $0.string($1) } }
      json.member("notes") { json in
        json.array { json in
          for note in diagnostic.notes {
            json.object(.inline) { json in
              json.member("message", note.message)
              if let span = note.span { place(span, in: file.source, to: &json) }
            }
          }
        }
      }
      json.member("help", diagnostic.help)
      json.member("fixes") { json in
        json.array { json in for fix in diagnostic.fixIts { write(fix, of: file, to: &json) } }
      }
    }
  }

  private static func write(_ fix: FixIt, of file: LintedFile, to json: inout JSONWriter) {
    json.object(.inline) { json in
      json.member("message", fix.message)
      json.member("applicability", fix.applicability.rawValue)
      json.member("edits") { json in
        json.row(fix.edits) { json, edit in
          json.object { json in
            json.member("start", Int(edit.span.start))
            json.member("end", Int(edit.span.end))
            json.member("replacement", edit.replacement)
          }
        }
      }
    }
  }

  private static func place(_ span: SourceSpan, in source: SourceText, to json: inout JSONWriter) {
    let place = LinePlace(span, in: source)
    json.member("line", place.line)
    json.member("column", place.column)
    json.member("end_column", place.endColumn)
  }
}
