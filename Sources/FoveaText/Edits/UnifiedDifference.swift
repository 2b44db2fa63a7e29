/// The difference of two texts, line by line, in the unified format.
package enum UnifiedDifference {
  private static let context = 3

  /// The difference with its header; empty where there is none.
  package static func text(_ old: String, _ new: String, path: String) -> String {
    let (before, after) = (lines(old), lines(new))
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    if removed.isEmpty, inserted.isEmpty { return "" }
    var rows: [(mark: Character, line: Substring, old: Int, new: Int)] = []
    var (i, j) = (0, 0)
    while i < before.count || j < after.count {
      if removed.contains(i) {
        rows.append(("-", before[i], i, j))
        i += 1
      } else if inserted.contains(j) {
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

  private static func lines(_ text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
