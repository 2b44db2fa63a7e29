/// The name of a layer within its scope: one that is stated, or an operator's with the layer's number among its like.
///
/// The text of a numbered name, `conv_2`, is made when it is asked for.
public struct LayerName: Hashable, Sendable {
  private let base: String
  private let ordinal: Int32

  /// Creates the name `base`, or `base_2` and so on for an ordinal above 1.
  public init(_ base: String, ordinal: Int = 1) {
    self.base = base
    self.ordinal = Int32(ordinal)
  }

  /// The name as it is written.
  public var text: String { ordinal > 1 ? "\(base)_\(ordinal)" : base }
}

extension LayerName: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    self.init(text)
  }
}
