package import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaText

/// A sweep as JSON: one object for each point, each on a line of its own.
package enum SweepJSON {
  /// One point as an object on one line.
  package static func object(_ point: SweepPoint, _ grid: SweepGrid) -> String {
    var json = JSONWriter()
    json.object(.inline) { json in
      json.member("point") { json in
        json.object(.inline) { json in
          for (axis, text) in zip(grid.axes, point.values) {
            json.key(axis.name)
            write(text, of: axis, to: &json)
          }
        }
      }
      switch point.result {
      case .failure(let failure): json.member("error", failure.message)
      case .success(let figures):
        let names = ["parameters", "macs", "flops", "weight_bytes", "peak_activation_bytes"]
        for (name, total) in zip(names, figures.totals) {
          json.key(name)
          write(total, to: &json)
        }
        json.member("outputs") { json in
          json.row(figures.outputs) { write($1, to: &$0) }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ text: String, of axis: SweepGrid.Axis, to json: inout JSONWriter) {
    switch axis {
    case .variant, .input: json.string(text)
    case .parameter:
      switch Specification.Options.value(of: text) {
      case .integer(let value): json.number(value)
      case .decimal(let value): json.decimal(value)
      case .truth(let value): json.truth(value)
      case .word, .list, .mapping, .layer, nil: json.string(text)
      }
    }
  }

  private static func write(_ total: Total, to json: inout JSONWriter) {
    switch total {
    case .known(let value): json.number(value)
    case .atLeast(let bound, _): json.object(.inline) { $0.member("at_least", bound) }
    case .unknown: json.null()
    }
  }

  private static func write(_ output: SweepPoint.Output, to json: inout JSONWriter) {
    json.object(.inline) { json in
      json.member("name", output.name)
      json.member("shape") { json in
        json.row(output.shape.extents) { json, extent in
          if let value = extent.value { json.number(value) } else { json.null() }
        }
      }
      json.key("receptive_field")
      if output.isUnknown { return json.string("unknown") }
      json.object(.inline) { json in
        json.member("global", output.isGlobal)
        json.key("size")
        write(output.axes?.map { $0.size }, to: &json)
        json.key("stride")
        write(output.axes?.map { $0.stride }, to: &json)
      }
    }
  }

  private static func write(_ values: [Int?]?, to json: inout JSONWriter) {
    guard let values else { return json.null() }
    json.row(values) { json, value in
      if let value { json.number(value) } else { json.null() }
    }
  }
}
