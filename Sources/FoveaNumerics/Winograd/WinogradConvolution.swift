/// A convolution by Winograd's minimal filtering: tiles are transformed, multiplied place by place, transformed back.
///
/// A chunk of tiles goes through all three steps while its products are in the cache.
struct WinogradConvolution<Element: TensorElement>: Sendable {
  let variant: WinogradVariant
  private let geometry: ConvolutionGeometry
  private let kernels: KernelSet<Element>
  private let layout: BlockedLayout
  private let blocks: OutputBlocks
  private let weights: AlignedBuffer<Element>
  private let bias: AlignedBuffer<Element>
  private let zeros: AlignedBuffer<Element>

  /// Input channels of a block, a multiple of the lanes of every instruction set.
  private static var inputBlock: Int { 16 }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  init(
    _ variant: WinogradVariant, _ geometry: ConvolutionGeometry, weight: Tensor<Element>, bias: Tensor<Element>?,
    _ kernels: KernelSet<Element>
  ) throws(NumericsError) {
    self.variant = variant
    self.geometry = geometry
    self.kernels = kernels
    let windows = geometry.windows
    // Whole tiles: zeros after the image stand for what no output needs.
    let height = variant.tiles(geometry.output.height) * variant.outputs + variant.taps - 1
    let width = variant.tiles(geometry.output.width) * variant.outputs + variant.taps - 1
    layout = BlockedLayout(
      groups: geometry.groups, blocks: ChannelBlocks(geometry.inPerGroup, size: Self.inputBlock),
      image: geometry.input, before: Extent([windows.height.padding.before, windows.width.padding.before], fill: 0),
      padded: Extent([height, width]))
    try checkedCount(layout.shape, of: Element.self)
    blocks = OutputBlocks(channels: geometry.outPerGroup, lanes: kernels.lanes)
    self.bias = try packedBias(bias, groups: geometry.groups, blocks)
    zeros = try AlignedBuffer(shape: [kernels.outBlock])
    weights = try Self.transformed(weight, variant, geometry, layout.blocks, blocks)
  }

