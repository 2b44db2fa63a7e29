import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaText
import Testing

/// `repeat`, and the number of a repetition in expressions.
@Suite struct RepetitionTests {
  /// The dilations of the convolutions, in their order.
  private static func dilations(_ text: String) throws -> [Int] {
    try analyzed(text).graph.layers.compactMap { layer in
      guard case .conv(let conv) = layer.operation else { return nil }
      return conv.window.dilation.values(rank: 1)[0]
    }
  }

  @Test func `each repetition has its number, from 0`() throws {
    let text = """
      input: 8x4096
      layers:
        - conv: {out: 8, kernel: 2, dilation: 2 ** index, padding: [[2 ** index, 0]]}
          repeat: 10
      """
    let network = try analyzed(text)
    #expect(try Self.dilations(text) == (0..<10).map { 1 << $0 })
    // Ten layers of two taps, each twice as far apart, see 1024 samples.
    #expect(FieldText.short(network.receptiveFields[LayerID(10)]) == "1024/1")
  }

  @Test func `a block sees the number only as a parameter, and the innermost repetition counts`() throws {
    let dilations = try Self.dilations(
      """
      input: 8x4096
      blocks:
        pair:
          params: {power: }
          layers:
            - conv: {out: 8, kernel: 3, dilation: 10 ** power + index, padding: half}
              repeat: 2
      layers:
        - pair: {power: index + 1}
          repeat: 2
        - add:
            main:
              - conv: {out: 8, kernel: 3, dilation: index + 5, padding: half}
              - conv: {out: 8, kernel: 3, dilation: index + 1, padding: half}
                repeat: 2
              - conv: {out: 8, kernel: 3, dilation: index + 7, padding: half}
                when: index > 0
            skip: []
          repeat: 2
      """)
    #expect(dilations == [10, 11, 100, 101, 5, 1, 2, 6, 1, 2, 8])
  }

  @Test func `the first repetition has number 0 in what is given for it`() throws {
    let dilations = try Self.dilations(
      """
      input: 8x4096
      layers:
        - conv: {out: 8, kernel: 3, dilation: index + 2, padding: half}
          repeat: 3
          first: {dilation: index + 9}
      """)
    #expect(dilations == [9, 3, 4])
  }

  @Test func `written flat, each repetition has its own numbers`() throws {
    let network = try analyzed(
      """
      input: 8x256
      layers:
        - conv: {out: 8 * 2 ** index, kernel: 3, dilation: 2 ** index, padding: half}
          repeat: 4
      """)
    let text = ExpandedSpecification.text(network)
    let again = Network(Specification(SourceText(path: "flat.yaml", text: text)))
    let graph = try #require(again.analysis?.graph)
    #expect(graph.layers.map(\.operation) == network.graph.layers.map(\.operation))
    #expect(graph.ids.map { graph.shape(of: $0) } == network.graph.ids.map { network.graph.shape(of: $0) })
  }
}
