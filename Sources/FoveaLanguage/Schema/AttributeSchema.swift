import FoveaGraph
import FoveaText

/// The attributes of operators as schemas, from their tables.
enum AttributeSchema {
  /// What an integer, a condition or a word may be computed by. A word that stands alone may be a parameter.
  static let expression = "expression"
  /// A size as it stands in a list: an integer, `?` or an expression.
  static let extent = "extent"

  /// A path of names: not a number alone, no empty part, no control character.
  static let namePattern = "^(?![0-9]+$)(?!\\.)(?!.*\\.\\.)(?!.*\\.$)[^\\u0000-\\u001f\\u007f-\\u009f]+$"
  /// A shape as one word.
  static let shapePattern = "^(\\?|0*[1-9][0-9]*)(x(\\?|0*[1-9][0-9]*)){0,3}$"
  /// The characters of expressions, at least one of which belongs to a name or a number.
  private static let expressionPattern =
    "^[A-Za-z0-9_ .,+*/%<>=!()\\[\\]-]*[A-Za-z0-9_][A-Za-z0-9_ .,+*/%<>=!()\\[\\]-]*$"

  /// Writes the definitions that attributes refer to.
  static func writeDefinitions(to json: inout JSONWriter) {
    json.member(expression) { json in
      json.object { json in
        json.member(
          "description",
          "An expression over parameters and the properties of tensors, such as `4 * width` or `in.channels`.")
        json.member("type", "string")
        json.member("pattern", expressionPattern)
      }
    }
    json.member(extent) { json in
      json.object { json in
        json.member("description", "A size; `?` where it is not known.")
        json.anyOf([
          { $0.integer(in: 1...Extent.limit) },
          { $0.words(["?"]) },
          // Other readers of YAML take a `?` in a list for a key that is missing.
          {
            $0.object(.inline) { json in
              json.member("type", "object")
              json.member("maxProperties", 1)
              json.member("propertyNames") { $0.object(.inline) { $0.member("maxLength", 0) } }
            }
          },
          { $0.reference(to: expression) },
        ])
      }
    }
    for kind in Operation.Kind.allCases where isDefined(kind) { writeAttributes(of: kind.type, to: &json) }
  }

  /// Whether an operator may have attributes; one that has operands alone has no definition here.
  static func isDefined(_ kind: Operation.Kind) -> Bool {
    !kind.type.arity.hasNames || !OperatorSchema.of(kind).names.isEmpty
  }

  private static func writeAttributes<Root: Operator>(of type: Root.Type, to json: inout JSONWriter) {
    json.member(Root.name) { json in
      json.object { json in
        json.member("description", Root.summary)
        json.member("type") { $0.row(["object", "null"]) { $0.string($1) } }
        json.properties { writeProperties(of: type, to: &$0) }
      }
    }
  }

  /// Writes the schema of each attribute under its name.
  static func writeProperties<Root: Operator>(of type: Root.Type, to json: inout JSONWriter) {
    for attribute in Root.attributes {
      json.member(attribute.name) { $0.object { write(attribute, to: &$0) } }
    }
  }

  private static func write<Root: Operator>(_ attribute: Attribute<Root>, to json: inout JSONWriter) {
    json.member("description", attribute.summary)
    if !attribute.isRequired, let standard = attribute.value(in: Root()) {
      json.member("default") { write(standard, to: &$0) }
    }
    json.anyOf(alternatives(attribute.form))
  }

  private static func write(_ value: Value, to json: inout JSONWriter) {
    switch value {
    case .integer(let number): json.number(number)
    case .decimal(let number): json.exact(number)
    case .truth(let truth): json.truth(truth)
    case .word(let word): json.string(word)
    case .list(let values): json.array(.inline) { json in for value in values { write(value, to: &json) } }
    case .mapping(let entries):
      json.object(.inline) { json in for entry in entries { json.member(entry.key) { write(entry.value, to: &$0) } } }
    case .layer: json.null()
    }
  }

  /// The schemas of what may stand for an attribute.
  private static func alternatives(_ form: AttributeForm) -> [JSONWriter.Schema] {
    let computed: JSONWriter.Schema = { $0.reference(to: expression) }
    switch form {
    case .integer(let bounds): return [{ $0.integer(in: bounds) }, computed]
    case .decimal(let bounds):
      return [
        {
          $0.object(.inline) { json in
            json.member("type", "number")
            json.member("minimum") { $0.exact(bounds.lowerBound) }
            json.member("maximum") { $0.exact(bounds.upperBound) }
          }
        },
        computed,
      ]
    case .truth: return [{ $0.type("boolean") }, computed]
    case .words(let words): return [{ $0.words(words) }, computed]
    case .axes(let bounds):
      let one: JSONWriter.Schema = { $0.integer(in: bounds) }
      return [one, { $0.list(1...3, of: either(one, computed)) }, computed]
    case .padding(let words): return padding(words, computed)
    case .extents:
      return [
        { $0.list(1...4, of: { $0.reference(to: extent) }) }, { $0.words(form.words) },
        { $0.text(matching: shapePattern) }, { $0.integer(in: 1...Extent.limit) }, computed,
      ]
    case .sizes:
      let size: JSONWriter.Schema = { $0.integer(in: 1...Extent.limit) }
      return [{ $0.list(1...4, of: either(size, computed)) }, { $0.text(matching: shapePattern) }, computed]
    case .inferableExtents:
      return [
        { $0.list(1...4, of: either({ $0.reference(to: extent) }, { $0.integer(in: -1 ... -1) })) },
        { $0.text(matching: shapePattern) }, { $0.integer(in: 1...Extent.limit) }, computed,
      ]
    case .order: return [{ $0.list(1...4, of: either({ $0.integer(in: 0...3) }, computed)) }, computed]
    case .figure: return [{ $0.integer(in: 0...Int.max) }, { $0.words(form.words) }, computed]
    case .layer: return [{ $0.text(matching: namePattern) }]
    case .window(let words): return [{ window(&$0) }, { $0.words(words) }, computed]
    }
  }

  private static func padding(_ words: [String], _ computed: @escaping JSONWriter.Schema) -> [JSONWriter.Schema] {
    let rows: JSONWriter.Schema = { $0.integer(in: 0...AttributeForm.largestStep) }
    let sides: JSONWriter.Schema = { $0.list(2...2, of: either(rows, computed)) }
    let named: [JSONWriter.Schema] = words.isEmpty ? [] : [{ $0.words(words) }]
    return named + [rows, { $0.list(1...3, of: either(either(rows, computed), sides)) }, computed]
  }

  private static func window(_ json: inout JSONWriter) {
    json.object { json in
      json.member("type", "object")
      json.member("required") { $0.row(["size"]) { $0.string($1) } }
      json.properties { json in
        for (key, lowest) in [("size", 1), ("stride", 1), ("padding", 0)] {
          json.member(key) { json in
            json.object { $0.anyOf(alternatives(.axes(lowest...AttributeForm.largestStep))) }
          }
        }
      }
    }
  }

  private static func either(
    _ one: @escaping JSONWriter.Schema, _ other: @escaping JSONWriter.Schema
  ) -> JSONWriter.Schema {
    { $0.object(.inline) { $0.anyOf([one, other]) } }
  }
}
