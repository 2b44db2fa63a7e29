import FoveaGraph
import FoveaText
import Testing

@testable import FoveaLanguage

/// An operator with a fixed list of operands, in place of one with branches.
@Suite struct OperandReadingTests {
  private static let schema = OperatorSchema(
    kind: .concat, attributes: Concat.attributes, arity: .operands(["query", "key", "value"]))

  private static func read(_ body: String) throws -> (layer: DocumentSyntax.Layer, findings: [Diagnostic]) {
    let text = "fovea: 1\ninput: 3x8x8\nlayers:\n  - concat: \(body)\n"
    let document = try #require(YAMLDocument.parse(SourceText(path: "a.yaml", text: text)).0)
    let (syntax, findings) = Reader.read(document, schemas: OperatorSchemas([schema]))
    return (try #require(syntax.layers.layers.first), findings)
  }

  @Test func `operands have the order of the operator, with attributes between them`() throws {
    let (layer, findings) = try Self.read("{value: [relu], axis: height, query: stem, key: []}")
    #expect(findings.isEmpty && !layer.isBroken)
    #expect(layer.branches.map(\.name) == ["query", "key", "value"])
    #expect(layer.arguments.map(\.index) == [0])
  }

  @Test(
    arguments: [
      ("{query: [], key: []}", ["`concat` needs `value`"], nil),
      ("{axis: height}", ["`concat` needs `query` and `key` and `value`"], nil),
      ("{query: [], key: [], values: []}", ["`concat` has no operand `values`"], "did you mean `value`?"),
      (
        "{query: [], key: [], value: [], mask: []}", ["`concat` has no operand `mask`"],
        "its operands are `query`, `key`, `value`"
      ),
      (
        "{query: [], key: [], value: 3, axes: height}",
        ["`concat` has no operand `axes`"], "did you mean `axis`?"
      ),
      (
        "[relu]", ["`concat` needs a mapping of named operands, found a list"],
        "such as `concat: {query: [], key: [], value: []}`"
      ),
    ] as [(String, [String], String?)])
  func `an operand that is missing or not one of the list is reported once`(
    body: String, messages: [String], help: String?
  ) throws {
    let (layer, findings) = try Self.read(body)
    #expect(findings.map(\.message) == messages && findings.first?.help == help && layer.isBroken)
  }
}
