/// The length of one axis of a tensor: a positive integer, or not known.
public struct Extent: Hashable, Sendable, BitwiseCopyable {
  private let raw: Int

  /// Creates a known extent. A value below 1 is not known.
  public init(_ value: Int) {
    raw = max(value, 0)
  }

  /// An extent that is not known; written `?`.
  public static let unknown = Extent(0)

  /// The length, or nil when it is not known.
  public var value: Int? { raw > 0 ? raw : nil }

  /// The largest extent, and the largest count of channels, that a description may state: 100,000,000.
  public static let limit = 100_000_000

  /// The largest extent that a layer may give, 2^40: far beyond any memory, and small enough for checked sums.
  static let largest = 1 << 40

  /// The extent that a layer gives on an axis.
  ///
  /// - Throws: `too-large` where it exceeds 2^40.
  init(given figure: Figure) throws(ShapeError) {
    if figure.isTooLarge || figure.value.map({ $0 > Self.largest }) == true { throw .tooLarge }
    self = figure.value.map { Extent($0) } ?? .unknown
  }

  /// Whether both are known and differ.
  public func contradicts(_ other: Extent) -> Bool {
    raw > 0 && other.raw > 0 && raw != other.raw
  }
}

extension Extent: CustomStringConvertible {
  public var description: String { value.map(String.init) ?? "?" }
}
