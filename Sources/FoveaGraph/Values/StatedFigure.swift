/// A count as a description states it.
public struct StatedFigure: Hashable, Sendable, BitwiseCopyable {
  /// The count.
  public var figure: Figure

  /// Creates the attribute of a count.
  public init(_ figure: Figure) {
    self.figure = figure
  }
}

extension StatedFigure: AttributeValue {
  public static var form: AttributeForm { .figure }

  public init?(_ value: Value) {
    switch value {
    case .integer(let count): self.init(Figure(count))
    case .word("unknown"): self.init(.unknown)
    case .word, .decimal, .truth, .list, .mapping, .layer: return nil
    }
  }

  public var value: Value? { figure.value.map(Value.integer) ?? .word("unknown") }
}
