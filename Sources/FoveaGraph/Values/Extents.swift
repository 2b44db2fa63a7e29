/// The extents of some axes of one tensor in their order: at most six, stored inline.
public struct Extents: Hashable, Sendable, BitwiseCopyable {
  /// The most axes that a tensor has.
  public static let limit = 6

  private var first = Extent.unknown
  private var second = Extent.unknown
  private var third = Extent.unknown
  private var fourth = Extent.unknown
  private var fifth = Extent.unknown
  private var sixth = Extent.unknown
  private var filled: UInt8 = 0

  /// Creates the extents of no axis.
  public init() {}

  /// Creates `count` equal extents.
  ///
  /// - Precondition: `count` is in 0...6.
  public init(repeating extent: Extent, count: Int) {
    for _ in 0..<count { append(extent) }
  }

  /// Creates the extents from the elements of a sequence.
  ///
  /// - Precondition: there are at most six.
  public init(_ extents: some Sequence<Extent>) {
    for extent in extents { append(extent) }
  }

  /// Adds the extent of a further axis.
  ///
  /// - Precondition: there are fewer than six.
  public mutating func append(_ extent: Extent) {
    precondition(filled < Self.limit, "a tensor has at most six axes")
    filled += 1
    self[Int(filled) - 1] = extent
  }

  /// The extents behind the first.
  ///
  /// - Precondition: there is one.
  var behindFirst: Extents {
    precondition(filled > 0, "there is no axis")
    var rest = Extents()
    (rest.first, rest.second, rest.third) = (second, third, fourth)
    (rest.fourth, rest.fifth) = (fifth, sixth)
    rest.filled = filled - 1
    return rest
  }
}

extension Extents: RandomAccessCollection, MutableCollection {
  public var startIndex: Int { 0 }

  public var endIndex: Int { Int(filled) }

  public subscript(axis: Int) -> Extent {
    get {
      precondition(axis >= 0 && axis < Int(filled), "axis out of range")
      switch axis {
      case 0: return first
      case 1: return second
      case 2: return third
      case 3: return fourth
      case 4: return fifth
      default: return sixth
      }
    }
    set {
      precondition(axis >= 0 && axis < Int(filled), "axis out of range")
      switch axis {
      case 0: first = newValue
      case 1: second = newValue
      case 2: third = newValue
      case 3: fourth = newValue
      case 4: fifth = newValue
      default: sixth = newValue
      }
    }
  }
}

extension Extents: ExpressibleByArrayLiteral {
  public init(arrayLiteral extents: Extent...) {
    self.init(extents)
  }
}
