/// What a convolution reads, in the form that it was prepared for.
enum ConvolutionInput<Element: TensorElement> {
  case planes(Tensor<Element>)
  case blocks(BlockedMap<Element>)

  /// The maps as blocks if a border is named, otherwise as planes.
  init(_ map: FeatureMap<Element>, _ border: Border?, on pool: ThreadPool) throws(NumericsError) {
    if let border {
      self = .blocks(try map.blocked(border: border, on: pool))
    } else {
      self = .planes(try map.tensor(on: pool))
    }
  }

  /// Calls `body` with the images of the batch.
  func withImages(_ body: (Images<Element>) -> Void) {
    switch self {
    case .planes(let tensor):
      unsafe tensor.elements.withUnsafeBufferPointer { source in
        guard let base = source.baseAddress else { return }
        unsafe body(Images(base, step: tensor.shape.dropFirst().reduce(1, *), areBlocks: false))
      }
    case .blocks(let map): unsafe body(Images(map.buffer.base, step: map.imageStep, areBlocks: true))
    }
  }
}

/// The images of a batch, while their memory is at hand.
@safe struct Images<Element: TensorElement> {
  private let base: UnsafePointer<Element>
  private let step: Int
  let areBlocks: Bool

  init(_ base: UnsafePointer<Element>, step: Int, areBlocks: Bool) {
    unsafe self.base = base
    self.step = step
    self.areBlocks = areBlocks
  }

  /// The first number of an image.
  func image(_ n: Int) -> UnsafePointer<Element> { unsafe base + n * step }

  /// An image as blocks: as it is, or laid out anew in a buffer.
  func blocked(
    _ n: Int, _ layout: BlockedLayout, _ buffer: AlignedBuffer<Element>, _ kernels: KernelSet<Element>,
    _ pool: ThreadPool
  ) -> UnsafePointer<Element> {
    if areBlocks { return unsafe image(n) }
    unsafe layout.fill(buffer.base, from: image(n), kernels, pool)
    return unsafe UnsafePointer(buffer.base)
  }
}
