import FoveaGraph

/// The attributes of one operator, without its type: what the reader needs.
///
/// A class, so that the one schema of each operator is handed around without copying its lists.
final class OperatorSchema: Sendable {
  let kind: Operation.Kind
  let names: [String]
  let forms: [AttributeForm]
  let isRequired: [Bool]
  let arity: Arity

  /// The schemas of all operators, in the order of their kinds.
  private static let all = Operation.Kind.allCases.map(schema)

  /// The names of all operators in the order of the documentation.
  static let names = Operation.Kind.allCases.map(\.name)

  /// The words that no parameter can have for a name: they stand for values wherever they are.
  static let reservedWords: Set = ["half", "same", "valid", "unknown"]

  /// The words that stand for values of attributes.
  static let words = Set(all.flatMap { $0.forms.flatMap(\.words) })

  /// The operators by the length of their names.
  private static let kindsByLength: [[Operation.Kind]] = {
    let longest = names.map(\.utf8.count).max() ?? 0
    return (0...longest).map { length in Operation.Kind.allCases.filter { $0.name.utf8.count == length } }
  }()

  /// The operator that a scalar names.
  static func kind(named node: NodeID, in document: YAMLDocument) -> Operation.Kind? {
    let length = document.bytes(of: node).count
    guard length < kindsByLength.count else { return nil }
    return kindsByLength[length].first { document.hasText($0.name, node) }
  }

  /// The schema of an operator.
  static func of(_ kind: Operation.Kind) -> OperatorSchema { all[Int(kind.rawValue)] }

  private static func schema(_ kind: Operation.Kind) -> OperatorSchema {
    func schema<Root: Operator>(_ type: Root.Type) -> OperatorSchema {
      OperatorSchema(kind: kind, attributes: Root.attributes, arity: Root.arity)
    }
    return schema(kind.type)
  }

  private init<Root>(kind: Operation.Kind, attributes: [Attribute<Root>], arity: Arity) {
    self.kind = kind
    names = attributes.map(\.name)
    forms = attributes.map(\.form)
    isRequired = attributes.map(\.isRequired)
    self.arity = arity
  }
}
