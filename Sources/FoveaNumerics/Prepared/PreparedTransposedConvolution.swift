/// A transposed convolution with its weights packed for inputs of one shape: a pointwise convolution to one channel per
/// output channel and tap, whose results are then added up where they belong.
///
/// Large inputs are taken in tiles of positions in row-major order, the last one first: so the taps that meet at an
/// output are added in the same order as without tiles, and all bits are the same.
public struct PreparedTransposedConvolution<Element: TensorElement>: Sendable {
  /// The shape of the results.
  public let outputShape: [Int]

  private let transposed: TransposedConvolution
  private let geometry: ConvolutionGeometry
  private let weight: Tensor<Element>
  private let bias: Tensor<Element>?
  /// Nil where the results of the pointwise convolution would not fit the memory limit; then the reference is used.
  private let pointwise: PreparedConvolution<Element>?
  /// The same for the positions that are left over by whole tiles.
  private let rest: PreparedConvolution<Element>?
  /// The input positions of one image that are computed at once.
  private let tile: Int

  /// More products than this are not held at once.
  private static var largestScratch: Int { 1 << 22 }
  /// The fewest positions of a tile.
  private static var leastTile: Int { 16 }

  /// Packs weights.
  ///
  /// - Parameters:
  ///   - transposed: the layer.
  ///   - weight: its weight, `[in, out / groups]` and the kernel.
  ///   - bias: one number for each output channel.
  ///   - inputShape: the shape of the inputs, `[batch, in]` and the spatial axes.
  ///   - instructionSet: the instructions of the kernels.
  ///   - tile: the input positions that are computed at once, if not as many as a bounded scratch memory holds.
  public init(
    _ transposed: TransposedConvolution, weight: Tensor<Element>, bias: Tensor<Element>? = nil, inputShape: [Int],
    instructionSet: InstructionSet? = nil, tile: Int? = nil
  ) throws(NumericsError) {
    let geometry = try transposed.geometry(input: inputShape, weight: weight.shape, bias: bias?.shape)
    outputShape = geometry.outputShape
    self.transposed = transposed
    self.geometry = geometry
    self.weight = weight
    self.bias = bias
    self.tile = tile ?? Self.tile(geometry)
    let isWhole = self.tile >= geometry.input.count
    let rank = isWhole ? inputShape.count - 2 : 1
    var pointwise: PreparedConvolution<Element>?
    var rest: PreparedConvolution<Element>?
    do {
      let packed = try Self.pointwiseWeight(weight, geometry, rank: rank)
      func prepared(_ shape: [Int]) throws(NumericsError) -> PreparedConvolution<Element> {
        let prepared = try PreparedConvolution(
          Convolution(groups: geometry.groups), weight: packed, inputShape: shape, algorithm: .direct,
          instructionSet: instructionSet)
        try checkedCount(prepared.outputShape, of: Element.self)
        return prepared
      }
      if isWhole {
        pointwise = try prepared(inputShape)
      } else {
        pointwise = try prepared([geometry.batch, geometry.inChannels, self.tile])
        let left = geometry.input.count % self.tile
        rest = left == 0 ? nil : try prepared([geometry.batch, geometry.inChannels, left])
      }
    } catch .tooLarge {
      pointwise = nil
    }
    self.pointwise = pointwise
    self.rest = rest
  }

  private static func tile(_ geometry: ConvolutionGeometry) -> Int {
    let positions = geometry.input.count
    var products = geometry.batch
    for factor in [geometry.outChannels, geometry.windows.kernel.count] {
      let (product, overflow) = products.multipliedReportingOverflow(by: factor)
      products = overflow ? .max : product
    }
    return min(positions, max(leastTile, largestScratch / max(products, 1)))
  }

  /// `[group, in, out · tap]` becomes `[group, out · tap, in]`.
  private static func pointwiseWeight(
    _ weight: Tensor<Element>, _ geometry: ConvolutionGeometry, rank: Int
  ) throws(NumericsError) -> Tensor<Element> {
    let rows = geometry.outPerGroup * geometry.windows.kernel.count
    return try weight.reshaped([geometry.groups, geometry.inPerGroup, rows]).permuted([0, 2, 1])
      .reshaped([geometry.groups * rows, geometry.inPerGroup] + Array(repeating: 1, count: rank))
  }

