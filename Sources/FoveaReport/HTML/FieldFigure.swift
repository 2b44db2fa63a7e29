import FoveaGraph
import FoveaText

/// The receptive field of one unit, drawn over the input. The page's script draws the same for any other unit.
struct FieldFigure {
  private let frame: InputFrame
  private let field: ReceptiveField
  private let units: [Int]
  /// The unit, one number for each axis.
  private let unit: [Int]
  private let seen: [SeenRows?]

  /// The figure of the unit in the middle of a layer's map; nil where its field is not drawn.
  init?(of id: LayerID, in analyzed: AnalyzedGraph, frame: InputFrame) {
    guard let field = analyzed.receptiveFields[id], let axes = field.axes,
      let units = frame.units(of: id, field, in: analyzed.graph)
    else { return nil }
    (self.frame, self.field, self.units) = (frame, field, units)
    unit = units.map { $0 / 2 }
    seen = zip(axes, unit).map { axis, unit in axis.window.rows(ofUnit: unit).flatMap { SeenRows($0) } }
  }

  /// The layer that a page shows at first: the last one with a kernel whose field leaves something of the input unseen.
  static func first(in analyzed: AnalyzedGraph, frame: InputFrame?) -> LayerID {
    let graph = analyzed.graph
    let ids = graph.ids.filter { !graph.isInput($0) }
    let shown = ids.last { id in
      guard let frame, graph[id].operation.facts.family == .convolution, let field = analyzed.receptiveFields[id],
        !field.isFlattened, let axes = field.parallelAxes,
        axes.count == frame.rank
      else { return false }
      return zip(axes, frame.extents).allSatisfy { $0.size * 5 <= $1 * 3 && $0.size > 1 }
    }
    return shown ?? ids.first ?? LayerID(0)
  }

  /// The rows and columns of the plane that is drawn: the last two axes; a sequence has a quarter of its length as
  /// height.
  static func plane(_ extents: [Int]) -> (width: Int, height: Int) {
    let width = extents.last ?? 1
    return (width, extents.count > 1 ? extents[extents.count - 2] : max(1, width / 4))
  }

  /// What lies over the picture: all that is not seen under a veil, and the field's outline.
  var overlay: String {
    let (width, height) = Self.plane(frame.extents)
    guard let columns = seen.last.flatMap(\.self) else { return "" }
    let isSequence = seen.count == 1
    let all = SeenRows(RowSet(first: 0, last: height - 1) ?? .empty)
    guard let rows = isSequence ? all : seen[seen.count - 2] else { return "" }
    // The veil lies on the input alone; the padding has none.
    var veil = "M0 0h\(width)v\(height)H0z"
    let (left, right) = (max(0, columns.first), min(width - 1, columns.last))
    let (top, bottom) = (max(0, rows.first), min(height - 1, rows.last))
    if left <= right, top <= bottom { veil += "M\(left) \(top)h\(right - left + 1)v\(bottom - top + 1)H\(left)z" }
    var gaps = ""
    for gap in rows.gaps {
      gaps += "M\(columns.first) \(gap.lowerBound)h\(columns.size)v\(gap.count)H\(columns.first)z"
    }
    for gap in columns.gaps { gaps += "M\(gap.lowerBound) \(rows.first)h\(gap.count)v\(rows.size)H\(gap.lowerBound)z" }
    return "<path id=\"veil\" fill-rule=\"evenodd\" d=\"\(veil)\"/><path id=\"gaps\" d=\"\(gaps)\"/>"
      + "<rect id=\"seen\" x=\"\(columns.first)\" y=\"\(rows.first)\" width=\"\(columns.size)\" height=\"\(rows.size)\"/>"
  }

  /// The slices of a volume, those that the unit sees marked.
  var slices: String {
    guard seen.count == 3 else { return "" }
    return (0..<min(frame.extents[0], InputFrame.shownSlices)).map { slice in
      let isSeen = seen[0].map { $0.first <= slice && slice <= $0.last && !$0.gaps.contains { $0.contains(slice) } }
      return "<rect class=\"\(isSeen == true ? "in" : "out")\" x=\"\(slice).06\" width=\".88\" height=\"1\"/>"
    }.joined()
  }

  /// The part of the plane that is shown, with some of the padding that the layer's units see.
  var viewBox: String {
    let (width, height) = Self.plane(frame.extents)
    let view = viewBox(width, height)
    return "\(view.x) \(view.y) \(view.width) \(view.height)"
  }

  private func viewBox(_ width: Int, _ height: Int) -> (x: Int, y: Int, width: Int, height: Int) {
    func range(_ axis: Int, _ extent: Int) -> (start: Int, count: Int) {
      guard axis >= 0, let window = field.axes?[axis].window else { return (0, extent) }
      let margin = extent * 7 / 20
      let before = window.rows(ofUnit: 0)?.first.map { -max(-margin, min(0, $0)) } ?? 0
      let after = window.rows(ofUnit: units[axis] - 1)?.last.map { max(extent - 1, min($0, extent - 1 + margin)) }
      return (-before, before + (after ?? extent - 1) + 1)
    }
    let (x, y) = (range(seen.count - 1, width), range(seen.count - 2, height))
    return (x.start, y.start, x.count, y.count)
  }

  /// A row of figures for each axis.
  var rows: String {
    guard let axes = field.axes else { return "" }
    return zip(zip(InputFrame.names(rank: axes.count), axes), seen).map { name, seen in
      let figures = AxisFigures(name.1)
      let isListed = !name.1.window.isEnvelope && seen?.isListed ?? true
      let cells = [
        figures.size, figures.stride, figures.padding,
        seen.map { "\(AxisFigures.signed($0.first)) … \(AxisFigures.signed($0.last))" } ?? "nothing",
        isListed ? seen.map { Quantity.exact($0.size - $0.count) } ?? "–" : "?",
      ]
      return "<tr><th scope=\"row\">\(name.0)" + cells.map { "<td>\($0)" }.joined()
    }.joined(separator: "\n")
  }

  /// The unit and the map that it is one of.
  var words: String {
    let place = unit.map(String.init).joined(separator: ", ")
    return "unit \(place) of \(units.map(String.init).joined(separator: "×"))"
  }
}
