import FoveaGraph
import FoveaText

/// Why an expression has no value.
enum ExpressionFailure: Error, Hashable {
  /// A mistake in the expression: the bytes of its text that are wrong, what is wrong and how to mend it.
  case mistake(Range<Int>, String, help: String?)
  /// It uses an extent that is not known, which is no mistake where an unknown one may stand.
  case unknown(Range<Int>, String, help: String?)
  /// It uses a value that is wrong already, and reported.
  case silent
}

/// An expression over parameters: integers, decimals, truth values, arithmetic, comparisons and a few functions.
///
///     expression = choice
///     choice     = or [ "if" or "else" choice ]
///     or         = and { "or" and }            and = not { "and" not }
///     not        = "not" not | comparison      comparison = sum [ ("==" | "!=" | "<" | "<=" | ">" | ">=") sum ]
///     sum        = product { ("+" | "-") product }
///     product    = unary { ("*" | "//" | "/" | "%") unary }
///     unary      = "-" unary | power           power = element [ "**" unary ]
///     element    = primary { "[" expression "]" }
///     primary    = number | "true" | "false" | name { "." name } | function "(" arguments ")" | "(" expression ")"
///
/// Integers are checked for overflow. `//` and `%` round towards minus infinity, as in Python.
struct Expression: ~Copyable {
  /// Gives the value of a name, which may have dots.
  typealias Lookup = (_ name: String, _ range: Range<Int>) throws(ExpressionFailure) -> Value

  /// How deep parentheses may nest.
  private static let depthLimit = 64

  private var scanner: ExpressionScanner
  private let lookup: Lookup
  private let mayHaveChoice: Bool
  private var depth = 0
  /// Whether values do not matter: the branch of a choice that is not taken is only parsed.
  private var isSkipping = false

  /// Computes the value of an expression.
  ///
  /// - Throws: the first mistake, with the bytes of `text` where it stands.
  static func value(of text: String, lookup: Lookup) throws(ExpressionFailure) -> Value {
    try withoutActuallyEscaping(lookup) { lookup throws(ExpressionFailure) -> Value in
      var expression = Expression(scanner: try ExpressionScanner(text), lookup: lookup)
      let value = try expression.choice()
      guard expression.scanner.current == .end else {
        throw expression.unexpected("an operator")
      }
      return value
    }
  }

  private init(scanner: ExpressionScanner, lookup: @escaping Lookup) {
    self.scanner = scanner
    mayHaveChoice = scanner.mayHaveChoice
    self.lookup = lookup
  }

