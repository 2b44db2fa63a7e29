/// A convolution by Winograd's minimal filtering: tiles are transformed, multiplied place by place, transformed back.
///
/// A chunk of tiles goes through all three steps while its products are in the cache. One file because the steps agree
/// on where a chunk lies.
struct WinogradConvolution<Element: TensorElement>: Sendable {
  let variant: WinogradVariant
  private let geometry: ConvolutionGeometry
  private let kernels: KernelSet<Element>
  /// The borders of maps that are read and written as blocks; nil where they are planes.
  private let forms: MapForms
  /// How the input is laid out.
  private let layout: BlockedLayout
  private let blocks: OutputBlocks
  private let weights: AlignedBuffer<Element>
  private let bias: AlignedBuffer<Element>
  private let zeros: AlignedBuffer<Element>

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  init(
    _ variant: WinogradVariant, _ geometry: ConvolutionGeometry, weight: Tensor<Element>, bias: Tensor<Element>?,
    _ kernels: KernelSet<Element>
  ) throws(NumericsError) {
    let layout = Self.layout(variant, geometry, MapForms())
    try checkedCount(layout.shape, of: Element.self)
    let blocks = OutputBlocks(channels: geometry.outPerGroup, lanes: kernels.lanes)
    self.init(
      variant, geometry, kernels, MapForms(), layout, blocks,
      weights: try Self.transformed(weight, variant, geometry, layout.blocks, blocks),
      bias: try packedBias(bias, groups: geometry.groups, blocks), zeros: AlignedBuffer(zeros: kernels.outBlock))
  }

  private init(
    _ variant: WinogradVariant, _ geometry: ConvolutionGeometry, _ kernels: KernelSet<Element>, _ forms: MapForms,
    _ layout: BlockedLayout, _ blocks: OutputBlocks, weights: AlignedBuffer<Element>, bias: AlignedBuffer<Element>,
    zeros: AlignedBuffer<Element>
  ) {
    self.variant = variant
    self.geometry = geometry
    self.kernels = kernels
    self.forms = forms
    self.layout = layout
    self.blocks = blocks
    self.weights = weights
    self.bias = bias
    self.zeros = zeros
  }

  /// The same convolution between maps of other forms.
  func between(_ forms: MapForms) -> WinogradConvolution {
    WinogradConvolution(
      variant, geometry, kernels, forms, Self.layout(variant, geometry, forms), blocks, weights: weights, bias: bias,
      zeros: zeros)
  }

