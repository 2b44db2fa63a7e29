/// How many products of each output are not zero: that many roundings its sum can take.
struct TermCounts: Sendable {
  private enum Plan {
    /// Most weights are not zero: all count, and what remains is to count the inputs of each window, once for each
    /// group.
    case windows(PreparedConvolution<Float>)
    /// Masks of weights and inputs, convolved.
    case products(PreparedConvolution<Float>)
    /// More products than floats count exactly: as many as there can be.
    case constant
  }

  private let plan: Plan
  private let geometry: ConvolutionGeometry

  init(
    _ convolution: Convolution, weight: Tensor<Double>, inputShape: [Int], instructionSet: InstructionSet?
  ) throws(NumericsError) {
    geometry = try convolution.geometry(input: inputShape, weight: weight.shape, bias: nil)
    let filled = weight.elements.count { $0 != 0 }
    let groups = convolution.groups
    if geometry.terms > 1 << 24 {
      plan = .constant
    } else if 2 * filled >= weight.count, weight.rank >= 2, inputShape.count >= 2 {
      let box = try Tensor<Float>(shape: [groups, 1] + weight.shape.dropFirst(2), repeating: 1)
      let shape = [inputShape[0], groups] + inputShape.dropFirst(2)
      plan = .windows(
        try PreparedConvolution(
          convolution, weight: box, inputShape: shape, algorithm: .direct, instructionSet: instructionSet))
    } else {
      let mask = Tensor<Float>(trusted: weight.shape, weight.elements.map { $0 == 0 ? 0 : 1 })
      plan = .products(
        try PreparedConvolution(
          convolution, weight: mask, inputShape: inputShape, algorithm: .direct, instructionSet: instructionSet))
    }
  }

  /// The counts for an input: a batch of planes, one for each group or for each output.
  func callAsFunction(_ input: Tensor<Double>, on pool: ThreadPool) throws(NumericsError) -> Tensor<Float> {
    let mask = input.elements.map { $0 == 0 ? 0 : 1 as Float }
    switch plan {
    case .windows(let box):
      let (batch, groups, depth) = (geometry.batch, geometry.groups, geometry.inPerGroup)
      let pixels = geometry.input.count
      var sums = [Float](repeating: 0, count: batch * groups * pixels)
      for plane in 0..<batch * groups {
        for channel in 0..<depth {
          let start = (plane * depth + channel) * pixels
          for pixel in 0..<pixels { sums[plane * pixels + pixel] += mask[start + pixel] }
        }
      }
      return try box(Tensor(shape: [batch, groups] + input.shape.dropFirst(2), elements: sums), on: pool)
    case .products(let products):
      return try products(Tensor(shape: input.shape, elements: mask), on: pool)
    case .constant:
      return try Tensor(
        shape: [geometry.batch, geometry.groups] + geometry.outputShape.dropFirst(2), repeating: Float(geometry.terms))
    }
  }
}
