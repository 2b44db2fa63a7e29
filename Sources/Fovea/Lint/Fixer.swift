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

  /// The text after all fixes, as a session with the networks that were made of it, and how many there were; nil where
  /// there is none.
  ///
  /// Overlapping fixes are applied in rounds. A round that does not keep what it must is taken apart: the first of its
  /// fixes that does is applied alone.
  package func fixed(_ session: Session) -> (session: Session, count: Int)? {
    var current = session
    var count = 0
    for _ in 0..<Self.mostRounds {
      let fixes = fixes(in: current)
      func attempt(_ fixes: [FixIt]) -> (session: Session, count: Int)? {
        let (bytes, applied) = Self.apply(fixes, to: current.source.bytes)
        guard applied > 0 else { return nil }
        let next = Session(SourceText(path: session.source.path, bytes: bytes))
        return keeps(NetworkFamily(current), NetworkFamily(next)) ? (next, applied) : nil
      }
      guard let (next, applied) = attempt(fixes) ?? fixes.lazy.compactMap({ attempt([$0]) }).first else { break }
      current = next
      count += applied
    }
    return count > 0 ? (current, count) : nil
  }

  /// Whether networks have no error and, where only safe fixes are applied, are those from before.
  private func keeps(_ before: NetworkFamily, _ after: NetworkFamily) -> Bool {
    switch applicability {
    case .safe: after.simplifies(before)
    case .changesResult, .displayOnly: after.isWhole
    }
  }

  private func fixes(in session: Session) -> [FixIt] {
    linter.lint(session).results.compactMap { result in
      result.diagnostic.fixIts.first { fix in
        switch fix.applicability {
        case .safe: true
        case .changesResult: applicability == .changesResult
        case .displayOnly: false
        }
      }
    }
  }

  /// Applies those fixes of which no edit touches an earlier one's.
  private static func apply(_ fixes: [FixIt], to bytes: [UInt8]) -> (bytes: [UInt8], count: Int) {
    var edits = TextEdits()
    var count = 0
    for fix in fixes {
      let own = TextEdits(fix.edits)
      guard !own.isEmpty, own.fit(bytes), own.isApart(from: edits) else { continue }
      edits.append(own)
      count += 1
    }
    return edits.applied(to: bytes).map { ($0, count) } ?? (bytes, 0)
  }
}
