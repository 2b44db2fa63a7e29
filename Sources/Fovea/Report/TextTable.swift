/// The columns of a table for a terminal, as wide as the terminal allows.
struct TextTable {
  struct Column {
    let title: String
    let isRight: Bool
    let role: StyledText.Role
    var cells: [String]
    /// The cell below the last rule.
    var footer = ""
    /// The width that no cell is cut below, while there is room.
    var floor = 0
    /// Whether it may be left out; the smallest number goes first.
    var priority = Int.max

    var naturalWidth: Int {
      max(ColumnText.width(title), ColumnText.width(footer), cells.reduce(0) { max($0, ColumnText.width($1)) })
    }
  }

  private static let gap = 2

  /// Lays out columns in `width`: the columns with a floor shrink down to it, then one column after the other goes, then
  /// all are cut.
  static func text(_ columns: [Column], width: Int) -> StyledText {
    var columns = columns
    var widths = columns.map(\.naturalWidth)
    while true {
      let floors = columns.indices.map { columns[$0].floor > 0 ? min(widths[$0], columns[$0].floor) : widths[$0] }
      if total(floors) <= width { break }
      let last = columns.indices.filter { columns[$0].priority < Int.max }.min {
        columns[$0].priority < columns[$1].priority
      }
      guard let last else { break }
      columns.remove(at: last)
      widths.remove(at: last)
    }
    shrink(&widths, columns.map { $0.floor > 0 ? $0.floor : Int.max }, to: width)
    shrink(&widths, columns.map { _ in 1 }, to: width)
    return lines(columns, widths, width: width)
  }

  private static func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + gap * max(0, widths.count - 1) }

  /// Takes columns from the widest until all fit, none below its floor.
  private static func shrink(_ widths: inout [Int], _ floors: [Int], to width: Int) {
    while total(widths) > width,
      let widest = widths.indices.filter({ widths[$0] > floors[$0] }).max(by: { widths[$0] < widths[$1] })
    {
      widths[widest] -= 1
    }
  }

  private static func lines(_ columns: [Column], _ widths: [Int], width: Int) -> StyledText {
    let rule = String(repeating: "─", count: min(width, total(widths))) + "\n"
    var text = StyledText()
    func append(_ cell: (Column) -> (String, StyledText.Role)) {
      var spaces = 0
      for (index, column) in columns.enumerated() {
        let (content, role) = cell(column)
        let shown = ColumnText.shortened(content, to: widths[index])
        let free = widths[index] - ColumnText.width(shown)
        // No line ends with spaces.
        if !shown.isEmpty {
          text.append(String(repeating: " ", count: spaces + (column.isRight ? free : 0)))
          text.append(shown, role)
          spaces = 0
        }
        spaces += (shown.isEmpty || !column.isRight ? free : 0) + gap
      }
      text.append("\n")
    }
    append { ($0.title, .strong) }
    text.append(rule, .dim)
    for row in 0..<(columns.first?.cells.count ?? 0) {
      append { column in
        let cell = column.cells[row]
        return (cell, cell == "0" || cell == "0.0%" ? .dim : column.role)
      }
    }
    text.append(rule, .dim)
    if columns.contains(where: { !$0.footer.isEmpty }) { append { ($0.footer, .strong) } }
    return text
  }
}
