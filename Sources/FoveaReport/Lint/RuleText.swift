package import Fovea
import FoveaText

/// A rule explained: why, when, a wrong and a right snippet, and the references.
package enum RuleText {
  /// For a terminal.
  ///
  /// - Parameter width: the columns at which lines break between words; nil where they do not.
  package static func plain(_ rule: RuleDescription, width: Int? = nil) -> String {
    var text = folded("\(rule.name) (\(level(rule)))\n\n\(rule.summary)\n\n\(rule.rationale)\n", width)
    let (wrong, right) = examples(of: rule)
    if let wrong { text += "\nWrong (\(wrong.why)):\n\n\(indented(wrong.text))\n" }
    if let right { text += "\nRight (\(right.why)):\n\n\(indented(right.text))\n" }
    for option in rule.options {
      text += folded("\nOption `\(option.name)` (default \(option.standard)): \(option.summary)\n", width)
    }
    if !rule.references.isEmpty { text += "\n" }
    for reference in rule.references { text += folded("\(reference.title), \(reference.address)\n", width) }
    return text
  }

  /// For a page.
  package static func markdown(_ rule: RuleDescription) -> String {
    var text = "# \(rule.name)\n\n\(rule.summary) Default: \(level(rule)).\n\n\(rule.rationale)\n"
    let (wrong, right) = examples(of: rule)
    if let wrong { text += "\nWrong (\(wrong.why)):\n\n\(fenced(wrong.text))\n" }
    if let right { text += "\nRight (\(right.why)):\n\n\(fenced(right.text))\n" }
    for option in rule.options {
      text += "\nOption `\(option.name)` (default \(option.standard)): \(option.summary)\n"
    }
    if !rule.references.isEmpty { text += "\n" }
    for reference in rule.references { text += "- [\(reference.title)](\(reference.address))\n" }
    return text
  }

  /// A wrong and a right example with why they are so; where one of them is about an input of its own, both state
  /// theirs.
  private static func examples(
    of rule: RuleDescription
  ) -> (wrong: (text: String, why: String)?, right: (text: String, why: String)?) {
    let wrong = rule.flagged.first
    let right = wrong?.fixed == nil ? rule.accepted.first : wrong
    let hasInput = wrong?.hasOwnInput == true || right?.hasOwnInput == true
    func text(_ example: RuleExample, isFixed: Bool) -> String {
      hasInput ? example.snippetWithInput(isFixed: isFixed) : isFixed ? example.fixed ?? "" : example.plainSnippet
    }
    let isFixed = wrong?.fixed != nil
    return (
      wrong.map { (text($0, isFixed: false), $0.why) },
      right.map { (text($0, isFixed: isFixed), isFixed ? "as the fix writes it" : $0.why) }
    )
  }

  /// All rules as a table.
  ///
  /// - Parameter width: the columns at which lines break between words; nil where they do not.
  package static func table(width: Int? = nil) -> String {
    let rows = RuleCatalog.descriptions.filter { !$0.isBuiltIn }
    let names = rows.map(\.name.count).max() ?? 0
    return rows.map { rule in
      let name = ColumnText.padded(rule.name, to: names, isRight: false)
      let level = ColumnText.padded(rule.level.rawValue, to: 7, isRight: false)
      let start = "\(name)  \(level)  \(rule.isFixable ? "fix" : "   ")  "
      // Beside the other columns there has to be room for some words.
      let indent = width.map { $0 - start.count < 24 ? 4 : start.count } ?? start.count
      var line = FoldedText(StyledText(start), indent: indent, width: width)
      line.append(rule.summary)
      return line.text.plain + "\n"
    }.joined()
  }

  /// All rules as a Markdown table.
  package static var markdownTable: String {
    "| rule | severity | fix | meaning |\n|---|---|---|---|\n"
      + RuleCatalog.descriptions.filter { !$0.isBuiltIn }.map { rule in
        "| `\(rule.name)` | \(rule.level.rawValue) | \(rule.isFixable ? "yes" : "") | "
          + "\(rule.summary.replacing("|", with: "\\|")) |\n"
      }.joined()
  }

  private static func folded(_ text: String, _ width: Int?) -> String {
    guard width != nil else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var folded = FoldedText(indent: line.prefix { $0 == " " || $0 == "-" }.count, width: width)
      folded.append(String(line))
      return folded.text.plain
    }.joined(separator: "\n")
  }

  private static func level(_ rule: RuleDescription) -> String {
    switch rule.level {
    case .error, .warning: rule.level.rawValue
    case .info: "info, when it is selected"
    case .off: "off"
    }
  }

  private static func indented(_ snippet: String) -> String {
    let lines = snippet.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.last == "" ? lines.dropLast() : lines[...]).map { $0.isEmpty ? "" : "    " + $0 }
      .joined(separator: "\n")
  }

  private static func fenced(_ snippet: String) -> String {
    "```yaml\n" + snippet + (snippet.hasSuffix("\n") ? "" : "\n") + "```"
  }
}
