import FoveaGraph
import FoveaText

/// The figures that the page's script draws and sorts by, as JSON. No name of a description is in it.
struct PageData {
  /// The most runs of rows that a page lists; the windows beyond them keep only their first and last rows.
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
      json.member("names") { json in json.row(InputFrame.names(rank: frame?.rank ?? 0)) { $0.string($1) } }
      json.member("axes") { json in writeAxes(to: &json) }
      json.member("fields") { json in json.row(fields) { write($1, to: &$0) } }
      json.member("field") { json in json.row(fieldOfLayer) { $0.number($1) } }
      json.member("units") { json in
        json.row(ids) { json, id in
          let units = frame?.units(of: id, analyzed.receptiveFields[id], in: analyzed.graph)
          if let units { json.row(units) { $0.number($1) } } else { json.null() }
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
    let gate = analyzed.receptiveFields.lastGatheringLayer(of: field)
    json.array(.inline) { json in
      if let axes = field.axes {
        json.row(axes) { $0.number(axisNumbers[$1] ?? 0) }
      } else {
        json.null()
      }
      json.number(gate?.position ?? -1)
      json.number(field.isFlattened ? 1 : 0)
    }
  }

  /// Each axis as its period and step, whether its rows are listed, the runs of rows of each phase, and three words.
  private func writeAxes(to json: inout JSONWriter) {
    var room = Self.limit
    json.row(axes) { json, axis in
      let window = axis.window
      let phases = (0..<window.period).map { window.rows(ofUnit: $0).flatMap { SeenRows($0) } }
      let runs = phases.reduce(0) { $0 + ($1.map { $0.gaps.count + 1 } ?? 0) }
      let isListed = runs <= room && phases.allSatisfy { $0?.isListed ?? true }
      if isListed { room -= runs }
      let figures = AxisFigures(axis)
      json.array(.inline) { json in
        json.number(window.period)
        json.number(window.step)
        json.number(isListed && !window.isEnvelope ? 1 : 0)
        json.row(phases) { json, seen in
          json.array(.inline) { json in
            guard let seen else { return }
            json.number(seen.first)
            for gap in isListed ? seen.gaps : [] {
              json.number(gap.lowerBound - 1)
              json.number(gap.upperBound)
            }
            json.number(seen.last)
          }
        }
        json.string(figures.size)
        json.string(figures.stride)
        json.string(figures.padding)
      }
    }
  }
}

/// The figures of an axis in words that the page shows.
struct AxisFigures {
  let size: String
  /// The effective stride, `~` before an average.
  let stride: String
  let padding: String

  init(_ axis: AxisField) {
    let rate = axis.rate
    size = Quantity.exact(axis.size)
    stride =
      axis.stride.map(Quantity.exact)
      ?? "~" + (rate.units == 1 ? Quantity.exact(rate.rows) : "\(rate.rows)/\(rate.units)")
    padding = axis.padding.map(Self.signed) ?? "–"
  }

  /// A number with a minus sign that is as wide as a digit.
  static func signed(_ value: Int) -> String {
    value < 0 ? "−" + Quantity.exact(value).dropFirst() : Quantity.exact(value)
  }
}
