import Foundation
import FoveaGraph
import FoveaNumerics
import Testing

@testable import Fovea
@testable import FoveaLanguage
@testable import FoveaText

/// A network of `specs/zoo` with an eighth of its channels, on a small image.
///
/// `Benchmarks/Python/record_networks.py` narrows the same descriptions, gives torch the same weights in float64, and
/// stores evenly spread elements of what comes out.
struct NarrowNetwork: Sendable, CustomTestStringConvertible {
  let name: String
  let channels: Int
  let size: Int

  static let all = [
    NarrowNetwork(name: "alexnet", channels: 3, size: 96), NarrowNetwork(name: "vgg16", channels: 3, size: 64),
    NarrowNetwork(name: "resnet50", channels: 3, size: 64), NarrowNetwork(name: "mobilenet_v2", channels: 3, size: 64),
    NarrowNetwork(name: "densenet121", channels: 3, size: 64),
    NarrowNetwork(name: "efficientnet_b0", channels: 3, size: 64),
    NarrowNetwork(name: "googlenet", channels: 3, size: 64), NarrowNetwork(name: "unet", channels: 1, size: 204),
  ]

  var testDescription: String { name }

  /// The graph of the narrowed description.
  func graph() throws -> Graph {
    let network = try #require(Zoo.networks.first { $0.name == name })
    var options = Specification.Options()
    options.variant = network.elaboration.graph?.variant
    options.inputs = [(nil, Shape(channels: Extent(channels), spatial: Extents(repeating: Extent(size), count: 2)))]
    let flat = ExpandedSpecification.text(
      AnalyzedGraph(try #require(network.specification.elaborate(options).graph)))
    let text = flat.replacing(#/(out|groups): (\d+)/#) { match in
      "\(match.output.1): \(max(1, (Int(match.output.2) ?? 0) / 8))"
    }
    let elaboration = Specification(SourceText(path: name, bytes: Array(text.utf8))).elaborate()
    #expect(!elaboration.hasErrors)
    return try #require(elaboration.graph)
  }

  /// What torch gives, in the order of the outputs.
  func recorded(_ graph: Graph) throws -> [Tensor<Double>] {
    let url = try #require(Bundle.module.url(forResource: "networks", withExtension: "npz", subdirectory: "Fixtures"))
    let archive = try NPZArchive(bytes: Array(Data(contentsOf: url)))
    return try graph.outputs.map { output in
      try #require(archive["\(name) \(channels)x\(size)x\(size) \(output.name)"]).tensor()
    }
  }
}

/// At most 300 elements, evenly spread.
private func samples<Element>(_ tensor: Tensor<Element>) -> [Double] {
  stride(from: 0, to: tensor.count, by: max(1, (tensor.count + 299) / 300)).map { Double(tensor.elements[$0]) }
}

private func distance(_ left: [Double], _ right: [Double]) -> Double {
  guard left.count == right.count else { return .infinity }
  return zip(left, right).reduce(0) { largest, pair in
    let difference = (pair.0 - pair.1).magnitude
    return difference.isNaN ? .infinity : max(largest, difference)
  }
}

@Suite struct NetworkAgreementTests {
  /// The weights that torch had, and the outputs in both precisions.
  private func outputs<Element: TensorElement>(
    _ graph: Graph, as type: Element.Type, _ change: (inout [String: Tensor<Element>]) throws -> Void = { _ in }
  ) throws -> [[Double]] {
    let single = try NetworkWeights<Float>(random: graph, initialization: .varied)
    let weights = try NetworkWeights<Element>(single)
    let execution = try GraphExecution(graph, weights: weights)
    let drawn = try GraphExecution(graph, weights: single).randomInputs(initialization: .varied)
    var inputs = try drawn.mapValues { try Tensor<Element>($0) }
    try change(&inputs)
    return try execution(inputs).map { samples($0.tensor) }
  }

  /// Rounding errors of an output are, to first order, proportional to the unit roundoff. What single precision errs by
  /// thus tells what two runs in double precision may differ by, 2⁻²⁹ of it, whatever the network does with its errors.
  /// Different orders of summation and the choice of the largest sample are worth a factor; it is 16.
  @Test(arguments: NarrowNetwork.all)
  func `a network of the zoo gives what torch gives with the same weights`(network: NarrowNetwork) throws {
    let graph = try network.graph()
    let recorded = try network.recorded(graph)
    let double = try outputs(graph, as: Double.self)
    let single = try outputs(graph, as: Float.self)
    #expect(recorded.count == double.count)
    for (index, wanted) in recorded.enumerated() {
      let error = distance(single[index], wanted.elements)
      let largest = wanted.elements.map(\.magnitude).max() ?? 0
      #expect(error > 0 && error < 1e-4 * largest)
      #expect(distance(double[index], wanted.elements) <= 16 * 0x1p-29 * error)
    }
  }

  @Test(arguments: NarrowNetwork.all)
  func `layers that are fused give what they give on their own, to the bit`(network: NarrowNetwork) throws {
    let graph = try network.graph()
    let weights = try NetworkWeights<Float>(random: graph, initialization: .varied)
    let fused = try GraphExecution(graph, weights: weights)
    #expect(graph.ids.contains { fused.convolution(of: $0) != nil })
    let inputs = try fused.randomInputs(initialization: .varied)
    let alone = try GraphExecution(graph, weights: weights, fusion: .none)
    #expect(graph.ids.allSatisfy { alone.convolution(of: $0) == nil })
    #expect(try fused(inputs).map(\.tensor) == alone(inputs).map(\.tensor))
  }

  @Test func `an image that differs in one pixel by a millionth is noticed`() throws {
    let network = NarrowNetwork.all[2]
    let graph = try network.graph()
    let wanted = try #require(network.recorded(graph).first)
    let single = try outputs(graph, as: Float.self)
    let changed = try outputs(graph, as: Double.self) { inputs in
      for (name, tensor) in inputs {
        var elements = tensor.elements
        elements[elements.count / 2] += 1e-6
        inputs[name] = try Tensor(shape: tensor.shape, elements: elements)
      }
    }
    #expect(distance(changed[0], wanted.elements) > 16 * 0x1p-29 * distance(single[0], wanted.elements))
  }

  @Test(arguments: NarrowNetwork.all)
  func `every layer of a network keeps the bound of its rounding errors`(network: NarrowNetwork) throws {
    let graph = try network.graph()
    let weights = try NetworkWeights<Float>(random: graph, initialization: .varied)
    let inputs = try GraphExecution(graph, weights: weights).randomInputs(initialization: .varied)
    let comparison = try LayerComparison(graph, weights: weights)
    var (layers, worst) = (0, 0.0)
    try comparison(inputs) { id, ratio in
      layers += 1
      guard let ratio else {
        Issue.record("`\(graph.path(of: id))` has no bound")
        return
      }
      #expect(ratio <= 1, "\(graph.path(of: id))")
      worst = max(worst, ratio)
    }
    #expect(layers == graph.ids.count - 1)
    // Roundings do happen.
    #expect(worst > 0)
  }

  @Test func `a layer whose weights are changed by a hundred-thousandth leaves its bound`() throws {
    let graph = try network("input: 8x12x12\nlayers:\n  - conv: {out: 8, kernel: 3}\n")
    let weights = try NetworkWeights<Float>(random: graph, initialization: .varied)
    let changed = try NetworkWeights<Double>(weights) { name, array in
      name == "weight" ? array.map { 1.00001 * $0 } : array
    }
    let comparison = try LayerComparison(graph, weights: weights, exact: changed)
    let inputs = try GraphExecution(graph, weights: weights).randomInputs(initialization: .varied)
    try comparison(inputs) { _, ratio in #expect((ratio ?? 0) > 1) }
  }
}
