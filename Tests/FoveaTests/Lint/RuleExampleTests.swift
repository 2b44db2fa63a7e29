import Fovea
import FoveaFilters
import FoveaGraph
import FoveaLanguage
import FoveaReport
import FoveaText
import Testing

/// One example of one rule.
struct NumberedExample: Sendable, CustomTestStringConvertible {
  let rule: any Rule.Type
  let example: RuleExample
  let number: Int

  var testDescription: String { "\(rule.name) \(number): \(example.why)" }

  static let accepted = RuleCatalog.all.flatMap { rule in
    rule.accepted.enumerated().map { NumberedExample(rule: rule, example: $0.element, number: $0.offset + 1) }
  }

  static let flagged = RuleCatalog.all.flatMap { rule in
    rule.flagged.enumerated().map { NumberedExample(rule: rule, example: $0.element, number: $0.offset + 1) }
  }

  /// What the rule, and the language, find in the example.
  func findings(in text: String) -> [Diagnostic] {
    Linter(RuleSelection(only: rule)).lint(Session(SourceText(path: "example.yaml", text: text))).results
      .map(\.diagnostic)
  }
}

@Suite struct RuleExampleTests {
  @Test(arguments: NumberedExample.accepted)
  func `accepted examples have no finding`(example: NumberedExample) {
    #expect(example.example.marks.isEmpty)
    #expect(example.findings(in: example.example.text).map(\.message) == [])
  }

  @Test(arguments: NumberedExample.flagged)
  func `flagged examples have one finding at each mark and no other`(example: NumberedExample) {
    let findings = example.findings(in: example.example.text)
    let source = SourceText(path: "", text: example.example.text)
    #expect(!example.example.marks.isEmpty)
    #expect(findings.allSatisfy { $0.rule == example.rule.name })
    #expect(
      findings.map { "\($0.span.start): \(source.text(in: $0.span))" }
        == example.example.marks.map { "\($0.start): \(source.text(in: $0))" })
  }

  @Test(arguments: NumberedExample.flagged.filter { $0.example.fixed != nil })
  func `a fixed example is as written, has no finding that could be fixed, and is not changed again`(
    example: NumberedExample
  ) throws {
    let fixer = Fixer(Linter(RuleSelection(only: example.rule)), upTo: .changesResult)
    let source = SourceText(path: "example.yaml", text: example.example.text)
    let fixed = try #require(fixer.fixed(Session(source))).session
    #expect(String(decoding: fixed.source.bytes, as: UTF8.self) == example.example.fixedText)
    #expect(
      example.findings(in: String(decoding: fixed.source.bytes, as: UTF8.self)).allSatisfy {
        !$0.isFixable(.changesResult)
      })
    #expect(fixer.fixed(fixed) == nil)
  }

  /// Cases that a rule of thumb gets wrong.
  @Test(arguments: [
    ("even-kernel-shift", "- conv: {out: 8, kernel: 4, stride: 2, padding: 1}"),
    ("linear-pair", "- conv: {out: 16, kernel: 3, groups: 16}\n- conv: {out: 16, kernel: 3, groups: 16}"),
    ("linear-pair", "- conv: {out: 16, kernel: 3, groups: 16}\n- conv: {out: 32, kernel: 1}"),
    ("linear-pair", "- conv: {out: 16, kernel: 3}\n- max_pool: {kernel: 2}\n- conv: {out: 16, kernel: 3}"),
    (
      "over-padding",
      "- conv: {out: 8, kernel: 3, padding: 3}\n- conv: {out: 8, kernel: 3}\n- conv: {out: 8, kernel: 3}"
    ),
  ])
  func `what only looks wrong is accepted`(rule: String, layers: String) throws {
    let rule = try #require(RuleCatalog.rule(named: rule))
    let example = RuleExample.layers(layers, why: "")
    let findings = Linter(RuleSelection(only: rule)).lint(Session(SourceText(path: "a.yaml", text: example.text)))
    #expect(findings.results.map(\.diagnostic.message) == [])
  }
}
