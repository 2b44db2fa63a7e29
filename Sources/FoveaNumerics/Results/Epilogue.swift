/// What is done with each result of a convolution while it is in the cache: the operations of the layers that follow,
/// rounded as those layers round them.
public struct Epilogue<Element: TensorElement>: Sendable {
  /// The operations that are done in one pass over the results, in this order.
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

  func fits(channels: Int) -> Bool {
    steps.allSatisfy { $0.normalization.map { $0.channels == channels } ?? true }
  }
}
