/// How the tiles of one image are cut into chunks, and how large their buffers are.
struct WinogradWork {
  /// Some rows of tiles of one group.
  struct Chunk {
    let group: Int
    let rows: Range<Int>
  }

  /// Tiles across the image.
  let columns: Int
  /// Tiles of the largest chunk.
  let tiles: Int
  /// The number of chunks.
  let chunks: Int
  /// Whether each thread takes whole chunks; otherwise threads share the channels of one chunk after another.
  let wholeChunks: Bool
  /// Numbers between places of transformed inputs, and between places of their products. An odd number of cache lines,
  /// so that the places of a tile do not fall on the same sets of the cache.
  let inputPitch: Int
  let outputPitch: Int
  /// Numbers that one chunk of transformed inputs takes.
  let transformedCount: Int
  /// Numbers that a half-transformed tile takes.
  let transformCount: Int
  /// Numbers that a thread needs for products and for a row of tiles on its way out.
  let scratchCount: Int
  /// Where each block of input channels begins within a place, and how long it is.
  let runs: [Int]

  /// Numbers of one block of input channels that a chunk reads.
  let bandStep: Int

  private let variant: WinogradVariant
  private let rows: Int
  private let chunksPerGroup: Int

  init(
    _ variant: WinogradVariant, _ geometry: ConvolutionGeometry, _ layout: BlockedLayout, _ blocks: OutputBlocks,
    threads: Int
  ) {
    self.variant = variant
    columns = variant.tiles(geometry.output.width)
    rows = variant.tiles(geometry.output.height)
    // 28 to 112 tiles: enough to use a weight often, few enough for the second-level cache.
    let places = variant.size * variant.size
    let wanted = max(28, min(112, 160_000 / (places * layout.blocks.count * layout.blocks.size)))
    let most = max(1, min(rows, wanted / max(1, columns)))
    // Chunks of even height, as many for each thread if there are several for it.
    let fewest = max(1, (rows + most - 1) / most)
    wholeChunks = geometry.groups * fewest >= threads
    chunksPerGroup = wholeChunks && geometry.groups == 1 ? min(max(1, rows), fewest.roundedUp(to: threads)) : fewest
    chunks = geometry.groups * chunksPerGroup
    let rowsPerChunk = (rows + chunksPerGroup - 1) / chunksPerGroup
    tiles = rowsPerChunk * columns
    bandStep = (rowsPerChunk * variant.outputs + variant.taps - 1) * layout.rowStep

    let line = 16
    let depth = layout.blocks.count * layout.blocks.size
    let width = 2 * blocks.lanes
    inputPitch = (tiles * depth / line | 1) * line
    outputPitch = ((tiles * width + line - 1) / line | 1) * line
    transformedCount = places * inputPitch
    transformCount = places * 2 * blocks.lanes
    scratchCount = transformCount + places * outputPitch + variant.outputs * variant.outputs * columns * width
    let step = tiles * layout.blocks.size
    runs = (0..<layout.blocks.count).flatMap { [$0 * step, layout.blocks.size] }
  }

  func chunk(_ item: Int) -> Chunk {
    // The higher ones first: what is left for the end is small.
    let (number, height) = (item % chunksPerGroup, rows / chunksPerGroup)
    let higher = rows % chunksPerGroup
    let first = number * height + min(number, higher)
    return Chunk(
      group: item / chunksPerGroup, rows: first..<first + height + (number < higher ? 1 : 0))
  }

  /// The padded rows that the tiles of a chunk read.
  func inputRows(of chunk: Chunk) -> Range<Int> {
    let first = chunk.rows.lowerBound * variant.outputs
    return first..<first + chunk.rows.count * variant.outputs + variant.taps - 1
  }
}
