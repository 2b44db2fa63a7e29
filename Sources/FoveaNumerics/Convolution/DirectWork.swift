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

  /// Neighbouring pixels of one row, or the same whole row twice.
  struct Tile {
    let rows: Range<Int>
    let column: Int
    let pixels: Int
  }

  private let rows: Int
  private let width: Int
  private let rowsPerChunk: Int
  private let columnsPerChunk: Int
  private let chunksPerBlock: Int
  /// The number of chunks.
  let items: Int

  /// Pixels of the largest chunk.
  var chunkPixels: Int { rowsPerChunk * columnsPerChunk }

  /// Chunks of some 400 pixels: their results of one block stay in the first-level cache or near it.
  init(_ geometry: ConvolutionGeometry, _ blocks: OutputBlocks, tile: Int, threads: Int) {
    rows = geometry.output.depth * geometry.output.height
    width = geometry.output.width
    let channelBlocks = geometry.groups * blocks.count
    // At least two chunks a thread where there is enough work for that.
    let target = min(28 * tile, max(2 * tile, rows * width * channelBlocks / (2 * threads)))
    if width > target {
      rowsPerChunk = 1
      columnsPerChunk = (target + tile - 1) / tile * tile
    } else {
      rowsPerChunk = max(1, min(rows, target / max(1, width)))
      columnsPerChunk = width
    }
    let across = (width + columnsPerChunk - 1) / columnsPerChunk
    chunksPerBlock = across * ((rows + rowsPerChunk - 1) / rowsPerChunk)
    items = channelBlocks * chunksPerBlock
  }

  /// Chunks of one block follow each other, so that its weights stay in the cache.
  func chunk(_ item: Int) -> Chunk {
    let place = item % chunksPerBlock
    let across = (width + columnsPerChunk - 1) / columnsPerChunk
    let row = place / across * rowsPerChunk
    let column = place % across * columnsPerChunk
    return Chunk(
      block: item / chunksPerBlock, rows: row..<min(rows, row + rowsPerChunk),
      columns: column..<min(width, column + columnsPerChunk))
  }
}

extension DirectWork.Chunk {
  /// Tiles in row-major order: two short rows together, longer rows cut into even parts of at most `tile` pixels.
  func tiles(in width: Int, tile: Int) -> [DirectWork.Tile] {
    var tiles: [DirectWork.Tile] = []
    var row = rows.lowerBound
    while row < rows.upperBound {
      if columns.count == width, 2 * width <= tile, row + 1 < rows.upperBound {
        tiles.append(.init(rows: row..<row + 2, column: 0, pixels: 2 * width))
        row += 2
        continue
      }
      let parts = (columns.count + tile - 1) / tile
      for part in 0..<parts {
        let start = columns.lowerBound + part * columns.count / parts
        let end = columns.lowerBound + (part + 1) * columns.count / parts
        tiles.append(.init(rows: row..<row + 1, column: start, pixels: end - start))
      }
      row += 1
    }
    return tiles
  }
}
