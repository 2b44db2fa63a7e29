/// A pointwise convolution over many pixels: a product of the weights with the planes as they are, in tiles of some
/// output channels and neighbouring pixels. Nothing is laid out anew.
struct PointwiseConvolution<Element: TensorElement>: Sendable {
  private let geometry: ConvolutionGeometry
  private let kernels: KernelSet<Element>
  /// `[group][block of output channels][input channel][output channel]`
  private let weights: AlignedBuffer<Element>
  private let bias: AlignedBuffer<Element>
  private let hasBias: Bool

  /// Whether a last vector, which may overlap the one before, costs little.
  static func accepts(_ geometry: ConvolutionGeometry, _ kernels: KernelSet<Element>) -> Bool {
    geometry.windows == Windows([]) && geometry.input.count >= 32 * kernels.lanes
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  init(
    _ geometry: ConvolutionGeometry, weight: Tensor<Element>, bias: Tensor<Element>?, _ kernels: KernelSet<Element>
  ) throws(NumericsError) {
    self.geometry = geometry
    self.kernels = kernels
    let (rows, inputs) = (kernels.productRows, geometry.inPerGroup)
    let blocks = Self.blocks(geometry, kernels)
    weights = try AlignedBuffer(shape: [geometry.groups, blocks, inputs, rows])
    self.bias = try AlignedBuffer(shape: [geometry.groups, blocks, rows])
    hasBias = bias != nil
    for out in 0..<geometry.outChannels {
      let place = Self.place(out, geometry, kernels)
      if let bias { unsafe self.bias.base[place.block * rows + place.row] = bias.elements[out] }
      for input in 0..<inputs {
        unsafe weights.base[(place.block * inputs + input) * rows + place.row] = weight.elements[out * inputs + input]
      }
    }
  }

  private static func blocks(_ geometry: ConvolutionGeometry, _ kernels: KernelSet<Element>) -> Int {
    (geometry.outPerGroup + kernels.productRows - 1) / kernels.productRows
  }

  /// The block of an output channel, counted over all groups, and its row there.
  private static func place(
    _ out: Int, _ geometry: ConvolutionGeometry, _ kernels: KernelSet<Element>
  ) -> (block: Int, row: Int) {
    let (group, channel) = (out / geometry.outPerGroup, out % geometry.outPerGroup)
    return (group * blocks(geometry, kernels) + channel / kernels.productRows, channel % kernels.productRows)
  }

  /// The same convolution between maps of other forms.
  func between(_ forms: MapForms) throws(NumericsError) -> DirectConvolution<Element> {
    let (rows, inputs) = (kernels.productRows, geometry.inPerGroup)
    let axes = geometry.outputShape.dropFirst(2).map { _ in 1 }
    var weight = try Tensor<Element>(shape: [geometry.outChannels, inputs] + axes)
    var bias = try Tensor<Element>(shape: [geometry.outChannels])
    for out in 0..<geometry.outChannels {
      let place = Self.place(out, geometry, kernels)
      bias.elements[out] = unsafe self.bias.base[place.block * rows + place.row]
      for input in 0..<inputs {
        weight.elements[out * inputs + input] =
          unsafe weights.base[(place.block * inputs + input) * rows + place.row]
      }
    }
    return try DirectConvolution(geometry, weight: weight, bias: hasBias ? bias : nil, kernels).between(forms)
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  func callAsFunction(
    _ input: FeatureMap<Element>, epilogue: Epilogue<Element>, other: FeatureMap<Element>?, on pool: ThreadPool
  ) throws(NumericsError) -> FeatureMap<Element> {
    // Some channels of a run of pixels are finished while they are in the first-level cache.
    let (plane, lanes) = (geometry.input.count, kernels.lanes)
    let vectors = plane / lanes
    // As many runs for each thread.
    let runs = min(vectors, ((vectors - 1) / (4 * kernels.productVectors) + 1).roundedUp(to: pool.threads))
    let source = try ConvolutionInput(input, nil, on: pool)
    return try .written(
      geometry.outputShape, border: nil, on: pool, scratch: [], epilogue: epilogue, other: other, kernels
    ) { _, results in
      guard case .planes(let results) = results else { preconditionFailure("planes were asked for") }
      let images = (0..<geometry.batch).map { results.moved(toImage: $0) }
      source.withImages { sources in
        pool.run(geometry.batch * geometry.groups * runs) { item, _ in
          let (n, group) = (item / runs / geometry.groups, item / runs % geometry.groups)
          // Whole vectors; the last run has what is left, too.
          let run = item % runs
          let first = run * vectors / runs * lanes
          let end = run + 1 == runs ? plane : (run + 1) * vectors / runs * lanes
          let x = unsafe sources.image(n) + group * geometry.inPerGroup * plane
          unsafe compute(group, first..<end, x, images[n])
        }
      }
    }
  }

  /// All channels of a group at some neighbouring pixels.
  private func compute(
    _ group: Int, _ pixels: Range<Int>, _ x: UnsafePointer<Element>, _ results: PlaneResults<Element>
  ) {
    let (rows, lanes, plane) = (kernels.productRows, kernels.lanes, geometry.input.count)
    let blocks = Self.blocks(geometry, kernels)
    for index in 0..<blocks {
      let block = group * blocks + index
      let channel = group * geometry.outPerGroup + index * rows
      let count = min(rows, geometry.outPerGroup - index * rows)
      var next = pixels.lowerBound
      while next < pixels.upperBound {
        let vectors = min(kernels.productVectors, max(1, (pixels.upperBound - next) / lanes))
        // What is left of a run is less than a vector: it overlaps the one before, which is not finished yet.
        let first = min(next, pixels.upperBound - lanes)
        unsafe kernels.productTile(
          count, vectors, x + first, plane, geometry.inPerGroup, weights.base + block * geometry.inPerGroup * rows,
          bias.base + block * rows, results.pixel(channel, plane: plane, first), plane)
        next = first + vectors * lanes
      }
      results.finish(
        channels: channel..<channel + count, plane: plane, place: pixels.lowerBound, count: pixels.count)
    }
  }
}
