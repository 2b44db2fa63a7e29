import FoveaGraph
import FoveaText
import Testing

@testable import Fovea

/// A fix changes the layers that it is about, as it says, and no other.
@Suite struct FixPromiseTests {
  /// The text with its safe fixes, and what is said to be fixable.
  private func fixed(_ text: String) throws -> (text: String, findings: [Diagnostic]) {
    let session = Session(SourceText(path: "a.yaml", text: text))
    var selection = RuleSelection()
    selection.levels = ["bias-before-norm": .warning, "no-op": .info]
    let linter = Linter(selection)
    let findings = linter.lint(session).results.map(\.diagnostic)
    let fixed = Fixer(linter).fixed(session)?.session ?? session
    return (String(decoding: fixed.source.bytes, as: UTF8.self), findings)
  }

  private static let conv = "{out: 8, kernel: 3, padding: half}"

  /// One finding; the text is that of a layer whose bias counts.
  @Test(arguments: [
    "layers: [conv: &c \(conv), batch_norm, relu, conv: *c, relu]",
    "layers: [conv: &c \(conv), relu, conv: *c, batch_norm]",
    "layers: [conv: {out: 8, kernel: 3, bias: &b true}, batch_norm, relu, conv: {out: 8, kernel: 3, bias: *b}]",
    "defaults: {conv: &c {out: 8, kernel: 3}}\nlayers: [conv: *c, batch_norm, conv: {out: 4}]",
    "layers: [{conv: &c \(conv), repeat: 2, first: {stride: 2}}, batch_norm, {conv: *c, first: *c, repeat: 2}]",
    "blocks: {b: {layers: [conv: \(conv)]}}\nlayers: [b, batch_norm, relu, b]",
    "params: {n: 1}\nvariants: {a: {n: 1}, b: {n: 2}}\nlayers: [conv: \(conv), {batch_norm: {}, when: n == 1}]",
  ])
  func `a text that other layers need is not changed, and the finding says why`(layers: String) throws {
    let text = "fovea: 1\ninput: 8x32x32\n" + layers
    let (after, findings) = try fixed(text)
    #expect(after == text)
    #expect(findings.count == 1)
    for finding in findings {
      #expect(finding.fixIts.map(\.applicability) == [.displayOnly])
      #expect(finding.help == "set `bias: false`; not by `--fix`, since the text stands for other layers too")
    }
  }

  @Test func `an alias of a value goes, and what it stands for stays`() throws {
    let text =
      "fovea: 1\ninput: 8x32x32\n"
      + "layers: [conv: {out: 8, kernel: 3, bias: &b true}, relu, conv: {out: 8, kernel: 3, bias: *b}, batch_norm]"
    let (after, findings) = try fixed(text)
    #expect(after == text.replacing("*b", with: "false"))
    #expect(findings.count == 1 && findings[0].fixIts[0].applicability == .safe)
  }

  @Test func `a text that several layers share is changed where all have the finding`() throws {
    let text =
      "fovea: 1\ninput: 8x32x32\n"
      + "layers: [conv: &c \(Self.conv), batch_norm, conv: *c, batch_norm, conv: *c, instance_norm]"
    let (after, findings) = try fixed(text)
    #expect(after == text.replacing("padding: half", with: "padding: half, bias: false"))
    #expect(findings.count == 3 && findings.allSatisfy { $0.fixIts[0].applicability == .safe })
  }

  @Test func `a layer whose attributes others use by an alias is not removed before they are`() throws {
    let start = "fovea: 1\ninput: 8x32x32\nlayers: [relu, max_pool: &p {kernel: &k 1}, "
    let used = start + "conv: {out: 8, kernel: *k}]"
    #expect(try fixed(used).text == used)
    #expect(try fixed(start + "avg_pool: *p]").text == "fovea: 1\ninput: 8x32x32\nlayers: [relu]")
  }

  @Test func `one group is written out where the document has another default`() throws {
    let text =
      "fovea: 1\ninput: 8x32x32\ndefaults: {conv: {groups: 8}}\n"
      + "layers: [conv: {out: 8, kernel: 3, groups: 1}]"
    let (after, findings) = try fixed(text)
    #expect(after == text && findings.isEmpty)
  }

  /// Changes of a network that are no part of what a fix has promised.
  @Test(arguments: [
    "[conv: {out: 8, kernel: 3, bias: false}, relu, conv: {out: 8, kernel: 3, bias: false}]",
    "[conv: {out: 8, kernel: 3, bias: false}, relu, conv: {out: 8, kernel: 3, padding_mode: reflect}]",
    "[conv: {out: 8, kernel: 3, bias: false}, relu6, conv: {out: 8, kernel: 3}]",
    "[conv: {out: 8, kernel: 3, bias: false}, conv: {out: 8, kernel: 3}]",
    "[conv: {out: 8, kernel: 3}, relu, conv: {out: 8, kernel: 3}]",
    "[conv: {out: 8, kernel: 3, bias: false}, relu, {conv: {out: 8, kernel: 3}, from: input}]",
  ])
  func `networks are the same only if nothing else has changed`(layers: String) {
    func family(_ layers: String) -> NetworkFamily {
      NetworkFamily(Session(SourceText(path: "", text: "fovea: 1\ninput: 8x32x32\nlayers: \(layers)")))
    }
    let before = family("[conv: {out: 8, kernel: 3}, relu, conv: {out: 8, kernel: 3}]")
    let changes: [LintedFile.Member: FixIt.Change] = [
      LintedFile.Member(network: 0, layer: .init(1)): .attribute("bias", "false")
    ]
    #expect(!family(layers).isSame(as: before, but: changes))
    #expect(
      family("[conv: {out: 8, kernel: 3, bias: false}, relu, conv: {out: 8, kernel: 3}]")
        .isSame(as: before, but: changes))
  }
}
