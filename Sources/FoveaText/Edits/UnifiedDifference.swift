/// The difference of two texts, line by line, in the unified format.
package enum UnifiedDifference {
  private static let context = 3
  /// The most lines of one text between which the least difference is sought at once.
  private static let window = 512

  /// The difference with its header; empty where there is none.
  package static func text(_ old: String, _ new: String, path: String) -> String {
    let (before, after) = (lines(old), lines(new))
    let (removed, inserted) = changes(from: before, to: after)
    if !removed.contains(true), !inserted.contains(true) { return "" }
    var rows: [(mark: Character, line: Substring, old: Int, new: Int)] = []
    var (i, j) = (0, 0)
    while i < before.count || j < after.count {
      if i < before.count, removed[i] {
        rows.append(("-", before[i], i, j))
        i += 1
      } else if j < after.count, inserted[j] {
        rows.append(("+", after[j], i, j))
        j += 1
      } else {
        rows.append((" ", before[i], i, j))
        (i, j) = (i + 1, j + 1)
      }
    }
    var text = "--- \(path)\n+++ \(path)\n"
    var index = 0
    while let first = rows[index...].firstIndex(where: { $0.mark != " " }) {
      var end = first
      while let next = rows[(end + 1)...].firstIndex(where: { $0.mark != " " }), next - end <= 2 * context {
        end = next
      }
      let hunk = rows[max(0, first - context)..<min(rows.count, end + context + 1)]
      let olds = hunk.count { $0.mark != "+" }
      let news = hunk.count { $0.mark != "-" }
      let start = hunk[hunk.startIndex]
      text +=
        "@@ -\(olds == 0 ? start.old : start.old + 1),\(olds) +\(news == 0 ? start.new : start.new + 1),\(news) @@\n"
      for row in hunk { text += "\(row.mark)\(row.line)\n" }
      index = end + 1
    }
    return text
  }

  /// Which lines of the old text are removed, and which of the new one inserted.
  ///
  /// The least difference takes time that grows with the lines times the changes. So it is sought in a window from the
  /// first change on, which moves on behind the last line that both texts have in its first three quarters: texts of no
  /// more lines than a window have their least difference, and longer ones take time for each line alone.
  private static func changes(from before: [Substring], to after: [Substring]) -> (removed: [Bool], inserted: [Bool]) {
    var numbers: [Substring: Int] = [:]
    func number(_ line: Substring) -> Int {
      if let number = numbers[line] { return number }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    let (old, new) = (before.map(number), after.map(number))
    var removed = [Bool](repeating: false, count: old.count)
    var inserted = [Bool](repeating: false, count: new.count)
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, old[i] == new[j] {
        (i, j) = (i + 1, j + 1)
        continue
      }
      let (ends, others) = (i..<min(i + window, old.count), j..<min(j + window, new.count))
      for change in new[others].difference(from: old[ends]) {
        switch change {
        case .remove(let offset, _, _): removed[i + offset] = true
        case .insert(let offset, _, _): inserted[j + offset] = true
        }
      }
      let isLast = ends.upperBound == old.count && others.upperBound == new.count
      let end = isLast ? nil : lastCommon(in: ends, others, removed, inserted)
      if let end {
        for index in end.old..<ends.upperBound { removed[index] = false }
        for index in end.new..<others.upperBound { inserted[index] = false }
      }
      (i, j) = (end?.old ?? ends.upperBound, end?.new ?? others.upperBound)
    }
    return (removed, inserted)
  }

  /// The place behind the last line that both texts have in the first three quarters of a window.
  private static func lastCommon(
    in old: Range<Int>, _ new: Range<Int>, _ removed: [Bool], _ inserted: [Bool]
  ) -> (old: Int, new: Int)? {
    var (i, j) = (old.lowerBound, new.lowerBound)
    var last: (old: Int, new: Int)?
    while max(i - old.lowerBound, j - new.lowerBound) < window / 4 * 3, i < old.upperBound, j < new.upperBound {
      if removed[i] {
        i += 1
      } else if inserted[j] {
        j += 1
      } else {
        (i, j) = (i + 1, j + 1)
        last = (i, j)
      }
    }
    return last
  }

  private static func lines(_ text: String) -> [Substring] {
    // A carriage return belongs to its line, as for other programs.
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
