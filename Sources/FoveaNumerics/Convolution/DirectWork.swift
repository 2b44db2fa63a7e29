/// How the outputs of one image are divided among threads and tiles.
struct DirectWork {
  /// Output channels of one block at a rectangle of output pixels.
  struct Chunk {
    /// The block, counted over all groups.
    let block: Int
    /// Rows, counted over depth and height.
    let rows: Range<Int>
    let columns: Range<Int>
  }

  private let rows: Int
  private let width: Int
  private let rowsPerChunk: Int
  private let columnsPerChunk: Int
  private let chunksPerBlock: Int
  private let channelBlocks: Int
  /// Whether all blocks of one place follow each other: their weights together stay in the second-level cache.
  private let placesFirst: Bool
  /// The number of chunks.
  let items: Int

  /// Pixels of the largest chunk.
  var chunkPixels: Int { rowsPerChunk * columnsPerChunk }

  /// Chunks of some 400 pixels: their results of one block stay in the first-level cache or near it.
  init(_ geometry: ConvolutionGeometry, _ blocks: OutputBlocks, tile: Int, threads: Int) {
    rows = geometry.output.depth * geometry.output.height
    width = geometry.output.width
    channelBlocks = geometry.groups * blocks.count
    placesFirst = channelBlocks * geometry.terms * 2 * blocks.lanes <= 1 << 17
    // At least two chunks a thread where there is enough work for that.
    let target = min(28 * tile, max(2 * tile, rows * width * channelBlocks / (2 * threads)))
    if width > target {
      rowsPerChunk = 1
      columnsPerChunk = target.roundedUp(to: tile)
    } else {
      rowsPerChunk = max(1, min(rows, target / max(1, width)))
      columnsPerChunk = width
    }
    let across = (width + columnsPerChunk - 1) / columnsPerChunk
    chunksPerBlock = across * ((rows + rowsPerChunk - 1) / rowsPerChunk)
    items = channelBlocks * chunksPerBlock
  }

  /// Chunks of one block follow each other, so that its weights stay in the cache, or those of one place do.
  func chunk(_ item: Int) -> Chunk {
    let (block, place) =
      placesFirst
      ? (item % channelBlocks, item / channelBlocks) : (item / chunksPerBlock, item % chunksPerBlock)
    let across = (width + columnsPerChunk - 1) / columnsPerChunk
    let row = place / across * rowsPerChunk
    let column = place % across * columnsPerChunk
    return Chunk(
      block: block, rows: row..<min(rows, row + rowsPerChunk), columns: column..<min(width, column + columnsPerChunk))
  }
}

extension DirectWork.Chunk {
  /// Calls `body` with the rows that are computed together, two short ones or a longer one.
  @inline(__always)
  func forEachRows(of width: Int, tile: Int, _ body: (Range<Int>) -> Void) {
    let step = columns.count == width && 2 * width <= tile ? 2 : 1
    for row in stride(from: rows.lowerBound, to: rows.upperBound, by: step) {
      body(row..<min(row + step, rows.upperBound))
    }
  }

  /// Calls `body` with the first column, counted from the chunk's, and the pixels of each tile in such rows: even parts
  /// of at most `tile` pixels.
  @inline(__always)
  func forEachTile(in rows: Range<Int>, tile: Int, _ body: (_ column: Int, _ pixels: Int) -> Void) {
    if rows.count > 1 { return body(0, rows.count * columns.count) }
    let parts = max(1, (columns.count + tile - 1) / tile)
    var start = 0
    for part in 1...parts {
      let end = part * columns.count / parts
      body(start, end - start)
      start = end
    }
  }
}