  private static func layout(
    _ variant: WinogradVariant, _ geometry: ConvolutionGeometry, _ forms: MapForms
  ) -> BlockedLayout {
    BlockedLayout(
      groups: geometry.groups, blocks: ChannelBlocks(geometry.inPerGroup, filledTo: ChannelBlocks.full),
      image: geometry.input, border: forms.source ?? variant.border(geometry))
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
    _ input: FeatureMap<Element>, epilogue: Epilogue<Element>, other: FeatureMap<Element>?, on pool: ThreadPool
  ) throws(NumericsError) -> FeatureMap<Element> {
    let work = WinogradWork(variant, geometry, layout, blocks, threads: pool.threads)
    let workers = work.wholeChunks ? pool.threads : 1
    let shapes = [
      [workers, forms.source == nil ? layout.blocks.count * work.bandStep : 0], [workers, work.transformedCount],
      [pool.threads, work.scratchCount],
    ]
    let source = try ConvolutionInput(input, forms.source, on: pool)
    return try .written(
      geometry.outputShape, border: forms.result, on: pool, scratch: shapes, epilogue: epilogue, other: other,
      kernels
    ) { scratch, results in
      source.withImages { images in
        for n in 0..<geometry.batch {
          unsafe compute(
            work, on: pool, images.image(n), band: scratch[0].base, products: scratch[1].base, scratch[2].base,
            results.moved(toImage: n))
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
        for block in 0..<blocks.count { unsafe finish(chunk, block, products, scratch, results, work) }
      }
      return
    }
    for item in 0..<work.chunks {
      let chunk = work.chunk(item)
      pool.run(layout.blocks.count) { block, worker in
        unsafe transform(chunk, block, x, band, scratch + worker * work.scratchCount, products, work)
      }
      pool.run(blocks.count) { block, worker in
        unsafe finish(chunk, block, products, scratch + worker * work.scratchCount, results, work)
      }
    }
  }

  /// Bᵀ d B of the tiles of a chunk in one block of input channels, which is laid out as far as that needs it.
  private func transform(
    _ chunk: WinogradWork.Chunk, _ block: Int, _ x: UnsafePointer<Element>, _ band: UnsafeMutablePointer<Element>,
    _ scratch: UnsafeMutablePointer<Element>, _ products: UnsafeMutablePointer<Element>, _ work: WinogradWork
  ) {
    let size = layout.blocks.size
    let index = chunk.group * layout.blocks.count + block
    let source: UnsafePointer<Element>
    if forms.source == nil {
      let rows = work.inputRows(of: chunk)
      // `fillRows` and `offset` count from the first row of the first block; the band holds some rows of this group.
      let first = unsafe band + (block * work.bandStep - rows.lowerBound * layout.rowStep)
      unsafe layout.fillRows(rows, ofBlock: index, first - index * layout.blockStep, from: x, kernels)
      unsafe source = UnsafePointer(first)
    } else {
      unsafe source = x + (index * layout.blockStep + layout.origin(geometry.border.before))
    }
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

  /// One block of output channels: the products, and Aᵀ z A of them.
  private func finish(
    _ chunk: WinogradWork.Chunk, _ block: Int, _ products: UnsafePointer<Element>,
    _ scratch: UnsafeMutablePointer<Element>, _ results: Results<Element>, _ work: WinogradWork
  ) {
    unsafe multiply(chunk, block, products, scratch, work)
    switch results {
    case .planes(let results): unsafe write(chunk, block, scratch, results, work)
    case .blocks(let results): unsafe write(chunk, block, scratch, results, work)
    }
  }

  /// The products of one block of output channels, behind the scratch memory of the transforms.
  private func multiply(
    _ chunk: WinogradWork.Chunk, _ block: Int, _ products: UnsafePointer<Element>,
    _ scratch: UnsafeMutablePointer<Element>, _ work: WinogradWork
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
    unsafe work.runs.withUnsafeBufferPointer { runs in
      guard let runs = runs.baseAddress else { return }
      for place in 0..<places {
        for part in 0..<parts {
          let first = part * tiles / parts
          let pixels = (part + 1) * tiles / parts - first
          let half = (pixels + 1) / 2
          let x = unsafe products + place * work.inputPitch + first * size
          let out = unsafe sums + place * work.outputPitch + first * width
          unsafe kernels.directTile(
            pixels, vectors, x, x + half * size, size, runs, work.runs.count / 2, weights + place * depth * width,
            zeros.base, out, out + half * width, width, blocks.lanes)
        }
      }
    }
  }

  /// Aᵀ z A of one block of output channels, laid out as planes.
  private func write(
    _ chunk: WinogradWork.Chunk, _ block: Int, _ scratch: UnsafeMutablePointer<Element>,
    _ results: PlaneResults<Element>, _ work: WinogradWork
  ) {
    let width = blocks.vectors(block) * blocks.lanes
    let places = variant.size * variant.size
    let blockIndex = chunk.group * blocks.count + block
    let sums = unsafe scratch + work.transformCount
    let start = unsafe bias.base + blockIndex * kernels.outBlock
    let outputs = variant.outputs
    let rowLength = work.columns * outputs * width
    let pixels = unsafe sums + places * work.outputPitch
    let plane = geometry.output.count
    let channels = channels(chunk, block)
    for (index, row) in chunk.rows.enumerated() {
      for column in 0..<work.columns {
        unsafe kernels.winogradOutput(
          outputs, variant.taps, sums + (index * work.columns + column) * width, work.outputPitch, width, start,
          scratch, pixels + column * outputs * width, rowLength, width, blocks.lanes)
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

  /// Aᵀ z A of one block of output channels, written where it belongs but for tiles that reach beyond the image.
  private func write(
    _ chunk: WinogradWork.Chunk, _ block: Int, _ scratch: UnsafeMutablePointer<Element>,
    _ results: BlockResults<Element>, _ work: WinogradWork
  ) {
    let width = blocks.vectors(block) * blocks.lanes
    let blockIndex = chunk.group * blocks.count + block
    let sums = unsafe scratch + work.transformCount
    let tile = unsafe sums + variant.size * variant.size * work.outputPitch
    let start = unsafe bias.base + blockIndex * kernels.outBlock
    let (outputs, size) = (variant.outputs, results.layout.blocks.size)
    let channels = channels(chunk, block)
    for (index, row) in chunk.rows.enumerated() {
      let lines = min(outputs, geometry.output.height - row * outputs)
      for column in 0..<work.columns {
        let columns = min(outputs, geometry.output.width - column * outputs)
        let z = unsafe sums + (index * work.columns + column) * width
        func transform(_ out: UnsafeMutablePointer<Element>, row: Int, next: Int) {
          unsafe kernels.winogradOutput(
            outputs, variant.taps, z, work.outputPitch, width, start, scratch, out, row, size, next)
        }
        let first = unsafe results.pixel(channels.lowerBound, row: row * outputs, column: column * outputs)
        if lines == outputs, columns == outputs {
          unsafe transform(first, row: results.layout.rowStep, next: results.vectorStep)
          continue
        }
        // The blocks of the tile one after the other, as in the results.
        let blockStep = outputs * outputs * size
        unsafe transform(tile, row: outputs * size, next: blocks.lanes == size ? blockStep : blocks.lanes)
        for part in 0..<(width + size - 1) / size {
          for line in 0..<lines {
            unsafe (first + (part * results.layout.blockStep + line * results.layout.rowStep)).update(
              from: tile + (part * blockStep + line * outputs * size), count: columns * size)
          }
        }
      }
      for line in row * outputs..<row * outputs + lines {
        results.finish(channels: channels, row: line, columns: 0..<geometry.output.width)
      }
    }
  }

  private func channels(_ chunk: WinogradWork.Chunk, _ block: Int) -> Range<Int> {
    let first = chunk.group * blocks.channels + block * kernels.outBlock
    return first..<first + blocks.filled(block)
  }
}
