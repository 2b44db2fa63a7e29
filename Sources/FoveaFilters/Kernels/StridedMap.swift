import FoveaNumerics

/// A linear map with a constant: unit `o` of each output is a weighted sum of the pixels `steps · o + first + t` of one
/// map, over the taps `t` of a bank, and a number of its own.
///
/// Convolutions, averages, rearrangements of pixels into channels, choices of channels, sums and concatenations of such
/// maps are such maps again. Beyond its border the map is taken for zeros.
package struct StridedMap: Equatable, Sendable {
  /// The distance in pixels between the windows of neighbouring units, along each axis.
  package let steps: [Int]
  /// The pixel of the first tap of unit 0, along each axis.
  package let first: [Int]
  /// The weights, one tap for each pixel.
  package let bank: FilterBank
  /// One number for each output.
  package let bias: [Double]

  private init(steps: [Int], first: [Int], bank: FilterBank, bias: [Double]) {
    (self.steps, self.first, self.bank, self.bias) = (steps, first, bank, bias)
  }

  /// The map that gives back its input.
  package init(channels: Int, rank: Int) {
    self.init(
      steps: Array(repeating: 1, count: rank), first: Array(repeating: 0, count: rank),
      bank: .identity(channels, rank: rank), bias: Array(repeating: 0, count: channels))
  }

  /// The map with a convolution behind it; nil where it is too large to be formed.
  package func followed(by kernel: Kernel) -> StridedMap? {
    let spread = zip(kernel.windows, steps).map { $0.dilation * $1 }
    guard kernel.inputs == bank.outputs,
      Composition.fits(
        kernel.bankShape(composedWith: bank.shape, steps: spread), inputs: bank.inputs, outputs: kernel.outputs)
    else { return nil }
    let dense = kernel.bank
    let constant = dense.sum
    return StridedMap(
      steps: zip(steps, kernel.windows).map { $0 * $1.stride },
      first: first.indices.map { first[$0] - steps[$0] * kernel.windows[$0].padding.before },
      bank: dense.composed(after: bank, steps: spread),
      bias: (0..<kernel.outputs).map { out in
        bias.indices.reduce(kernel.bias?[out] ?? 0) { $0 + constant[out, $1] * bias[$1] }
      })
  }

  /// Each output times a factor, and a number more.
  package func scaled(by factors: [Double], plus numbers: [Double]) -> StridedMap {
    var bank = bank
    for index in bank.elements.indices { bank.elements[index] *= factors[index % bank.area / bank.inputs] }
    return StridedMap(
      steps: steps, first: first, bank: bank, bias: bias.indices.map { bias[$0] * factors[$0] + numbers[$0] })
  }

  /// Some of the outputs, in an order of their own.
  package func selecting(_ outputs: [Int]) -> StridedMap {
    var chosen = FilterBank(shape: bank.shape, outputs: outputs.count, inputs: bank.inputs)
    for tap in 0..<bank.taps {
      for (row, out) in outputs.enumerated() {
        for input in 0..<bank.inputs {
          chosen.elements[tap * chosen.area + row * bank.inputs + input] =
            bank.elements[tap * bank.area + out * bank.inputs + input]
        }
      }
    }
    return StridedMap(steps: steps, first: first, bank: chosen, bias: outputs.map { bias[$0] })
  }

  /// The map whose unit 0 is the unit at some places of this one.
  package func moved(by units: [Int]) -> StridedMap {
    StridedMap(
      steps: steps, first: first.indices.map { first[$0] + steps[$0] * units[$0] }, bank: bank, bias: bias)
  }

  /// Every block of `factor` units along each axis as channels, in the order of PyTorch's `pixel_unshuffle`; nil where
  /// it is too large to be formed.
  package func unshuffled(_ factor: Int) -> StridedMap? {
    let places = gridPositions(Array(repeating: factor, count: steps.count))
    guard let blocks = Self.stacked(places.map { moved(by: $0) }) else { return nil }
    let channels = bank.outputs
    let order = (0..<channels).flatMap { channel in places.indices.map { $0 * channels + channel } }
    let ordered = blocks.selecting(order)
    return StridedMap(
      steps: steps.map { $0 * factor }, first: ordered.first, bank: ordered.bank, bias: ordered.bias)
  }

  /// The outputs of several maps one after another; nil where their steps differ, or it is too large to be formed.
  package static func stacked(_ maps: [StridedMap]) -> StridedMap? {
    guard let aligned = aligned(maps, outputs: maps.reduce(0) { $0 + $1.bank.outputs }) else { return nil }
    let outputs = aligned.banks.reduce(0) { $0 + $1.outputs }
    var bank = FilterBank(shape: aligned.banks[0].shape, outputs: outputs, inputs: aligned.banks[0].inputs)
    bank.elements.removeAll(keepingCapacity: true)
    for tap in 0..<aligned.banks[0].taps {
      for part in aligned.banks { bank.elements += part.elements[tap * part.area..<(tap + 1) * part.area] }
    }
    return StridedMap(steps: maps[0].steps, first: aligned.first, bank: bank, bias: maps.flatMap(\.bias))
  }

  /// The sum of several maps; nil where their steps or outputs differ, or it is too large to be formed.
  package static func sum(_ maps: [StridedMap]) -> StridedMap? {
    guard maps.allSatisfy({ $0.bank.outputs == maps[0].bank.outputs }),
      let aligned = aligned(maps, outputs: maps[0].bank.outputs)
    else { return nil }
    var bank = aligned.banks[0]
    for part in aligned.banks.dropFirst() {
      for index in bank.elements.indices { bank.elements[index] += part.elements[index] }
    }
    let bias = maps[0].bias.indices.map { out in maps.reduce(0) { $0 + $1.bias[out] } }
    return StridedMap(steps: maps[0].steps, first: aligned.first, bank: bank, bias: bias)
  }

  /// The banks of maps with the taps of all of them.
  private static func aligned(_ maps: [StridedMap], outputs: Int) -> (first: [Int], banks: [FilterBank])? {
    guard let steps = maps.first?.steps, maps.allSatisfy({ $0.steps == steps && $0.bank.inputs == maps[0].bank.inputs })
    else { return nil }
    let first = steps.indices.map { axis in maps.reduce(Int.max) { min($0, $1.first[axis]) } }
    let ends = steps.indices.map { axis in maps.reduce(Int.min) { max($0, $1.first[axis] + $1.bank.shape[axis]) } }
    let shape = zip(first, ends).map { $1 - $0 }
    guard Composition.fits(shape, inputs: maps[0].bank.inputs, outputs: outputs) else { return nil }
    return (first, maps.map { map in map.bank.placed(at: zip(map.first, first).map { $0 - $1 }, in: shape) })
  }
}

extension Kernel {
  /// The taps along each axis of the kernel behind a bank.
  fileprivate func bankShape(composedWith inner: [Int], steps: [Int]) -> [Int] {
    inner.indices.map { axis in
      let (reach, overflow) = (shape[axis] - 1).multipliedReportingOverflow(by: steps[axis])
      return overflow || reach > Composition.largestWeights ? Int.max : inner[axis] + reach
    }
  }
}

extension FilterBank {
  /// The bank among zeros, with its first tap at a place of a larger shape.
  fileprivate func placed(at place: [Int], in shape: [Int]) -> FilterBank {
    if shape == self.shape { return self }
    var result = FilterBank(shape: shape, outputs: outputs, inputs: inputs)
    let strides = rowMajor(shape)
    let start = offset(place, strides)
    for (tap, target) in gridOffsets(self.shape, strides).enumerated() {
      let row = (start + target) * area
      result.elements.replaceSubrange(row..<row + area, with: elements[tap * area..<(tap + 1) * area])
    }
    return result
  }
}