  /// `[group][output block][place][input channel][output channel]`, transformed in double precision.
  private static func transformed(
    _ weight: Tensor<Element>, _ variant: WinogradVariant, _ geometry: ConvolutionGeometry, _ inputs: ChannelBlocks,
    _ outputs: OutputBlocks
  ) throws(NumericsError) -> AlignedBuffer<Element> {
    let (n, r) = (variant.size, variant.taps)
    let (depth, width) = (inputs.count * inputs.size, 2 * outputs.lanes)
    let packed = try AlignedBuffer<Element>(shape: [geometry.groups, outputs.count, n * n, depth, width])
    let matrix = variant.matrices.filter
    var half = Array(repeating: 0.0, count: n * r)
    for out in 0..<geometry.outChannels {
      let (group, channel) = (out / outputs.channels, out % outputs.channels)
      let block = channel / width
      let blockWidth = outputs.vectors(block) * outputs.lanes
      let base = unsafe packed.base + (group * outputs.count + block) * n * n * depth * width + channel % width
      for input in 0..<inputs.channels {
        let filter = (out * inputs.channels + input) * r * r
        for i in 0..<n {
          for column in 0..<r {
            var sum = 0.0
            for k in 0..<r { sum += matrix[i][k] * Double(weight.elements[filter + k * r + column]) }
            half[i * r + column] = sum
          }
        }
        for i in 0..<n {
          for j in 0..<n {
            var sum = 0.0
            for k in 0..<r { sum += half[i * r + k] * matrix[j][k] }
            unsafe base[((i * n + j) * depth + input) * blockWidth] = Element(sum)
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
    let work = WinogradWork(variant, geometry, layout, blocks, threads: pool.threads)
    let workers = work.wholeChunks ? pool.threads : 1
    let shapes = [
      [workers, layout.blocks.count, work.bandStep], [workers, work.transformedCount],
      [pool.threads, work.scratchCount],
    ]
    let image = geometry.inChannels * geometry.input.count
    let result = geometry.outChannels * geometry.output.count
    return try Tensor(
      geometry.outputShape, on: pool, scratch: shapes, following: following, other: other, kernels
    ) { scratch, results in
      unsafe input.elements.withUnsafeBufferPointer { input in
        guard let source = input.baseAddress else { return }
        for n in 0..<geometry.batch {
          unsafe compute(
            work, on: pool, source + n * image, band: scratch[0].base, products: scratch[1].base, scratch[2].base,
            results.moved(by: n * result))
        }
      }
    }
  }

  /// All chunks of one image: each on its own thread, or one after the other with its channels divided.
  private func compute(
    _ work: WinogradWork, on pool: ThreadPool, _ x: UnsafePointer<Element>, band: UnsafeMutablePointer<Element>,
    products: UnsafeMutablePointer<Element>, _ scratch: UnsafeMutablePointer<Element>,
    _ results: Results<Element>
  ) {
    let bandCount = layout.blocks.count * work.bandStep
    if work.wholeChunks {
      pool.run(work.chunks) { item, worker in
        let chunk = work.chunk(item)
        let products = unsafe products + worker * work.transformedCount
        let scratch = unsafe scratch + worker * work.scratchCount
        for block in 0..<layout.blocks.count {
          unsafe transform(chunk, block, x, band + worker * bandCount, scratch, products, work)
        }
        for block in 0..<blocks.count { unsafe multiply(chunk, block, products, scratch, results, work) }
      }
      return
    }
    for item in 0..<work.chunks {
      let chunk = work.chunk(item)
      pool.run(layout.blocks.count) { block, worker in
        unsafe transform(chunk, block, x, band, scratch + worker * work.scratchCount, products, work)
      }
      pool.run(blocks.count) { block, worker in
        unsafe multiply(chunk, block, products, scratch + worker * work.scratchCount, results, work)
      }
    }
  }

  /// One block of input channels laid out as far as a chunk needs it, and Bᵀ d B of its tiles.
  private func transform(
    _ chunk: WinogradWork.Chunk, _ block: Int, _ x: UnsafePointer<Element>, _ band: UnsafeMutablePointer<Element>,
    _ scratch: UnsafeMutablePointer<Element>, _ products: UnsafeMutablePointer<Element>, _ work: WinogradWork
  ) {
    let size = layout.blocks.size
    let index = chunk.group * layout.blocks.count + block
    let rows = work.inputRows(of: chunk)
    // `fillRows` and `offset` count from the first row of the first block; the band holds some rows of this group.
    let source = unsafe band + (block * work.bandStep - rows.lowerBound * layout.rowStep)
    unsafe layout.fillRows(rows, ofBlock: index, source - index * layout.blockStep, from: x, kernels)
    var out = unsafe products + block * work.tiles * size
    for row in chunk.rows {
      for column in 0..<work.columns {
        let place = layout.offset(0, row * variant.outputs, column * variant.outputs)
        unsafe kernels.winogradInput(
          variant.size, source + place, layout.rowStep, size, size, scratch, out, work.inputPitch)
        unsafe out += size
      }
    }
  }

  /// The products of one block of output channels, and Aᵀ z A of them.
  private func multiply(
    _ chunk: WinogradWork.Chunk, _ block: Int, _ products: UnsafePointer<Element>,
    _ scratch: UnsafeMutablePointer<Element>, _ results: Results<Element>, _ work: WinogradWork
  ) {
    let vectors = blocks.vectors(block)
    let width = vectors * blocks.lanes
    let size = layout.blocks.size
    let depth = layout.blocks.count * size
    let places = variant.size * variant.size
    let blockIndex = chunk.group * blocks.count + block
    let weights = unsafe weights.base + blockIndex * places * depth * kernels.outBlock
    let sums = unsafe scratch + work.transformCount
    let tiles = chunk.rows.count * work.columns
    let parts = (tiles + kernels.tilePixels - 1) / kernels.tilePixels
    let offsets = work.offsets
    unsafe offsets.withUnsafeBufferPointer { offsets in
      guard let offsets = offsets.baseAddress else { return }
      for place in 0..<places {
        for part in 0..<parts {
          let first = part * tiles / parts
          let pixels = (part + 1) * tiles / parts - first
          let x = unsafe products + place * work.inputPitch + first * size
          unsafe kernels.directTile(
            pixels, vectors, x, x + (pixels + 1) / 2 * size, size, offsets, work.offsets.count, size,
            weights + place * depth * width, zeros.base, sums + place * work.outputPitch + first * width)
        }
      }
    }
    let start = unsafe bias.base + blockIndex * kernels.outBlock
    let outputs = variant.outputs
    let rowLength = work.columns * outputs * width
    let pixels = unsafe sums + places * work.outputPitch
    let plane = geometry.output.count
    let firstChannel = chunk.group * blocks.channels + block * kernels.outBlock
    let channels = firstChannel..<firstChannel + blocks.filled(block)
    for (index, row) in chunk.rows.enumerated() {
      for column in 0..<work.columns {
        unsafe kernels.winogradOutput(
          outputs, variant.taps, sums + (index * work.columns + column) * width, work.outputPitch, width, start,
          scratch, pixels + column * outputs * width, rowLength, width)
      }
      for line in 0..<min(outputs, geometry.output.height - row * outputs) {
        let place = (row * outputs + line) * geometry.output.width
        unsafe results.write(
          pixels + line * rowLength, block: width, channels: channels, pixels: geometry.output.width, plane: plane,
          place: place)
      }
    }
    let rows = chunk.rows.lowerBound * outputs..<min(geometry.output.height, chunk.rows.upperBound * outputs)
    results.finish(
      channels: channels, plane: plane, place: rows.lowerBound * geometry.output.width,
      count: rows.count * geometry.output.width)
  }
}
