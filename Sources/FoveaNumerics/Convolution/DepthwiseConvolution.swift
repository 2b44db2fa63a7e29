/// A convolution in which every channel has its own filter and its own output: one channel per lane.
struct DepthwiseConvolution<Element: TensorElement>: Sendable {
  private let geometry: ConvolutionGeometry
  private let kernels: KernelSet<Element>
  /// One block of channels, all images of which follow each other.
  private let layout: BlockedLayout
  private let weights: AlignedBuffer<Element>
  private let bias: AlignedBuffer<Element>
  /// Where each tap lies from the first one, in vectors.
  private let offsets: [Int]

  static func accepts(_ geometry: ConvolutionGeometry) -> Bool {
    geometry.inPerGroup == 1 && geometry.outPerGroup == 1
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  init(
    _ geometry: ConvolutionGeometry, weight: Tensor<Element>, bias: Tensor<Element>?, _ kernels: KernelSet<Element>
  ) throws(NumericsError) {
    self.geometry = geometry
    self.kernels = kernels
    let windows = geometry.windows
    let lanes = kernels.lanes
    layout = BlockedLayout(
      groups: 1, blocks: ChannelBlocks(geometry.groups, size: lanes), image: geometry.input,
      before: Extent([windows.depth, windows.height, windows.width].map(\.padding.before)),
      padded: geometry.paddedInput)
    try checkedCount(layout.shape, of: Element.self)
    let kernel = windows.kernel
    var offsets: [Int] = []
    for z in 0..<kernel.depth {
      for y in 0..<kernel.height {
        for x in 0..<kernel.width {
          let offset = layout.offset(
            z * windows.depth.dilation, y * windows.height.dilation, x * windows.width.dilation)
          offsets.append(offset / lanes)
        }
      }
    }
    self.offsets = offsets
    weights = try AlignedBuffer(shape: [layout.blocks.count, kernel.count, lanes])
    self.bias = try AlignedBuffer(shape: [layout.blocks.count, lanes])
    for channel in 0..<geometry.groups {
      let (block, lane) = (channel / lanes, channel % lanes)
      if let bias { unsafe self.bias.base[channel] = bias.elements[channel] }
      for tap in 0..<kernel.count {
        unsafe weights.base[(block * kernel.count + tap) * lanes + lane] =
          weight.elements[channel * kernel.count + tap]
      }
    }
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  func callAsFunction(
    _ input: Tensor<Element>, following: Following<Element>, other: Tensor<Element>?, on pool: ThreadPool
  ) throws(NumericsError) -> Tensor<Element> {
    let rowLength = geometry.output.width * kernels.lanes
    let shapes = [[pool.threads, layout.blockStep], [pool.threads, geometry.output.height, rowLength]]
    let image = geometry.inChannels * geometry.input.count
    let result = geometry.outChannels * geometry.output.count
    let blocks = layout.blocks.count
    return try Tensor(
      geometry.outputShape, on: pool, scratch: shapes, following: following, other: other, kernels
    ) { scratch, results in
      unsafe input.elements.withUnsafeBufferPointer { input in
        guard let source = input.baseAddress else { return }
        let (blocked, sums) = (scratch[0], scratch[1])
        pool.run(geometry.batch * blocks) { item, worker in
          let (n, block) = (item / blocks, item % blocks)
          // `fillRows` counts from the first block, the buffer of a thread holds only this one.
          let buffer = unsafe blocked.base + worker * layout.blockStep
          unsafe layout.fillRows(
            0..<layout.padded.depth * layout.padded.height, ofBlock: block, buffer - block * layout.blockStep,
            from: source + n * image, kernels)
          unsafe compute(
            block, buffer, sums.base + worker * geometry.output.height * rowLength, results.moved(by: n * result))
        }
      }
    }
  }

  private func compute(
    _ block: Int, _ x: UnsafePointer<Element>, _ scratch: UnsafeMutablePointer<Element>,
    _ results: Results<Element>
  ) {
    let (lanes, windows, result) = (kernels.lanes, geometry.windows, geometry.output)
    let plane = result.height * result.width
    unsafe offsets.withUnsafeBufferPointer { offsets in
      guard let offsets = offsets.baseAddress else { return }
      for z in 0..<result.depth {
        for y in 0..<result.height {
          var x0 = 0
          while x0 < result.width {
            let pixels = min(kernels.depthwisePixels, result.width - x0)
            let source = layout.offset(
              z * windows.depth.stride, y * windows.height.stride, x0 * windows.width.stride)
            unsafe kernels.depthwiseTile(
              pixels, x + source, windows.width.stride, offsets, self.offsets.count,
              weights.base + block * self.offsets.count * lanes, bias.base + block * lanes,
              scratch + (y * result.width + x0) * lanes)
            x0 += pixels
          }
        }
        let channels = block * lanes..<block * lanes + layout.blocks.filled(block)
        unsafe results.write(
          scratch, block: lanes, channels: channels, pixels: plane, plane: result.count, place: z * plane)
        results.finish(channels: channels, plane: result.count, place: z * plane, count: plane)
      }
    }
  }
}
