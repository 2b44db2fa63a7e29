extension Operation.Kind {
  /// The operator's key in a description.
  public var name: String { Self.names[Int(rawValue)] }

  /// The operator with a key.
  public init?(name: String) {
    guard let kind = Self.byName[name] else { return nil }
    self = kind
  }

  /// The type that defines the operator.
  public var type: any Operator.Type { accept(TypeVisitor()) }

  /// Creates the operator from the values of its attributes, by their positions; the others keep their defaults.
  ///
  /// - Throws: what is wrong with the first value that cannot stand where it does.
  public func operation(_ values: [(index: Int, value: Value)]) throws(MisplacedValue) -> Operation {
    try accept(AttributeReader(values: values))
  }

  private static let names = allCases.map { $0.accept(NameVisitor()) }
  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}

/// A value that an attribute cannot have.
public struct MisplacedValue: Error, Hashable, Sendable {
  /// The position of the attribute.
  public let index: Int
  /// A phrase that follows the attribute's name.
  public let complaint: String
}

private struct NameVisitor: OperatorTypeVisitor {
  func visit<Base: Operator>(_ type: Base.Type) -> String { Base.name }
}

private struct TypeVisitor: OperatorTypeVisitor {
  func visit<Base: Operator>(_ type: Base.Type) -> any Operator.Type { type }
}

private struct AttributeReader: OperatorTypeVisitor {
  let values: [(index: Int, value: Value)]

  func visit<Base: Operator>(_ type: Base.Type) throws(MisplacedValue) -> Operation {
    var base = Base()
    for (index, value) in values {
      do throws(AttributeError) {
        try Base.attributes[index].read(value, into: &base)
      } catch {
        throw MisplacedValue(index: index, complaint: error.complaint)
      }
    }
    return base.operation
  }
}
