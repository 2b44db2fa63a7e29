import Fovea
import FoveaGraph
import FoveaNumerics
import Testing

@Suite struct NetworkWeightsTests {
  @Test func `arrays have PyTorch's names and shapes, and shared ones are there once`() throws {
    let weights = try NetworkWeights<Float>(random: network(SmallNetworks.shared))
    #expect(
      weights.arrays.mapValues(\.shape) == [
        "first.weight": [3, 3, 3, 3], "first.bias": [3], "linear.weight": [4, 3], "linear.bias": [4],
      ])
  }

  @Test func `there are as many numbers as the analysis counts`() throws {
    let names = ["lenet5", "squeezenet1_1", "shufflenet_v2_x0_5"]
    for name in names {
      let analysis = try Zoo.analysis(name)
      let weights = try NetworkWeights<Float>(random: analysis.graph)
      let parts = Dictionary(grouping: weights.arrays) { $0.key.contains(".running_") }
      func count(_ isStatistic: Bool) -> Int { (parts[isStatistic] ?? []).reduce(0) { $0 + $1.value.count } }
      #expect(analysis.totals.parameters == .known(count(false)), "\(name)")
    }
  }

  @Test func `He weights have the variance two over the number of terms`() throws {
    let graph = try network("input: 16x9x9\nlayers:\n  - conv: {out: 64, kernel: 3}\n")
    let weights = try NetworkWeights<Double>(random: graph)
    let kernel = try #require(weights.arrays["conv.weight"])
    let variance = kernel.elements.reduce(0) { $0 + $1 * $1 } / Double(kernel.count)
    #expect((variance * 144 / 2 - 1).magnitude < 0.05)
    #expect(weights.arrays["conv.bias"]?.elements.allSatisfy { $0 == 0 } == true)
  }

  @Test func `an archive holds the weights of a network`() throws {
    let graph = try network(SmallNetworks.residual)
    let weights = try NetworkWeights<Float>(random: graph, seed: 9)
    let bytes = try weights.archive { .float32($0) }.bytes()
    #expect(try NetworkWeights<Float>(NPZArchive(bytes: bytes), for: graph).arrays == weights.arrays)
  }

  @Test func `an archive that does not fit says which array`() throws {
    let graph = try network("input: 3x4x4\nlayers:\n  - conv: {out: 2, kernel: 1}\n")
    let full = try NetworkWeights<Float>(random: graph).archive { .float32($0) }
    #expect(full.entries.map(\.name) == ["conv.weight", "conv.bias"])
    func message(_ change: (inout NPZArchive) -> Void) throws -> String {
      var archive = full
      change(&archive)
      let error = #expect(throws: ExecutionError.self) { _ = try NetworkWeights<Float>(archive, for: graph) }
      return try #require(error).description
    }
    #expect(try message { $0.entries.removeLast() }.contains("no array `conv.bias` of the shape [2]"))
    #expect(try message { $0.entries[1].array = full.entries[0].array }.contains("the shape [2, 3, 1, 1]"))
    #expect(try message { $0.entries.append(.init(name: "other", array: full.entries[0].array)) }.contains("`other`"))
  }
}
