public import FoveaGraph

/// How a network is made from a description.
public struct ElaborationOptions: Sendable {
  /// Values for the document's parameters, instead of its own.
  public var settings: [(name: String, value: Value)] = []
  /// The variant; the first one where nil.
  public var variant: String?
  /// Shapes for inputs, instead of the document's; without a name for every input.
  public var inputs: [(name: String?, shape: Shape)] = []

  /// Creates options that change nothing.
  public init() {}

  /// The value of a parameter as it is given on a command line; nil if it is none.
  package static func value(of text: String) -> Value? {
    if text.hasPrefix("["), text.hasSuffix("]") {
      let parts = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
      let values = parts.compactMap { part in value(of: String(part.drop { $0 == " " })) }
      return values.count == parts.count ? .list(values) : nil
    }
    switch Scalar(text) {
    case .integer(let value): return .integer(value)
    case .decimal(let value): return .decimal(value)
    case .truth(let value): return .truth(value)
    case .overflow, .null: return nil
    case .text: return OperatorSchema.words.contains(text) ? .word(text) : nil
    }
  }
}
