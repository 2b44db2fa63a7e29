extension Tensor {
  /// Channel `g·(C/groups) + i` moves to `i·groups + g`.
  public func channelShuffled(groups: Int) throws(NumericsError) -> Tensor {
    guard rank >= 2, groups > 0, shape[1] % groups == 0 else {
      throw .shape("\(groups) groups do not divide the channels of \(shape)")
    }
    let inner = shape.dropFirst(2).reduce(1, *)
    return try reshaped([shape[0], groups, shape[1] / groups, inner]).permuted([0, 2, 1, 3]).reshaped(shape)
  }

  /// `[N, C·r², H, W]` becomes `[N, C, H·r, W·r]`: a channel's r² neighbours become a block of pixels, or its r or r³
  /// with one spatial axis or three.
  public func pixelShuffled(_ factor: Int) throws(NumericsError) -> Tensor {
    let block = try pixelBlock(factor)
    guard shape[1] % block == 0 else {
      throw .shape("\(shape[1]) channels cannot be shuffled into blocks of \(block) pixels")
    }
    let (axes, sizes, channels) = (rank - 2, shape.dropFirst(2), shape[1] / block)
    let factors = Array(repeating: factor, count: axes)
    let order = [0, 1] + (0..<axes).flatMap { [2 + axes + $0, 2 + $0] }
    return try reshaped([shape[0], channels] + factors + sizes).permuted(order)
      .reshaped([shape[0], channels] + sizes.map { $0 * factor })
  }

  /// `[N, C, H·r, W·r]` becomes `[N, C·r², H, W]`: the inverse of `pixelShuffled`.
  public func pixelUnshuffled(_ factor: Int) throws(NumericsError) -> Tensor {
    let block = try pixelBlock(factor)
    guard shape.dropFirst(2).allSatisfy({ $0 % factor == 0 }) else {
      throw .shape("pixels of shape \(shape.dropFirst(2)) have no blocks of \(factor) along each axis")
    }
    let (axes, sizes) = (rank - 2, shape.dropFirst(2).map { $0 / factor })
    let order = [0, 1] + (0..<axes).map { 3 + 2 * $0 } + (0..<axes).map { 2 + 2 * $0 }
    return try reshaped([shape[0], shape[1]] + sizes.flatMap { [$0, factor] }).permuted(order)
      .reshaped([shape[0], shape[1] * block] + sizes)
  }

  /// The pixels of a block.
  private func pixelBlock(_ factor: Int) throws(NumericsError) -> Int {
    guard (3...5).contains(rank) else {
      throw .shape("pixels are shuffled over one to three spatial axes, not in \(shape)")
    }
    guard factor > 0, factor <= 1 << 15 else { throw .attribute("pixels cannot be shuffled by \(factor)") }
    return shape.dropFirst(2).reduce(1) { block, _ in block * factor }
  }
}
