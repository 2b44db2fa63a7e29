package import FoveaGraph
import FoveaNumerics

/// What a rewritten layer costs beside the one that it replaces.
///
/// Every layer is counted at its real size: padding that goes in front makes the maps between the layers larger.
package struct RewriteCost: Hashable, Sendable {
  /// What one side costs for one image.
  package struct Side: Hashable, Sendable {
    /// Weights and biases.
    package var parameters: Figure
    /// Multiply-accumulates; unknown where the size of the input is.
    package var macs: Figure
    /// Numbers on the maps that the layers give; unknown where the size of the input is.
    package var activations: Figure
  }

  package let before: Side
  package let after: Side
  /// The ratio of multiply-accumulates on a map so large that borders do not count.
  package let macsAtLargeSizes: Double

  package init(of layers: [ConvolutionSizes], replacing direct: ConvolutionSizes) {
    before = Side([direct])
    after = Side(layers)
    macsAtLargeSizes = Self.work(layers) / Self.work([direct])
  }

  /// Multiply-accumulates for one position of the input, borders aside.
  private static func work(_ layers: [ConvolutionSizes]) -> Double {
    var (sum, positions) = (0.0, 1.0)
    for layer in layers {
      for window in layer.windows { positions /= Double(window.stride) }
      let taps = layer.kernel.reduce(1.0) { $0 * Double($1) }
      sum += positions * taps * Double(layer.inputs / layer.groups) * Double(layer.outputs)
    }
    return sum
  }
}

extension RewriteCost {
  /// New over old multiply-accumulates; on a large map where the size is not known.
  package var macsRatio: Double {
    Self.ratio(after.macs, before.macs) ?? macsAtLargeSizes
  }

  /// New over old parameters.
  package var parametersRatio: Double { Self.ratio(after.parameters, before.parameters) ?? .infinity }

  /// New over old numbers on maps; nil where the size is not known.
  package var activationsRatio: Double? { Self.ratio(after.activations, before.activations) }

  /// Whether it has fewer multiply-accumulates and no more parameters.
  package var isCheaper: Bool { macsRatio < 1 && parametersRatio <= 1 }

  private static func ratio(_ new: Figure, _ old: Figure) -> Double? {
    guard let new = new.value, let old = old.value, old > 0 else { return nil }
    return Double(new) / Double(old)
  }
}

extension RewriteCost.Side {
  fileprivate init(_ layers: [ConvolutionSizes]) {
    (parameters, macs, activations) = (0, 0, 0)
    for layer in layers {
      let weights =
        layer.kernel.reduce(Figure(layer.inputs / layer.groups)) { $0 * Figure($1) } * Figure(layer.outputs)
      let outputs = layer.size.flatMap { try? layer.windows.outputSizes($0) }
      let positions: Figure = outputs?.reduce(1) { $0 * Figure($1) } ?? .unknown
      parameters = parameters + weights + Figure(layer.hasBias ? layer.outputs : 0)
      macs = macs + weights * positions
      activations = activations + positions * Figure(layer.outputs)
    }
  }
}
