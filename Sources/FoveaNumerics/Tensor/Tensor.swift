/// A dense array of numbers: batch, channels, then the spatial axes, row-major (the last axis varies fastest).
public struct Tensor<Element: TensorElement>: Equatable, Sendable {
  /// The size of each axis.
  public let shape: [Int]
  /// The numbers in row-major order.
  public internal(set) var elements: [Element]

  /// A tensor that holds `value` everywhere.
  public init(shape: [Int], repeating value: Element = 0) throws(NumericsError) {
    let count = try checkedCount(shape, of: Element.self)
    self.shape = shape
    elements = Array(repeating: value, count: count)
  }

  /// A tensor over numbers in row-major order.
  public init(shape: [Int], elements: [Element]) throws(NumericsError) {
    let count = try checkedCount(shape, of: Element.self)
    guard count == elements.count else {
      throw .shape("shape \(shape) has \(count) elements, \(elements.count) were given")
    }
    self.shape = shape
    self.elements = elements
  }

  /// The same numbers in another precision.
  public init<Other: TensorElement>(_ other: Tensor<Other>) throws(NumericsError) {
    try self.init(shape: other.shape, elements: Element.nearest(Other.doubles(other.elements)))
  }

  /// For callers that have established `elements.count` themselves.
  init(trusted shape: [Int], _ elements: [Element]) {
    self.shape = shape
    self.elements = elements
  }
}

extension Tensor {
  /// The number of axes.
  public var rank: Int { shape.count }

  /// The number of elements.
  public var count: Int { elements.count }

  /// How far apart neighbours along each axis lie in `elements`.
  public var strides: [Int] { rowMajorStrides(shape) }

  /// The element at one index per axis.
  public subscript(index: [Int]) -> Element {
    precondition(index.count == rank, "an index has one number per axis")
    return elements[zip(index, strides).reduce(0) { $0 + $1.0 * $1.1 }]
  }

  /// Every element replaced by `transform` of it.
  @inlinable
  public func map(_ transform: (Element) -> Element) -> Tensor {
    Tensor(shape, mapped: elements.map(transform))
  }

  /// For `map`, which keeps the number of elements.
  @usableFromInline
  init(_ shape: [Int], mapped elements: [Element]) {
    self.init(trusted: shape, elements)
  }
}

/// Row-major strides of a shape whose number of elements is known to fit.
func rowMajorStrides(_ shape: [Int]) -> [Int] {
  var strides = Array(repeating: 1, count: shape.count)
  for axis in shape.indices.dropLast().reversed() {
    strides[axis] = strides[axis + 1] &* Swift.max(shape[axis + 1], 1)
  }
  return strides
}
