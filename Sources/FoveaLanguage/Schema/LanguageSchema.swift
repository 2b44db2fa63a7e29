import FoveaGraph
import FoveaText

/// The language as a JSON Schema (draft-07), for editors that complete, explain and check descriptions while one types.
///
/// It is generated from the tables that the reader uses, and refuses nothing that the reader accepts in the core schema
/// of YAML 1.2. What depends on names, on the values of expressions or on shapes is left to the reader.
package enum LanguageSchema {
  /// The schema as text.
  package static var text: String {
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", "http://json-schema.org/draft-07/schema#")
      json.member("title", "Fovea network description, version 1")
      json.member("type", "object")
      json.member("required") { $0.row(["fovea", "layers"]) { $0.string($1) } }
      json.member("oneOf") { json in
        json.array { json in
          for key in ["input", "inputs"] {
            json.object(.inline) { $0.member("required") { $0.row([key]) { $0.string($1) } } }
          }
        }
      }
      json.properties { json in
        for key in Reader.documentKeys { json.member(key) { $0.object { write(key, to: &$0) } } }
      }
      json.member("allOf") { json in
        json.array { json in
          json.object { writeCompleteness(to: &$0) }
          json.object { writePlainness(to: &$0) }
        }
      }
      json.member("definitions") { json in
        json.object { json in
          AttributeSchema.writeDefinitions(to: &json)
          LayerSchema.writeDefinitions(to: &json)
          BudgetSchema.writeDefinitions(to: &json)
        }
      }
    }
    json.end()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ key: String, to json: inout JSONWriter) {
    func named(_ value: @escaping JSONWriter.Schema) -> JSONWriter.Schema {
      { json in
        json.object { json in
          json.member("type", "object")
          json.member("additionalProperties", value)
        }
      }
    }
    switch key {
    case "fovea":
      json.member("description", "The version of the language.")
      json.member("const", 1)
    case "name":
      json.member("description", "The network's name.")
      json.member("type") { $0.row(["string", "number", "boolean"]) { $0.string($1) } }
    case "description":
      json.member("description", "A text for readers.")
      json.member("type", "string")
    case "input":
      json.member(
        "description", "The shape of the only input: channels and sizes, such as `3x224x224`; `?` is not known.")
      json.anyOf(shape)
    case "inputs":
      json.member("description", "The shapes of several inputs by their names.")
      json.member("type", "object")
      json.member("minProperties", 1)
      json.member("additionalProperties") { $0.object { $0.anyOf(shape) } }
    case "outputs":
      json.member("description", "The layers that are the network's outputs; the last one unless given.")
      let name: JSONWriter.Schema = { $0.reference(to: LayerSchema.name) }
      json.anyOf([{ $0.list(of: name) }, named(name)])
    case "params":
      json.member("description", "The document's parameters with their defaults.")
      json.member("type", "object")
      json.member("propertyNames") { writeParameterName(to: &$0) }
      json.member("additionalProperties") { $0.reference(to: "value") }
    case "variants":
      json.member(
        "description", "Named sets of values for the parameters; the first one stands unless another is chosen.")
      json.member("type", "object")
      json.member("minProperties", 1)
      json.member("additionalProperties") { $0.reference(to: LayerSchema.values) }
    case "defaults":
      json.member("description", "Attributes for every use of an operator; what a layer states itself goes first.")
      json.member("type", "object")
      json.properties { json in
        for kind in Operation.Kind.allCases where AttributeSchema.isDefined(kind) {
          json.member(kind.name) { json in
            json.object(.inline) { json in
              json.member("allOf") { json in
                json.array(.inline) { json in
                  json.reference(to: kind.name)
                  json.type("object")
                }
              }
            }
          }
        }
      }
    case "blocks":
      json.member("description", "Parts that are used by name.")
      json.member("type", "object")
      json.member("propertyNames") { writeBlockName(to: &$0) }
      json.member("additionalProperties") { $0.object { writeBlock(to: &$0) } }
    case "budget":
      json.member("description", "Limits that the network is meant to keep; `fovea lint` compares with them.")
      json.member("type", "object")
      json.properties { BudgetSchema.writeKeys(to: &$0) }
    case "layers":
      json.member("description", "The layers, each of which reads the one above.")
      json.member("minItems", 1)
      json.member("allOf") { $0.array(.inline) { LayerSchema.list(&$0) } }
    default: preconditionFailure("the key `\(key)` of a document has no schema")
    }
  }

  private static let shape: [JSONWriter.Schema] = [
    { $0.text(matching: AttributeSchema.shapePattern) },
    { $0.integer(in: 1...Extent.limit) },
    { $0.list(1...4, of: { $0.reference(to: AttributeSchema.extent) }) },
  ]

  private static func writeParameterName(to json: inout JSONWriter) {
    let words =
      OperatorSchema.reservedWords.union(ExpressionScanner.keywords).sorted()
      + ExpressionArithmetic.Function.allCases.map(\.rawValue)
    writeName(otherThan: words, to: &json)
  }

  private static func writeBlockName(to json: inout JSONWriter) {
    writeName(otherThan: OperatorSchema.names + LayerReading.keys, to: &json)
  }

  private static func writeName(otherThan words: [String], to json: inout JSONWriter) {
    json.object { json in
      json.member("allOf") { json in
        json.array { json in
          json.reference(to: LayerSchema.identifier)
          json.object(.inline) { $0.member("not") { $0.words(words) } }
        }
      }
    }
  }

  private static func writeBlock(to json: inout JSONWriter) {
    json.member("type", "object")
    json.member("required") { $0.row(["layers"]) { $0.string($1) } }
    json.properties { json in
      json.member("description") { json in
        json.object(.inline) { $0.member("description", "A text for readers.") }
      }
      json.member("params") { json in
        json.object { json in
          json.member(
            "description",
            """
            The block's parameters; one without a default, `out: `, must be given at each use. One that is `layer` is \
            given the name of an earlier layer, one that is `layers` several.
            """)
          json.member("type") { $0.row(["object", "null"]) { $0.string($1) } }
          json.member("propertyNames") { writeParameterName(to: &$0) }
          json.member("additionalProperties") { $0.reference(to: "value") }
        }
      }
      json.member("layers", LayerSchema.list)
    }
  }

  /// Where no block is defined, a name that is no operator is a mistake.
  private static func writePlainness(to json: inout JSONWriter) {
    json.member("if") { json in
      json.object(.inline) { json in
        json.member("not") { $0.object(.inline) { $0.member("required") { $0.row(["blocks"]) { $0.string($1) } } } }
      }
    }
    json.member("then") { json in
      json.object(.inline) { json in
        json.member("properties") { $0.object(.inline) { $0.member("layers", LayerSchema.plainList) } }
      }
    }
  }

  /// Where no default gives an attribute that must be given, every layer gives it itself.
  private static func writeCompleteness(to json: inout JSONWriter) {
    json.member("if") { json in
      json.object { json in
        json.member("properties") { json in
          json.object(.inline) { json in
            json.member("defaults") { json in
              json.object { json in
                json.member("properties") { json in
                  json.object { json in
                    for (name, attributes) in LayerSchema.required {
                      json.member(name) { json in
                        json.object(.inline) { json in
                          json.member("propertyNames") { json in
                            json.object(.inline) { $0.member("not") { $0.words(attributes) } }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    json.member("then") { json in
      json.object { json in
        json.member("properties") { json in
          json.object { json in
            json.member("layers", LayerSchema.completeList)
            json.member("blocks") { json in
              json.object(.inline) { json in
                json.member("additionalProperties") { json in
                  json.object(.inline) { json in
                    json.member("properties") { $0.object(.inline) { $0.member("layers", LayerSchema.completeList) } }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
