/// How the channels of one group are cut into blocks, for a tensor whose pixels hold one block each.
package struct ChannelBlocks: Hashable, Sendable {
  /// Channels of a group.
  let channels: Int
  /// Channels of a block.
  let size: Int
  /// Blocks of a group; the last one may be filled up with zeros.
  let count: Int

  /// Channels of a full block: one cache line of `Float`, a multiple of the lanes of every instruction set.
  package static let full = 16

  /// Blocks of `size` channels or, if there are fewer, one of these.
  init(_ channels: Int, size: Int = full) {
    self.init(channels, filledTo: max(1, min(size, channels)))
  }

  /// Blocks of exactly `size` channels.
  init(_ channels: Int, filledTo size: Int) {
    self.channels = channels
    self.size = size
    count = max(1, (channels + size - 1) / size)
  }

  /// The channels of a block that exist.
  func filled(_ block: Int) -> Int { min(size, channels - block * size) }
}
