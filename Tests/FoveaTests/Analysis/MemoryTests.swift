import FoveaGraph
import Testing

@Suite struct MemoryTests {
  /// A description with its figures, counted by hand, in float32.
  struct Counted: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let peak: Int
    let layer: String
    let training: Int
  }

  static let counted = [
    // Values: input 16, conv 32, relu 32, max_pool 8, linear 10; flatten is a view of max_pool.
    // Live: conv 16 + 32, relu 32 + 32, max_pool 32 + 8, linear 8 + 10.
    // Kept: conv its input 16, relu its output 32, which max_pool keeps too, linear its input 8.
    Counted(
      testDescription: "a chain",
      text: """
        input: 1x4x4
        layers:
          - conv: {out: 2, kernel: 3, padding: 1}
          - relu
          - max_pool: {kernel: 2}
          - flatten
          - linear: {out: 10}
        """,
      peak: 4 * 64, layer: "relu", training: 4 * 56),
    // All have 32 values. Live: conv 2 of them, relu, conv_2 and add 3 each: the shortcut holds the input.
    // Kept: conv its input, relu its output, which conv_2 keeps too, add nothing.
    Counted(
      testDescription: "a shortcut",
      text: """
        input: 2x4x4
        layers:
          - add:
              main:
                - conv: {out: 2, kernel: 3, padding: 1}
                - relu
                - conv: {out: 2, kernel: 3, padding: 1}
              shortcut: []
        """,
      peak: 4 * 96, layer: "main.relu", training: 4 * 64),
    // Values: input 16, early 64, max_pool 16, late 8. Live: early 80, max_pool 64 + 16, late 64 + 16 + 8, since
    // early is an output. Kept: early its input 16, max_pool its input 64, late its input 16.
    Counted(
      testDescription: "an early output",
      text: """
        input: 1x4x4
        layers:
          - conv: {out: 4, kernel: 3, padding: 1}
            name: early
          - max_pool: {kernel: 2}
          - conv: {out: 2, kernel: 1}
            name: late
        outputs: [early, late]
        """,
      peak: 4 * 88, layer: "late", training: 4 * 96),
    // Values: input 16, pool 4, sigmoid 4, multiply 16. Live: pool 20, sigmoid 24, multiply 16 + 4 + 16.
    // Kept: sigmoid its output 4, multiply its inputs 16 and 4.
    Counted(
      testDescription: "a gate",
      text: """
        input: 4x2x2
        layers:
          - multiply: {features: [], gate: [global_avg_pool, sigmoid]}
        """,
      peak: 4 * 36, layer: "multiply", training: 4 * 20),
    // Values: input 8, wide 32, dropout a view of it, narrow 4, unread 8, concat 36.
    // Live: wide 40, narrow 32 + 4, unread 32 + 4 + 8, concat 32 + 4 + 36.
    // Kept: wide and unread their inputs 8 and 32, narrow the same 32.
    Counted(
      testDescription: "views and a layer that nothing reads",
      text: """
        input: 2x2x2
        layers:
          - conv: {out: 8, kernel: 1}
            name: wide
          - dropout: {}
            name: dropout
          - conv: {out: 1, kernel: 1}
            name: narrow
          - conv: {out: 2, kernel: 1}
            name: unread
            from: wide
          - concat: {one: dropout, other: narrow}
        """,
      peak: 4 * 72, layer: "concat", training: 4 * 40),
  ]

  @Test(arguments: counted)
  func `peak and training activations are those counted by hand`(network: Counted) throws {
    let analysis = try analyzed(network.text)
    let totals = analysis.totals
    #expect(totals.peakActivationBytes == .known(network.peak))
    #expect(totals.peakActivationLayer.map(analysis.graph.path(of:)) == network.layer)
    #expect(totals.trainingActivationBytes == .known(network.training))
  }

  @Test(arguments: Zoo.networks)
  func `the peak is the most of all tensors that are still to be read`(network: ZooEntry) throws {
    let analysis = try #require(network.analysis)
    let graph = analysis.graph
    // For each tensor the last step in which it, or a view of it, is read.
    var owner = Array(graph.layers.indices)
    var last = Array(graph.layers.indices)
    for (step, layer) in graph.layers.enumerated() {
      if analysis.costs[step].isView, let input = layer.inputs.first { owner[step] = owner[input.position] }
      for input in layer.inputs { last[owner[input.position]] = step }
    }
    for output in graph.outputs { last[owner[output.layer.position]] = graph.layers.count }
    // A trained constant is no activation.
    let sizes = try graph.ids.map { id in
      let isConstant = analysis.costs[id.position].isView && graph[id].inputs.isEmpty
      return owner[id.position] == id.position && !isConstant
        ? 4 * (try #require(graph.shape(of: id).elements.value)) : 0
    }
    var change = Array(repeating: 0, count: graph.layers.count + 2)
    for (step, size) in sizes.enumerated() {
      change[step] += size
      change[last[step] + 1] -= size
    }
    var live: [Int] = []
    for step in graph.layers.indices { live.append((live.last ?? 0) + change[step]) }
    // What attention holds while it computes: queries, keys, values, and how each position weighs the others.
    for (step, cost) in analysis.costs.enumerated() {
      live[step] += 4 * (try #require((cost.projected + cost.matrix).value))
    }
    let peak = try #require(live.max())
    #expect(analysis.totals.peakActivationBytes == .known(peak))
    #expect(analysis.totals.peakActivationLayer?.position == live.firstIndex(of: peak))
    #expect(analysis.activationBytes.map(\.value) == sizes)
  }

  @Test func `activations whose sum does not fit in 64 bits are a lower bound`() throws {
    // 10^18 values in each of input, relu and add: 4·10^18 bytes each, and 9.2·10^18 at most.
    let analysis = try analyzed(
      """
      input: [100, 100000000, 100000000]
      layers:
        - add: {one: [relu], other: []}
      """)
    #expect(analysis.totals.peakActivationBytes == .atLeast(8_000_000_000_000_000_000, missing: [LayerID(2)]))
  }
}
