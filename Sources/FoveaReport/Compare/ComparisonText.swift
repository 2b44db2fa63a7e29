package import Fovea
import FoveaGraph
package import FoveaText

/// A comparison as text for a terminal.
package enum ComparisonText {
  /// Renders a comparison: the figures, then the differences of the layers.
  package static func render(
    _ comparison: NetworkComparison, width: Int, showsConvention: Bool = true
  ) -> StyledText {
    let width = max(20, width)
    var text = StyledText()
    if let title = comparison.title {
      text.append(ColumnText.shortened(VisibleText.escape(title), to: width) + "\n", .strong)
    }
    text.append(figures(comparison, width: width))
    for (network, difference) in zip(comparison.networks.dropFirst(), comparison.differences) {
      text.append("\n")
      if comparison.networks.count > 2 { text.append(VisibleText.escape(network.label) + "\n", .strong) }
      if let difference {
        text.append(layers(difference, width: width))
      } else {
        let absent = comparison.networks[0].analyzed == nil ? comparison.networks[0] : network
        text.append(ColumnText.wrapped(words: VisibleText.escape("\(absent.label): not there"), width: width) + "\n")
      }
    }
    if showsConvention { text.append(convention(comparison.options, isTimed: comparison.isTimed, width: width)) }
    return text
  }

  /// How figures, and times where there are any, are meant.
  static func convention(_ options: AnalyzedGraph.Options, isTimed: Bool, width: Int) -> StyledText {
    var text = AnalysisText.convention(options, width: width)
    if isTimed { text.append(ColumnText.wrapped(words: Times.convention, width: width) + "\n", .legend) }
    return text
  }

  private static func figures(_ comparison: NetworkComparison, width: Int) -> StyledText {
    let labels = comparison.networks.map { VisibleText.escape($0.label) }
    let names = comparison.rows.map { VisibleText.escape($0.name) }
    func column(_ title: String, _ cells: [String], floor: Int = 0) -> TextTable.Column {
      TextTable.Column(title: title, isRight: true, role: .plain, cells: cells, floor: floor)
    }
    guard comparison.networks.count > 2 else {
      let name = TextTable.Column(title: "", isRight: false, role: .plain, cells: names, floor: 14)
      let values = labels.indices.map { index in
        column(labels[index], comparison.rows.map { $0.cells[index]?.text ?? "–" }, floor: 12)
      }
      return TextTable.text(
        [name] + values + [
          column("difference", comparison.rows.map { $0.cells.last??.difference ?? "" }),
          column("ratio", comparison.rows.map { $0.cells.last??.ratio ?? "" }),
        ], width: width)
    }
    // Of many networks, each figure has a row for each of them.
    let rows = comparison.rows.enumerated().flatMap { index, row in
      row.cells.indices.map { (name: $0 == 0 ? names[index] : "", network: labels[$0], cell: row.cells[$0]) }
    }
    return TextTable.text(
      [
        TextTable.Column(title: "", isRight: false, role: .strong, cells: rows.map(\.name), floor: 12),
        TextTable.Column(title: "network", isRight: false, role: .plain, cells: rows.map(\.network), floor: 12),
        column("value", rows.map { $0.cell?.text ?? "–" }),
        column("difference", rows.map { $0.cell?.difference ?? "" }),
        column("ratio", rows.map { $0.cell?.ratio ?? "" }),
      ], width: width)
  }

  private static func layers(_ difference: NetworkDifference, width: Int) -> StyledText {
    var text = StyledText(
      ColumnText.wrapped(words: VisibleText.escape(DifferenceWords.summary(difference)), width: width) + "\n")
    for group in DifferenceGroups(difference).groups {
      text.append("\n")
      if !group.places.isEmpty {
        let places = VisibleText.escape(DifferenceEntry.list(group.places))
        text.append(ColumnText.wrapped(words: places, indent: 2, width: width), .strong)
        text.append("  " + VisibleText.escape(group.label) + "\n", .dim)
      }
      text.append(lines(group, width: width))
    }
    return text
  }

  private static func lines(_ group: DifferenceGroup, width: Int) -> StyledText {
    let indent = group.places.isEmpty ? 2 : 4
    let places = group.entries.map { VisibleText.escape($0.place) }
    // A long path has its words on the line below.
    let room = max(12, (width - indent) / 2)
    let column = min(room, places.reduce(0) { max($0, ColumnText.width($1)) }) + 2
    var text = StyledText()
    for (entry, place) in zip(group.entries, places) {
      let role: StyledText.Role =
        switch entry.kind {
        case .added: .help
        case .removed: .error
        case .changed: .warning
        }
      text.append(String(repeating: " ", count: indent - 2))
      text.append(entry.kind.rawValue + " ", role)
      let isLong = ColumnText.width(place) > room
      text.append(isLong ? place + "\n" + String(repeating: " ", count: indent + column) : "")
      if !isLong { text.append(ColumnText.padded(place, to: column, isRight: false)) }
      let words = VisibleText.escape(DifferenceWords.words(entry))
      text.append(ColumnText.wrapped(words: words, indent: indent + column, width: width) + "\n")
    }
    return text
  }
}

/// What differs, in words.
enum DifferenceWords {
  /// How many layers are new, gone, another and the same.
  static func summary(_ difference: NetworkDifference) -> String {
    let counts = [
      (difference.added.count, "added"), (difference.removed.count, "removed"),
      (difference.changed.count, "changed"), (difference.sameCount, "the same"),
    ]
    var text = "layers: " + counts.filter { $0.0 > 0 }.map { "\(Quantity.exact($0.0)) \($0.1)" }.joined(separator: ", ")
    if let first = difference.renamed.first {
      let count = difference.renamed.count
      text += count == 1 ? "; one has another path: " : "; \(Quantity.exact(count)) have another path, such as "
      text += "\(difference.old.path(of: first.old)) → \(difference.new.path(of: first.new))"
    }
    return text
  }

  /// What is said of an entry behind its place.
  static func words(_ entry: DifferenceEntry) -> String {
    switch entry.kind {
    case .changed: entry.text
    case .added, .removed: entry.label + entry.text
    }
  }
}
