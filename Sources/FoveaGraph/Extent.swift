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

  /// Whether both are known and differ.
  public func contradicts(_ other: Extent) -> Bool {
    raw > 0 && other.raw > 0 && raw != other.raw
  }
}

extension Extent: CustomStringConvertible {
  public var description: String { value.map(String.init) ?? "?" }
}
