import FoveaNumerics

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers in every run.
struct RandomNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9e37_79b9_7f4a_7c15 }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func tensor<Element: TensorElement>(_ shape: [Int], of: Element.Type = Element.self) throws
    -> Tensor<Element> where Element: BinaryFloatingPoint, Element.RawSignificand: FixedWidthInteger
  {
    try Tensor(shape: shape, elements: (0..<shape.reduce(1, *)).map { _ in Element.random(in: -1...1, using: &self) })
  }

  mutating func integers<Element: TensorElement>(_ shape: [Int], in range: ClosedRange<Int>, times factor: Int = 1)
    throws -> Tensor<Element>
  {
    let elements = (0..<shape.reduce(1, *)).map { _ in Element(Int.random(in: range, using: &self) * factor) }
    return try Tensor(shape: shape, elements: elements)
  }
}

/// A convolution over an input of some shape.
struct Layer: CustomStringConvertible {
  var convolution: Convolution
  var input: [Int]
  var weight: [Int]
  var hasBias: Bool

  var description: String { "\(convolution) over \(input) with weights \(weight), bias: \(hasBias)" }

  var outputChannels: [Int] { [weight[0]] }

  /// Multiply-adds, or nil where the window does not fit the input.
  var work: Int? {
    guard let output = try? convolution.outputShape(input: input, weight: weight) else { return nil }
    return output.reduce(1, *) * weight.dropFirst().reduce(1, *)
  }

  /// Any layer of at most `limit` multiply-adds: edge sizes, odd channel counts, every attribute.
  static func any(_ random: inout RandomNumbers, limit: Int = 6000) -> Layer {
    while true {
      let rank = [1, 2, 2, 2, 3].randomElement(using: &random) ?? 2
      func each(_ range: ClosedRange<Int>, _ random: inout RandomNumbers) -> [Int] {
        (0..<rank).map { _ in Int.random(in: range, using: &random) }
      }
      let depthwise = Int.random(in: 0..<5, using: &random) == 0
      let groups =
        depthwise ? Int.random(in: 1...37, using: &random) : [1, 1, 1, 2, 3].randomElement(using: &random) ?? 1
      let inputs = depthwise ? 1 : Int.random(in: 1...21, using: &random)
      let outputs = depthwise ? 1 : Int.random(in: 1...40, using: &random)
      let convolution = Convolution(
        stride: each(1...3, &random), dilation: each(1...3, &random),
        padding: (0..<rank).map { _ in
          AxisPadding(before: Int.random(in: 0...4, using: &random), after: Int.random(in: 0...4, using: &random))
        }, groups: groups)
      let largest = rank == 1 ? 40 : rank == 2 ? 17 : 6
      let layer = Layer(
        convolution: convolution,
        input: [Int.random(in: 1...2, using: &random), inputs * groups] + each(1...largest, &random),
        weight: [outputs * groups, inputs] + each(1...(rank == 3 ? 3 : 5), &random),
        hasBias: Bool.random(using: &random))
      if let work = layer.work, work <= limit { return layer }
    }
  }

  /// A layer with a filter for each channel, of a height that there are tiles for.
  static func depthwise(_ random: inout RandomNumbers) -> Layer {
    while true {
      let groups = Int.random(in: 1...5, using: &random)
      func any(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      let layer = Layer(
        convolution: Convolution(
          stride: [any(1...2), any(1...3)], dilation: [1, any(1...3)],
          padding: [.init(before: any(0...4), after: any(0...4)), .init(before: any(0...4), after: any(0...4))],
          groups: groups),
        input: [any(1...2), groups, any(1...40), any(1...40)],
        weight: [groups, 1, [3, 5, 7].randomElement(using: &random) ?? 3, any(1...7)],
        hasBias: Bool.random(using: &random))
      if layer.work != nil { return layer }
    }
  }

  /// A layer that reads or writes blocks of channels, of one of four kinds: pointwise, any other, depthwise, for
  /// Winograd's algorithm.
  static func blocked(_ kind: Int, _ random: inout RandomNumbers) -> Layer {
    while true {
      func any(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      func axes(_ body: () -> Int) -> [Int] { [body(), body()] }
      let groups = kind % 4 == 2 ? any(16...40) : any(1...4) == 1 ? 2 : 1
      let (inputs, outputs) = groups > 2 ? (1, 1) : groups == 2 ? (16, 16 * any(1...3)) : (any(1...40), any(1...70))
      let kernel = kind % 4 == 0 ? [1, 1] : kind % 4 == 3 ? [3, 3] : axes { any(1...3) }
      let plain = kind % 4 == 0 && kind % 8 == 0 || kind % 4 == 3
      let layer = Layer(
        convolution: Convolution(
          stride: plain ? [1, 1] : axes { any(1...2) }, dilation: plain ? [1, 1] : axes { any(1...2) },
          padding: kind % 8 == 0
            ? [AxisPadding(), AxisPadding()]
            : (0..<2).map { _ in AxisPadding(before: any(0...2), after: any(0...2)) }, groups: groups),
        input: [any(1...2), inputs * groups] + (kind % 8 == 0 ? axes { any(4...24) } : axes { any(1...15) }),
        weight: [outputs * groups, inputs] + kernel, hasBias: Bool.random(using: &random))
      if let work = layer.work, work <= 600_000 { return layer }
    }
  }

  /// A layer that a Winograd variant computes.
  static func winograd(_ variant: WinogradVariant, _ random: inout RandomNumbers) -> Layer {
    let kernel = variant == .f4x5 ? 5 : variant == .f2x7 ? 7 : 3
    while true {
      let groups = [1, 1, 1, 2].randomElement(using: &random) ?? 1
      let (inputs, outputs) = (Int.random(in: groups...20, using: &random), Int.random(in: 1...40, using: &random))
      let padding = (0..<2).map { _ in
        AxisPadding(before: Int.random(in: 0...3, using: &random), after: Int.random(in: 0...3, using: &random))
      }
      let layer = Layer(
        convolution: Convolution(padding: padding, groups: groups),
        input: [1, inputs * groups] + (0..<2).map { _ in Int.random(in: 1...14, using: &random) },
        weight: [outputs * groups, inputs, kernel, kernel], hasBias: Bool.random(using: &random))
      if let work = layer.work, work <= 40_000 { return layer }
    }
  }
}

/// |value − wanted| of the worst element, in units of its bound; infinite for NaN.
func worst<Element: TensorElement>(_ value: Tensor<Element>, _ wanted: Tensor<Double>, _ bound: Tensor<Double>)
  -> Double
{
  guard value.shape == wanted.shape, bound.shape == wanted.shape else { return .infinity }
  var worst = 0.0
  for index in value.elements.indices {
    let difference = abs(Double(value.elements[index]) - wanted.elements[index])
    if difference == 0 { continue }
    guard difference.isFinite else { return .infinity }
    worst = max(worst, difference / bound.elements[index])
  }
  return worst
}
