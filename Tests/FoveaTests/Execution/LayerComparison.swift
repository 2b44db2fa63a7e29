import FoveaGraph
import FoveaNumerics

@testable import Fovea

/// How the output of one layer is rounded: by how much it can differ from exact arithmetic on the same operands.
enum LayerRounding {
  /// Elements are moved, compared or cut off, not computed.
  case exact
  /// Sums of products in any order: at most γₙ times the same layer of magnitudes, for so many terms.
  case sum(terms: Int)
  /// A function of one element, some roundings of its result and one or two of libm, which err by at most an ulp or so.
  case function(roundings: Int)
}

extension LayerRounding {
  /// The rounding of a layer without Winograd's transforms; nil where no bound has been derived.
  init?(_ graph: Graph, _ id: LayerID) {
    let operation = graph[id].operation
    let input = graph.operands(of: graph[id]).first
    let channels = input.channels.value ?? 0
    func taps(_ window: SlidingWindow) -> Int { window.kernel.values(rank: input.rank).reduce(1, *) }
    let pixels = input.positions.value ?? 0
    switch operation {
    case .input, .maxPool, .adaptiveMaxPool, .globalMaxPool, .relu, .relu6, .dropout, .stochasticDepth, .identity,
      .flatten, .reshape, .permute, .pad, .crop, .pixelShuffle, .pixelUnshuffle, .channelShuffle, .sliceChannels,
      .slice, .select, .roll, .classToken, .concat, .parameter:
      self = .exact
    // Beside the products of an output: its bias, and the one by which the first rounding is counted.
    case .conv(let conv): self = .sum(terms: channels / conv.groups * taps(conv.window) + 2)
    case .convTranspose(let conv): self = .sum(terms: channels / conv.groups * taps(conv.window) + 2)
    case .linear: self = .sum(terms: channels + 2)
    case .avgPool(let pool): self = .sum(terms: taps(pool.window) + 2)
    case .adaptiveAvgPool, .globalAvgPool: self = .sum(terms: pixels + 2)
    case .add, .multiply: self = .sum(terms: graph[id].inputs.count)
    case .positionEmbedding: self = .sum(terms: 2)
    // (x − mean) · (scale / √(variance + ε)) + shift, with ε rounded.
    case .batchNorm(let norm) where norm.track: self = .sum(terms: 8)
    case .layerScale: self = .sum(terms: 1)
    case .leakyRelu, .prelu, .silu, .hardswish, .hardsigmoid, .sigmoid, .tanh, .hardtanh: self = .function(roundings: 8)
    case .batchNorm, .layerNorm, .groupNorm, .instanceNorm, .localResponseNorm, .elu, .gelu, .mish, .softplus, .glu,
      .softmax, .attention, .upsample, .opaque:
      return nil
    }
  }
}

/// A network of which every layer is compared with the same layer in double precision on the same operands.
///
/// A bound that is carried from the input to the output takes every weight by its magnitude. It grows by some √n in a
/// layer of n terms, and after a dozen layers it says nothing any more, in either precision. That each layer keeps its
/// own bound on the operands that it really gets is as strict for each of them, and stays so at any depth.
struct LayerComparison<Element: TensorElement> {
  private let execution: GraphExecution<Element>
  private let exact: GraphExecution<Double>
  /// Weights by their magnitudes, and means with a negative sign, so that what is subtracted is added.
  private let magnitudes: GraphExecution<Double>

  /// Packs the weights, and those that the bounds are for unless they are the same. Winograd's transforms have another
  /// bound, so layers are computed directly.
  init(
    _ graph: Graph, weights: NetworkWeights<Element>, exact: NetworkWeights<Double>? = nil
  ) throws(ExecutionError) {
    execution = try GraphExecution(graph, weights: weights, algorithm: .direct, fusion: .none)
    do throws(NumericsError) {
      let double = if let exact { exact } else { try NetworkWeights<Double>(weights) }
      let absolute = try NetworkWeights<Double>(weights) { name, array in
        array.map { name == "running_mean" ? -$0.magnitude : $0.magnitude }
      }
      self.exact = try Self.execution(graph, double)
      magnitudes = try Self.execution(graph, absolute)
    } catch {
      throw .weights(error.description)
    }
  }

  private static func execution(
    _ graph: Graph, _ weights: NetworkWeights<Double>
  ) throws(NumericsError) -> GraphExecution<Double> {
    do throws(ExecutionError) {
      return try GraphExecution(graph, weights: weights, algorithm: .direct, fusion: .none)
    } catch {
      throw .attribute(error.description)
    }
  }

  /// Runs the network; `body` gets each layer with the largest |computed − exact| / bound of its elements, nil where
  /// there is no bound.
  func callAsFunction(
    _ inputs: [String: Tensor<Element>], _ body: (LayerID, Double?) -> Void
  ) throws(ExecutionError) {
    _ = try execution.maps(for: inputs) { id, maps throws(ExecutionError) in
      var operands: [Tensor<Element>] = []
      for map in maps { operands.append(try map.planes(path: execution.graph.path(of: id))) }
      let output = try execution.layer(id)(operands)
      body(id, try worst(id, operands, output))
      return .planes(output)
    }
  }

  private func worst(
    _ id: LayerID, _ operands: [Tensor<Element>], _ output: Tensor<Element>
  ) throws(ExecutionError) -> Double? {
    guard let rounding = LayerRounding(execution.graph, id) else { return nil }
    var doubles: [Tensor<Double>] = []
    do throws(NumericsError) {
      for operand in operands { doubles.append(try Tensor(operand)) }
    } catch {
      throw .layer(path: execution.graph.path(of: id), reason: error.description)
    }
    let wanted = try exact.layer(id)(doubles)
    let bound: Tensor<Double>
    let model = RoundingModel.deterministic
    switch rounding {
    case .exact: bound = wanted.map { _ in 0 }
    case .sum(let terms):
      let count = Double(terms)
      let own = model.growth(count, unitRoundoff: Double.unitRoundoff)
      // Of the result, of the one in double precision that stands for the exact one, and of the bound itself.
      let growth = (model.growth(count, unitRoundoff: Element.unitRoundoff) + own) / (1 - own)
      let underflow = count * Double(Element.leastNonzeroMagnitude)
      bound = try magnitudes.layer(id)(doubles.map { $0.map(\.magnitude) }).map { growth * $0 + underflow }
    case .function(let roundings):
      let growth = Double(roundings) * (Element.unitRoundoff + Double.unitRoundoff)
      bound = wanted.map { growth * $0.magnitude + Double(Element.leastNonzeroMagnitude) }
    }
    return ratio(output, wanted, bound)
  }

  private func ratio(_ output: Tensor<Element>, _ wanted: Tensor<Double>, _ bound: Tensor<Double>) -> Double {
    var worst = 0.0
    for index in output.elements.indices {
      let difference = (Double(output.elements[index]) - wanted.elements[index]).magnitude
      if difference == 0 { continue }
      // Also where the difference is not a number.
      guard difference <= bound.elements[index] else { return difference / bound.elements[index] }
      worst = max(worst, difference / bound.elements[index])
    }
    return worst
  }
}
