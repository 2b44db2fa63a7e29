/// What is done with each result of a convolution while it is in the cache: the operations of the layers that follow, rounded
/// as those layers round them.
public struct Following<Element: TensorElement>: Sendable {
  fileprivate enum Step {
    /// (x − mean) · factor + shift, by channel.
    case normalization(mean: [Element], factor: [Element], shift: [Element])
    /// min(max(x, 0), limit)
    case rectifier(limit: Element)
    /// The element of another tensor at the same place is added.
    case sum
  }

  fileprivate var steps: [Step] = []

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
        mean: mean.elements, factor: normalization.factors(variance: variance, scale: scale),
        shift: shift?.elements ?? Array(repeating: 0, count: mean.count)))
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
      guard case .normalization(let mean, let factor, let shift) = step else { return true }
      return [mean, factor, shift].allSatisfy { $0.count == channels }
    }
  }
}

/// Where the results of one image go, and what is done with them there.
@safe struct Results<Element: TensorElement> {
  private let base: UnsafeMutablePointer<Element>
  private let other: UnsafePointer<Element>?
  private let following: Following<Element>
  private let kernels: KernelSet<Element>

  /// Results from `base` on; `other` has as many elements.
  init(
    _ base: UnsafeMutablePointer<Element>, _ other: UnsafePointer<Element>?, _ following: Following<Element>,
    _ kernels: KernelSet<Element>
  ) {
    unsafe self.base = base
    unsafe self.other = other
    self.following = following
    self.kernels = kernels
  }

  /// The results `offset` elements further on.
  func moved(by offset: Int) -> Results {
    unsafe Results(base + offset, other.map { unsafe $0 + offset }, following, kernels)
  }

  /// Writes runs of channels as planes, at a place in each.
  func write(
    _ x: UnsafePointer<Element>, block: Int, channels: Range<Int>, pixels: Int, plane: Int, place: Int
  ) {
    unsafe kernels.deinterleave(
      x, block, channels.count, pixels, base + (channels.lowerBound * plane + place), plane)
  }

  /// Lets `body` write the plane of that number, of `count` elements.
  func writePlane(_ plane: Int, count: Int, _ body: (UnsafeMutablePointer<Element>) -> Void) {
    unsafe body(base + plane * count)
  }

  /// Does what follows for `count` elements of each channel's plane from a place on, all of them written.
  func finish(channels: Range<Int>, plane: Int, place: Int, count: Int) {
    if following.isEmpty { return }
    for channel in channels {
      let start = channel * plane + place
      let run = unsafe base + start
      for step in following.steps {
        switch step {
        case .normalization(let mean, let factor, let shift):
          unsafe kernels.shiftAndScale(count, run, mean[channel], factor[channel], shift[channel], run)
        case .rectifier(let limit): unsafe kernels.rectify(count, run, limit, run)
        case .sum:
          guard let other = unsafe other else { preconditionFailure("a sum has another tensor") }
          unsafe kernels.sums(count, run, other + start, run)
        }
      }
    }
  }
}

extension Tensor {
  /// A tensor of results that `body` writes, with the help of scratch memory of some shapes.
  init(
    _ shape: [Int], on pool: ThreadPool, scratch shapes: [[Int]], following: Following<Element>, other: Tensor?,
    _ kernels: KernelSet<Element>, _ body: ([AlignedBuffer<Element>], Results<Element>) -> Void
  ) throws(NumericsError) {
    guard following.fits(channels: shape[1]), following.readsOther == (other != nil), (other?.shape ?? shape) == shape
    else {
      throw .shape("what follows a convolution does not fit its results of shape \(shape)")
    }
    try unsafe self.init(shape, on: pool, scratch: shapes) { scratch, target in
      guard let other else {
        unsafe body(scratch, Results(target, nil, following, kernels))
        return
      }
      unsafe other.elements.withUnsafeBufferPointer { other in
        unsafe body(scratch, Results(target, other.baseAddress, following, kernels))
      }
    }
  }
}
