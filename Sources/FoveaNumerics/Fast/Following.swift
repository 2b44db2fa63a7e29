/// What is done with each result of a convolution while it is in the cache: the operations of the layers that follow, rounded
/// as those layers round them.
public struct Following<Element: TensorElement>: Sendable {
  enum Step {
    /// (x − mean) · factor + shift, by channel.
    case normalization(ChannelNormalization<Element>)
    /// min(max(x, 0), limit)
    case rectifier(limit: Element)
    /// The element of another tensor at the same place is added.
    case sum
  }

  fileprivate(set) var steps: [Step] = []

  /// Nothing at first.
  public init() {}

  /// Whether nothing follows.
  public var isEmpty: Bool { steps.isEmpty }

  /// Whether another tensor is added.
  public private(set) var readsOther = false

  /// Appends a batch normalization.
  public mutating func append(
    _ normalization: BatchNormalization, mean: Tensor<Element>, variance: Tensor<Element>, scale: Tensor<Element>?,
    shift: Tensor<Element>?
  ) {
    steps.append(
      .normalization(
        ChannelNormalization(
          mean: mean.elements, factor: normalization.factors(variance: variance, scale: scale),
          shift: shift?.elements)))
  }

  /// Appends max(x, 0), or min(max(x, 0), limit).
  public mutating func appendRectifier(limit: Element = .infinity) { steps.append(.rectifier(limit: limit)) }

  /// Appends the addition of another tensor of the results' shape; there can be one.
  public mutating func appendSum() {
    precondition(!readsOther, "one other tensor can be added")
    readsOther = true
    steps.append(.sum)
  }

  fileprivate func fits(channels: Int) -> Bool {
    steps.allSatisfy { step in
      guard case .normalization(let normalization) = step else { return true }
      return normalization.channels == channels
    }
  }
}

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
      let size = ChannelBlocks.full
      let buffer = AlignedBuffer<Element>(zeros: (channels + size - 1) / size * size)
      for channel in 0..<min(channels, numbers.count) { unsafe buffer.base[channel] = numbers[channel] }
      return buffer
    }
    self.channels = channels
    self.mean = filled(mean)
    self.factor = filled(factor)
    self.shift = filled(shift ?? [])
  }
}

extension FeatureMap {
  /// The maps that `body` writes with the help of scratch memory of some shapes: blocks if a border is named, otherwise
  /// planes.
  static func written(
    _ shape: [Int], border: Border?, on pool: ThreadPool, scratch shapes: [[Int]], following: Following<Element>,
    other: FeatureMap?, _ kernels: KernelSet<Element>, _ body: ([AlignedBuffer<Element>], Results<Element>) -> Void
  ) throws(NumericsError) -> FeatureMap {
    guard following.fits(channels: shape[1]), following.readsOther == (other != nil), (other?.shape ?? shape) == shape
    else {
      throw .shape("what follows a convolution does not fit its results of shape \(shape)")
    }
    if let border {
      let map = try BlockedMap<Element>(unwritten: shape, border: border)
      let other = try other?.blocked(on: pool)
      let results = unsafe BlockResults(
        map.buffer.base, map.layout, other: unsafe other?.buffer.base, other?.layout ?? map.layout, following, kernels)
      try pool.scratch.with(shapes, of: Element.self) { scratch in body(scratch, .blocks(results)) }
      return .blocks(map)
    }
    let other = try other?.tensor(on: pool)
    let size = shape.dropFirst().reduce(1, *)
    return .planes(
      try unsafe Tensor(shape, on: pool, scratch: shapes) { scratch, target in
        guard let other else {
          unsafe body(scratch, .planes(PlaneResults(target, nil, imageStep: size, following, kernels)))
          return
        }
        unsafe other.elements.withUnsafeBufferPointer { other in
          unsafe body(
            scratch, .planes(PlaneResults(target, other.baseAddress, imageStep: size, following, kernels)))
        }
      })
  }
}

/// Where the results of an image go, and what is done with them there.
enum Results<Element: TensorElement> {
  case planes(PlaneResults<Element>)
  case blocks(BlockResults<Element>)

  /// The results of another image.
  func moved(toImage n: Int) -> Results {
    switch self {
    case .planes(let results): .planes(results.moved(toImage: n))
    case .blocks(let results): .blocks(results.moved(toImage: n))
    }
  }
}
