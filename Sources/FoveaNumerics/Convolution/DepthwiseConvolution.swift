/// A convolution in which every channel has its own filter and its own output: one channel per lane.
struct DepthwiseConvolution<Element: TensorElement>: Sendable {
  private let geometry: ConvolutionGeometry
  private let kernels: KernelSet<Element>
  /// The borders of maps that are read and written as blocks; nil where they are planes.
  private let forms: MapForms
  private let layout: BlockedLayout
  private let weights: AlignedBuffer<Element>
  private let bias: AlignedBuffer<Element>
  /// Where each tap lies from the first one, in vectors, in the order in which planes are convolved: by column.
  private let offsets: [Int]
  /// Numbers from the first pixel of the input, with its border, to the first one that a tap meets.
  private let origin: Int

  static func accepts(_ geometry: ConvolutionGeometry) -> Bool {
    geometry.inPerGroup == 1 && geometry.outPerGroup == 1
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  init(
    _ geometry: ConvolutionGeometry, weight: Tensor<Element>, bias: Tensor<Element>?, _ kernels: KernelSet<Element>
  ) throws(NumericsError) {
    let layout = Self.layout(geometry, MapForms())
    try checkedCount(layout.shape, of: Element.self)
    let (kernel, size) = (geometry.windows.kernel, layout.blocks.size)
    let weights = try AlignedBuffer<Element>(shape: [layout.blocks.count, kernel.count, size])
    let packedBias = try AlignedBuffer<Element>(shape: [layout.blocks.count, size])
    let rows = kernel.depth * kernel.height
    for channel in 0..<geometry.groups {
      let (block, lane) = (channel / size, channel % size)
      if let bias { unsafe packedBias.base[channel] = bias.elements[channel] }
      for tap in 0..<kernel.count {
        let (row, column) = (tap / kernel.width, tap % kernel.width)
        unsafe weights.base[(block * kernel.count + column * rows + row) * size + lane] =
          weight.elements[channel * kernel.count + tap]
      }
    }
    self.init(geometry, kernels, MapForms(), weights: weights, bias: packedBias)
  }

  private init(
    _ geometry: ConvolutionGeometry, _ kernels: KernelSet<Element>, _ forms: MapForms, weights: AlignedBuffer<Element>,
    bias: AlignedBuffer<Element>
  ) {
    self.geometry = geometry
    self.kernels = kernels
    self.forms = forms
    self.weights = weights
    self.bias = bias
    layout = Self.layout(geometry, forms)
    origin = layout.origin(geometry.border.before)
    let (windows, kernel) = (geometry.windows, geometry.windows.kernel)
    var offsets: [Int] = []
    for x in 0..<kernel.width {
      for z in 0..<kernel.depth {
        for y in 0..<kernel.height {
          let offset = layout.offset(
            z * windows.depth.dilation, y * windows.height.dilation, x * windows.width.dilation)
          offsets.append(offset / kernels.lanes)
        }
      }
    }
    self.offsets = offsets
  }

  /// The same convolution between maps of other forms.
  func between(_ forms: MapForms) -> DepthwiseConvolution {
    DepthwiseConvolution(geometry, kernels, forms, weights: weights, bias: bias)
  }

  private static func layout(_ geometry: ConvolutionGeometry, _ forms: MapForms) -> BlockedLayout {
    BlockedLayout(
      groups: 1, blocks: ChannelBlocks(geometry.groups, filledTo: ChannelBlocks.full), image: geometry.input,
      border: forms.source ?? geometry.border)
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  func callAsFunction(
    _ input: FeatureMap<Element>, epilogue: Epilogue<Element>, other: FeatureMap<Element>?, on pool: ThreadPool
  ) throws(NumericsError) -> FeatureMap<Element> {
    let (count, size) = (layout.blocks.count, layout.blocks.size)
    let result = geometry.output
    // Bands of some 16 Ki results, so that there is something for every thread.
    let rows = result.depth * result.height
    let band = forms.source == nil ? rows : max(1, min(rows, 16384 / (result.width * size)))
    let bands = (rows + band - 1) / band
    // The blocks of a thread where the input is planes, and what waits to become planes.
    let copied = forms.source == nil ? layout.blockStep : 0
    let waiting = forms.result == nil ? band * result.width * size : 0
    let source = try ConvolutionInput(input, forms.source, on: pool)
    return try .written(
      geometry.outputShape, border: forms.result, on: pool,
      scratch: [[pool.threads, copied], [pool.threads, waiting]], epilogue: epilogue, other: other, kernels
    ) { scratch, results in
      let results = (0..<geometry.batch).map { results.moved(toImage: $0) }
      source.withImages { images in
        pool.run(geometry.batch * count * bands) { item, worker in
          let (n, block) = (item / bands / count, item / bands % count)
          let first = item % bands * band
          let x: UnsafePointer<Element>
          if forms.source == nil {
            // `fillRows` counts from the first block, the buffer of a thread holds only this one.
            let buffer = unsafe scratch[0].base + worker * copied
            unsafe layout.fillRows(
              0..<layout.padded.depth * layout.padded.height, ofBlock: block, buffer - block * layout.blockStep,
              from: images.image(n), kernels)
            unsafe x = UnsafePointer(buffer)
          } else {
            unsafe x = images.image(n) + block * layout.blockStep
          }
          unsafe compute(
            block, first..<min(rows, first + band), x, scratch[1].base + worker * waiting, results[n])
        }
      }
    }
  }

  /// Some rows of one block.
  private func compute(
    _ block: Int, _ rows: Range<Int>, _ x: UnsafePointer<Element>, _ scratch: UnsafeMutablePointer<Element>,
    _ results: Results<Element>
  ) {
    let (width, size) = (geometry.output.width, layout.blocks.size)
    let channels = block * size..<block * size + layout.blocks.filled(block)
    for row in rows {
      switch results {
      case .planes:
        unsafe compute(block, row, x, scratch + (row - rows.lowerBound) * width * size)
      case .blocks(let results):
        unsafe compute(block, row, x, results.pixel(channels.lowerBound, row: row, column: 0))
        results.finish(channels: channels, row: row, columns: 0..<width)
      }
    }
    if case .planes(let results) = results {
      let (plane, place, pixels) = (geometry.output.count, rows.lowerBound * width, rows.count * width)
      unsafe results.write(scratch, block: size, channels: channels, pixels: pixels, plane: plane, place: place)
      results.finish(channels: channels, plane: plane, place: place, count: pixels)
    }
  }

  /// One row of one block.
  private func compute(
    _ block: Int, _ row: Int, _ x: UnsafePointer<Element>, _ out: UnsafeMutablePointer<Element>
  ) {
    let (lanes, size, windows, result) = (kernels.lanes, layout.blocks.size, geometry.windows, geometry.output)
    let first =
      origin
      + layout.offset(row / result.height * windows.depth.stride, row % result.height * windows.height.stride, 0)
    unsafe offsets.withUnsafeBufferPointer { offsets in
      guard let offsets = offsets.baseAddress else { return }
      for lane in stride(from: 0, to: layout.blocks.filled(block), by: lanes) {
        unsafe kernels.depthwiseRow(
          result.width, x + first + lane, windows.width.stride * size / lanes, offsets, self.offsets.count,
          weights.base + block * self.offsets.count * size + lane, bias.base + block * size + lane, out + lane,
          size / lanes)
      }
    }
  }
}
