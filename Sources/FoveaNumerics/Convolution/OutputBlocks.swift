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
