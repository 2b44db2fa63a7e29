import FoveaGraph
import FoveaLanguage
package import FoveaText

/// Applies the fixes of a text, byte by byte, so that everything around them stays.
package struct Fixer: Sendable {
  /// The most rounds: each fix may make room for another.
  private static let mostRounds = 50

  private let linter: Linter
  private let applicability: FixIt.Applicability

  /// Creates a fixer; those that change the result are applied only where wanted.
  package init(_ linter: Linter, upTo applicability: FixIt.Applicability = .safe) {
    self.linter = linter
    self.applicability = applicability
  }

  /// A fix with the layers that it is about.
  private struct Fix {
    let fix: FixIt
    var members: [LintedFile.Member]
    /// From its first edit to its last one.
    let span: SourceSpan

    init?(_ fix: FixIt, of members: [LintedFile.Member], in source: SourceText) {
      guard let start = fix.edits.map(\.span.start).min(), let end = fix.edits.map(\.span.end).max(),
        Int(end) <= source.bytes.count
      else { return nil }
      self.fix = fix
      self.members = members
      span = SourceSpan(start: start, end: end)
    }
  }

  /// The text after all fixes, as a session with the networks that were made of it, and how many there were; nil where
  /// there is none.
  ///
  /// Overlapping fixes are applied in rounds.
  package func fixed(_ session: Session) -> (session: Session, count: Int)? {
    var current = session
    var count = 0
    for _ in 0..<Self.mostRounds {
      guard let next = applied(apart(fixes(in: current))[...], to: current) else { break }
      current = next.session
      count += next.count
    }
    return count > 0 ? (current, count) : nil
  }

  /// The text after the most of some fixes that keep what they must. Those that do not together are tried by halves.
  private func applied(_ fixes: ArraySlice<Fix>, to session: Session) -> (session: Session, count: Int)? {
    var edits = TextEdits()
    for fix in fixes { edits.append(TextEdits(fix.fix.edits)) }
    guard !fixes.isEmpty else { return nil }
    if let bytes = edits.applied(to: session.source.bytes) {
      let next = Session(SourceText(path: session.source.path, bytes: bytes))
      if keeps(next, of: session, fixes) { return (next, fixes.count) }
    }
    guard fixes.count > 1 else { return nil }
    let middle = fixes.startIndex + fixes.count / 2
    return applied(fixes[..<middle], to: session) ?? applied(fixes[middle...], to: session)
  }

  /// Whether networks have no error and, where only safe fixes are applied, are those from before but for what the
  /// fixes promise to change.
  private func keeps(_ after: Session, of before: Session, _ fixes: ArraySlice<Fix>) -> Bool {
    let family = NetworkFamily(after)
    guard applicability == .safe else { return family.isWhole }
    var changes: [LintedFile.Member: FixIt.Change] = [:]
    for fix in fixes {
      for member in fix.members { changes[member] = fix.fix.change }
    }
    return family.isSame(as: NetworkFamily(before), but: changes)
  }

  private func fixes(in session: Session) -> [Fix] {
    var positions: [FixIt: Int] = [:]
    var found: [Fix] = []
    for result in linter.lint(session).results {
      let fix = result.diagnostic.fixIts.first { fix in
        switch fix.applicability {
        case .safe: true
        case .changesResult: applicability == .changesResult
        case .displayOnly: false
        }
      }
      guard let fix else { continue }
      if let position = positions[fix] {
        // The same text for several layers.
        found[position].members += result.members
      } else if let fix = Fix(fix, of: result.members, in: session.source) {
        positions[fix.fix] = found.count
        found.append(fix)
      }
    }
    return found
  }

  /// Those fixes, in the order of the text, that do not touch an earlier one.
  private func apart(_ fixes: [Fix]) -> [Fix] {
    var apart: [Fix] = []
    for fix in fixes.sorted(by: { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }) {
      if let last = apart.last, fix.span.start <= last.span.end { continue }
      apart.append(fix)
    }
    return apart
  }
}
