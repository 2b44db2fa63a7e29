import Fovea
import FoveaGraph
import FoveaNumerics
import Testing

@Suite struct FieldExecutionTests {
  private static let networks = [
    SmallNetworks.residual, SmallNetworks.bottleneck, SmallNetworks.segmenting, SmallNetworks.lines,
    SmallNetworks.volumes, SmallNetworks.shared,
    "input: 1x21\nlayers:\n  - conv: {out: 2, kernel: 3, dilation: 4}\n  - avg_pool: {kernel: 2, stride: 3}\n",
    "input: 4x6x6\nlayers:\n  - pixel_shuffle: {factor: 2}\n  - conv: {out: 1, kernel: 3, stride: 3}\n",
    "input: 1x9x9\nlayers:\n  - adaptive_avg_pool: {size: 4}\n  - upsample: {scale: 2, mode: bilinear}\n",
  ]

  /// For some units of the output, everything that the unit does not see takes other values; then what it sees does.
  @Test(arguments: networks)
  func `a unit depends on the pixels of its receptive field alone`(text: String) throws {
    let analysis = try analyzed(text)
    let graph = analysis.graph
    let input = try #require(graph.inputs.first)
    let unitLayer = try #require(graph.outputs.first?.layer)
    let axes = try #require(analysis.receptiveFields[unitLayer]?.axes)
    let weights = try NetworkWeights<Float>(random: graph, seed: 3, initialization: .integers)
    let execution = try GraphExecution(graph, weights: weights)
    func image(_ seed: UInt64) throws -> Tensor<Float> {
      try #require(try execution.randomInputs(seed: seed, initialization: .integers)[graph[input].name])
    }
    func result(_ image: Tensor<Float>) throws -> Tensor<Float> {
      try #require(try execution([graph[input].name: image]).first?.tensor)
    }
    let (base, other) = (try image(1), try image(2))
    let expected = try result(base)
    let sizes = Array(expected.shape.dropFirst(2))
    var changed = 0
    for unit in Set([sizes.map { _ in 0 }, sizes.map { $0 / 2 }, sizes.map { $0 - 1 }, sizes.map { $0 / 3 }]) {
      let seen = try zip(axes, unit).map { try #require($0.window.rows(ofUnit: $1)) }
      func mixed(keepingSeen: Bool) throws -> Tensor<Float> {
        let strides = base.strides
        let elements = base.elements.indices.map { index in
          let isSeen = seen.indices.allSatisfy { axis in
            seen[axis].contains(index / strides[axis + 2] % base.shape[axis + 2])
          }
          return isSeen == keepingSeen ? base.elements[index] : other.elements[index]
        }
        return try Tensor(shape: base.shape, elements: elements)
      }
      func values(_ tensor: Tensor<Float>) -> [Float] {
        (0..<tensor.shape[1]).map { tensor[[0, $0] + unit] }
      }
      #expect(values(try result(mixed(keepingSeen: true))) == values(expected), "unit \(unit)")
      if values(try result(mixed(keepingSeen: false))) != values(expected) { changed += 1 }
    }
    #expect(changed > 0)
  }
}
