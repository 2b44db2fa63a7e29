extension ArithmeticPeak {
  /// Operations a second of the largest tile of a direct convolution alone, over `depth` channels in blocks of 16, on
  /// one thread.
  package static func tileOperationsPerSecond<Element: TensorElement>(
    of type: Element.Type, depth: Int
  ) throws(NumericsError) -> Double {
    let kernels = KernelSet<Element>.current
    let (pixels, width, size) = (kernels.tilePixels, kernels.outBlock, ChannelBlocks.full)
    let x = try AlignedBuffer<Element>(shape: [depth, pixels])
    let weights = try AlignedBuffer<Element>(shape: [depth, width])
    let results = try AlignedBuffer<Element>(shape: [pixels + 1, width])
    let runs = stride(from: 0, to: depth, by: size).flatMap { [$0 * pixels, min(size, depth - $0)] }
    unsafe fill(x.base, depth * pixels)
    unsafe fill(weights.base, depth * width)
    return unsafe runs.withUnsafeBufferPointer { runs in
      guard let first = runs.baseAddress else { return 0 }
      return best { rounds in
        let half = (pixels + 1) / 2
        for _ in 0..<rounds {
          unsafe kernels.directTile(
            pixels, 2, x.base, x.base + half * size, size, first, runs.count / 2, weights.base, results.base,
            results.base + width, results.base + (half + 1) * width, width, kernels.lanes)
        }
        return 2 * rounds * pixels * width * depth
      }
    }
  }
}
