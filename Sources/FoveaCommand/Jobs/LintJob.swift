import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaText

/// One description to check.
struct LintJob: Sendable {
  let path: String
  /// The path as reports show it.
  let shown: String
  /// The only variant that is checked, where one is chosen.
  let variant: String?
  /// Whether it was found in a directory, and not named.
  let isFound: Bool
  let selection: RuleSelection
  let reasons: Configuration.Reasons
  /// The text, where it is no file's, or is known already.
  var session: Session?

  func read() throws(FileError) -> Session {
    if let session { return session }
    return Session(SourceText(path: shown, bytes: try Files.read(path).bytes))
  }

  /// What checks it.
  ///
  /// - Parameter known: the findings that are left out.
  func linter(known: Baseline? = nil) -> Linter {
    Linter(selection, baseline: known?.files[shown] ?? [], variant: variant)
  }

  /// What became of the file.
  enum Outcome: Sendable {
    case linted(LintedFile)
    /// It was found in a directory, and is about something else.
    case passedOver
    /// It cannot be read, which was reported.
    case unreadable
  }

  func lint(known: Baseline?) -> Outcome {
    do throws(FileError) {
      let session = try read()
      if isFound, session.specification.isOther { return .passedOver }
      return .linted(linter(known: known).lint(session))
    } catch {
      Terminal.tell(error)
      return .unreadable
    }
  }

  /// What is in force and what set it.
  var explanation: String {
    var text = "\(shown)\n"
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
    for (limit, place) in limits { text += "  budget: \(limit.description), by `budget` at \(place)\n" }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { VisibleText.escape(String($0)) }
      .joined(separator: "\n")
  }

  /// The limits of the configuration, then those of the description, if it can be read, each with its place.
  private var limits: [(limit: Budget.Limit, place: String)] {
    var limits = selection.budget.limits.map { ($0, $0.place ?? "") }
    if let session = try? read() {
      limits += session.specification.budget.limits.map { limit in
        (limit, "\(shown):\(session.source.position(of: limit.span.start).line)")
      }
    }
    return limits
  }
}
