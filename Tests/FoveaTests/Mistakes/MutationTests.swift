import Foundation
import FoveaGraph
import FoveaLanguage
import FoveaReport
import FoveaText
import Testing

/// Real descriptions with a few lines damaged: whatever is wrong with them, reading and analysing them ends.
@Suite struct MutationTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../specs").standardizedFileURL

  private static let specs: [String] =
    (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  /// Scalars that code which trusts its input stumbles over.
  private static let hostile = [
    "-1", "0", "1", "9223372036854775807", "-9223372036854775808", "100000000", "1000000", "1e400", "1e308", "0.5",
    "[]",
    "{}", "*x", "&x", "~", "?", "true", "half", "same", "unknown", "\u{7}", "in.channels", "block.height",
    "a if b else c",
    "1 // 0", "[0, 1, 2]", "[[1, 1000000], 2]", "[-1, ?]", "\"\"", "|", ">", "<<", "- -", "max(1)", "x.y.z",
  ]

  @Test(arguments: specs)
  func `damaged descriptions are read and analysed to the end`(of name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var random = Generator(seed: UInt64(truncatingIfNeeded: name.utf8.reduce(7) { $0 &* 31 &+ Int($1) }))
    for round in 0..<60 {
      var damaged = lines
      for _ in 0...Int.random(in: 0..<3, using: &random) { Self.damage(&damaged, &random) }
      let source = SourceText(path: "\(name)-\(round)", text: damaged.joined(separator: "\n"))
      let specification = Specification(source)
      let elaboration = specification.elaborate()
      if let graph = elaboration.graph {
        let analyzed = AnalyzedGraph(graph)
        _ = analyzed.diagnostics
      }
      #expect(elaboration.diagnostics.count <= 200)
      if elaboration.graph == nil { #expect(elaboration.hasErrors) }
      for finding in elaboration.diagnostics {
        #expect(finding.message.count < 400, "\(finding.message)")
        #expect(Int(finding.span.end) <= source.bytes.count)
      }
      _ = DiagnosticText.text(elaboration.diagnostics, in: source)
    }
  }

  private static func damage(_ lines: inout [String], _ random: inout Generator) {
    guard !lines.isEmpty else { return }
    let index = Int.random(in: lines.indices, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(lines[index], at: index)
    case 2: lines.swapAt(index, Int.random(in: lines.indices, using: &random))
    case 3: lines[index] = String(repeating: " ", count: Int.random(in: 1...3, using: &random)) + lines[index]
    case 4: lines[index] = String(lines[index].drop { $0 == " " })
    default: lines[index] = replacingScalar(in: lines[index], &random)
    }
  }

  /// Replaces one word or number of a line.
  private static func replacingScalar(in line: String, _ random: inout Generator) -> String {
    let characters = Array(line)
    func isWord(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || "_.*-".contains(character)
    }
    let starts = characters.indices.filter {
      isWord(characters[$0]) && ($0 == 0 || !isWord(characters[$0 - 1])) && characters[$0] != "-"
    }
    guard let start = starts.randomElement(using: &random), let scalar = hostile.randomElement(using: &random) else {
      return line
    }
    let end = characters[start...].firstIndex { !isWord($0) } ?? characters.endIndex
    return String(characters[..<start]) + scalar + String(characters[end...])
  }

  /// SplitMix64, so that a failure can be repeated.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
