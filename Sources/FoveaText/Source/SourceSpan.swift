/// A half-open range of UTF-8 bytes in one source text.
///
/// Line and column are computed when a diagnostic is rendered; a span alone is eight bytes.
public struct SourceSpan: Hashable, Sendable, BitwiseCopyable {
  /// The offset of the first byte.
  public let start: UInt32
  /// The offset just past the last byte.
  public let end: UInt32

  /// Creates the span of the bytes `start..<end`; an `end` before `start` is taken as `start`.
  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = max(start, end)
  }

  /// The empty span at the beginning of a text, for networks that were not read from one.
  public static let none = SourceSpan(start: 0, end: 0)
}

extension SourceSpan {
  /// Whether all bytes of another span are in this one.
  package func contains(_ other: SourceSpan) -> Bool { start <= other.start && other.end <= end }
}
