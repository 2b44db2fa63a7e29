import Fovea

/// One description to check.
struct LintJob: Sendable {
  let path: String
  /// The path as reports show it.
  let shown: String
  let selection: RuleSelection
  let reasons: Configuration.Reasons

  func read() throws(FileError) -> SourceText {
    SourceText(path: shown, bytes: try Files.read(path).bytes)
  }

  /// The findings; nil after reporting that the file cannot be read.
  func lint(known: Baseline?) -> LintedFile? {
    do throws(FileError) {
      let source = try read()
      return Linter(selection, baseline: known?.files[shown] ?? []).lint(Specification(source))
    } catch {
      Terminal.write("fovea: error: \(error)\n", to: .error)
      return nil
    }
  }

  /// What is in force and what set it.
  var explanation: String {
    var text = "\(VisibleText.escape(shown))\n"
    text +=
      "  configuration: \(reasons.files.isEmpty ? "none" : reasons.files.reversed().joined(separator: ", extends "))\n"
    for rule in RuleCatalog.all {
      let level = selection.levels[rule.name] ?? .off
      text += "  \(rule.name): \(level.rawValue)" + (reasons.rules[rule.name].map { ", by \($0)" } ?? "") + "\n"
      for option in rule.options {
        let value = selection.options[rule.name]?[option.name] ?? option.standard
        let reason = reasons.options["\(rule.name).\(option.name)"].map { ", by \($0)" } ?? ""
        text += "    \(option.name): \(value)\(reason)\n"
      }
    }
    return text
  }
}
