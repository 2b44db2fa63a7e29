/// The nearest known word to a misspelt one, for "did you mean".
package enum Spelling {
  /// Longer words are not compared, nor more candidates than this: a stranger's file may hold anything.
  private static let maximumLength = 64
  private static let maximumCandidates = 1_000

  /// The candidate at the smallest distance, at most a third of the word's length (but 1 for short words).
  ///
  /// A candidate that differs only in case comes first. Of several equally near ones the first in alphabetical order
  /// is taken, so the answer does not depend on the order of the candidates.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    guard let typed = letters(of: word), !typed.isEmpty else { return nil }
    let limit = max(typed.count, 3) / 3
    var best: (distance: Int, word: String)?
    for candidate in candidates.prefix(maximumCandidates) {
      guard let known = letters(of: candidate), abs(known.count - typed.count) <= limit else { continue }
      let distance = distance(typed, known)
      // A word of which nothing would be left is no likeness.
      guard distance <= limit, distance < max(typed.count, known.count) else { continue }
      if let found = best, (found.distance, found.word) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.word
  }

  /// The scalars in lower case; nil for a word that is too long.
  private static func letters(of word: String) -> [Unicode.Scalar]? {
    guard word.utf8.count <= 4 * maximumLength else { return nil }
    let letters = Array(word.lowercased().unicodeScalars)
    return letters.count <= maximumLength ? letters : nil
  }

  /// The Damerau–Levenshtein distance in which no part is edited twice: insertions, deletions, substitutions and swaps
  /// of neighbours.
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var twoAbove: [Int] = []
    var above = Array(0...other.count)
    for i in one.indices {
      var row = [i + 1]
      row.reserveCapacity(above.count)
      for j in other.indices {
        var cost = min(above[j + 1] + 1, row[j] + 1, above[j] + (one[i] == other[j] ? 0 : 1))
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] { cost = min(cost, twoAbove[j - 1] + 1) }
        row.append(cost)
      }
      twoAbove = above
      above = row
    }
    return above[other.count]
  }
}
