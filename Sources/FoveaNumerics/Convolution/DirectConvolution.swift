/// A convolution with packed weights: tiles of pixels times blocks of output channels, summed over all taps and input
/// channels in one go.
struct DirectConvolution<Element: TensorElement>: Sendable {
  private let original: ConvolutionGeometry
  private let kernels: KernelSet<Element>
  private let blocks: OutputBlocks
  private let weights: AlignedBuffer<Element>
  private let bias: AlignedBuffer<Element>
  /// The borders of maps that are read and written as blocks; nil where they are planes.
  private let forms: MapForms
  /// What is computed: the same, with the image as one row where that makes no difference.
  private let geometry: ConvolutionGeometry
  /// How the input is laid out.
  private let layout: BlockedLayout
  /// Offset and length of each run of numbers that lie behind each other, in the order of the weights: from the first
  /// pixel that the kernel sees, the channels of a block at one pixel or, without dilation, at all pixels of a row of
  /// the kernel.
  private let runs: [Int]
  private let runsPerRow: Int
  /// Numbers from the first pixel of the input, with its border, to the first one that a tap meets.
  private let origin: Int

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  init(
    _ original: ConvolutionGeometry, weight: Tensor<Element>, bias: Tensor<Element>?, _ kernels: KernelSet<Element>
  ) throws(NumericsError) {
    let inputs = ChannelBlocks(original.inPerGroup)
    let outputs = OutputBlocks(channels: original.outPerGroup, lanes: kernels.lanes)
    // Before anything is packed: where the input does not fit, nothing else needs to.
    let plan = Self.plan(original, MapForms())
    try checkedCount(plan.layout.shape, of: Element.self)
    self.init(
      original, kernels, outputs, weights: try Self.packed(weight, original, inputs, outputs),
      bias: try packedBias(bias, groups: original.groups, outputs), MapForms())
  }

  private init(
    _ original: ConvolutionGeometry, _ kernels: KernelSet<Element>, _ blocks: OutputBlocks,
    weights: AlignedBuffer<Element>, bias: AlignedBuffer<Element>, _ forms: MapForms
  ) {
    self.original = original
    self.kernels = kernels
    self.blocks = blocks
    self.weights = weights
    self.bias = bias
    self.forms = forms
    (geometry, layout) = Self.plan(original, forms)
    origin = layout.origin(geometry.border.before)
    runs = Self.runs(layout, geometry.windows)
    runsPerRow = runs.count / 2 / max(1, geometry.windows.depth.kernel * geometry.windows.height.kernel)
  }

  /// The same convolution between maps of other forms.
  func between(_ forms: MapForms) -> DirectConvolution {
    DirectConvolution(original, kernels, blocks, weights: weights, bias: bias, forms)
  }

  private static func plan(
    _ original: ConvolutionGeometry, _ forms: MapForms
  ) -> (geometry: ConvolutionGeometry, layout: BlockedLayout) {
    func layout(_ geometry: ConvolutionGeometry) -> BlockedLayout {
      BlockedLayout(
        groups: geometry.groups, blocks: ChannelBlocks(geometry.inPerGroup), image: geometry.input,
        border: forms.source ?? geometry.border)
    }
    let isTight = (forms.source ?? .tight) == .tight && (forms.result ?? .tight) == .tight
    let geometry = isTight ? original.flattened : original
    return (geometry, layout(geometry))
  }

  private static func runs(_ layout: BlockedLayout, _ windows: Windows) -> [Int] {
    var runs: [Int] = []
    for z in 0..<windows.depth.kernel {
      for y in 0..<windows.height.kernel {
        for block in 0..<layout.blocks.count {
          let (size, filled) = (layout.blocks.size, layout.blocks.filled(block))
          let isOne = windows.width.dilation == 1 && filled == size
          for x in 0..<(isOne ? 1 : windows.width.kernel) {
            let tap = layout.offset(
              z * windows.depth.dilation, y * windows.height.dilation, x * windows.width.dilation)
            runs += [block * layout.blockStep + tap, isOne ? size * windows.width.kernel : filled]
          }
        }
      }
    }
    return runs
  }

