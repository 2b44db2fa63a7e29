import FoveaText
import Testing

/// Differences of texts, which must turn the one into the other.
@Suite struct UnifiedDifferenceTests {
  @Test func `a small change stands with three lines around it`() {
    let old = (1...20).map { "line \($0)\n" }.joined()
    let difference = UnifiedDifference.text(
      old, old.replacing("line 9\n", with: "line nine\nand more\n"), path: "a.yaml")
    #expect(
      difference == """
        --- a.yaml
        +++ a.yaml
        @@ -6,7 +6,8 @@
         line 6
         line 7
         line 8
        -line 9
        +line nine
        +and more
         line 10
         line 11
         line 12

        """)
  }

  @Test func `equal texts have none`() {
    #expect(UnifiedDifference.text("a\nb\n", "a\nb\n", path: "a.yaml").isEmpty)
  }

  @Test func `lines that end with CRLF are lines`() {
    let old = (1...20).map { "line \($0)\r\n" }.joined()
    let difference = UnifiedDifference.text(old, old.replacing("line 9\r\n", with: ""), path: "a.yaml")
    #expect(difference.utf8.count { $0 == UInt8(ascii: "\n") } == 3 + 7)
    #expect(applied(difference, to: old) == old.replacing("line 9\r\n", with: ""))
  }

  /// Few different lines, so that many of them are alike; long texts take several windows.
  @Test(arguments: [0, 1, 7, 400, 5000], [1, 3, 40, 700])
  func `applied to the old text it gives the new one`(count: Int, spread: Int) {
    var generator = Generator(seed: UInt64(count * 1000 + spread))
    let old = (0..<count).map { _ in "\(generator.next(below: 5))" }
    var new: [String] = []
    for line in old {
      switch generator.next(below: spread * 3) {
      case 0: new += (0..<generator.next(below: spread)).map { "new \($0 % 4)" }
      case 1: break
      case 2: new.append("other")
      default: new.append(line)
      }
    }
    let (before, after) = (text(old), text(new))
    let difference = UnifiedDifference.text(before, after, path: "a.yaml")
    #expect(applied(difference, to: before) == after)
  }

  @Test func `what was inserted before a long text leaves the rest alone`() {
    let old = (0..<3000).map { "line \($0)" }
    let difference = UnifiedDifference.text(text(old), text(["one", "two"] + old), path: "a.yaml")
    #expect(difference.split(separator: "\n").count { $0.hasPrefix("-") || $0.hasPrefix("+") } == 2 + 2)
  }

  private func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  /// The text that a difference makes of an old one; the lines that it keeps or removes must be there.
  private func applied(_ difference: String, to old: String) -> String {
    let lines = { (text: String) in text.utf8.split(separator: 10, omittingEmptySubsequences: false).map(Substring.init)
    }
    var rest = lines(old)[...]
    var new = ""
    var line = 0
    for row in lines(difference).dropFirst(2) {
      if row.hasPrefix("@@") {
        guard let start = Int(row.dropFirst(4).prefix(while: \.isNumber)) else { return "no place" }
        let isEmpty = row.dropFirst(4).drop(while: \.isNumber).hasPrefix(",0 ")
        while line < (isEmpty ? start : start - 1), let next = rest.popFirst() {
          new += next + "\n"
          line += 1
        }
        continue
      }
      if row.hasPrefix("+") { new += row.dropFirst() + "\n" }
      guard row.hasPrefix("-") || row.hasPrefix(" ") else { continue }
      guard rest.popFirst() == row.dropFirst() else { return "another line" }
      line += 1
      if row.hasPrefix(" ") { new += row.dropFirst() + "\n" }
    }
    return new + rest.joined(separator: "\n")
  }
}

/// Numbers that are the same at every run.
private struct Generator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &+ 1 }

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, bound)
  }
}
