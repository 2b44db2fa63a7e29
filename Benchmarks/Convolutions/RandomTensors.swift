import FoveaNumerics

/// The same numbers in every run, uniform, of mean 0 and variance 1.
struct RandomTensors {
  private var state: UInt64 = 1

  /// A tensor of such numbers, multiplied by `scale`.
  mutating func next(_ shape: [Int], scale: Float = 1) throws -> Tensor<Float> {
    let width: Float = Float(12).squareRoot() * scale
    var elements: [Float] = []
    for _ in 0..<shape.reduce(1, *) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let unit = Float(state >> 40) / 16_777_216
      elements.append((unit - 0.5) * width)
    }
    return try Tensor(shape: shape, elements: elements)
  }
}
