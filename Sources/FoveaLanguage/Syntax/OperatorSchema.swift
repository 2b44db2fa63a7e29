package import FoveaGraph
import FoveaText

/// The attributes of one operator, without its type: what the reader needs.
///
/// A class, so that it is handed around without copying its lists.
package final class OperatorSchema: Sendable {
  let kind: Operation.Kind
  package let names: [String]
  let forms: [AttributeForm]
  let isRequired: [Bool]
  let arity: Arity

  /// The names of all operators in the order of the documentation.
  package static let names = Operation.Kind.allCases.map(\.name)

  /// The words that no parameter can have for a name: they stand for values wherever they are.
  static let reservedWords: Set = ["half", "same", "valid", "unknown", ExpressionScanner.index]

  /// The words that stand for values of attributes.
  static let words = Set(Operation.Kind.allCases.flatMap { of($0).forms.flatMap(\.words) })

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

  private static let made = Guarded([OperatorSchema?](repeating: nil, count: Operation.Kind.allCases.count))

  /// The schema of an operator, made when it is first asked for; `OperatorSchemas` asks without the lock.
  package static func of(_ kind: Operation.Kind) -> OperatorSchema {
    made.withLock { made in
      let index = Int(kind.rawValue)
      if let schema = made[index] { return schema }
      let schema = make(kind)
      made[index] = schema
      return schema
    }
  }

  private static func make(_ kind: Operation.Kind) -> OperatorSchema {
    func schema<Root: Operator>(_ type: Root.Type) -> OperatorSchema {
      OperatorSchema(kind: kind, attributes: Root.attributes, arity: Root.arity)
    }
    return schema(kind.type)
  }

  init<Root>(kind: Operation.Kind, attributes: [Attribute<Root>], arity: Arity) {
    self.kind = kind
    names = attributes.map(\.name)
    forms = attributes.map(\.form)
    isRequired = attributes.map(\.isRequired)
    self.arity = arity
  }
}

/// The schemas of the operators that a description names.
struct OperatorSchemas {
  private var made = [OperatorSchema?](repeating: nil, count: Operation.Kind.allCases.count)

  /// Schemas that are made when they are asked for, but for those that are given.
  init(_ given: [OperatorSchema] = []) {
    for schema in given { made[Int(schema.kind.rawValue)] = schema }
  }

  subscript(kind: Operation.Kind) -> OperatorSchema {
    mutating get {
      let index = Int(kind.rawValue)
      if let schema = made[index] { return schema }
      let schema = OperatorSchema.of(kind)
      made[index] = schema
      return schema
    }
  }
}
