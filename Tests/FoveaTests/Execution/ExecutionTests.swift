import Fovea
import FoveaGraph
import FoveaNumerics
import Testing

@Suite struct ExecutionTests {
  @Test(arguments: SmallNetworks.all)
  func `fast kernels give the sums of plain loops to the bit where weights are integers`(text: String) throws {
    let graph = try network(text)
    let expected = try outputs(of: graph, as: Float.self, initialization: .integers, algorithm: .reference, batch: 2)
    #expect(expected.allSatisfy { $0.elements.contains { $0 != 0 } })
    #expect(expected.allSatisfy { $0.elements.allSatisfy { $0.magnitude < 0x1p24 && $0 == $0.rounded() } })
    let direct = try outputs(of: graph, as: Float.self, initialization: .integers, algorithm: .direct, batch: 2)
    #expect(direct == expected)
  }

  @Test(arguments: SmallNetworks.all, [NetworkAlgorithm.automatic, .direct, .winograd])
  func `every algorithm gives the same network`(text: String, algorithm: NetworkAlgorithm) throws {
    let graph = try network(text)
    let expected = try outputs(of: graph, as: Double.self, algorithm: .reference)
    let found = try outputs(of: graph, as: Double.self, algorithm: algorithm)
    for (expected, found) in zip(expected, found) {
      #expect(expected.shape == found.shape)
      let largest = expected.elements.reduce(0) { max($0, $1.magnitude) }
      #expect(largest > 0)
      #expect(zip(expected.elements, found.elements).allSatisfy { ($0 - $1).magnitude <= 1e-10 * largest })
    }
  }

  @Test func `winograd is used where it fits and named`() throws {
    let graph = try network(SmallNetworks.residual)
    let weights = try NetworkWeights<Float>(random: graph)
    let execution = try GraphExecution(graph, weights: weights, algorithm: .winograd)
    let used = graph.ids.compactMap { execution.algorithm(of: $0) }
    // A stride, two square kernels of which one is dilated, and a kernel that is not square.
    #expect(used == [.direct, .winograd, .direct, .direct])
    let plain = try GraphExecution(graph, weights: weights, algorithm: .reference)
    #expect(graph.ids.compactMap { plain.algorithm(of: $0) } == Array(repeating: .reference, count: 4))
  }

  @Test(arguments: SmallNetworks.all, Initialization.allCases)
  func `a seed determines a network's outputs`(text: String, initialization: Initialization) throws {
    let graph = try network(text)
    let first = try outputs(of: graph, as: Float.self, initialization: initialization, seed: 5)
    #expect(try outputs(of: graph, as: Float.self, initialization: initialization, seed: 5) == first)
    #expect(try outputs(of: graph, as: Float.self, initialization: initialization, seed: 6) != first)
  }

  @Test func `several inputs and outputs go by their names`() throws {
    let graph = try network(
      """
      inputs: {left: 2x4x4, right: 2x4x4}
      layers:
        - add:
            a: [{identity: , from: left}]
            b: [{identity: , from: right}]
          from: left
          name: sum
        - relu:
          name: positive
      outputs: [sum, positive]
      """)
    let execution = try GraphExecution(graph, weights: NetworkWeights<Float>(random: graph))
    let left = try Tensor<Float>(shape: [1, 2, 4, 4], repeating: -3)
    let right = try Tensor<Float>(shape: [1, 2, 4, 4], repeating: 1)
    let results = try execution(["left": left, "right": right])
    #expect(results.map(\.name) == ["sum", "positive"])
    #expect(results.map { $0.tensor.elements.allSatisfy { $0 == -2 } } == [true, false])
    #expect(results[1].tensor.elements.allSatisfy { $0 == 0 })
    let missing = ExecutionError.input("there is no tensor for the input `right`")
    #expect(throws: missing) { _ = try execution(["left": left]) }
  }
}

@Suite struct ExecutionErrorTests {
  private func failure(of text: String) throws -> ExecutionError {
    let graph = try network(text)
    let error = #expect(throws: ExecutionError.self) {
      let weights = try NetworkWeights<Float>(random: graph)
      _ = try GraphExecution(graph, weights: weights)
    }
    return try #require(error)
  }

  @Test func `an opaque layer is named`() throws {
    let found = try failure(of: "input: 3x8x8\nlayers:\n  - opaque: {shape: [3, 8, 8]}\n    name: mystery\n")
    #expect(found == ExecutionError.opaque(path: "mystery"))
  }

  @Test func `a size that is not known is named`() throws {
    let found = try failure(of: "input: 3x?x8\nlayers:\n  - relu\n")
    #expect(found.description.contains("`input` is not known (3x?x8)"))
  }

  @Test func `memory that does not suffice is told beforehand`() throws {
    let text = "input: 3x64x64\nlayers:\n  - conv: {out: 4, kernel: 3}\n"
    let found = try MemoryLimit.$bytes.withValue(10_000) { try failure(of: text) }
    // Three maps of 64x64 and four of 62x62, of four bytes each.
    let activations: Int = 4 * (3 * 64 * 64 + 4 * 62 * 62)
    #expect(found == ExecutionError.memory(weights: 448, activations: activations, limit: 10_000))
  }

  @Test func `packed weights count`() throws {
    let graph = try network("input: 64x8x8\nlayers:\n  - conv: {out: 64, kernel: 3, padding: 1, bias: false}\n")
    let weights = try NetworkWeights<Float>(random: graph)
    let plain = 4 * 64 * 64 * 9
    // Two maps live at once; F(2, 3) has 16 numbers for each filter, where the weights have 9.
    let activations = 2 * 4 * 64 * 64
    for (algorithm, packed) in [(NetworkAlgorithm.reference, 0), (.direct, plain), (.winograd, plain / 9 * 16)] {
      let needed = plain + packed + activations
      try MemoryLimit.$bytes.withValue(needed) { _ = try GraphExecution(graph, weights: weights, algorithm: algorithm) }
      let found = #expect(throws: ExecutionError.self) {
        try MemoryLimit.$bytes.withValue(needed - 1) {
          _ = try GraphExecution(graph, weights: weights, algorithm: algorithm)
        }
      }
      #expect(
        found == ExecutionError.memory(weights: plain + packed, activations: activations, limit: needed - 1))
    }
  }
}
