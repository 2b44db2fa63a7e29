import FoveaGraph
import FoveaLanguage
import FoveaReport
import FoveaText
import Testing

/// A text written at random together with the nodes it holds.
private struct RandomYAML {
  struct Node: Equatable {
    var kind: YAMLDocument.Kind
    var span: SourceSpan
    var text: String
    var isPlain: Bool
    var children: [Node] = []
  }

  private var random: SplitMix
  private var keyCount = 0
  private(set) var bytes: [UInt8] = []

  init(seed: UInt64) {
    random = SplitMix(state: seed)
  }

  private static let words = ["a", "conv", "4 * width", "é", "ключ", "日本語", "😀 x", "3:2", "b#c", "-1", "x-y"]

  private var position: UInt32 { UInt32(bytes.count) }

  private mutating func write(_ text: String) { bytes += Array(text.utf8) }

  private mutating func chance(_ one: UInt64, in all: UInt64) -> Bool { random.next() % all < one }

  private mutating func scalar(_ prefix: String = "") -> Node {
    let word = prefix + Self.words[Int(random.next() % UInt64(Self.words.count))]
    let start = position
    switch random.next() % 6 {
    case 0:
      write("'\(word)'")
      return Node(kind: .scalar, span: SourceSpan(start: start, end: position), text: word, isPlain: false)
    case 1:
      write("\"\(word)\\t\"")
      return Node(kind: .scalar, span: SourceSpan(start: start, end: position), text: word + "\t", isPlain: false)
    default:
      write(word)
      return Node(kind: .scalar, span: SourceSpan(start: start, end: position), text: word, isPlain: true)
    }
  }

  private mutating func key() -> Node {
    keyCount += 1
    return scalar("k\(keyCount)")
  }

  private var absent: Node {
    Node(kind: .scalar, span: SourceSpan(start: position, end: position), text: "", isPlain: true)
  }

  private mutating func space() { if chance(1, in: 3) { write(" ") } }

  private mutating func flow(_ depth: Int) -> Node {
    guard depth > 0, chance(1, in: 2) else { return scalar() }
    let start = position
    let isMapping = chance(1, in: 2)
    write(isMapping ? "{" : "[")
    var children: [Node] = []
    for index in 0..<(random.next() % 4) {
      if index > 0 { write(", ") }
      space()
      if isMapping {
        children.append(key())
        write(":")
        if chance(1, in: 5) {
          children.append(absent)
          write(" ")
        } else {
          write(" ")
          children.append(flow(depth - 1))
        }
      } else {
        children.append(flow(depth - 1))
      }
      space()
    }
    write(isMapping ? "}" : "]")
    return Node(
      kind: isMapping ? .mapping : .sequence, span: SourceSpan(start: start, end: position), text: "", isPlain: false,
      children: children)
  }

  private mutating func endLine() {
    if chance(1, in: 6) { write(" # é: [") }
    write(chance(1, in: 5) ? "\r\n" : "\n")
    if chance(1, in: 8) { write("\n") }
    if chance(1, in: 8) { write("    # ключ: 1\n") }
  }

  /// A block collection whose first line is already indented.
  mutating func block(_ depth: Int, indentation: Int) -> Node {
    let start = position
    let isMapping = chance(1, in: 2)
    var children: [Node] = []
    for index in 0...(random.next() % 3) {
      if index > 0 { write(String(repeating: " ", count: indentation)) }
      if isMapping { children.append(key()) }
      write(isMapping ? ":" : "-")
      if chance(1, in: 6) {
        children.append(absent)
        endLine()
      } else if depth > 0, chance(1, in: 2) {
        if isMapping {
          endLine()
          write(String(repeating: " ", count: indentation + 2))
        } else {
          write(" ")
        }
        children.append(block(depth - 1, indentation: indentation + 2))
      } else {
        write(" ")
        children.append(flow(2))
        endLine()
      }
    }
    let end = children.last?.span.end ?? start
    return Node(
      kind: isMapping ? .mapping : .sequence, span: SourceSpan(start: start, end: end), text: "", isPlain: false,
      children: children)
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct YAMLPropertyTests {
  private func tree(_ id: NodeID, _ document: YAMLDocument) -> RandomYAML.Node {
    RandomYAML.Node(
      kind: document.kind(of: id), span: document.span(of: id), text: document.text(of: id),
      isPlain: document.isPlain(id), children: document.children(of: id).map { tree($0, document) })
  }

  @Test func `random documents are read as they were written`() throws {
    for seed in 1...400 as ClosedRange<UInt64> {
      var writer = RandomYAML(seed: seed)
      let expected = writer.block(3, indentation: 0)
      let source = SourceText(path: "x", bytes: writer.bytes)
      let (document, findings) = YAMLDocument.parse(source)
      #expect(findings == [], "seed \(seed)")
      let read = try #require(document, "seed \(seed)")
      #expect(tree(read.root, read) == expected, "seed \(seed): \(String(decoding: writer.bytes, as: UTF8.self))")
    }
  }

  @Test func `children lie in order inside their parents, and plain text is the text of the file`() throws {
    for seed in 1000...1200 as ClosedRange<UInt64> {
      var writer = RandomYAML(seed: seed)
      _ = writer.block(3, indentation: 0)
      let read = try #require(YAMLDocument.parse(SourceText(path: "x", bytes: writer.bytes)).document)
      var visited: [NodeID] = []
      func visit(_ id: NodeID) {
        visited.append(id)
        let span = read.span(of: id)
        if read.isPlain(id) { #expect(read.source.text(in: span) == read.text(of: id), "seed \(seed)") }
        var last = span.start
        for child in read.children(of: id) {
          let inner = read.span(of: child)
          #expect(inner.start >= last && inner.end <= span.end, "seed \(seed)")
          last = inner.end
          visit(child)
        }
      }
      visit(read.root)
      #expect(visited == visited.sorted() && visited.count == read.count, "seed \(seed)")
    }
  }

  @Test func `damaged documents are refused or read, with every place inside the file`() {
    for seed in 1...400 as ClosedRange<UInt64> {
      var writer = RandomYAML(seed: seed)
      _ = writer.block(2, indentation: 0)
      var bytes = writer.bytes
      var random = SplitMix(state: seed)
      for _ in 0..<3 {
        let place = Int(random.next() % UInt64(bytes.count))
        let damage = Array("[]{}:,-\"'&*!\t\n #|>%?@\u{1B}".utf8)
        bytes[place] =
          random.next() % 4 == 0 ? UInt8(random.next() % 256) : damage[Int(random.next() % UInt64(damage.count))]
      }
      let source = SourceText(path: "x", bytes: bytes)
      let (document, findings) = YAMLDocument.parse(source)
      #expect(document != nil || !findings.isEmpty)
      for finding in findings {
        #expect(finding.span.end <= bytes.count, "seed \(seed)")
        #expect(!DiagnosticText.text(finding, in: source).plain.contains("\u{1B}"), "seed \(seed)")
      }
    }
  }
}
