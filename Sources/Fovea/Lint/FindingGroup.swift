import FoveaGraph
import FoveaLanguage
import FoveaText

/// The findings of one rule at one place.
struct FindingGroup {
  /// The first one, as severe as the most severe one.
  private(set) var diagnostic: Diagnostic
  /// The entry that the layer of the first one was made of.
  let entry: NodeID?
  /// How many there are.
  private(set) var count = 0
  /// Whether all have the same fixes.
  private(set) var isFixable = true
  private var paths: [String] = []
  private var members: [LintedFile.Member] = []
  private var seen: Set<String> = []

  init(_ first: Diagnostic, entry: NodeID?) { (diagnostic, self.entry) = (first, entry) }

  mutating func add(_ other: Diagnostic, of candidate: Linter.Candidate) {
    count += 1
    if other.fixIts != diagnostic.fixIts { isFixable = false }
    if other.severity == .error { diagnostic.severity = .error }
    if let path = candidate.path, seen.insert(path).inserted { paths.append(path) }
    if let member = candidate.member { members.append(member) }
  }

  /// One result for all.
  ///
  /// - Parameter isWhole: whether the fixes stand for every use of their text. They are only shown where they do not.
  func result(isWhole: Bool) -> LintedFile.Result {
    var result = LintedFile.Result(diagnostic, paths: paths)
    result.members = members
    if !isWhole {
      for index in diagnostic.fixIts.indices { result.diagnostic.fixIts[index].applicability = .displayOnly }
    }
    let fixes = result.diagnostic.fixIts
    if !fixes.isEmpty, fixes.allSatisfy({ $0.applicability == .displayOnly }) {
      let reason = "not by `--fix`, since the text stands for other layers too"
      result.diagnostic.help = diagnostic.help.map { "\($0); \(reason)" } ?? reason
    }
    return result
  }
}

/// Which fixes stand for every use of the text that they change.
struct FixCoverage {
  private struct Change: Hashable {
    let rule: String
    let fixes: [FixIt]
  }

  private let uses: [NodeID: Int]
  private let origins: Origins?
  /// How many findings have each fix.
  private var counts: [Change: Int] = [:]

  /// - Parameter uses: how often each entry of the text is used.
  init(_ groups: some Sequence<FindingGroup>, uses: [NodeID: Int], in origins: Origins?) {
    self.uses = uses
    self.origins = origins
    for group in groups where group.isFixable && !group.diagnostic.fixIts.isEmpty {
      counts[Change(rule: group.diagnostic.rule, fixes: group.diagnostic.fixIts), default: 0] += group.count
    }
  }

  /// The findings of a group as one.
  func result(of group: FindingGroup) -> LintedFile.Result {
    group.result(isWhole: group.diagnostic.fixIts.isEmpty || group.isFixable && isWhole(group))
  }

  private func isWhole(_ group: FindingGroup) -> Bool {
    let diagnostic = group.diagnostic
    guard let entry = group.entry, let origins, let fix = diagnostic.fixIts.first else { return true }
    // An item of a list is the text of its own layer, whatever stands in it.
    let entries = fix.change == .removal ? [entry] : origins.entries(sharingTextOf: entry) ?? [entry]
    let wanted = entries.map { uses[$0] }
    // What is in no network is not known to have the finding.
    guard wanted.allSatisfy({ $0 != nil }) else { return false }
    let count = entries.count == 1 ? group.count : counts[Change(rule: diagnostic.rule, fixes: diagnostic.fixIts)] ?? 0
    return count >= wanted.reduce(0) { $0 + ($1 ?? 0) }
  }
}
