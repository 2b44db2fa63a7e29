/// The dictionary in front of npy data, e.g. `{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }`.
struct NPYHeader {
  var type = ""
  var shape: [Int] = []

  init(parsing text: String) throws(NumericsError) {
    var rest = Cursor(text)
    var order: Bool?
    var shape: [Int]?
    var type: String?
    try rest.expect("{")
    while !rest.take("}") {
      let key = try rest.quoted()
      try rest.expect(":")
      switch key {
      case "descr" where type == nil: type = try rest.quoted()
      case "fortran_order" where order == nil: order = try rest.boolean()
      case "shape" where shape == nil: shape = try rest.integers()
      case "descr", "fortran_order", "shape": throw .format("npy header has the key '\(key)' twice")
      default: throw .format("npy header has an unknown key '\(key)'")
      }
      if !rest.take(",") {
        try rest.expect("}")
        break
      }
    }
    try rest.expectEnd()
    guard let type, let order, let shape else {
      throw .format("npy header needs 'descr', 'fortran_order' and 'shape'")
    }
    if order { throw .format("npy data are in Fortran order, only C order is supported") }
    self.type = type
    self.shape = shape
  }
}

/// What is left of a header.
private struct Cursor {
  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  mutating func take(_ character: Character) -> Bool {
    rest = rest.drop(while: \.isWhitespace)
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  mutating func expect(_ character: Character) throws(NumericsError) {
    guard take(character) else {
      throw .format("npy header: expected '\(character)' before '\(rest.prefix(20))'")
    }
  }

  /// What pads a header is white.
  mutating func expectEnd() throws(NumericsError) {
    rest = rest.drop(while: \.isWhitespace)
    guard rest.isEmpty else { throw .format("npy header: expected its end before '\(rest.prefix(20))'") }
  }

  mutating func quoted() throws(NumericsError) -> String {
    let quote: Character = take("\"") ? "\"" : "'"
    if quote == "'" { try expect("'") }
    guard let end = rest.firstIndex(of: quote) else { throw .format("npy header: a quote is not closed") }
    defer { rest = rest[rest.index(after: end)...] }
    return String(rest[..<end])
  }

  mutating func boolean() throws(NumericsError) -> Bool {
    rest = rest.drop(while: \.isWhitespace)
    for (word, value) in [("True", true), ("False", false)] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      return value
    }
    throw .format("npy header: expected True or False before '\(rest.prefix(20))'")
  }

  mutating func integers() throws(NumericsError) -> [Int] {
    try expect("(")
    var values: [Int] = []
    while !take(")") {
      rest = rest.drop(while: \.isWhitespace)
      let digits = rest.prefix(while: \.isNumber)
      guard let value = Int(digits) else {
        throw .format("npy header: expected a size before '\(rest.prefix(20))'")
      }
      values.append(value)
      rest = rest.dropFirst(digits.count)
      if !take(",") {
        try expect(")")
        break
      }
    }
    return values
  }
}
