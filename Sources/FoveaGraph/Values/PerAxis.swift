/// One value for each spatial axis of a map, in their order: at most six.
///
/// Most networks are square. As long as the values are equal only the first is stored, and nothing is allocated.
public struct PerAxis<Element: Hashable & Sendable>: Hashable, Sendable {
  private var first: Element?
  /// The values after the first; empty as long as all are equal.
  private var others: [Element] = []
  private var filled = 0

  /// Creates the values of no axis.
  public init() {}

  /// Creates `count` equal values.
  ///
  /// - Precondition: `count` is in 0...6.
  public init(repeating element: Element, count: Int) {
    precondition((0...Extents.limit).contains(count), "a tensor has at most six axes")
    first = count > 0 ? element : nil
    filled = count
  }

  /// Creates the values from the elements of a sequence.
  ///
  /// - Precondition: there are at most six.
  public init(_ elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }

  /// Adds the value of a further axis.
  ///
  /// - Precondition: there are fewer than six.
  public mutating func append(_ element: Element) {
    precondition(filled < Extents.limit, "a tensor has at most six axes")
    if let first {
      if !others.isEmpty || element != first {
        if others.isEmpty { others = Array(repeating: first, count: filled - 1) }
        others.append(element)
      }
    } else {
      first = element
    }
    filled += 1
  }

  /// The value, where it is the same on every axis and there is an axis.
  public var uniform: Element? { others.isEmpty ? first : nil }
}

extension PerAxis: RandomAccessCollection {
  public var startIndex: Int { 0 }

  public var endIndex: Int { filled }

  public subscript(axis: Int) -> Element {
    guard let first, axis >= 0, axis < filled else { preconditionFailure("axis out of range") }
    return axis == 0 || others.isEmpty ? first : others[axis - 1]
  }
}

extension PerAxis: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Element...) {
    self.init(elements)
  }
}
