import FoveaGraph

/// The attributes of one operator, without its type: what the reader needs.
struct OperatorSchema: Sendable {
  let kind: Operation.Kind
  let names: [String]
  let forms: [AttributeForm]
  let isRequired: [Bool]
  let arity: Arity

  /// The schemas of all operators, by name.
  static let all: [String: OperatorSchema] = Dictionary(
    uniqueKeysWithValues: Operation.Kind.allCases.map { ($0.rawValue, OperatorSchema($0)) })

  /// The names of all operators in the order of the documentation.
  static let names = Operation.Kind.allCases.map(\.rawValue)

  /// The words that no parameter can have for a name: they stand for values wherever they are.
  static let reservedWords: Set = ["half", "same", "valid", "unknown"]

  /// The words that stand for values of attributes.
  static let words = Set(all.values.flatMap { $0.forms.flatMap(\.words) })

  /// The schema of an operator.
  static func of(_ kind: Operation.Kind) -> OperatorSchema { all[kind.rawValue] ?? OperatorSchema(kind) }

  private init(_ kind: Operation.Kind) {
    func schema<Root: Operator>(_ type: Root.Type) -> OperatorSchema {
      OperatorSchema(kind: kind, attributes: Root.attributes, arity: Root.arity)
    }
    self = schema(kind.type)
  }

  private init<Root>(kind: Operation.Kind, attributes: [Attribute<Root>], arity: Arity) {
    self.kind = kind
    names = attributes.map(\.name)
    forms = attributes.map(\.form)
    isRequired = attributes.map(\.isRequired)
    self.arity = arity
  }

  /// Reads values into an operator.
  ///
  /// - Throws: the position of the attribute whose value cannot stand there, and what is wrong with it.
  func operation(_ values: [(index: Int, value: Value)]) throws(OperatorValueError) -> Operation {
    func read<Root: Operator>(_ type: Root.Type) throws(OperatorValueError) -> Operation {
      var root = Root()
      for (index, value) in values {
        do throws(AttributeError) {
          try Root.attributes[index].read(value, into: &root)
        } catch {
          throw OperatorValueError(index: index, complaint: error.complaint)
        }
      }
      return root.operation
    }
    return try read(kind.type)
  }
}

/// A value that an attribute cannot have.
struct OperatorValueError: Error {
  /// The position of the attribute.
  let index: Int
  /// A phrase that follows the attribute's name.
  let complaint: String
}
