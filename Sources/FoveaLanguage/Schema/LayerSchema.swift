import FoveaGraph
import FoveaText

/// Layers, their keys and their branches as schemas.
enum LayerSchema {
  private static let layers = "layers"
  private static let branches = "branches"
  private static let complete = "complete_layers"
  static let name = "layer_name"
  static let identifier = "identifier"
  static let values = "values"
  /// The reference to a list of layers.
  static let list: JSONWriter.Schema = { $0.reference(to: layers) }
  private static let plain = "layers_without_blocks"
  /// The reference to what a list must hold where the document has no blocks.
  static let plainList: JSONWriter.Schema = { $0.reference(to: plain) }
  /// The reference to what a list must hold where no default gives a required attribute.
  static let completeList: JSONWriter.Schema = { $0.reference(to: complete) }

  /// The operators whose operands have names.
  private static let joins = Operation.Kind.allCases.filter { $0.type.arity.hasNames }
  private static let joinNames = joins.map(\.name)
  /// The operators with attributes that must be given, and these.
  static let required: [(name: String, attributes: [String])] = Operation.Kind.allCases.compactMap { kind in
    let schema = OperatorSchema.of(kind)
    let names = zip(schema.names, schema.isRequired).filter(\.1).map(\.0)
    return names.isEmpty ? nil : (kind.name, names)
  }

  static func writeDefinitions(to json: inout JSONWriter) {
    json.member(identifier) { json in
      json.object(.inline) { json in
        json.member("pattern", "^[A-Za-z_][A-Za-z0-9_]*$")
      }
    }
    json.member(name) { $0.text(matching: AttributeSchema.namePattern) }
    json.member("value") { json in
      json.object(.inline) { json in
        json.member("type") { $0.row(["number", "boolean", "string", "null", "array"]) { $0.string($1) } }
        json.member("items") { $0.reference(to: "value") }
      }
    }
    json.member(values) { json in
      json.object(.inline) { json in
        json.member("type") { $0.row(["object", "null"]) { $0.string($1) } }
        json.member("propertyNames") { $0.reference(to: identifier) }
        json.member("additionalProperties") { $0.reference(to: "value") }
      }
    }
    json.member(layers) { $0.list { $0.reference(to: "layer") } }
    json.member(branches) { json in
      json.object { json in
        json.member(
          "description", "Named branches: lists of layers, `[]` for the tensor itself, or the name of an earlier layer."
        )
        json.member("type", "object")
        json.member("minProperties", 1)
        json.member("additionalProperties", branch)
      }
    }
    for kind in joins where body(of: kind) != branches {
      json.member(body(of: kind)) { json in json.object { OperandSchema.write(kind.type, operand: branch, to: &$0) } }
    }
    json.member("layer") { json in
      json.object { $0.anyOf([{ writeWord(to: &$0) }, { writeMapping(to: &$0) }]) }
    }
    json.member(complete) { writeComplete(to: &$0) }
    json.member(plain) { writePlain(to: &$0) }
  }

  /// What one branch may be.
  private static let branch: JSONWriter.Schema = { json in
    json.object { $0.anyOf([list, { $0.reference(to: name) }]) }
  }

  /// The definition of what stands below an operator.
  private static func body(of kind: Operation.Kind) -> String {
    switch kind.type.arity {
    case .none, .one: kind.name
    case .branches where !AttributeSchema.isDefined(kind): branches
    case .branches, .operands: "\(kind.name)_operands"
    }
  }

  /// An operator, or a block whose parameters all have defaults, as a bare word.
  private static func writeWord(to json: inout JSONWriter) {
    json.object { json in
      json.member("type", "string")
      json.anyOf([
        { $0.words(Operation.Kind.allCases.map(\.name).filter { !joinNames.contains($0) }) },
        { json in
          json.object(.inline) { json in
            json.member("allOf") { json in
              json.array(.inline) { json in
                json.reference(to: identifier)
                json.object(.inline) { $0.member("not") { $0.words(joinNames + LayerReading.keys) } }
              }
            }
          }
        },
      ])
    }
  }

