/// The spatial extents of a map in the order depth, height, width: at most three, stored inline.
public struct Spatial: Hashable, Sendable, BitwiseCopyable {
  private var first = Extent.unknown
  private var second = Extent.unknown
  private var third = Extent.unknown
  private var filled: UInt8 = 0

  /// Creates the extents of no axis.
  public init() {}

  /// Creates `count` equal extents.
  ///
  /// - Precondition: `count` is in 0...3.
  public init(repeating extent: Extent, count: Int) {
    for _ in 0..<count { append(extent) }
  }

  /// Creates the extents from the elements of a sequence.
  ///
  /// - Precondition: there are at most three.
  public init(_ extents: some Sequence<Extent>) {
    for extent in extents { append(extent) }
  }

  /// Adds the extent of a further axis.
  ///
  /// - Precondition: there are fewer than three.
  public mutating func append(_ extent: Extent) {
    precondition(filled < 3, "a network has at most three spatial axes")
    filled += 1
    self[Int(filled) - 1] = extent
  }
}

extension Spatial: RandomAccessCollection, MutableCollection {
  public var startIndex: Int { 0 }

  public var endIndex: Int { Int(filled) }

  public subscript(axis: Int) -> Extent {
    get {
      precondition(axis >= 0 && axis < Int(filled), "axis out of range")
      return axis == 0 ? first : axis == 1 ? second : third
    }
    set {
      precondition(axis >= 0 && axis < Int(filled), "axis out of range")
      switch axis {
      case 0: first = newValue
      case 1: second = newValue
      default: third = newValue
      }
    }
  }
}

extension Spatial: ExpressibleByArrayLiteral {
  public init(arrayLiteral extents: Extent...) {
    self.init(extents)
  }
}
