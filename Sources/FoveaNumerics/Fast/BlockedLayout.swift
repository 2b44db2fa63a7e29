/// How the channels of one group are cut into blocks, for a tensor whose pixels hold one block each.
struct ChannelBlocks: Hashable, Sendable {
  /// Channels of a group.
  let channels: Int
  /// Channels of a block.
  let size: Int
  /// Blocks of a group; the last one may be filled up with zeros.
  let count: Int

  /// Blocks of at most 16 channels, one cache line of `Float`, as even as possible.
  init(even channels: Int) {
    self.channels = channels
    count = max(1, (channels + 15) / 16)
    size = max(1, (channels + count - 1) / count)
  }

  /// Blocks of exactly `size` channels.
  init(_ channels: Int, size: Int) {
    self.channels = channels
    self.size = size
    count = max(1, (channels + size - 1) / size)
  }

  /// The channels of a block that exist.
  func filled(_ block: Int) -> Int { min(size, channels - block * size) }
}

/// One image laid out as `[group and block][depth][height][width][channel of the block]` with zeros around it.
struct BlockedLayout: Hashable, Sendable {
  let groups: Int
  let blocks: ChannelBlocks
  /// The extent of the image.
  let image: Extent
  /// Zeros before the image.
  let before: Extent
  /// The extent with the zeros on both sides.
  let padded: Extent

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

  /// Lays out one image, whose planes follow each other from `source` on.
  func fill<Element: TensorElement>(
    _ buffer: AlignedBuffer<Element>, from source: UnsafePointer<Element>, _ kernels: KernelSet<Element>,
    _ pool: ThreadPool
  ) {
    // Some 16 Ki numbers an item.
    let rows = padded.depth * padded.height
    let band = max(1, min(rows, 16384 / max(1, rowStep)))
    let bands = (rows + band - 1) / band
    pool.run(groups * blocks.count * bands) { item, _ in
      let first = item % bands * band
      unsafe fillRows(
        first..<min(rows, first + band), ofBlock: item / bands, buffer.base, from: source, kernels)
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

/// Output channels of one group, cut into blocks of two vectors; a last block that fits one vector has one.
struct OutputBlocks: Hashable, Sendable {
  let channels: Int
  let lanes: Int

  var count: Int { (channels + 2 * lanes - 1) / (2 * lanes) }

  /// Channels of a block that exist.
  func filled(_ block: Int) -> Int { min(2 * lanes, channels - block * 2 * lanes) }

  /// Vectors of a block.
  func vectors(_ block: Int) -> Int { filled(block) > lanes ? 2 : 1 }
}

/// A bias per output channel, filled up with zeros to whole blocks, group by group.
func packedBias<Element: TensorElement>(
  _ bias: Tensor<Element>?, groups: Int, _ blocks: OutputBlocks
) throws(NumericsError) -> AlignedBuffer<Element> {
  let width = blocks.count * 2 * blocks.lanes
  let packed = try AlignedBuffer<Element>(shape: [groups, width])
  guard let bias else { return packed }
  for channel in bias.elements.indices {
    unsafe packed.base[channel / blocks.channels * width + channel % blocks.channels] = bias.elements[channel]
  }
  return packed
}
