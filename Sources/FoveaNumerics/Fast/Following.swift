/// What is done with each result of a convolution while it is in the cache: the operations of the layers that follow, rounded
/// as those layers round them.
public struct Following<Element: TensorElement>: Sendable {
  /// What is done in one go.
  struct Step: Sendable {
    /// (x − mean) · factor + shift, by channel.
    var normalization: ChannelNormalization<Element>?
    /// Whether the element of another tensor at the same place is added then.
    var addsOther = false
    /// Whether results are kept between limits in the end.
    fileprivate(set) var isLimited = false
    /// The limits; infinities where there are none.
    fileprivate(set) var limits = AlignedBuffer<Element>([-.infinity, .infinity])
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
    let normalization = ChannelNormalization(
      mean: mean.elements, factor: normalization.factors(variance: variance, scale: scale), shift: shift?.elements)
    steps.append(Step(normalization: normalization))
  }

  /// Appends max(x, 0), or min(max(x, 0), limit).
  public mutating func appendRectifier(limit: Element = .infinity) {
    extend { step in
      step.isLimited = true
      step.limits = AlignedBuffer([0, limit])
    }
  }

  /// Appends the addition of another tensor of the results' shape; there can be one.
  public mutating func appendSum() {
    precondition(!readsOther, "one other tensor can be added")
    readsOther = true
    extend { $0.addsOther = true }
  }

  /// Lets `change` extend the last step if that fits, otherwise a new one.
  private mutating func extend(_ change: (inout Step) -> Void) {
    if steps.last?.isLimited != false { steps.append(Step()) }
    change(&steps[steps.count - 1])
  }

  fileprivate func fits(channels: Int) -> Bool {
    steps.allSatisfy { $0.normalization.map { $0.channels == channels } ?? true }
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
      let rest = (channels + size - 1) / size * size - min(channels, numbers.count)
      return AlignedBuffer(numbers.prefix(channels) + Array(repeating: 0, count: rest))
    }
    self.channels = channels
    self.mean = filled(mean)
    self.factor = filled(factor)
    self.shift = filled(shift ?? [])
  }
}

/// What the kernels read for one step, without references that each use would count: whoever holds it holds what follows, too.
@safe struct RawStep<Element: TensorElement> {
  /// The numbers of the first channel, and behind them those of the others. Without a normalization there are no means, and what
  /// the factors and shifts are does not matter.
  let mean: UnsafePointer<Element>?
  let factor: UnsafePointer<Element>
  let shift: UnsafePointer<Element>
  let limits: UnsafePointer<Element>
  let addsOther: Bool

  init(_ step: Following<Element>.Step) {
    unsafe limits = UnsafePointer(step.limits.base)
    unsafe mean = step.normalization.map { unsafe UnsafePointer($0.mean.base) }
    unsafe factor = step.normalization.map { unsafe UnsafePointer($0.factor.base) } ?? limits
    unsafe shift = step.normalization.map { unsafe UnsafePointer($0.shift.base) } ?? limits
    addsOther = step.addsOther
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