  private mutating func choice() throws(ExpressionFailure) -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw .mistake(scanner.range, "expressions may nest at most \(Self.depthLimit) deep", help: nil)
    }
    if !mayHaveChoice { return try or() }
    // The value of a choice is known before its condition is: parse it, and come back for it where it is taken.
    let start = scanner
    let wasSkipping = isSkipping
    isSkipping = true
    _ = try or()
    isSkipping = wasSkipping
    let isChoice = scanner.current == .name("if")
    if !isChoice && !wasSkipping {
      scanner = start
      return try or()
    }
    guard isChoice else { return .integer(0) }
    try scanner.advance()
    let range = scanner.range
    let condition = try or()
    guard scanner.current == .name("else") else { throw unexpected("`else`") }
    try scanner.advance()
    if wasSkipping { return try choice() }
    if try truth(condition, range) {
      isSkipping = true
      _ = try choice()
      isSkipping = false
      let end = scanner
      scanner = start
      let value = try or()
      scanner = end
      return value
    }
    return try choice()
  }

  private mutating func or() throws(ExpressionFailure) -> Value {
    var range = scanner.range
    var value = try and()
    while scanner.current == .name("or") {
      let left = try truth(value, range)
      try scanner.advance()
      range = scanner.range
      let right = try skipping(left) { expression throws(ExpressionFailure) in try expression.and() }
      let holds = try truth(right, range)
      value = .truth(left || holds)
    }
    return value
  }

  private mutating func and() throws(ExpressionFailure) -> Value {
    var range = scanner.range
    var value = try not()
    while scanner.current == .name("and") {
      let left = try truth(value, range)
      try scanner.advance()
      range = scanner.range
      let right = try skipping(!left) { expression throws(ExpressionFailure) in try expression.not() }
      let holds = try truth(right, range)
      value = .truth(left && holds)
    }
    return value
  }

  /// Parses with values that do not matter if `skip`.
  private mutating func skipping(
    _ skip: Bool, _ body: (inout Expression) throws(ExpressionFailure) -> Value
  ) throws(ExpressionFailure) -> Value {
    let before = isSkipping
    isSkipping = before || skip
    defer { isSkipping = before }
    let value = try body(&self)
    return isSkipping ? .truth(false) : value
  }

  private mutating func not() throws(ExpressionFailure) -> Value {
    guard scanner.current == .name("not") else { return try comparison() }
    try scanner.advance()
    let range = scanner.range
    try descend()
    defer { depth -= 1 }
    return .truth(try !truth(try not(), range))
  }

  private mutating func comparison() throws(ExpressionFailure) -> Value {
    let start = scanner.range
    let left = try sum()
    guard case .symbol(let symbol) = scanner.current,
      let comparison = ExpressionArithmetic.Comparison(rawValue: symbol)
    else { return left }
    try scanner.advance()
    let right = try sum()
    if case .symbol(let next) = scanner.current, ExpressionArithmetic.Comparison(rawValue: next) != nil {
      throw .mistake(scanner.range, "comparisons cannot be chained", help: "join two of them with `and`")
    }
    return isSkipping ? .truth(false) : try ExpressionArithmetic.compare(left, comparison, right, at: since(start))
  }

  private mutating func sum() throws(ExpressionFailure) -> Value {
    let start = scanner.range
    var value = try product()
    while case .symbol(let symbol) = scanner.current, symbol == "+" || symbol == "-" {
      try scanner.advance()
      let right = try product()
      if !isSkipping { value = try ExpressionArithmetic.combine(value, symbol, right, at: since(start)) }
    }
    return value
  }

  private mutating func product() throws(ExpressionFailure) -> Value {
    let start = scanner.range
    var value = try unary()
    while case .symbol(let symbol) = scanner.current, ["*", "//", "/", "%"].contains(symbol) {
      try scanner.advance()
      let right = try unary()
      if !isSkipping { value = try ExpressionArithmetic.combine(value, symbol, right, at: since(start)) }
    }
    return value
  }

  private mutating func unary() throws(ExpressionFailure) -> Value {
    guard scanner.current == .symbol("-") else { return try power() }
    let start = scanner.range
    try scanner.advance()
    try descend()
    defer { depth -= 1 }
    let value = try unary()
    return isSkipping ? value : try ExpressionArithmetic.combine(.integer(0), "-", value, at: since(start))
  }

  private mutating func power() throws(ExpressionFailure) -> Value {
    let start = scanner.range
    let base = try element()
    guard scanner.current == .symbol("**") else { return base }
    try scanner.advance()
    try descend()
    defer { depth -= 1 }
    let exponent = try unary()
    return isSkipping ? base : try ExpressionArithmetic.power(base, exponent, at: since(start))
  }

  private mutating func element() throws(ExpressionFailure) -> Value {
    let start = scanner.range
    var value = try primary()
    while scanner.current == .symbol("[") {
      try scanner.advance()
      let index = try choice()
      guard scanner.current == .symbol("]") else { throw unexpected("`]`") }
      try scanner.advance()
      if !isSkipping { value = try ExpressionArithmetic.element(index, of: value, at: since(start)) }
    }
    return value
  }

  private mutating func primary() throws(ExpressionFailure) -> Value {
    let range = scanner.range
    switch scanner.current {
    case .number(let value):
      try scanner.advance()
      return value
    case .name("true"), .name("false"):
      let value = Value.truth(scanner.current == .name("true"))
      try scanner.advance()
      return value
    case .name(let name) where !ExpressionScanner.keywords.contains(name):
      try scanner.advance()
      if scanner.current == .symbol("(") { return try call(name, at: range) }
      return isSkipping ? .integer(0) : try lookup(name, range)
    case .symbol("("):
      try scanner.advance()
      let value = try choice()
      guard scanner.current == .symbol(")") else { throw unexpected("`)`") }
      try scanner.advance()
      return value
    case .name, .symbol, .end:
      throw unexpected("a number, a name or `(`")
    }
  }

  private mutating func call(_ name: String, at range: Range<Int>) throws(ExpressionFailure) -> Value {
    guard let function = ExpressionArithmetic.Function(rawValue: name) else {
      let known = ExpressionArithmetic.Function.allCases.map(\.rawValue)
      throw .mistake(
        range, "unknown function `\(name.excerpt)`",
        help: Spelling.nearest(to: name, among: known).map { "did you mean `\($0)`?" }
          ?? "the functions are " + known.map { "`\($0)`" }.joined(separator: ", "))
    }
    var arguments: [Value] = []
    repeat {
      try scanner.advance()
      arguments.append(try choice())
    } while scanner.current == .symbol(",")
    guard scanner.current == .symbol(")") else { throw unexpected("`,` or `)`") }
    try scanner.advance()
    return isSkipping ? .integer(0) : try ExpressionArithmetic.call(function, arguments, at: since(range))
  }

  private mutating func descend() throws(ExpressionFailure) {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw .mistake(scanner.range, "expressions may nest at most \(Self.depthLimit) deep", help: nil)
    }
  }

  /// The bytes from the beginning of `start` to the last token that was read.
  private func since(_ start: Range<Int>) -> Range<Int> {
    start.lowerBound..<max(start.upperBound, scanner.previousEnd)
  }

  private func truth(_ value: Value, _ range: Range<Int>) throws(ExpressionFailure) -> Bool {
    if isSkipping { return false }
    guard case .truth(let truth) = value else {
      throw .mistake(range, "expected a condition, found \(value.kind) `\(value.excerpt)`", help: nil)
    }
    return truth
  }

  private func unexpected(_ expected: String) -> ExpressionFailure {
    switch scanner.current {
    case .end: .mistake(scanner.range, "the expression ends where \(expected) is expected", help: nil)
    case .name, .number, .symbol:
      .mistake(scanner.range, "expected \(expected), found `\(scanner.text.excerpt)`", help: nil)
    }
  }
}
