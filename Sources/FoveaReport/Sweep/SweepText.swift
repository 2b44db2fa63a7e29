package import Fovea
import FoveaGraph
package import FoveaText

/// A sweep as a table whose rows are written one by one, in columns that are laid out before.
///
/// The widths follow from the axes and from a few points at the corners of the grid; a cell that is wider all the same
/// pushes the others aside.
package struct SweepText: Sendable {
  private struct Column {
    let title: String
    let width: Int
    /// Which columns give way in a narrow terminal, the largest first; 0 for those that stay.
    let priority: Int
    let cell: @Sendable (SweepPoint.Figures) -> String
  }

  private let axes: [(title: String, width: Int)]
  private let columns: [Column]
  private let width: Int

  /// Lays out a table of `width` columns.
  ///
  /// - Parameter corners: some points of the grid.
  package init(_ grid: SweepGrid, outputs: [String], corners: [SweepPoint], width: Int) {
    axes = grid.axes.enumerated().map { index, axis in
      let texts = axis.count <= 1_000 ? (0..<axis.count).map(axis.text) : corners.map { $0.values[index] }
      return (
        VisibleText.escape(axis.name),
        ([axis.name] + texts).reduce(0) { max($0, ColumnText.width(VisibleText.escape($1))) }
      )
    }
    var all: [Column] = []
    func add(_ title: String, priority: Int, least: Int = 0, _ cell: @escaping @Sendable (SweepPoint.Figures) -> String)
    {
      let texts = corners.compactMap { try? $0.result.get() }.map(cell)
      let title = VisibleText.escape(title)
      // Figures differ in their digits from point to point.
      all.append(
        Column(
          title: title, width: (texts + [title]).reduce(least) { max($0, ColumnText.width($1)) }, priority: priority,
          cell: cell))
    }
    add("params", priority: 0, least: 6) { Amount($0.parameters).text(Quantity.short) }
    add("macs", priority: 0, least: 6) { Amount($0.macs).text(Quantity.short) }
    add("flops", priority: 3, least: 6) { Amount($0.flops).text(Quantity.short) }
    add("weights", priority: 2, least: 9) { Amount($0.weightBytes).text(Quantity.bytes) }
    add("activations", priority: 1, least: 9) { Amount($0.peakActivationBytes).text(Quantity.bytes) }
    for (index, name) in outputs.enumerated() {
      let priority = index == 0 ? 0 : 3 + index
      add(outputs.count == 1 ? "output" : name, priority: priority) { figures in
        figures.outputs.first { $0.name == name }.map(\.shape.description) ?? "–"
      }
      add("field", priority: priority) { figures in
        figures.outputs.first { $0.name == name }.map(Self.field) ?? "–"
      }
    }
    columns = Self.fitting(all, room: width - axes.reduce(0) { $0 + $1.width + Self.gap })
    self.width = width
  }

  private static let gap = 2

  private static func fitting(_ columns: [Column], room: Int) -> [Column] {
    var columns = columns
    while columns.reduce(-gap, { $0 + $1.width + gap }) > room, let last = columns.map(\.priority).max(), last > 0 {
      columns.removeAll { $0.priority == last }
    }
    return columns
  }

  private static func field(_ output: SweepPoint.Output) -> String {
    if output.isUnknown { return "unknown" }
    let axes = output.axes.map { FieldText.short($0) }
    return output.isGlobal ? "global" + (axes.map { " (\($0))" } ?? "") : axes ?? "none"
  }

  /// The titles of the columns, and a rule.
  package var header: StyledText {
    let titles = axes.map { ($0.title, $0.width) } + columns.map { ($0.title, $0.width) }
    var text = StyledText(Self.line(titles) + "\n", .strong)
    let length = titles.reduce(-Self.gap) { $0 + $1.1 + Self.gap }
    text.append(String(repeating: "─", count: min(width, max(0, length))) + "\n", .dim)
    return text
  }

  /// One point as a line.
  package func row(_ point: SweepPoint) -> StyledText {
    let values = zip(point.values, axes).map { (VisibleText.escape($0), $1.width) }
    switch point.result {
    case .success(let figures):
      return StyledText(Self.line(values + columns.map { ($0.cell(figures), $0.width) }) + "\n")
    case .failure(let failure):
      let start = Self.line(values)
      let room = max(20, width - ColumnText.width(start) - Self.gap)
      var text = StyledText(start + String(repeating: " ", count: Self.gap))
      text.append(ColumnText.shortened("error: " + VisibleText.escape(failure.message), to: room) + "\n", .error)
      return text
    }
  }

  private static func line(_ cells: [(text: String, width: Int)]) -> String {
    cells.map { ColumnText.padded($0.text, to: $0.width, isRight: true) }.joined(
      separator: String(repeating: " ", count: gap))
  }
}
