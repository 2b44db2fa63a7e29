import FoveaFilters
import FoveaNumerics

/// Chains of random convolutions with an input, small enough to run by the hundred.
struct RandomChain {
  var layers: [Kernel] = []
  var input: [Int]

  /// Which numbers weights, biases and inputs are.
  enum Numbers { case real, integers }

  /// How the layers pad.
  enum PaddingPlace { case everywhere, firstLayer }

  init(seed: UInt64, numbers: Numbers, padding: PaddingPlace) {
    var generator = SplitMix64(seed: seed)
    let rank = seed % 8 == 0 ? 1 : seed % 40 == 1 ? 3 : 2
    let count = generator.integer(rank == 3 ? 2...2 : 1...4)
    var width = [1, 2, 3, 4, 6][generator.integer(0...4)]
    let inputs = width
    for index in 0..<count {
      let outputs = [1, 2, 3, 4, 6][generator.integer(0...4)]
      let wish = [1, 1, 2, 3][generator.integer(0...3)]
      let groups = (1...wish).last { width % $0 == 0 && outputs % $0 == 0 } ?? 1
      let windows = (0..<rank).map { _ in
        let kernel = generator.integer(1...(count > 2 ? 3 : 4))
        return AxisWindow.checked(
          kernel: kernel, stride: generator.integer(0...3) == 0 ? generator.integer(2...3) : 1,
          dilation: generator.integer(0...3) == 0 ? generator.integer(2...3) : 1,
          padding: padding == .everywhere || index == 0
            ? AxisPadding(before: generator.integer(0...2), after: generator.integer(0...2)) : AxisPadding())
      }
      let taps = windows.reduce(1) { $0 * $1.kernel }
      let weights = (0..<outputs * (width / groups) * taps).map { _ in Self.number(numbers, &generator) }
      let bias =
        generator.integer(0...1) == 0 ? nil : (0..<outputs).map { _ in Self.number(numbers, &generator) }
      layers.append(
        Kernel(windows: windows, inputs: width, outputs: outputs, groups: groups, weights: weights, bias: bias))
      width = outputs
    }
    input = [1, inputs]
    for axis in 0..<rank {
      let composed = ComposedWindow(layers.map { $0.windows[axis] })?.window ?? .checked(kernel: 1)
      let outputs = generator.integer(1...(rank == 1 ? 12 : 5))
      let least = max(
        composed.extent + (outputs - 1) * composed.stride - composed.padding.before - composed.padding.after, 1)
      var size = least + generator.integer(0...(composed.stride - 1))
      while !Self.fits(layers.map { $0.windows[axis] }, size) { size += 1 }
      input.append(size)
    }
  }

  func tensor(seed: UInt64, numbers: Numbers) throws -> Tensor<Double> {
    var generator = SplitMix64(seed: seed)
    let count = input.reduce(1, *)
    return try Tensor(shape: input, elements: (0..<count).map { _ in Self.number(numbers, &generator) })
  }

  /// Whether every layer gives an output when each pads on its own.
  private static func fits(_ windows: [AxisWindow], _ size: Int) -> Bool {
    var size = size
    for window in windows {
      let room = size + window.padding.before + window.padding.after - window.extent
      if room < 0 { return false }
      size = room / window.stride + 1
    }
    return true
  }

  private static func number(_ numbers: Numbers, _ generator: inout SplitMix64) -> Double {
    switch numbers {
    case .real: generator.normal()
    case .integers: Double(generator.integer(-3...3))
    }
  }

}

/// Runs layers one after the other.
func run(_ layers: [Kernel], _ input: Tensor<Double>) throws -> Tensor<Double> {
  var map = input
  for layer in layers {
    map = try layer.convolution.reference(map, weight: layer.weightTensor(), bias: layer.biasTensor())
  }
  return map
}
