package import Fovea
package import FoveaGraph
package import FoveaText

/// An analysis as JSON, schema 2. Each layer stands on one line, so that two texts can be compared line by line.
package enum AnalysisJSON {
  /// The version of the schema; it grows when a key changes its meaning or goes.
  package static let schema = 2

  /// An array of analyses, or one analysis as an object; UTF-8 that ends with a line break.
  ///
  /// - Parameter isArray: whether the analyses stand in an array; by default only where there is not exactly one.
  package static func bytes(_ networks: [Network], isArray: Bool = false) -> [UInt8] {
    if networks.count == 1, !isArray {
      var json = JSONWriter()
      write(networks[0], to: &json)
      json.end()
      return json.bytes
    }
    var bytes = Array(opening.utf8)
    for (index, network) in networks.enumerated() {
      if index > 0 { bytes += separator.utf8 }
      bytes += element(network)
    }
    return bytes + (networks.isEmpty ? "]\n" : closing).utf8
  }

  /// What stands before the elements of an array.
  package static let opening = "["
  /// What stands between two elements.
  package static let separator = ","
  /// What stands behind the last element.
  package static let closing = "\n]\n"

  /// One analysis as an element of an array that is written piece by piece.
  package static func element(_ network: Network) -> [UInt8] {
    var json = JSONWriter(depth: 1)
    write(network, to: &json)
    return json.bytes
  }

  /// Writes one analysis as an object.
  package static func write(_ network: Network, to json: inout JSONWriter) {
    let parts = NetworkJSON(network)
    json.object { json in
      json.member("schema", schema)
      json.member("network", network.name)
      json.member("variant", network.variant)
      json.member("convention", Convention.text(network.counting))
      json.member("inputs") { json in
        json.array { json in parts?.writeInputs(to: &json) }
      }
      json.member("layers") { json in
        json.array { json in parts?.writeLayers(to: &json) }
      }
      json.member("totals") { json in write(parts, to: &json) }
      json.member("outputs") { json in
        json.array { json in parts?.writeOutputs(to: &json) }
      }
      json.member("gathering") { json in
        json.array { json in parts?.writeGathering(to: &json) }
      }
      json.member("phases") { json in
        json.array { json in parts?.writePhases(to: &json) }
      }
      json.member("diagnostics") { json in
        json.array { json in
          for diagnostic in network.diagnostics { write(diagnostic, in: network.source, to: &json) }
        }
      }
    }
  }

  private static func write(_ network: NetworkJSON?, to json: inout JSONWriter) {
    let totals = network?.analyzed.totals
    let figures: [(String, Total?)] = [
      ("parameters", totals?.parameters), ("buffers", totals?.buffers), ("macs", totals?.macs),
      ("flops", totals?.flops), ("weight_bytes", totals?.weightBytes),
      ("peak_activation_bytes", totals?.peakActivationBytes),
    ]
    json.object { json in
      for (name, total) in figures {
        json.key(name)
        write(total, network, to: &json)
      }
      json.member("peak_activation_layer", totals?.peakActivationLayer.flatMap { network?.paths[$0] })
      json.key("training_activation_bytes")
      write(totals?.trainingActivationBytes, network, to: &json)
    }
  }

  private static func write(_ total: Total?, _ network: NetworkJSON?, to json: inout JSONWriter) {
    switch total {
    case .known(let value): json.number(value)
    case .atLeast(let bound, let missing):
      json.object(.inline) { json in
        json.member("at_least", bound)
        json.member("missing") { json in
          json.row(missing.compactMap { network?.paths[$0] }) { $0.string($1) }
        }
      }
    case .unknown, nil: json.null()
    }
  }

  /// Writes a finding with its place in the text, if it has one.
  package static func write(_ diagnostic: Diagnostic, in source: SourceText?, to json: inout JSONWriter) {
    json.object(.inline) { json in
      json.member("rule", diagnostic.rule)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("message", diagnostic.message)
      json.member("path", source?.path)
      json.member("span") { json in write(diagnostic.span, in: source, to: &json) }
      json.member("label", diagnostic.label)
      json.member("notes") { json in
        json.row(diagnostic.notes) { json, note in
          json.object(.inline) { json in
            json.member("message", note.message)
            json.member("span") { json in
              write(note.span, in: source, to: &json)
            }
          }
        }
      }
      json.member("help", diagnostic.help)
    }
  }

  private static func write(_ span: SourceSpan?, in source: SourceText?, to json: inout JSONWriter) {
    guard let span, let source else { return json.null() }
    let (start, end) = (source.position(of: span.start), source.position(of: span.end))
    json.object(.inline) { json in
      json.member("line", start.line)
      json.member("column", start.column)
      json.member("end_line", end.line)
      json.member("end_column", end.column)
    }
  }
}
