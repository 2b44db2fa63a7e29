/// A convolution with packed weights: tiles of pixels times blocks of output channels, summed over all taps and input
/// channels in one go.
struct DirectConvolution<Element: TensorElement>: Sendable {
  private let geometry: ConvolutionGeometry
  private let kernels: KernelSet<Element>
  private let layout: BlockedLayout
  private let blocks: OutputBlocks
  private let weights: AlignedBuffer<Element>
  private let bias: AlignedBuffer<Element>
  /// Where each run of the kernel lies from the first pixel that it sees, in the order of the weights.
  private let offsets: [Int]
  /// Runs that belong to one row of the kernel.
  private let offsetsPerRow: Int
  /// Numbers of a run: the channels of a block at one pixel or, without dilation, at all pixels of a row of the kernel.
  private let run: Int

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  init(
    _ original: ConvolutionGeometry, weight: Tensor<Element>, bias: Tensor<Element>?, _ kernels: KernelSet<Element>
  ) throws(NumericsError) {
    let geometry = original.flattened
    self.geometry = geometry
    self.kernels = kernels
    let windows = geometry.windows
    let before = Extent([windows.depth, windows.height, windows.width].map(\.padding.before))
    layout = BlockedLayout(
      groups: geometry.groups, blocks: ChannelBlocks(even: geometry.inPerGroup), image: geometry.input, before: before,
      padded: geometry.paddedInput)
    try checkedCount(layout.shape, of: Element.self)
    blocks = OutputBlocks(channels: geometry.outPerGroup, lanes: kernels.lanes)
    self.bias = try packedBias(bias, groups: geometry.groups, blocks)
    let columns = windows.width.dilation == 1 ? 1 : windows.width.kernel
    offsetsPerRow = layout.blocks.count * columns
    run = layout.blocks.size * windows.width.kernel / columns
    offsets = Self.offsets(layout, windows, columns: columns)
    weights = try Self.packed(weight, geometry, layout.blocks, blocks)
  }

  private static func offsets(_ layout: BlockedLayout, _ windows: Windows, columns: Int) -> [Int] {
    var offsets: [Int] = []
    for z in 0..<windows.depth.kernel {
      for y in 0..<windows.height.kernel {
        for block in 0..<layout.blocks.count {
          for x in 0..<columns {
            let tap = layout.offset(
              z * windows.depth.dilation, y * windows.height.dilation, x * windows.width.dilation)
            offsets.append(block * layout.blockStep + tap)
          }
        }
      }
    }
    return offsets
  }

