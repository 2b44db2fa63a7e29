package import FoveaFilters
package import FoveaNumerics

extension Kernel {
  /// The same convolution with random weights and biases, each filter of length about 1.
  package func randomized(using generator: inout SplitMix64) -> Kernel {
    let scale = 1 / Double(max(1, inputs / groups * taps)).squareRoot()
    let weights = weights.map { _ in generator.normal() * scale }
    return with(weights: weights, bias: bias.map { $0.map { _ in generator.normal() } })
  }

  /// Why a composition is no kernel of a given size.
  package enum Misfit: Error, Hashable, Sendable {
    /// There are taps between or beyond those of the kernel.
    case taps
    /// Channels are connected that the groups of the kernel keep apart.
    case groups
    /// There is a bias, and the kernel has none.
    case bias
  }

  /// The composition of a stack as a kernel with this one's window, groups and bias.
  ///
  /// - Throws: where it is none.
  package func holding(_ composition: Kernel) throws(Misfit) -> Kernel {
    guard composition.groups % groups == 0 else { throw .groups }
    if bias == nil, composition.bias?.contains(where: { $0 != 0 }) == true { throw .bias }
    var weights: [Double] = []
    for group in 0..<groups {
      weights += try part(group, of: groups).placing(composition.part(group, of: groups))
    }
    return with(
      weights: weights, bias: bias.map { own in composition.bias ?? Array(repeating: 0, count: own.count) })
  }

  /// The weights of a composition at the taps of a window without groups.
  private func placing(_ composition: Kernel) throws(Misfit) -> [Double] {
    let spacing = Composition.spacing(of: [composition])
    let source = Composition.bank([composition], spacing: spacing)
    guard zip(composition.windows, windows).allSatisfy({ $0.extent <= $1.extent }) else { throw .taps }
    var bank = FilterBank(shape: shape, outputs: outputs, inputs: inputs)
    let strides = rowMajor(shape)
    for (tap, position) in source.positions.enumerated() {
      let elements = source.elements[tap * source.area..<(tap + 1) * source.area]
      guard elements.contains(where: { $0 != 0 }) else { continue }
      let places = zip(position, spacing).map { $0 * $1 }
      guard zip(places, windows).allSatisfy({ $0 % $1.dilation == 0 }) else { throw .taps }
      let target = offset(zip(places, windows).map { $0 / $1.dilation }, strides)
      bank.elements.replaceSubrange(target * bank.area..<(target + 1) * bank.area, with: elements)
    }
    return Kernel(bank, windows: windows).weights
  }
}
