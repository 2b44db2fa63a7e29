import FoveaText

/// The words of JSON Schema.
extension JSONWriter {
  /// A schema, as something that writes one.
  typealias Schema = @Sendable (inout JSONWriter) -> Void

  /// Writes a number; a whole one with all digits.
  mutating func exact(_ value: Double) {
    if let whole = Int(exactly: value) { number(whole) } else { decimal(value) }
  }

  /// Writes the schema of a definition.
  mutating func reference(to name: String) {
    object(.inline) { $0.member("$ref", "#/definitions/\(name)") }
  }

  /// Writes the schema of values of one type.
  mutating func type(_ name: String) {
    object(.inline) { $0.member("type", name) }
  }

  /// Writes the schema of a text that a regular expression describes.
  mutating func text(matching pattern: String) {
    object(.inline) { json in
      json.member("type", "string")
      json.member("pattern", pattern)
    }
  }

  /// Writes the schema of one of some words.
  mutating func words(_ words: [String]) {
    object(.inline) { $0.member("enum") { $0.row(words) { $0.string($1) } } }
  }

  /// Writes the schema of an integer within bounds, of which the largest integer is none.
  mutating func integer(in bounds: ClosedRange<Int>) {
    object(.inline) { json in
      json.member("type", "integer")
      json.member("minimum", bounds.lowerBound)
      if bounds.upperBound < .max { json.member("maximum", bounds.upperBound) }
    }
  }

  /// Writes the schema of a list.
  mutating func list(_ count: ClosedRange<Int>? = nil, of element: Schema) {
    object(.inline) { json in
      json.member("type", "array")
      json.member("items", element)
      if let count {
        json.member("minItems", count.lowerBound)
        json.member("maxItems", count.upperBound)
      }
    }
  }

  /// Writes, into an object, that a value fits one of some schemas.
  mutating func anyOf(_ alternatives: [Schema]) {
    member("anyOf") { json in
      json.array { json in for alternative in alternatives { alternative(&json) } }
    }
  }

  /// Writes, into an object, the schemas of its keys; it has no others.
  mutating func properties(_ write: (inout JSONWriter) -> Void) {
    member("properties") { $0.object(.lines, write) }
    member("additionalProperties", false)
  }
}
