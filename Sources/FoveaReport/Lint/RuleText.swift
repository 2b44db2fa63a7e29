package import Fovea

/// A rule explained: why, when, a wrong and a right snippet, and the references.
package enum RuleText {
  /// For a terminal.
  package static func plain(_ rule: RuleDescription) -> String {
    var text = "\(rule.name) (\(level(rule)))\n\n\(rule.summary)\n\n\(rule.rationale)\n"
    if let wrong = rule.flagged.first { text += "\nWrong (\(wrong.why)):\n\n\(indented(wrong.plainSnippet))\n" }
    if let right = rule.flagged.first?.fixed ?? rule.accepted.first?.plainSnippet {
      text += "\nRight:\n\n\(indented(right))\n"
    }
    for option in rule.options {
      text += "\nOption `\(option.name)` (default \(option.standard)): \(option.summary)\n"
    }
    if !rule.references.isEmpty { text += "\n" }
    for reference in rule.references { text += "\(reference.title), \(reference.address)\n" }
    return text
  }

  /// For a page.
  package static func markdown(_ rule: RuleDescription) -> String {
    var text = "# \(rule.name)\n\n\(rule.summary) Default: \(level(rule)).\n\n\(rule.rationale)\n"
    if let wrong = rule.flagged.first { text += "\nWrong (\(wrong.why)):\n\n\(fenced(wrong.plainSnippet))\n" }
    if let right = rule.flagged.first?.fixed ?? rule.accepted.first?.plainSnippet {
      text += "\nRight:\n\n\(fenced(right))\n"
    }
    for option in rule.options {
      text += "\nOption `\(option.name)` (default \(option.standard)): \(option.summary)\n"
    }
    if !rule.references.isEmpty { text += "\n" }
    for reference in rule.references { text += "- [\(reference.title)](\(reference.address))\n" }
    return text
  }

  /// All rules as a table.
  package static func table() -> String {
    let rows = RuleCatalog.descriptions.filter { !$0.isBuiltIn }
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { rule in
      let fix = rule.flagged.contains { $0.fixed != nil } ? "fix" : "   "
      let padded = rule.name + String(repeating: " ", count: width - rule.name.count)
      let level = rule.level.rawValue + String(repeating: " ", count: 7 - rule.level.rawValue.count)
      return "\(padded)  \(level)  \(fix)  \(rule.summary)\n"
    }.joined()
  }

  private static func level(_ rule: RuleDescription) -> String {
    switch rule.level {
    case .error, .warning: rule.level.rawValue
    case .info: "info, when it is selected"
    case .off: "off"
    }
  }

  private static func indented(_ snippet: String) -> String {
    snippet.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
      .joined(separator: "\n")
  }

  private static func fenced(_ snippet: String) -> String {
    "```yaml\n" + snippet + (snippet.hasSuffix("\n") ? "" : "\n") + "```"
  }
}
