package import Fovea
import FoveaGraph

/// A comparison as GitHub Markdown, made for a comment on a pull request: the figures, with the layers folded away.
package enum ComparisonMarkdown {
  /// One comparison as a section.
  package static func text(
    _ comparison: NetworkComparison, failures: [ComparisonLimit.Failure] = [], showsConvention: Bool = true
  ) -> String {
    let title = comparison.title ?? comparison.networks.map(\.label).joined(separator: " → ")
    var text = "### \(escape(title))\n\n"
    for failure in failures { text += "> **\(escape(failure.message))**\n\n" }
    text += figures(comparison)
    for (network, difference) in zip(comparison.networks.dropFirst(), comparison.differences) {
      let name = comparison.networks.count > 2 ? "\(escape(network.label)): " : ""
      guard let difference else {
        let absent = comparison.networks[0].analyzed == nil ? comparison.networks[0] : network
        text += "\n\(escape(absent.label)): not there\n"
        continue
      }
      let summary = name + escape(DifferenceWords.summary(difference))
      let groups = DifferenceGroups(difference).groups
      if groups.isEmpty {
        text += "\n\(summary)\n"
      } else {
        text += "\n<details><summary>\(summary)</summary>\n\n" + groups.map(lines).joined() + "\n</details>\n"
      }
    }
    if showsConvention { text += convention(comparison.options, isTimed: comparison.isTimed) }
    return text
  }

  /// How figures, and times where there are any, are meant, as a small line below an empty one.
  static func convention(_ options: AnalyzedGraph.Options, isTimed: Bool) -> String {
    "\n<sub>\(escape(Convention.costs(options) + (isTimed ? "; " + Times.convention : "")))</sub>\n"
  }

  /// The figures; those that are the same in every network are one line below the table.
  private static func figures(_ comparison: NetworkComparison) -> String {
    let count = comparison.networks.count
    let same = comparison.rows.filter { row in
      row.metric != .time && row.cells.dropFirst().allSatisfy { $0?.text == row.cells[0]?.text }
    }
    let others = comparison.rows.filter { row in !same.contains { $0.name == row.name } }
    var text = ""
    if !others.isEmpty {
      let labels = comparison.networks.map { escape($0.label) }
      let headings = [""] + (count == 2 ? labels + ["difference", "ratio"] : [labels[0]])
      text += line(headings + (count == 2 ? [] : labels.dropFirst().flatMap { [$0, "ratio"] }))
      text += line([":--"] + Array(repeating: "--:", count: count == 2 ? 4 : 2 * count - 1))
      for row in others {
        let cells = row.cells.map { $0.map { escape($0.text) } ?? "–" }
        let last = row.cells.last ?? nil
        let others = zip(cells, row.cells).dropFirst().flatMap { [$0, escape($1?.ratio ?? "")] }
        text += line(
          [escape(row.name)]
            + (count == 2 ? cells + [escape(last?.difference ?? ""), escape(last?.ratio ?? "")] : [cells[0]] + others))
      }
    }
    if !same.isEmpty {
      let values = same.map { "\(escape($0.name)) \($0.cells[0].map { escape($0.text) } ?? "–")" }
      text += (text.isEmpty ? "" : "\n") + "The same in \(count == 2 ? "both" : "all"): "
      text += values.joined(separator: ", ") + "\n"
    }
    return text
  }

  private static func lines(_ group: DifferenceGroup) -> String {
    var text = ""
    if !group.places.isEmpty {
      text += "- **\(escape(DifferenceEntry.list(group.places)))** (\(escape(group.label)))\n"
    }
    let indent = group.places.isEmpty ? "" : "  "
    for entry in group.entries {
      let word =
        switch entry.kind {
        case .added: "added"
        case .removed: "removed"
        case .changed: "changed"
        }
      text += "\(indent)- \(word) **\(escape(entry.place))**: \(escape(DifferenceWords.words(entry)))\n"
    }
    return text
  }

  private static func line(_ cells: [String]) -> String {
    "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined() + "\n"
  }

  private static func escape(_ text: String) -> String { AnalysisMarkdown.escape(text) }
}
