import Fovea
import FoveaGraph

/// The figures that the page's script draws and sorts by, as JSON of numbers alone: nothing of a description is in it.
struct PageData {
  /// The most blocks of rows that a page lists; the windows beyond them keep only their first and last rows.
  private static let limit = 40_000

  private let analyzed: AnalyzedGraph
  private let frame: InputFrame?
  private let first: LayerID
  private var fields: [ReceptiveField] = []
  /// The position of each layer's field, -1 where it is not known.
  private var fieldOfLayer: [Int] = []
  private var axes: [AxisField] = []
  private var axisNumbers: [AxisField: Int] = [:]

  /// Collects the figures of the layers that a page lists.
  ///
  /// - Parameters:
  ///   - count: how many layers the page lists, inputs included.
  ///   - first: the layer that is shown at first.
  init(_ analyzed: AnalyzedGraph, frame: InputFrame?, count: Int, first: LayerID) {
    (self.analyzed, self.frame, self.first) = (analyzed, frame, first)
    var numbers: [ReceptiveField: Int] = [:]
    for id in analyzed.graph.ids.prefix(count) {
      guard let field = analyzed.receptiveFields[id] else {
        fieldOfLayer.append(-1)
        continue
      }
      if let last = fieldOfLayer.last, last >= 0, fields[last] == field {
        fieldOfLayer.append(last)
      } else if let known = numbers[field] {
        fieldOfLayer.append(known)
      } else {
        numbers[field] = fields.count
        fieldOfLayer.append(fields.count)
        fields.append(field)
        for axis in field.axes ?? PerAxis() where axisNumbers[axis] == nil {
          axisNumbers[axis] = axes.count
          axes.append(axis)
        }
      }
    }
  }

  /// The figures as JSON on one line.
  var json: String {
    let ids = fieldOfLayer.indices.map { LayerID($0) }
    var writer = JSONWriter()
    writer.object(.inline) { json in
      json.member("first", first.position)
      json.member("input") { json in json.row(frame?.extents ?? []) { $0.number($1) } }
      json.member("axes") { json in writeAxes(to: &json) }
      json.member("fields") { json in json.row(fields) { write($1, to: &$0) } }
      json.member("field") { json in json.row(fieldOfLayer) { $0.number($1) } }
      json.member("units") { json in
        json.row(ids) { json, id in
          let units = frame?.units(of: id, analyzed.receptiveFields[id], in: analyzed.graph)
          if let units { json.row(units) { $0.number($1) } } else { json.number(0) }
        }
      }
      json.member("keys") { json in
        json.row(Self.keys) { json, key in
          json.row(ids) { json, id in
            if let value = key(analyzed, id) { json.number(value) } else { json.null() }
          }
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// What the numeric columns of the table are sorted by; nil for what is not known.
  private static let keys: [@Sendable (AnalyzedGraph, LayerID) -> Int?] = [
    { $0.graph.shape(of: $1).elements.value },
    { analyzed, id in
      guard let field = analyzed.receptiveFields[id] else { return nil }
      // What sees everything comes after every window; the largest number that JavaScript counts exactly.
      return field.isGlobal ? 1 << 53 - 1 : field.axes.map { $0.map(\.size).max() ?? 0 }
    },
    { $0.costs[$1.position].parameters.value },
    { $0.costs[$1.position].macs.value },
    { $0.activationBytes[$1.position].value },
  ]

  private func write(_ field: ReceptiveField, to json: inout JSONWriter) {
    let gate = analyzed.receptiveFields.gatheringLayers(of: field).last
    json.array(.inline) { json in
      if let axes = field.axes {
        json.row(axes) { $0.number(axisNumbers[$1] ?? 0) }
      } else {
        json.number(0)
      }
      json.number(gate?.position ?? -1)
      json.number(field.isFlattened ? 1 : 0)
    }
  }

  private func writeAxes(to json: inout JSONWriter) {
    var written = 0
    json.row(axes) { json, axis in
      let window = axis.window
      let phases = (0..<window.period).map { window.rows(ofUnit: $0) ?? .empty }
      let blocks = phases.reduce(0) { $0 + $1.blocks.count }
      written += blocks
      let isListed = written <= Self.limit
      if !isListed { written -= blocks }
      json.array(.inline) { json in
        json.number(window.period)
        json.number(window.step)
        json.number(isListed && !window.isEnvelope ? 1 : 0)
        json.row(phases) { json, rows in
          json.array(.inline) { json in
            for block in isListed ? rows.blocks : rows.hull.blocks {
              for number in [block.first, block.step, block.width, block.pitch, block.count] { json.number(number) }
            }
          }
        }
      }
    }
  }
}
