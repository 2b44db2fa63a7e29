package import Fovea
package import FoveaText

/// A rewrite for people and programs: what was done with its three verdicts, and what was left as it is.
package struct RewriteReport: Sendable {
  private let rewrite: NetworkRewrite
  private var words: RewriteText { RewriteText(rewrite) }

  package init(_ rewrite: NetworkRewrite) { self.rewrite = rewrite }

  /// Tables for a terminal of `width` columns.
  package func text(width: Int) -> StyledText {
    let words = words
    let width = max(width, 20)
    var text = StyledText(VisibleText.escape(rewrite.title), .strong)
    text.append("  " + VisibleText.escape(rewrite.source.path) + "\n", .dim)
    if !rewrite.proposals.isEmpty {
      let rows = words.rows
      let columns = RewriteText.headings.enumerated().map { index, heading in
        TextTable.Column(
          title: heading, isRight: index > 3, role: .plain, cells: rows.map { VisibleText.escape($0[index]) },
          floor: [16, 0, 0, 0, 0, 0, 0][index], priority: [Int.max, 4, 5, 1, 3, Int.max, 2][index])
      }
      text.append("\n")
      text.append(TextTable.text(columns, width: width))
      for (name, value) in words.verdicts { text.append(entry(name, value, 15, width)) }
      text.append("\n")
      for (name, value) in words.totals { text.append(entry(name, value, 15, width)) }
    }
    if !words.candidates.isEmpty {
      text.append("\nrelative errors within the budget\n", .strong)
      for (path, lines) in words.candidates {
        text.append("  " + ColumnText.shortened(VisibleText.escape(path), to: width - 2) + "\n")
        for line in lines { text.append(indented(line, width)) }
      }
    }
    if !rewrite.refusals.isEmpty {
      text.append("\nleft as they are\n", .strong)
      for refusal in words.refusals {
        text.append(
          "  " + ColumnText.shortened(VisibleText.escape(RewriteText.list(refusal.paths)), to: width - 2) + "\n")
        let reason = refusal.kernel + ": " + refusal.reason
        text.append(indented(reason, width), .plain)
        if let help = refusal.help { text.append(indented("help: " + help, width), .help) }
      }
    }
    if let stop = words.stop { text.append("\n" + ColumnText.wrapped(words: stop, width: width) + "\n", .warning) }
    if rewrite.proposals.isEmpty, rewrite.refusals.isEmpty {
      text.append("\nno convolution has more than three taps along an axis\n")
    } else {
      text.append("\n")
      text.append(entry("verdict", words.verdict, 15, width))
    }
    return text
  }

  private func entry(_ name: String, _ value: String, _ column: Int, _ width: Int) -> StyledText {
    let lines = ColumnText.wrapped(words: VisibleText.escape(value), width: max(width - column, 10)).split(
      separator: "\n")
    var text = StyledText(name + String(repeating: " ", count: max(1, column - name.count)), .strong)
    for (index, line) in lines.enumerated() {
      text.append((index == 0 ? "" : String(repeating: " ", count: column)) + line + "\n")
    }
    return text
  }

  private func indented(_ text: String, _ width: Int) -> String {
    ColumnText.wrapped(words: VisibleText.escape(text), width: max(width - 4, 10)).split(separator: "\n")
      .map { "    \($0)\n" }.joined()
  }

  /// A section of GitHub Markdown.
  package var markdown: String {
    let words = words
    func line(_ cells: [String]) -> String {
      "| " + cells.map(AnalysisMarkdown.escape).joined(separator: " | ") + " |\n"
    }
    var text = "## \(AnalysisMarkdown.escape(rewrite.title))\n"
    if !rewrite.proposals.isEmpty {
      text += "\n" + line(RewriteText.headings) + line(RewriteText.headings.indices.map { $0 > 3 ? "--:" : ":--" })
      text += words.rows.map(line).joined() + "\n"
      for (name, value) in words.verdicts + words.totals {
        text += "- **\(name)**: \(AnalysisMarkdown.escape(value))\n"
      }
    }
    for (path, lines) in words.candidates {
      text += "\nRelative errors within the budget, \(AnalysisMarkdown.escape(path)):\n\n"
      text += lines.map { "- \(AnalysisMarkdown.escape($0))\n" }.joined()
    }
    if !rewrite.refusals.isEmpty {
      text += "\nLeft as they are:\n\n"
      for refusal in words.refusals {
        text += "- \(AnalysisMarkdown.escape(RewriteText.list(refusal.paths))), \(refusal.kernel): "
        text += AnalysisMarkdown.escape(refusal.reason + (refusal.help.map { "; " + $0 } ?? "")) + "\n"
      }
    }
    if let stop = words.stop { text += "\n" + AnalysisMarkdown.escape(stop) + "\n" }
    if !rewrite.proposals.isEmpty || !rewrite.refusals.isEmpty {
      text += "\n**Verdict**: \(AnalysisMarkdown.escape(words.verdict))\n"
    }
    return text
  }
}
