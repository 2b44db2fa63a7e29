import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaText

/// Findings in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0), as code scanning services read them.
enum FindingSARIF {
  private static let address = "https://json.schemastore.org/sarif-2.1.0.json"
  /// More layers are counted in the message, not listed.
  private static let mostLayers = 20

  static func render(_ report: LintReport) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", address)
      json.member("version", "2.1.0")
      json.member("runs") { json in
        json.array { json in
          json.object { json in
            json.member("tool") { json in
              json.object { json in json.member("driver") { SARIFRules.write(version: report.version, to: &$0) } }
            }
            json.member("columnKind", "unicodeCodePoints")
            json.member("results") { json in
              json.array { json in
                for file in report.files { write(file, to: &json) }
              }
            }
          }
        }
      }
    }
    json.end()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ file: LintedFile, to json: inout JSONWriter) {
    var fingerprints = LineFingerprints(file.source)
    for result in file.results {
      let diagnostic = result.diagnostic
      json.object { json in
        json.member("ruleId", diagnostic.rule)
        if let index = RuleCatalog.index(of: diagnostic.rule) { json.member("ruleIndex", index) }
        json.member("level", level(diagnostic.severity))
        json.member("message") { json in
          json.object { json in
            json.member("text", text(result.wholeMessage + (diagnostic.help.map { "\n\($0)" } ?? "")))
          }
        }
        json.member("locations") { json in
          json.array { json in
            json.object { json in
              writePlace(diagnostic.span, in: file.source, to: &json)
              if !result.paths.isEmpty { writeLayers(result.paths, to: &json) }
            }
          }
        }
        let notes = diagnostic.notes.filter { $0.span != nil }
        if !notes.isEmpty { writeRelated(notes, in: file.source, to: &json) }
        json.member("partialFingerprints") { json in
          json.object { json in
            json.member("primaryLocationLineHash", fingerprints.fingerprint(of: diagnostic))
          }
        }
        let fixes = diagnostic.fixIts.filter { $0.applicability != .displayOnly }
        if !fixes.isEmpty { write(fixes, in: file.source, to: &json) }
      }
    }
  }

  private static func writeLayers(_ paths: [String], to json: inout JSONWriter) {
    json.member("logicalLocations") { json in
      json.array { json in
        for path in paths.prefix(mostLayers) {
          json.object(.inline) { json in
            json.member("fullyQualifiedName", text(path))
            json.member("kind", "member")
          }
        }
      }
    }
  }

  private static func writeRelated(_ notes: [Diagnostic.Note], in source: SourceText, to json: inout JSONWriter) {
    json.member("relatedLocations") { json in
      json.array { json in
        for (index, note) in notes.enumerated() {
          json.object { json in
            json.member("id", index)
            writePlace(note.span ?? .none, in: source, to: &json)
            json.member("message") { $0.object(.inline) { $0.member("text", text(note.message)) } }
          }
        }
      }
    }
  }

  private static func writePlace(_ span: SourceSpan, in source: SourceText, to json: inout JSONWriter) {
    let place = LinePlace(span, in: source)
    json.member("physicalLocation") { json in
      json.object { json in
        writeArtifact(source, to: &json)
        json.member("region") { json in
          json.object(.inline) { json in
            json.member("startLine", place.line)
            json.member("startColumn", place.column)
            json.member("endLine", place.line)
            json.member("endColumn", place.endColumn)
          }
        }
      }
    }
  }

  private static func writeArtifact(_ source: SourceText, to json: inout JSONWriter) {
    json.member("artifactLocation") { json in
      json.object(.inline) { json in
        json.member("uri", uri(source.path))
        if !source.path.hasPrefix("/") { json.member("uriBaseId", "%SRCROOT%") }
      }
    }
  }

  private static func write(_ fixes: [FixIt], in source: SourceText, to json: inout JSONWriter) {
    json.member("fixes") { json in
      json.array { json in
        for fix in fixes {
          json.object { json in
            json.member("description") { $0.object(.inline) { $0.member("text", text(fix.message)) } }
            json.member("artifactChanges") { json in
              json.array { json in
                json.object { json in
                  writeArtifact(source, to: &json)
                  json.member("replacements") { json in
                    json.array { json in for edit in fix.edits { write(edit, in: source, to: &json) } }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private static func write(_ edit: FixIt.Edit, in source: SourceText, to json: inout JSONWriter) {
    let start = source.position(of: edit.span.start)
    let end = source.position(of: edit.span.end)
    json.object { json in
      json.member("deletedRegion") { json in
        json.object(.inline) { json in
          json.member("startLine", start.line)
          json.member("startColumn", start.column)
          json.member("endLine", end.line)
          json.member("endColumn", end.column)
        }
      }
      json.member("insertedContent") { $0.object(.inline) { $0.member("text", edit.replacement) } }
    }
  }

  static func level(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// Text without what a viewer would obey; what looks like a link of a message (3.11.6) is escaped.
  private static func text(_ text: String) -> String {
    let visible = text.split(separator: "\n", omittingEmptySubsequences: false).map { VisibleText.escape(String($0)) }
      .joined(separator: "\n")
    guard visible.contains("](") else { return visible }
    return visible.reduce(into: "") { $0 += $1 == "[" || $1 == "]" || $1 == "\\" ? "\\\($1)" : String($1) }
  }

  /// A path as a reference of RFC 3986: all but unreserved characters and slashes are encoded.
  private static func uri(_ path: String) -> String {
    var result = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}

/// Hashes of findings' lines, which stay the same when other lines come and go.
private struct LineFingerprints {
  private let source: SourceText
  private var counts: [UInt64: Int] = [:]

  init(_ source: SourceText) { self.source = source }

  /// The hash of the rule and the line without white space, and which of the equal ones it is.
  mutating func fingerprint(of diagnostic: Diagnostic) -> String {
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let line = source.line(source.position(of: diagnostic.span.start).line)
    for byte in Array(diagnostic.rule.utf8) + line.filter({ $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    counts[hash, default: 0] += 1
    return String(hash, radix: 16) + ":\(counts[hash] ?? 1)"
  }
}
