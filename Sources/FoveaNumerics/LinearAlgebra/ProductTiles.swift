/// Products of blocks, by the tiles that also compute convolutions: a row of one factor is a pixel, the shared index
/// its channels, a column of the other an output channel.
///
/// Results depend on the instruction set, as a product and a sum are rounded once or twice; `FOVEA_ISA=baseline` gives
/// the same numbers on every machine of an architecture.
@safe struct ProductTiles {
  private static let kernels = KernelSet<Double>.current

  /// The rows of the second factor that are packed at once.
  static let largestDepth = 256

  private let depth: Int

  private let kernels = Self.kernels
  /// A panel of the second factor: for each index, one element for each column of a tile.
  private let panel: AlignedBuffer<Double>
  /// Zeros to start from, and a tile of results.
  private let zeros: AlignedBuffer<Double>
  private let results: AlignedBuffer<Double>
  /// Rows of the first factor, where they have to be packed.
  private let packed: AlignedBuffer<Double>

  /// The columns of a tile.
  var columns: Int { kernels.outBlock }

  /// Tiles for products whose shared index goes up to `depth`, at most `largestDepth`.
  init(depth: Int) {
    precondition(depth <= Self.largestDepth, "a panel has a largest depth")
    panel = AlignedBuffer(zeros: depth * kernels.outBlock)
    zeros = AlignedBuffer(zeros: kernels.outBlock)
    results = AlignedBuffer(zeros: kernels.tilePixels * kernels.outBlock)
    packed = AlignedBuffer(zeros: kernels.tilePixels * depth)
    self.depth = depth
  }

  /// Copies at most `depth` rows and `columns` columns; columns that lack are zeros.
  func pack(_ source: [Double], _ start: Int, rows: Int, columns count: Int, rowStride: Int, columnStride: Int) {
    DenseKernels.check(source.count, start, (rows - 1) * rowStride + (count - 1) * columnStride + 1)
    precondition(rows <= depth && count <= columns, "a panel holds the block")
    let width = columns
    unsafe source.withUnsafeBufferPointer { source in
      guard let source = source.baseAddress else { return }
      for row in 0..<rows {
        let (from, to) = unsafe (source + (start + row * rowStride), panel.base + row * width)
        for column in 0..<count { unsafe to[column] = from[column * columnStride] }
        for column in count..<width { unsafe to[column] = 0 }
      }
    }
  }

  /// c += factor·a·panel, for `rows` rows and `count` columns of c and `depth` of the shared index.
  func multiply(
    _ a: [Double], _ aLayout: MatrixLayout, columns count: Int, factor: Double,
    to c: UnsafeMutableBufferPointer<Double>, _ cStart: Int, rowStride: Int, columnStride: Int
  ) {
    let (rows, shared) = (aLayout.rows, aLayout.columns)
    DenseKernels.check(
      a.count, aLayout.start, (rows - 1) * aLayout.rowStride + (shared - 1) * aLayout.columnStride + 1)
    DenseKernels.check(c.count, cStart, (rows - 1) * rowStride + (count - 1) * columnStride + 1)
    precondition(shared <= depth && count <= columns, "a panel holds the block")
    let (width, height) = (columns, kernels.tilePixels)
    unsafe a.withUnsafeBufferPointer { a in
      guard let a = a.baseAddress, let c = c.baseAddress else { return }
      for first in stride(from: 0, to: rows, by: height) {
        let pixels = min(height, rows - first)
        var left = unsafe a + (aLayout.start + first * aLayout.rowStride)
        var step = aLayout.rowStride
        if aLayout.columnStride != 1 {
          for index in 0..<shared {
            let from = unsafe left + index * aLayout.columnStride
            for row in 0..<pixels { unsafe packed.base[row * shared + index] = from[row * aLayout.rowStride] }
          }
          unsafe left = UnsafePointer(packed.base)
          step = shared
        }
        let second = unsafe left + (pixels + 1) / 2 * step
        let half = unsafe results.base + (pixels + 1) / 2 * width
        unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: 2) { run in
          unsafe run[0] = 0
          unsafe run[1] = shared
          guard let run = run.baseAddress else { return }
          unsafe kernels.directTile(
            pixels, 2, left, second, step, run, 1, panel.base, zeros.base, results.base, half, width, kernels.lanes)
        }
        for row in 0..<pixels {
          let (from, to) = unsafe (results.base + row * width, c + (cStart + (first + row) * rowStride))
          for column in 0..<count { unsafe to[column * columnStride] += factor * from[column] }
        }
      }
    }
  }
}

extension ProductTiles {
  /// Fewer multiplications than this are done before another thread has woken up.
  private static let leastShared = 1 << 22

  /// `addProducts` for sizes that agree and are not zero.
  static func addProducts(
    _ count: Int, _ factor: Double, _ a: [Double], _ aLayout: MatrixLayout, _ aStep: Int, _ b: [Double],
    _ bLayout: MatrixLayout, _ bStep: Int, to c: inout [Double], _ cLayout: MatrixLayout, _ cStep: Int
  ) {
    let depth = min(largestDepth, aLayout.columns)
    let width = kernels.outBlock
    let panels = (cLayout.columns + width - 1) / width
    let extent = (cLayout.rows - 1) * cLayout.rowStride + (cLayout.columns - 1) * cLayout.columnStride + 1
    let isShared =
      count * cLayout.rows * cLayout.columns * aLayout.columns >= leastShared && (count == 1 || cStep >= extent)
    let pool = ThreadPool.shared
    var tiles: [ProductTiles] = []
    for _ in 0..<(isShared ? pool.threads : 1) { tiles.append(ProductTiles(depth: depth)) }
    unsafe c.withUnsafeMutableBufferPointer { c in
      // Items write different elements of c: other columns, or a matrix that starts behind this one.
      func run(_ item: Int, _ worker: Int) {
        let (index, column) = (item / panels, item % panels * width)
        let columns = min(width, cLayout.columns - column)
        for first in stride(from: 0, to: aLayout.columns, by: largestDepth) {
          let rows = min(largestDepth, aLayout.columns - first)
          tiles[worker].pack(
            b, bLayout.start + index * bStep + column * bLayout.columnStride + first * bLayout.rowStride, rows: rows,
            columns: columns, rowStride: bLayout.rowStride, columnStride: bLayout.columnStride)
          var left = aLayout.moved(by: index * aStep + first * aLayout.columnStride)
          left.columns = rows
          unsafe tiles[worker].multiply(
            a, left, columns: columns, factor: factor, to: c,
            cLayout.start + index * cStep + column * cLayout.columnStride, rowStride: cLayout.rowStride,
            columnStride: cLayout.columnStride)
        }
      }
      if isShared {
        pool.run(count * panels, run)
      } else {
        for item in 0..<count * panels { run(item, 0) }
      }
    }
  }
}