  private static func writeMapping(to json: inout JSONWriter) {
    json.object { json in
      json.member("type", "object")
      json.member("properties") { json in
        json.object { json in
          for kind in Operation.Kind.allCases {
            json.member(kind.name) { $0.reference(to: body(of: kind)) }
          }
          writeKeys(to: &json)
        }
      }
      json.member("propertyNames") { $0.reference(to: identifier) }
      json.member("additionalProperties") { $0.reference(to: values) }
      // One operator or block, and the keys beside it.
      json.member("maxProperties", LayerReading.keys.count + 1)
      json.member("not") { json in
        json.object(.inline) { $0.member("propertyNames") { $0.words(LayerReading.keys) } }
      }
      json.member("dependencies") { json in
        json.object { json in
          json.member("first") { $0.row(["repeat"]) { $0.string($1) } }
          for kind in Operation.Kind.allCases { json.member(kind.name) { writeUse(of: kind, to: &$0) } }
        }
      }
    }
  }

  /// What may stand beside an operator.
  private static func writeUse(of kind: Operation.Kind, to json: inout JSONWriter) {
    json.object { json in
      let keys = LayerReading.operatorKeys.filter { $0 != "from" || kind.type.arity != .none }
      json.member("propertyNames") { $0.words([kind.name] + keys) }
      if AttributeSchema.isDefined(kind) {
        json.member("properties") { json in
          json.object(.inline) { $0.member("first") { $0.reference(to: kind.name) } }
        }
      }
    }
  }

  private static func writeKeys(to json: inout JSONWriter) {
    func member(_ key: String, _ description: String, _ alternatives: [JSONWriter.Schema]) {
      json.member(key) { json in
        json.object { json in
          json.member("description", description)
          json.anyOf(alternatives)
        }
      }
    }
    let path: JSONWriter.Schema = { $0.reference(to: name) }
    let expression: JSONWriter.Schema = { $0.reference(to: AttributeSchema.expression) }
    member("name", "A name by which later layers refer to it.", [path])
    member("from", "The name of an earlier layer that enters, in place of the one above.", [path])
    member(
      "when", "A condition; where it is false there is no such layer, and what enters goes on to the next.",
      [{ $0.type("boolean") }, expression])
    member(
      "repeat", "How often the layer is there, one behind the other.",
      [{ $0.integer(in: 1...DocumentSyntax.layerLimit) }, expression])
    member(
      "first", "Attributes or parameters for the first repetition, in place of the others.", [{ $0.type("object") }])
    member("weights", "The name of an earlier layer, or of a block, whose weights it uses.", [path])
    member(
      "replaces", "Of a block: the path of the layer that it stands for in another version of the network.", [path])
  }

  /// Lists whose operators have all the attributes that must be given.
  private static func writeComplete(to json: inout JSONWriter) {
    json.list { json in
      json.object { json in
        json.member("not") { $0.words(required.map(\.name)) }
        json.member("properties") { json in
          json.object { json in
            for (name, attributes) in required {
              json.member(name) { json in
                json.object(.inline) { json in
                  json.member("type", "object")
                  json.member("required") { $0.row(attributes) { $0.string($1) } }
                }
              }
            }
            writeBranches(completeList, to: &json)
          }
        }
      }
    }
  }

  /// Lists of operators alone.
  private static func writePlain(to json: inout JSONWriter) {
    json.list { json in
      json.object { json in
        json.anyOf([
          { $0.words(OperatorSchema.names) },
          { json in
            json.object { json in
              json.member("type", "object")
              json.member("propertyNames") { $0.words(OperatorSchema.names + LayerReading.operatorKeys) }
              json.member("properties") { $0.object { writeBranches(plainList, to: &$0) } }
            }
          },
        ])
      }
    }
  }

  /// What the lists of branches must hold.
  private static func writeBranches(_ list: @escaping JSONWriter.Schema, to json: inout JSONWriter) {
    for kind in joins {
      json.member(kind.name) { json in
        json.object(.inline) { json in
          OperandSchema.writeAttributes(of: kind, to: &json)
          json.member("additionalProperties") { json in
            json.object(.inline) { $0.anyOf([{ $0.type("string") }, list]) }
          }
        }
      }
    }
  }
}
