/// The columns of a table for a terminal, as wide as the terminal allows.
package struct TextTable {
  package struct Column {
    let title: String
    let isRight: Bool
    let role: StyledText.Role
    var cells: [String]
    /// Cells that say the same with less, if there are any.
    var narrowCells: [String]?
    /// The cell below the last rule.
    var footer: String
    /// The width that no cell is cut below, while there is room; 0 for a column that is not cut.
    package var floor: Int
    /// When it gives way, the smallest number first; one with the largest number stays, and is cut only where nothing
    /// else helps.
    var priority: Int

    package init(
      title: String, isRight: Bool, role: StyledText.Role, cells: [String], narrowCells: [String]? = nil,
      footer: String = "", floor: Int = 0, priority: Int = .max
    ) {
      self.title = title
      self.isRight = isRight
      self.role = role
      self.cells = cells
      self.narrowCells = narrowCells
      self.footer = footer
      self.floor = floor
      self.priority = priority
    }

    var naturalWidth: Int {
      max(ColumnText.width(title), ColumnText.width(footer), cells.reduce(0) { max($0, ColumnText.width($1)) })
    }

    fileprivate var isEmpty: Bool { title.isEmpty && footer.isEmpty && cells.allSatisfy(\.isEmpty) }
  }

  /// A column with the widths that it may have.
  private struct Place {
    var column: Column
    var width: Int
    var least: Int

    init(_ column: Column, isCut: Bool) {
      self.column = column
      width = column.naturalWidth
      least = isCut && column.floor > 0 ? min(width, column.floor) : width
    }
  }

  private static let gap = 2

  /// Lays out columns in `width`.
  ///
  /// Those that give way do so one after the other: they take their narrow cells, then are cut down to their floor,
  /// then go. Where that is not enough the others are cut down to their floors, and at last all are cut.
  package static func text(_ columns: [Column], width: Int) -> StyledText {
    let columns = columns.filter { !$0.isEmpty }
    let whole = columns.map { Place($0, isCut: false) }
    let cut = columns.filter { $0.priority > 1 }.map { Place($0, isCut: $0.priority == .max) }
    if let places = conceding(whole, width: width) ?? conceding(cut, width: width) {
      return lines(places, width: width)
    }
    var places = columns.filter { $0.priority == .max }.map { Place($0, isCut: true) }
    for index in places.indices {
      places[index].width = places[index].least
      places[index].least = 1
    }
    shrink(&places, to: width)
    return lines(places, width: width)
  }

  /// The places after as few concessions as make them fit; nil if none do.
  private static func conceding(_ places: [Place], width: Int) -> [Place]? {
    var places = places
    func fits() -> Bool { total(places.map(\.least)) <= width }
    for priority in Set(places.map(\.column.priority)).sorted() where priority < .max {
      for (index, place) in places.enumerated() where !fits() && place.column.priority == priority {
        guard let cells = place.column.narrowCells else { continue }
        places[index].column.cells = cells
        places[index] = Place(places[index].column, isCut: false)
      }
      for (index, place) in places.enumerated() where !fits() && place.column.priority == priority {
        places[index] = Place(place.column, isCut: true)
      }
      if !fits() { places.removeAll { $0.column.priority == priority } }
    }
    guard fits() else { return nil }
    shrink(&places, to: width)
    return places
  }

  private static func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + gap * max(0, widths.count - 1) }

  /// Takes columns from the widest until all fit, none below its least width.
  private static func shrink(_ places: inout [Place], to width: Int) {
    while total(places.map(\.width)) > width,
      let widest = places.indices.filter({ places[$0].width > places[$0].least }).max(by: {
        places[$0].width < places[$1].width
      })
    {
      places[widest].width -= 1
    }
  }

  private static func lines(_ places: [Place], width: Int) -> StyledText {
    let rule = String(repeating: "─", count: min(width, total(places.map(\.width)))) + "\n"
    let cells = places.map { ColumnText.shortened($0.column.cells, to: $0.width) }
    var text = StyledText()
    func append(_ cell: (Int) -> (String, StyledText.Role)) {
      var spaces = 0
      for (index, place) in places.enumerated() {
        let (content, role) = cell(index)
        let shown = ColumnText.shortened(content, to: place.width)
        let free = place.width - ColumnText.width(shown)
        // No line ends with spaces.
        if !shown.isEmpty {
          text.append(String(repeating: " ", count: spaces + (place.column.isRight ? free : 0)))
          text.append(shown, role)
          spaces = 0
        }
        spaces += (shown.isEmpty || !place.column.isRight ? free : 0) + gap
      }
      text.append("\n")
    }
    append { (places[$0].column.title, .strong) }
    text.append(rule, .dim)
    for row in 0..<(cells.first?.count ?? 0) {
      append { index in
        let cell = cells[index][row]
        return (cell, cell == "0" || cell == "0.0%" ? .dim : places[index].column.role)
      }
    }
    text.append(rule, .dim)
    if places.contains(where: { !$0.column.footer.isEmpty }) { append { (places[$0].column.footer, .strong) } }
    return text
  }
}
