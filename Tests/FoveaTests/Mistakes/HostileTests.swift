import FoveaGraph
import FoveaReport
import FoveaText
import Testing

/// Descriptions that are made to be too large, too deep or no text at all.
@Suite struct HostileTests {
  /// A description and the one message that is expected, with its place.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let message: String

    init(_ name: String, _ text: String, _ message: String) {
      self.init(name, bytes: Array(text.utf8), message)
    }

    init(_ name: String, bytes: [UInt8], _ message: String) {
      testDescription = name
      self.bytes = bytes
      self.message = message
    }
  }

  private static let head = "fovea: 1\ninput: 3x32x32\n"

  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  static let cases = [
    Case("an empty file", "", "1:1: the file is empty: expected a mapping with `fovea: 1`"),
    Case("only blanks", " \n\n  \n", "1:1: the file is empty: expected a mapping with `fovea: 1`"),
    Case("a version in quotes", "fovea: \"1\"\n", "1:8: the version of the language is 1, found the text `1`"),
    Case("a version in single quotes", "fovea: '1'\n", "1:8: the version of the language is 1, found the text `1`"),
    Case("a version in a block", "fovea: >-\n  1\n", "1:8: the version of the language is 1, found the text `1`"),
    Case("a version with a point", "fovea: 1.0\n", "1:8: the version of the language is 1, found `1.0`"),
    Case(
      "invalid UTF-8", bytes: Array((head + "layers:\n  - re").utf8) + [0xFF, 0x0A],
      "4:7: byte 0xFF is not valid UTF-8"),
    Case(
      "a truncated character", bytes: Array((head + "name: caf").utf8) + [0xC3],
      "3:10: byte 0xC3 is not valid UTF-8"),
    Case("a zero byte", head + "layers:\n  - re\0lu\n", "4:7: control character U+0000 is not allowed"),
    Case(
      "UTF-16", bytes: [0xFF, 0xFE, 0x66, 0x00], "1:1: the file is encoded as UTF-16 or UTF-32, expected UTF-8"),
    Case(
      "a file that is too large", repeated("# nothing\n", 1_700_000),
      "1:1: the file is longer than 16777216 bytes (16 MiB), the limit"),
    Case(
      "10,000 flow levels", head + "layers: " + repeated("[", 10_000), "3:108: nested more than 100 levels deep"),
    Case(
      "10,000 flow mappings", head + "layers: " + repeated("{a: ", 10_000),
      "3:405: nested more than 100 levels deep"),
    Case(
      "10,000 block levels", head + "layers:\n" + repeated("- ", 10_000) + "relu\n",
      "4:199: nested more than 100 levels deep"),
    Case("an alias bomb", bomb, "9:47: aliases expand to more than 1,000,000 nodes"),
    Case(
      "parentheses 10,000 deep",
      head + "layers:\n  - conv: {out: \(repeated("(", 10_000))1\(repeated(")", 10_000)), kernel: 3}\n",
      "4:17: an expression can have at most 10000 bytes"),
    Case(
      "10,000 signs", head + "layers:\n  - conv: {out: \"\(repeated("-", 10_000))1\", kernel: 3}\n",
      "4:18: an expression can have at most 10000 bytes"),
    Case(
      "10,000 negations", head + "layers:\n  - relu: {}\n    when: \(repeated("not ", 10_000))true\n",
      "5:11: an expression can have at most 10000 bytes"),
    Case(
      "10,000 choices", head + "layers:\n  - relu: {}\n    when: \(repeated("true if false else ", 10_000))true\n",
      "5:11: an expression can have at most 10000 bytes"),
    Case(
      "parentheses 100 deep",
      head + "layers:\n  - conv: {out: \(repeated("(", 100))1\(repeated(")", 100)), kernel: 3}\n",
      "4:81: expressions may nest at most 64 deep"),
    Case(
      "100 signs", head + "layers:\n  - conv: {out: \"\(repeated("-", 100))1\", kernel: 3}\n",
      "4:82: expressions may nest at most 64 deep"),
    Case(
      "100 negations", head + "layers:\n  - relu: {}\n    when: \(repeated("not ", 100))true\n",
      "5:267: expressions may nest at most 64 deep"),
    Case(
      "100 choices", head + "layers:\n  - relu: {}\n    when: \(repeated("true if false else ", 100))true\n",
      "5:1227: expressions may nest at most 64 deep"),
    Case(
      "1,000 parameters",
      head + "params:\n" + (0..<1000).map { "  p\($0): 1\n" }.joined() + "layers:\n  - conv: {out: p1, kernel: 3}\n",
      "204:3: more than 200 parameters"),
    Case("blocks that use each other 2^60 times", doubling, "9:21: blocks are used more than 500000 times"),
    Case("blocks 1,000 deep", deep, "103:18: blocks and branches nest more than 100 deep"),
    Case(
      "300,000 written layers", head + "layers:\n" + repeated("- relu\n", 300_000),
      "200004:3: more than 200000 layers are written"),
    Case(
      "a name of a million letters", head + "layers:\n  - \(repeated("x", 1_000_000))\n",
      "4:5: unknown operator or block `\(repeated("x", 60))…`"),
    Case(
      "a product beyond 64 bits", head + "layers:\n  - conv: {out: 9223372036854775807 * 2, kernel: 3}\n",
      "4:17: the result does not fit in 64 bits"),
    Case(
      "the smallest integer divided",
      head + "layers:\n  - conv: {out: (0 - 9223372036854775807 - 1) // -1, kernel: 3}\n",
      "4:17: the result does not fit in 64 bits"),
    Case(
      "a list of 200,000 entries as a kernel",
      head + "layers:\n  - conv: {out: 8, kernel: [\(repeated("3, ", 200_000))3]}\n",
      "4:28: `kernel` must be an integer from 1 to 1,000,000, or a list with one for each axis, found a list "
        + "`[3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,…`"),
  ]

  /// Each line stands for ten of the line above.
  private static let bomb: String = {
    var text = head + "params:\n  a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
    for level in 1...20 {
      text += "  a\(level): &a\(level) [\(repeated("*a\(level - 1), ", 9))*a\(level - 1)]\n"
    }
    return text + "layers: [relu]\n"
  }()

  private static let doubling: String = {
    var text = head + "blocks:\n  b0:\n    layers: []\n"
    for level in 1...60 { text += "  b\(level): {layers: [b\(level - 1), b\(level - 1)]}\n" }
    return text + "layers:\n  - b60\n"
  }()

  private static let deep: String = {
    var text = head + "blocks:\n"
    for level in 0..<1000 { text += "  b\(level): {layers: [b\(level + 1)]}\n" }
    return text + "  b1000: {layers: [relu]}\nlayers:\n  - b0\n"
  }()

  @Test(arguments: cases)
  func `gives one message`(of input: Case) throws {
    let source = SourceText(path: "hostile.yaml", bytes: input.bytes)
    let findings = Mistakes.found(in: source)
    let messages = findings.map { finding in
      let (line, column) = source.position(of: finding.span.start)
      return "\(line):\(column): \(finding.message)"
    }
    #expect(messages == [input.message])
    #expect(findings.allSatisfy { $0.severity == .error })
    #expect(DiagnosticText.text(findings, in: source).plain.utf8.count < 4000)
  }

  @Test func `a hundred mistakes are shown, and that there are more`() throws {
    let wrong = Self.repeated("  - conv: {out: 0, kernel: 3}\n  - rlu\n", 500)
    let findings = Mistakes.found(in: SourceText(path: "many.yaml", text: Self.head + "layers:\n" + wrong))
    #expect(findings.count == 100)
    #expect(findings.contains { $0.notes.contains { $0.message.contains("more mistakes") } })
  }
}
