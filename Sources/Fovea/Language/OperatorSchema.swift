import FoveaGraph

/// The attributes of one operator, without its type: what the reader needs.
struct OperatorSchema: Sendable {
  let kind: Operation.Kind
  let names: [String]
  let forms: [AttributeForm]
  let isRequired: [Bool]
  let arity: Arity

  /// The schemas of all operators, in the order of their kinds.
  private static let all = Operation.Kind.allCases.map { OperatorSchema($0) }

  /// The names of all operators in the order of the documentation.
  static let names = Operation.Kind.allCases.map(\.name)

  /// The words that no parameter can have for a name: they stand for values wherever they are.
  static let reservedWords: Set = ["half", "same", "valid", "unknown"]

  /// The words that stand for values of attributes.
  static let words = Set(all.flatMap { $0.forms.flatMap(\.words) })

  /// The schema of an operator.
  static func of(_ kind: Operation.Kind) -> OperatorSchema { all[Int(kind.rawValue)] }

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
}
