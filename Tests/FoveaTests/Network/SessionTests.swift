import FoveaGraph
import FoveaText
import Testing

@testable import Fovea
@testable import FoveaLanguage

@Suite struct SessionTests {
  private static let family = """
    fovea: 1
    name: family
    input: 3x64x64
    params: {width: 8}
    variants:
      small: {width: 8}
      large: {width: 16}
      huge: {width: 32}
    layers:
      - conv: {out: width, kernel: 7, padding: 3, bias: true}
      - batch_norm
      - relu
      - dropout: {p: 0}
      - conv: {out: width, kernel: 7, padding: 3}
    """

  private static func session(_ text: String = family) -> Session {
    Session(SourceText(path: "family.yaml", text: text))
  }

  @Test func `a network is made once, whoever asks for it`() throws {
    let session = Self.session()
    let linter = Linter()
    #expect(session.elaborations == 0)
    for variant in session.specification.variants {
      var options = Specification.Options()
      options.variant = variant
      let network = session.network(options, counting: .init(batch: 4))
      _ = linter.lint(network, in: session)
      var asked = RewriteOptions()
      asked.layers = ["*"]
      let rewrite = try NetworkRewrite(network, in: session, rewriting: asked)
      #expect(!rewrite.proposals.isEmpty)
      // Every variant of the new text is compared with the old one.
      #expect(rewrite.session.elaborations == 3)
    }
    _ = linter.lint(session)
    #expect(session.network().variant == "small")
    #expect(session.elaborations == 3)
  }

  @Test func `each text that the fixer tries is elaborated once`() throws {
    let session = Self.session()
    var selection = RuleSelection()
    selection.select(["all"])
    let linter = Linter(selection)
    let fixed = try #require(Fixer(linter).fixed(session))
    // The batch normalisation takes the bias, and a dropout of nothing goes: in one text for all variants.
    #expect(fixed.count == 2)
    _ = linter.lint(fixed.session)
    #expect(session.elaborations == 3)
    #expect(fixed.session.elaborations == 3)
  }

  @Test func `figures that are counted in another way need no other elaboration`() throws {
    let session = Self.session()
    let (one, four) = (session.network(), session.network(counting: .init(batch: 4)))
    #expect(one.graph == four.graph)
    let macs = (one.analysis?.totals.macs.bound, four.analysis?.totals.macs.bound)
    #expect(macs.0.map { 4 * $0 } == macs.1)
    #expect(session.elaborations == 1)
  }

  @Test func `threads that ask at once share a network`() async {
    let session = Self.session()
    await withTaskGroup(of: Void.self) { group in
      for index in 0..<24 {
        group.addTask {
          var options = Specification.Options()
          options.variant = ["small", "large", "huge"][index % 3]
          _ = session.network(options)
        }
      }
    }
    #expect(session.elaborations == 3)
  }

  @Test(arguments: ["      - relu: {", "  - conv: {out: 4,\n    kernel: [\n", "  - a: b: c\n"])
  func `what stands before a mistake of the YAML is still told`(end: String) {
    let session = Self.session(Self.family + "\n" + end)
    #expect(!session.specification.isReadable)
    #expect(session.networks.map(\.hasErrors) == [true])
    #expect(session.outline.name == "family")
    #expect(session.outline.variants == ["small", "large", "huge"])
    #expect(session.outline.parameters == ["width"])
    #expect(Self.session().outline.variants == ["small", "large", "huge"])
  }
}
