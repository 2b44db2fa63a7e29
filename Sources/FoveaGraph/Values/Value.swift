import FoveaText

/// What a description gives for an attribute or a parameter, after its expressions are computed.
public enum Value: Hashable, Sendable {
  case integer(Int)
  case decimal(Double)
  case truth(Bool)
  /// A word of the language, such as `half`.
  case word(String)
  case list([Value])
  /// A mapping of plain keys, in their order.
  case mapping([Entry])
  /// An earlier layer.
  case layer(LayerID)

  /// One key of a mapping and its value.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public let key: String
    /// What it maps to.
    public let value: Value

    /// Creates an entry.
    public init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// The integer, if it is one.
  public var integer: Int? {
    guard case .integer(let value) = self else { return nil }
    return value
  }

  /// The integers of a list, if it holds nothing else.
  public var integers: [Int]? {
    guard case .list(let values) = self else { return nil }
    let integers = values.compactMap(\.integer)
    return integers.count == values.count ? integers : nil
  }

  /// How an error message calls a value of this kind.
  public var kind: String {
    switch self {
    case .integer: "an integer"
    case .decimal: "a decimal number"
    case .truth: "a truth value"
    case .word: "a word"
    case .list: "a list"
    case .mapping: "a mapping"
    case .layer: "a layer"
    }
  }
}

extension Value: CustomStringConvertible {
  /// The value as YAML in flow style; a layer has no spelling of its own and shows its index.
  public var description: String {
    switch self {
    case .integer(let value): String(value)
    case .decimal(let value): String(value)
    case .truth(let value): value ? "true" : "false"
    case .word(let word): word
    case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    case .layer(let layer): "layer \(layer.index)"
    }
  }
}

extension Value {
  /// The value for a message.
  package var excerpt: String { description.excerpt }
}
