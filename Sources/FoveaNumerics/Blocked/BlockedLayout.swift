/// One image laid out as `[group and block][depth][height][width][channel of the block]` with zeros around it.
struct BlockedLayout: Hashable, Sendable {
  let groups: Int
  let blocks: ChannelBlocks
  /// The extent of the image.
  let image: SpatialSize
  /// Zeros around the image.
  let border: Border
  /// The extent with the zeros on both sides.
  let padded: SpatialSize

  init(groups: Int, blocks: ChannelBlocks, image: SpatialSize, border: Border) {
    self.groups = groups
    self.blocks = blocks
    self.image = image
    self.border = border
    padded = SpatialSize([
      border.before.depth + image.depth + border.after.depth,
      border.before.height + image.height + border.after.height,
      border.before.width + image.width + border.after.width,
    ])
  }

  private var before: SpatialSize { border.before }

  /// Whether there are no zeros around the image.
  var isTight: Bool { padded == image }

  /// The shape of the buffer.
  var shape: [Int] { [groups * blocks.count, padded.depth, padded.height, padded.width, blocks.size] }

  /// Numbers from one row, plane or block to the next.
  var rowStep: Int { padded.width * blocks.size }
  var planeStep: Int { padded.height * rowStep }
  var blockStep: Int { padded.depth * planeStep }

  /// Numbers from the first pixel to the pixel at these padded coordinates.
  func offset(_ depth: Int, _ height: Int, _ width: Int) -> Int {
    depth * planeStep + height * rowStep + width * blocks.size
  }

  /// Numbers from the first pixel to the one that a window at the image's corner begins with.
  func origin(_ padding: SpatialSize) -> Int {
    offset(before.depth - padding.depth, before.height - padding.height, before.width - padding.width)
  }

  /// Numbers from the first pixel of a block to the first one of a row of the image; rows count over depth and height.
  func rowOffset(_ row: Int) -> Int {
    offset(before.depth + row / image.height, before.height + row % image.height, before.width)
  }

  /// Lays out one image, whose planes follow each other from `source` on.
  func fill<Element: TensorElement>(
    _ base: UnsafeMutablePointer<Element>, from source: UnsafePointer<Element>, _ kernels: KernelSet<Element>,
    _ pool: ThreadPool
  ) {
    // Some 16 Ki numbers an item.
    let rows = padded.depth * padded.height
    let band = max(1, min(rows, 16384 / max(1, rowStep)))
    let bands = (rows + band - 1) / band
    pool.run(groups * blocks.count * bands) { item, _ in
      let first = item % bands * band
      unsafe fillRows(
        first..<min(rows, first + band), ofBlock: item / bands, base, from: source, kernels)
    }
  }

  /// Rows of one block, counted over depth and height, from a source that begins at the image.
  func fillRows<Element: TensorElement>(
    _ rows: Range<Int>, ofBlock block: Int, _ base: UnsafeMutablePointer<Element>, from source: UnsafePointer<Element>,
    _ kernels: KernelSet<Element>
  ) {
    let firstChannel = block / blocks.count * blocks.channels + block % blocks.count * blocks.size
    let planes = unsafe source + firstChannel * image.count
    for row in rows {
      let target = unsafe base + (block * blockStep + row * rowStep)
      let z = row / padded.height - before.depth
      let y = row % padded.height - before.height
      guard z >= 0, z < image.depth, y >= 0, y < image.height else {
        unsafe target.clear(rowStep)
        continue
      }
      let left = before.width * blocks.size
      let end = left + image.width * blocks.size
      unsafe target.clear(left)
      unsafe kernels.interleave(
        planes + (z * image.height + y) * image.width, image.count, blocks.filled(block % blocks.count), image.width,
        target + left, blocks.size)
      unsafe (target + end).clear(rowStep - end)
    }
  }
}
