/// The maps of a batch with 16 channels side by side at each pixel, and zeros around each image: the form in which
/// layers hand on what they computed without laying it out as planes in between.
package struct BlockedMap<Element: TensorElement>: Sendable {
  /// Batch, channels, then the spatial axes.
  package let shape: [Int]
  /// Of one image.
  let layout: BlockedLayout
  let buffer: AlignedBuffer<Element>

  /// Numbers from one image to the next.
  var imageStep: Int { layout.blocks.count * layout.blockStep }

  /// The bytes that maps of a shape take; a size beyond the memory limit is an error.
  package static func bytes(shape: [Int], border: Border) throws(NumericsError) -> Int {
    try checkedCount([shape[0]] + layout(shape, border).shape, of: Element.self) * MemoryLayout<Element>.stride
  }

  /// Maps whose pixels are still to be written; what is around them, and channels that the last block lacks, is 0.
  init(unwritten shape: [Int], border: Border) throws(NumericsError) {
    self.shape = shape
    layout = Self.layout(shape, border)
    buffer = AlignedBuffer(AlignedMemory(bytes: try Self.bytes(shape: shape, border: border)))
    for block in 0..<shape[0] * layout.blocks.count {
      let base = unsafe buffer.base + block * layout.blockStep
      let isFull = layout.blocks.filled(block % layout.blocks.count) == layout.blocks.size
      unsafe isFull ? layout.clearBorder(ofBlock: base) : base.clear(layout.blockStep)
    }
  }

  /// The maps of a tensor.
  init(_ tensor: Tensor<Element>, border: Border, on pool: ThreadPool) throws(NumericsError) {
    shape = tensor.shape
    layout = Self.layout(shape, border)
    buffer = AlignedBuffer(AlignedMemory(bytes: try Self.bytes(shape: shape, border: border)))
    let image = shape[1] * layout.image.count
    unsafe tensor.elements.withUnsafeBufferPointer { source in
      guard let source = source.baseAddress else { return }
      for n in 0..<shape[0] {
        unsafe layout.fill(buffer.base + n * imageStep, from: source + n * image, .current, pool)
      }
    }
  }

  private static func layout(_ shape: [Int], _ border: Border) -> BlockedLayout {
    BlockedLayout(
      groups: 1, blocks: ChannelBlocks(shape[1], filledTo: ChannelBlocks.full), image: SpatialSize(shape.dropFirst(2)),
      border: border)
  }

  /// The same maps as planes.
  func tensor(on pool: ThreadPool) throws(NumericsError) -> Tensor<Element> {
    let kernels = KernelSet<Element>.current
    let (blocks, plane) = (layout.blocks, layout.image.count)
    let rows = layout.isTight ? 1 : layout.image.depth * layout.image.height
    return try unsafe Tensor(shape, on: pool, scratch: []) { _, target in
      pool.run(shape[0] * blocks.count) { item, _ in
        let (n, block) = (item / blocks.count, item % blocks.count)
        let source = unsafe buffer.base + item * layout.blockStep
        let out = unsafe target + (n * shape[1] + block * blocks.size) * plane
        for row in 0..<rows {
          unsafe kernels.deinterleave(
            source + layout.rowOffset(row), blocks.size, blocks.filled(block), plane / rows,
            out + row * (plane / rows), plane)
        }
      }
    }
  }
}

extension BlockedLayout {
  /// Writes zeros around the rows of the image, from the end of each to the start of the next.
  fileprivate func clearBorder<Element: TensorElement>(ofBlock base: UnsafeMutablePointer<Element>) {
    if isTight { return }
    var end = 0
    for row in 0..<image.depth * image.height {
      let start = rowOffset(row)
      unsafe (base + end).clear(start - end)
      end = start + image.width * blocks.size
    }
    unsafe (base + end).clear(blockStep - end)
  }
}
