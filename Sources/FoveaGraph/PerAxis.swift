/// One value for each spatial axis, in the order depth, height, width: at most three, stored inline.
public struct PerAxis<Element: Hashable & Sendable>: Hashable, Sendable {
  private var storage: (Element?, Element?, Element?)

  /// Creates the values of no axis.
  public init() {
    storage = (nil, nil, nil)
  }

  /// Creates `count` equal values.
  ///
  /// - Precondition: `count` is in 0...3.
  public init(repeating element: Element, count: Int) {
    precondition((0...3).contains(count), "a network has at most three spatial axes")
    storage = (count > 0 ? element : nil, count > 1 ? element : nil, count > 2 ? element : nil)
  }

  /// Creates the values from the first three elements of a sequence.
  ///
  /// - Precondition: there are at most three.
  public init(_ elements: some Sequence<Element>) {
    self.init()
    for element in elements { append(element) }
  }

  /// Adds the value of a further axis.
  ///
  /// - Precondition: there are fewer than three.
  public mutating func append(_ element: Element) {
    precondition(storage.2 == nil, "a network has at most three spatial axes")
    if storage.0 == nil {
      storage.0 = element
    } else if storage.1 == nil {
      storage.1 = element
    } else {
      storage.2 = element
    }
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.storage == right.storage
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(storage.0)
    hasher.combine(storage.1)
    hasher.combine(storage.2)
  }
}

extension PerAxis: RandomAccessCollection, MutableCollection {
  public var startIndex: Int { 0 }

  public var endIndex: Int {
    storage.0 == nil ? 0 : storage.1 == nil ? 1 : storage.2 == nil ? 2 : 3
  }

  public subscript(axis: Int) -> Element {
    get {
      let element =
        switch axis {
        case 0: storage.0
        case 1: storage.1
        default: storage.2
        }
      guard let element else { preconditionFailure("axis out of range") }
      return element
    }
    set {
      precondition(indices.contains(axis), "axis out of range")
      switch axis {
      case 0: storage.0 = newValue
      case 1: storage.1 = newValue
      default: storage.2 = newValue
      }
    }
  }
}

extension PerAxis: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Element...) {
    self.init(elements)
  }
}
