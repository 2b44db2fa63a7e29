/// A transposed convolution with its weights packed for inputs of one shape: a pointwise convolution to one channel per
/// output channel and tap, whose results are then added up where they belong.
public struct PreparedTransposedConvolution<Element: TensorElement>: Sendable {
  /// The shape of the results.
  public let outputShape: [Int]

  private let transposed: TransposedConvolution
  private let geometry: ConvolutionGeometry
  private let weight: Tensor<Element>
  private let bias: Tensor<Element>?
  /// Nil where the results of the pointwise convolution would not fit the memory limit; then the reference is used.
  private let pointwise: PreparedConvolution<Element>?

  /// Packs weights.
  public init(
    _ transposed: TransposedConvolution, weight: Tensor<Element>, bias: Tensor<Element>? = nil, inputShape: [Int],
    instructionSet: InstructionSet? = nil
  ) throws(NumericsError) {
    let geometry = try transposed.geometry(input: inputShape, weight: weight.shape, bias: bias?.shape)
    outputShape = geometry.outputShape
    self.transposed = transposed
    self.geometry = geometry
    self.weight = weight
    self.bias = bias
    var pointwise: PreparedConvolution<Element>?
    do {
      pointwise = try PreparedConvolution(
        Convolution(groups: geometry.groups), weight: try Self.pointwiseWeight(weight, geometry),
        inputShape: inputShape, algorithm: .direct, instructionSet: instructionSet)
      try checkedCount(pointwise?.outputShape ?? [], of: Element.self)
    } catch .tooLarge {
      pointwise = nil
    }
    self.pointwise = pointwise
  }

  /// `[group, in, out · tap]` becomes `[group, out · tap, in]`.
  private static func pointwiseWeight(
    _ weight: Tensor<Element>, _ geometry: ConvolutionGeometry
  ) throws(NumericsError) -> Tensor<Element> {
    let rows = geometry.outPerGroup * geometry.windows.kernel.count
    return try weight.reshaped([geometry.groups, geometry.inPerGroup, rows]).permuted([0, 2, 1])
      .reshaped([geometry.groups * rows, geometry.inPerGroup] + weight.shape.dropFirst(2).map { _ in 1 })
  }

  /// The transposed convolution of one input.
  public func callAsFunction(
    _ input: Tensor<Element>, on pool: ThreadPool = .shared
  ) throws(NumericsError) -> Tensor<Element> {
    guard let pointwise else { return try transposed.reference(input, weight: weight, bias: bias) }
    let products = try pointwise(input, on: pool)
    var output = try Tensor<Element>(shape: outputShape)
    let (perInput, perOutput) = (geometry.input.count, geometry.output.count)
    let taps = geometry.windows.kernel.count
    unsafe products.elements.withUnsafeBufferPointer { products in
      unsafe output.elements.withUnsafeMutableBufferPointer { output in
        pool.run(geometry.batch * geometry.outChannels) { plane, _ in
          let start = bias?.elements[plane % geometry.outChannels] ?? 0
          unsafe gather(
            UnsafeBufferPointer(rebasing: products[plane * taps * perInput..<(plane + 1) * taps * perInput]), start,
            UnsafeMutableBufferPointer(rebasing: output[plane * perOutput..<(plane + 1) * perOutput]))
        }
      }
    }
    return output
  }

  /// One output channel: the products of each tap, added where the tap meets the output.
  private func gather(
    _ products: UnsafeBufferPointer<Element>, _ start: Element, _ output: UnsafeMutableBufferPointer<Element>
  ) {
    let (size, result, windows, kernel) = (geometry.input, geometry.output, geometry.windows, geometry.windows.kernel)
    unsafe output.update(repeating: start)
    var next = 0
    for kz in 0..<kernel.depth {
      for ky in 0..<kernel.height {
        for kx in 0..<kernel.width {
          for z in 0..<size.depth {
            let oz = z * windows.depth.stride + kz * windows.depth.dilation - windows.depth.padding.before
            for y in 0..<size.height {
              let oy = y * windows.height.stride + ky * windows.height.dilation - windows.height.padding.before
              let row = next
              next += size.width
              guard oz >= 0, oz < result.depth, oy >= 0, oy < result.height else { continue }
              let target = (oz * result.height + oy) * result.width
              for x in 0..<size.width {
                let ox = x * windows.width.stride + kx * windows.width.dilation - windows.width.padding.before
                guard ox >= 0, ox < result.width else { continue }
                unsafe output[target + ox] += products[row + x]
              }
            }
          }
        }
      }
    }
  }
}