  /// The transposed convolution of one input.
  public func callAsFunction(
    _ input: Tensor<Element>, on pool: ThreadPool = .shared
  ) throws(NumericsError) -> Tensor<Element> {
    guard let pointwise else { return try transposed.reference(input, weight: weight, bias: bias) }
    var output = try Tensor<Element>(shape: outputShape)
    let perOutput = geometry.output.count
    if let bias {
      for plane in 0..<geometry.batch * geometry.outChannels {
        let value = bias.elements[plane % geometry.outChannels]
        for index in plane * perOutput..<(plane + 1) * perOutput { output.elements[index] = value }
      }
    }
    let positions = geometry.input.count
    if tile >= positions {
      add(try pointwise(input, on: pool), of: 0..<positions, to: &output, on: pool)
      return output
    }
    for start in stride(from: (positions - 1) / tile * tile, through: 0, by: -tile) {
      let range = start..<min(start + tile, positions)
      let convolution = range.count == tile ? pointwise : rest ?? pointwise
      add(try convolution(try part(of: input, range), on: pool), of: range, to: &output, on: pool)
    }
    return output
  }

  /// Some positions of all channels.
  private func part(of input: Tensor<Element>, _ range: Range<Int>) throws(NumericsError) -> Tensor<Element> {
    let (planes, positions) = (geometry.batch * geometry.inChannels, geometry.input.count)
    var elements: [Element] = []
    elements.reserveCapacity(planes * range.count)
    for plane in 0..<planes {
      let first = plane * positions
      elements += input.elements[first + range.lowerBound..<first + range.upperBound]
    }
    return try Tensor(shape: [geometry.batch, geometry.inChannels, range.count], elements: elements)
  }

  /// Adds the products of some input positions where they belong.
  private func add(
    _ products: Tensor<Element>, of range: Range<Int>, to output: inout Tensor<Element>, on pool: ThreadPool
  ) {
    let (perPlane, perOutput) = (geometry.windows.kernel.count * range.count, geometry.output.count)
    unsafe products.elements.withUnsafeBufferPointer { products in
      unsafe output.elements.withUnsafeMutableBufferPointer { output in
        pool.run(geometry.batch * geometry.outChannels) { plane, _ in
          unsafe gather(
            UnsafeBufferPointer(rebasing: products[plane * perPlane..<(plane + 1) * perPlane]), range,
            UnsafeMutableBufferPointer(rebasing: output[plane * perOutput..<(plane + 1) * perOutput]))
        }
      }
    }
  }

  /// One output channel: the products of each tap with some input positions, added where the tap meets the output.
  private func gather(
    _ products: UnsafeBufferPointer<Element>, _ range: Range<Int>, _ output: UnsafeMutableBufferPointer<Element>
  ) {
    let (size, result, windows, kernel) = (geometry.input, geometry.output, geometry.windows, geometry.windows.kernel)
    let lines = range.lowerBound / size.width..<(range.upperBound - 1) / size.width + 1
    var next = 0
    for kz in 0..<kernel.depth {
      for ky in 0..<kernel.height {
        for kx in 0..<kernel.width {
          for line in lines {
            let columns =
              max(range.lowerBound - line * size.width, 0)..<min(range.upperBound - line * size.width, size.width)
            let row = next - columns.lowerBound
            next += columns.count
            let (z, y) = (line / size.height, line % size.height)
            let oz = z * windows.depth.stride + kz * windows.depth.dilation - windows.depth.padding.before
            let oy = y * windows.height.stride + ky * windows.height.dilation - windows.height.padding.before
            guard oz >= 0, oz < result.depth, oy >= 0, oy < result.height else { continue }
            let target = (oz * result.height + oy) * result.width
            for x in columns {
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
