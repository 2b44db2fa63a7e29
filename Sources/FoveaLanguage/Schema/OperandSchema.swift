import FoveaGraph
import FoveaText

/// What stands below an operator whose operands have names, as schemas.
enum OperandSchema {
  /// Writes, into an object, the schema of the attributes and the operands.
  ///
  /// - Parameter operand: what one operand may be.
  static func write<Root: Operator>(
    _ type: Root.Type, operand: @escaping JSONWriter.Schema, to json: inout JSONWriter
  ) {
    json.member("description", Root.summary)
    json.member("type", "object")
    json.member("minProperties", 1)
    let names: [String] = if case .operands(let names) = Root.arity { names } else { [] }
    if !names.isEmpty { json.member("required") { $0.row(names) { $0.string($1) } } }
    json.member("properties") { json in
      json.object { json in
        AttributeSchema.writeProperties(of: type, to: &json)
        for name in names { json.member(name, operand) }
      }
    }
    if names.isEmpty {
      json.member("additionalProperties", operand)
    } else {
      json.member("additionalProperties", false)
    }
  }

  /// Writes, into an object, that attributes may be anything, for schemas that are about the lists of branches alone.
  static func writeAttributes(of kind: Operation.Kind, to json: inout JSONWriter) {
    let names = OperatorSchema.of(kind).names
    if names.isEmpty { return }
    json.member("properties") { json in
      json.object(.inline) { json in for name in names { json.member(name, true) } }
    }
  }
}