  /// `[group][output block][depth][row][input block][column][input channel][output channel]`
  private static func packed(
    _ weight: Tensor<Element>, _ geometry: ConvolutionGeometry, _ inputs: ChannelBlocks, _ outputs: OutputBlocks
  ) throws(NumericsError) -> AlignedBuffer<Element> {
    let kernel = geometry.windows.kernel
    let width = 2 * outputs.lanes
    let perBlock = geometry.terms * width
    let packed = try AlignedBuffer<Element>(shape: [geometry.groups, outputs.count, geometry.terms, width])
    unsafe weight.elements.withUnsafeBufferPointer { weight in
      for out in 0..<geometry.outChannels {
        let (group, channel) = (out / outputs.channels, out % outputs.channels)
        let block = channel / width
        let blockWidth = outputs.vectors(block) * outputs.lanes
        let base = unsafe packed.base + (group * outputs.count + block) * perBlock + channel % width
        for input in 0..<inputs.channels {
          let block = input / inputs.size
          for tap in 0..<kernel.count {
            let (row, column) = (tap / kernel.width, tap % kernel.width)
            let place =
              (row * inputs.channels + block * inputs.size) * kernel.width + column * inputs.filled(block)
              + input % inputs.size
            unsafe base[place * blockWidth] = weight[(out * inputs.channels + input) * kernel.count + tap]
          }
        }
      }
    }
    return packed
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  func callAsFunction(
    _ input: FeatureMap<Element>, epilogue: Epilogue<Element>, other: FeatureMap<Element>?, on pool: ThreadPool
  ) throws(NumericsError) -> FeatureMap<Element> {
    let work = DirectWork(geometry, blocks, tile: kernels.tilePixels, threads: pool.threads)
    // Results that become planes wait until a chunk of them is there.
    let waiting = forms.result == nil ? work.chunkPixels * kernels.outBlock : 0
    let shapes = [forms.source == nil ? layout.shape : [0], [pool.threads, waiting]]
    let source = try ConvolutionInput(input, forms.source, on: pool)
    return try .written(
      geometry.outputShape, border: forms.result, on: pool, scratch: shapes, epilogue: epilogue, other: other,
      kernels
    ) { scratch, results in
      source.withImages { images in
        for n in 0..<geometry.batch {
          let x = unsafe images.blocked(n, layout, scratch[0], kernels, pool)
          let results = results.moved(toImage: n)
          pool.run(work.items) { item, worker in
            let chunk = work.chunk(item)
            switch results {
            case .planes(let results):
              unsafe compute(chunk, x, scratch[1].base + worker * waiting, results)
            case .blocks(let results): unsafe compute(chunk, x, results)
            }
          }
        }
      }
    }
  }

  /// One chunk: some rows of one block of output channels, first with channels innermost, then laid out as planes.
  private func compute(
    _ chunk: DirectWork.Chunk, _ x: UnsafePointer<Element>, _ scratch: UnsafeMutablePointer<Element>,
    _ results: PlaneResults<Element>
  ) {
    let width = blocks.vectors(chunk.block % blocks.count) * blocks.lanes
    var out = unsafe scratch
    chunk.forEachRows(of: geometry.output.width, tile: kernels.tilePixels) { rows in
      let source = unsafe self.source(chunk, rows, x)
      chunk.forEachTile(in: rows, tile: kernels.tilePixels) { column, pixels in
        let second = unsafe out + (pixels + 1) / 2 * width
        unsafe compute(chunk.block, source, rows, column, pixels, out, second, pixel: width, next: blocks.lanes)
        unsafe out += pixels * width
      }
    }
    let plane = geometry.output.count
    let place = chunk.rows.lowerBound * geometry.output.width + chunk.columns.lowerBound
    let channels = channels(ofBlock: chunk.block)
    let pixels = chunk.rows.count * chunk.columns.count
    unsafe results.write(scratch, block: width, channels: channels, pixels: pixels, plane: plane, place: place)
    results.finish(channels: channels, plane: plane, place: place, count: pixels)
  }

  /// One chunk, written where it belongs, and finished a row at a time: that is still in the first-level cache.
  private func compute(_ chunk: DirectWork.Chunk, _ x: UnsafePointer<Element>, _ results: BlockResults<Element>) {
    let channels = channels(ofBlock: chunk.block)
    let (size, next) = (results.layout.blocks.size, results.vectorStep)
    chunk.forEachRows(of: geometry.output.width, tile: kernels.tilePixels) { rows in
      let source = unsafe self.source(chunk, rows, x)
      func start(_ row: Int) -> UnsafeMutablePointer<Element> {
        unsafe results.pixel(channels.lowerBound, row: row, column: chunk.columns.lowerBound)
      }
      let first = unsafe start(rows.lowerBound)
      let below = rows.count == 2 ? unsafe start(rows.lowerBound + 1) : unsafe first
      chunk.forEachTile(in: rows, tile: kernels.tilePixels) { column, pixels in
        let out = unsafe first + column * size
        let second = rows.count == 2 ? unsafe below : unsafe out + (pixels + 1) / 2 * size
        unsafe compute(chunk.block, source, rows, column, pixels, out, second, pixel: size, next: next)
      }
      for row in rows { results.finish(channels: channels, row: row, columns: chunk.columns) }
    }
  }

  private func channels(ofBlock index: Int) -> Range<Int> {
    let first = index / blocks.count * blocks.channels + index % blocks.count * kernels.outBlock
    return first..<first + blocks.filled(index % blocks.count)
  }

  /// The rows of the input that the tiles of one output row, or of two, read.
  @safe private struct RowSource {
    /// The rows of the kernel that see more than padding.
    let taps: Range<Int>
    /// The first number that the first output of each row reads.
    let top: UnsafePointer<Element>
    let below: UnsafePointer<Element>
  }

  private func source(_ chunk: DirectWork.Chunk, _ rows: Range<Int>, _ x: UnsafePointer<Element>) -> RowSource {
    let x = unsafe x + chunk.block / blocks.count * layout.blocks.count * layout.blockStep
    func start(_ row: Int) -> UnsafePointer<Element> {
      unsafe x + first(row: row, column: chunk.columns.lowerBound)
    }
    let top = unsafe start(rows.lowerBound)
    let below = rows.count == 2 ? unsafe start(rows.lowerBound + 1) : unsafe top
    return unsafe RowSource(taps: keptRows(rows), top: top, below: below)
  }

  /// A tile: some pixels of one row, from a column of the chunk on, or all of two rows.
  @inline(__always)
  private func compute(
    _ block: Int, _ source: RowSource, _ rows: Range<Int>, _ column: Int, _ pixels: Int,
    _ out: UnsafeMutablePointer<Element>, _ second: UnsafeMutablePointer<Element>, pixel: Int, next: Int
  ) {
    let vectors = blocks.vectors(block % blocks.count)
    let taps = source.taps
    let numbersPerRow = geometry.inPerGroup * geometry.windows.width.kernel
    let weights =
      unsafe weights.base + block * geometry.terms * kernels.outBlock
      + taps.lowerBound * numbersPerRow * vectors * blocks.lanes
    let step = geometry.windows.width.stride * layout.blocks.size
    let x = unsafe source.top + column * step
    let below = rows.count == 2 ? unsafe source.below : unsafe x + (pixels + 1) / 2 * step
    unsafe runs.withUnsafeBufferPointer { runs in
      guard let runs = runs.baseAddress else { return }
      unsafe kernels.directTile(
        pixels, vectors, x, below, step, runs + 2 * taps.lowerBound * runsPerRow, taps.count * runsPerRow, weights,
        bias.base + block * kernels.outBlock, out, second, pixel, next)
    }
  }

  /// Where the first tap of an output lies; rows count over depth and height.
  private func first(row: Int, column: Int) -> Int {
    let windows = geometry.windows
    let (z, y) = (row / geometry.output.height, row % geometry.output.height)
    return origin + layout.offset(z * windows.depth.stride, y * windows.height.stride, column * windows.width.stride)
  }

  /// The rows of the kernel that see more than padding from any of these output rows.
  private func keptRows(_ rows: Range<Int>) -> Range<Int> {
    let window = geometry.windows.height
    guard geometry.windows.depth.kernel == 1 else { return 0..<geometry.windows.depth.kernel * window.kernel }
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
    return low < high ? low..<high : 0..<0
  }
}

extension ConvolutionGeometry {
  /// How far outputs read beyond each side of the input.
  var border: Border { Border(windows, input: input, output: output) }

  /// A pointwise convolution sees one long row of pixels.
  var flattened: ConvolutionGeometry {
    guard windows == Windows([]) else { return self }
    let row = SpatialSize([input.count])
    return ConvolutionGeometry(
      batch: batch, groups: groups, inPerGroup: inPerGroup, outPerGroup: outPerGroup, windows: windows, input: row,
      output: row, outputShape: outputShape)
  }
}
