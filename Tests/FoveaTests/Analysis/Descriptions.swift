import FoveaGraph
import FoveaLanguage
import FoveaText
import Testing

/// The analysis of a description that is right: `input: …`, and whatever follows it.
func analyzed(
  _ text: String, _ options: AnalyzedGraph.Options = AnalyzedGraph.Options(),
  location: SourceLocation = #_sourceLocation
) throws -> AnalyzedGraph {
  let elaboration = Specification(SourceText(path: "test.yaml", text: "fovea: 1\n" + text)).elaborate()
  #expect(elaboration.diagnostics.isEmpty, sourceLocation: location)
  return AnalyzedGraph(try #require(elaboration.graph, sourceLocation: location), options: options)
}