  /// `[group][output block][depth][row][input block][column][input channel][output channel]`
  private static func packed(
    _ weight: Tensor<Element>, _ geometry: ConvolutionGeometry, _ inputs: ChannelBlocks, _ outputs: OutputBlocks
  ) throws(NumericsError) -> AlignedBuffer<Element> {
    let kernel = geometry.windows.kernel
    let width = 2 * outputs.lanes
    let perBlock = kernel.count * inputs.count * inputs.size * width
    let packed = try AlignedBuffer<Element>(
      shape: [geometry.groups, outputs.count, kernel.count, inputs.count * inputs.size, width])
    unsafe weight.elements.withUnsafeBufferPointer { weight in
      for out in 0..<geometry.outChannels {
        let (group, channel) = (out / outputs.channels, out % outputs.channels)
        let block = channel / width
        let blockWidth = outputs.vectors(block) * outputs.lanes
        let base = unsafe packed.base + (group * outputs.count + block) * perBlock + channel % width
        for input in 0..<inputs.channels {
          for tap in 0..<kernel.count {
            let (row, column) = (tap / kernel.width, tap % kernel.width)
            let place = (row * inputs.count + input / inputs.size) * kernel.width + column
            unsafe base[(place * inputs.size + input % inputs.size) * blockWidth] =
              weight[(out * inputs.channels + input) * kernel.count + tap]
          }
        }
      }
    }
    return packed
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  func callAsFunction(
    _ input: Tensor<Element>, following: Following<Element>, other: Tensor<Element>?, on pool: ThreadPool
  ) throws(NumericsError) -> Tensor<Element> {
    let work = DirectWork(geometry, blocks, tile: kernels.tilePixels, threads: pool.threads)
    let shapes = [layout.shape, [pool.threads, work.chunkPixels, kernels.outBlock]]
    let image = geometry.inChannels * geometry.input.count
    let result = geometry.outChannels * geometry.output.count
    return try Tensor(
      geometry.outputShape, on: pool, scratch: shapes, following: following, other: other, kernels
    ) { scratch, results in
      unsafe input.elements.withUnsafeBufferPointer { input in
        guard let source = input.baseAddress else { return }
        let (blocked, sums) = (scratch[0], scratch[1])
        for n in 0..<geometry.batch {
          unsafe layout.fill(blocked, from: source + n * image, kernels, pool)
          pool.run(work.items) { item, worker in
            unsafe compute(
              work.chunk(item), blocked.base, sums.base + worker * work.chunkPixels * kernels.outBlock,
              results.moved(by: n * result))
          }
        }
      }
    }
  }

  /// One chunk: some rows of one block of output channels, first with channels innermost, then laid out as planes.
  private func compute(
    _ chunk: DirectWork.Chunk, _ x: UnsafePointer<Element>, _ scratch: UnsafeMutablePointer<Element>,
    _ results: Results<Element>
  ) {
    let group = chunk.block / blocks.count
    let block = chunk.block % blocks.count
    let vectors = blocks.vectors(block)
    let width = vectors * blocks.lanes
    let perBlock = offsets.count * run * kernels.outBlock
    let weights = unsafe weights.base + chunk.block * perBlock
    let start = unsafe bias.base + chunk.block * kernels.outBlock
    let x = unsafe x + group * layout.blocks.count * layout.blockStep
    let step = geometry.windows.width.stride * layout.blocks.size
    unsafe offsets.withUnsafeBufferPointer { offsets in
      guard let offsets = offsets.baseAddress else { return }
      var out = unsafe scratch
      for tile in chunk.tiles(in: geometry.output.width, tile: kernels.tilePixels) {
        let taps = keptTaps(tile.rows)
        let first = unsafe x + self.first(row: tile.rows.lowerBound, column: tile.column)
        let half = (tile.pixels + 1) / 2
        let second =
          tile.rows.count == 2
          ? unsafe x + self.first(row: tile.rows.lowerBound + 1, column: tile.column) : unsafe first + half * step
        unsafe kernels.directTile(
          tile.pixels, vectors, first, second, step, offsets + taps.lowerBound, taps.count, run,
          weights + taps.lowerBound * run * width, start, out)
        unsafe out += tile.pixels * width
      }
    }
    let plane = geometry.output.count
    let firstChannel = group * blocks.channels + block * kernels.outBlock
    let place = chunk.rows.lowerBound * geometry.output.width + chunk.columns.lowerBound
    let channels = firstChannel..<firstChannel + blocks.filled(block)
    let pixels = chunk.rows.count * chunk.columns.count
    unsafe results.write(scratch, block: width, channels: channels, pixels: pixels, plane: plane, place: place)
    results.finish(channels: channels, plane: plane, place: place, count: pixels)
  }

  /// Where the first tap of an output lies; rows count over depth and height.
  private func first(row: Int, column: Int) -> Int {
    let windows = geometry.windows
    let (z, y) = (row / geometry.output.height, row % geometry.output.height)
    return layout.offset(z * windows.depth.stride, y * windows.height.stride, column * windows.width.stride)
  }

  /// The offsets of the rows of the kernel that see more than padding from any of these output rows.
  private func keptTaps(_ rows: Range<Int>) -> Range<Int> {
    let window = geometry.windows.height
    guard geometry.windows.depth.kernel == 1 else { return 0..<offsets.count }
    let height = geometry.output.height
    var (low, high) = (window.kernel, 0)
    for row in rows {
      let taps = Taps(window, output: row % height, size: geometry.input.height)
      let start = row % height * window.stride - window.padding.before
      if taps.first < taps.end {
        low = min(low, (taps.first - start) / window.dilation)
        high = max(high, (taps.end - 1 - start) / window.dilation + 1)
      }
    }
    return low < high ? low * offsetsPerRow..<high * offsetsPerRow : 0..<0
  }
}

extension ConvolutionGeometry {
  /// The input with its padding.
  var paddedInput: Extent {
    func size(_ window: AxisWindow, _ size: Int) -> Int { size + window.padding.before + window.padding.after }
    return Extent([
      size(windows.depth, input.depth), size(windows.height, input.height), size(windows.width, input.width),
    ])
  }

  /// A pointwise convolution sees one long row of pixels.
  var flattened: ConvolutionGeometry {
    guard windows == Windows([]) else { return self }
    let row = Extent([input.count])
    return ConvolutionGeometry(
      batch: batch, groups: groups, inPerGroup: inPerGroup, outPerGroup: outPerGroup, windows: windows, input: row,
      output: row, outputShape: outputShape)
  }
}
