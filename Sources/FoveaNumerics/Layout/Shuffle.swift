extension Tensor {
  /// Channel `g·(C/groups) + i` moves to `i·groups + g`.
  public func channelShuffled(groups: Int) throws(NumericsError) -> Tensor {
    guard rank >= 2, groups > 0, shape[1] % groups == 0 else {
      throw .shape("\(groups) groups do not divide the channels of \(shape)")
    }
    let inner = shape.dropFirst(2).reduce(1, *)
    return try reshaped([shape[0], groups, shape[1] / groups, inner]).permuted([0, 2, 1, 3]).reshaped(shape)
  }

  /// `[N, C·r², H, W]` becomes `[N, C, H·r, W·r]`: a channel's r² neighbours become a block of pixels.
  public func pixelShuffled(_ factor: Int) throws(NumericsError) -> Tensor {
    let block = try pixelBlock(factor)
    guard shape[1] % block == 0 else {
      throw .shape("\(shape[1]) channels cannot be shuffled into blocks of \(factor) by \(factor) pixels")
    }
    let (channels, height, width) = (shape[1] / block, shape[2], shape[3])
    return try reshaped([shape[0], channels, factor, factor, height, width]).permuted([0, 1, 4, 2, 5, 3])
      .reshaped([shape[0], channels, height * factor, width * factor])
  }

  /// `[N, C, H·r, W·r]` becomes `[N, C·r², H, W]`: the inverse of `pixelShuffled`.
  public func pixelUnshuffled(_ factor: Int) throws(NumericsError) -> Tensor {
    let block = try pixelBlock(factor)
    guard shape[2] % factor == 0, shape[3] % factor == 0 else {
      throw .shape("\(shape[2]) by \(shape[3]) pixels have no blocks of \(factor) by \(factor)")
    }
    let (height, width) = (shape[2] / factor, shape[3] / factor)
    return try reshaped([shape[0], shape[1], height, factor, width, factor]).permuted([0, 1, 3, 5, 2, 4])
      .reshaped([shape[0], shape[1] * block, height, width])
  }

  private func pixelBlock(_ factor: Int) throws(NumericsError) -> Int {
    guard rank == 4 else { throw .shape("pixels are shuffled over two spatial axes, not in \(shape)") }
    guard factor > 0, factor <= 1 << 15 else { throw .attribute("pixels cannot be shuffled by \(factor)") }
    return factor * factor
  }
}
