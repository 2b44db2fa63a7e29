/// The type of a tensor's elements, for what memory holds.
public enum ElementType: String, Hashable, Sendable, CaseIterable {
  case float64, float32, float16, bfloat16, float8, int8

  /// The bytes of one element.
  public var size: Int {
    switch self {
    case .float64: 8
    case .float32: 4
    case .float16, .bfloat16: 2
    case .float8, .int8: 1
    }
  }
}
