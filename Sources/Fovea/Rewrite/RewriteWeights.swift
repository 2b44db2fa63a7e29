import FoveaFilters
import FoveaNumerics

/// Where the weights of the layers that are rewritten come from.
package enum RewriteWeights: Sendable {
  /// Nowhere: forms are chosen by sizes alone.
  case none
  /// Normal random numbers that depend on the seed and the layer's path alone, and that single precision holds.
  case random(seed: UInt64)
  case given(NetworkWeights<Double>)

  /// The kernel of a layer; nil where it has no weights.
  func kernel(_ direct: ConvolutionSizes, at path: String) -> Kernel? {
    switch self {
    case .none: return nil
    case .random(let seed):
      var generator = SplitMix64(seed: seed, name: path)
      let scale = (Double(direct.outputs) / Double(max(direct.weights, 1))).squareRoot()
      return direct.kernel(
        weights: generator.normals(direct.weights).map { Double(Float($0 * scale)) },
        bias: direct.hasBias ? generator.normals(direct.outputs).map { Double(Float($0)) } : nil)
    case .given(let weights):
      guard let array = weights.arrays["\(path).weight"] else { return nil }
      return direct.kernel(
        weights: array.elements, bias: direct.hasBias ? weights.arrays["\(path).bias"]?.elements : nil)
    }
  }
}

extension ConvolutionSizes {
  /// The convolution with weights; nil where they are not as many as it has.
  fileprivate func kernel(weights: [Double], bias: [Double]?) -> Kernel? {
    guard weights.count == self.weights, bias.map({ $0.count == outputs }) ?? !hasBias else { return nil }
    return Kernel(
      windows: windows, inputs: inputs, outputs: outputs, groups: groups, weights: weights, bias: bias)
  }
}
