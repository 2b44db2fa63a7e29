/// The numbers of a normalization channel by channel, filled up with zeros to whole blocks.
struct ChannelNormalization<Element: TensorElement>: Sendable {
  /// The number of channels; 0 where the numbers given do not agree on it.
  let channels: Int
  /// What is subtracted, what the difference is multiplied by, and what is added then.
  let mean: AlignedBuffer<Element>
  let factor: AlignedBuffer<Element>
  let shift: AlignedBuffer<Element>

  init(mean: [Element], factor: [Element], shift: [Element]?) {
    let agrees = factor.count == mean.count && (shift ?? mean).count == mean.count
    let channels = agrees ? mean.count : 0
    func filled(_ numbers: [Element]) -> AlignedBuffer<Element> {
      let rest = channels.roundedUp(to: ChannelBlocks.full) - min(channels, numbers.count)
      return AlignedBuffer(numbers.prefix(channels) + Array(repeating: 0, count: rest))
    }
    self.channels = channels
    self.mean = filled(mean)
    self.factor = filled(factor)
    self.shift = filled(shift ?? [])
  }
}
