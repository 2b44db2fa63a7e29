import FoveaGraph

/// The arithmetic of expressions. Integers are checked for overflow, decimals for being finite.
enum ExpressionArithmetic {
  enum Comparison: String {
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  enum Function: String, CaseIterable {
    case min, max, floor, ceil, round
    case roundUp = "round_up"
    case makeDivisible = "make_divisible"
    case length
  }

  static func compare(
    _ left: Value, _ comparison: Comparison, _ right: Value, at range: Range<Int>
  ) throws(ExpressionFailure) -> Value {
    // Doubles would take neighbouring integers beyond 2^53 for the same.
    if case .integer(let first) = left, case .integer(let second) = right {
      return .truth(holds(first, comparison, second))
    }
    if let first = number(left), let second = number(right) { return .truth(holds(first, comparison, second)) }
    switch (comparison, left, right) {
    case (.equal, .truth, .truth), (.equal, .word, .word), (.equal, .list, .list): return .truth(left == right)
    case (.unequal, .truth, .truth), (.unequal, .word, .word), (.unequal, .list, .list): return .truth(left != right)
    case (.equal, _, _), (.unequal, _, _), (.less, _, _), (.lessOrEqual, _, _), (.greater, _, _),
      (.greaterOrEqual, _, _):
      throw .mistake(
        range, "cannot compare \(left.kind) `\(left.excerpt)` with \(right.kind) `\(right.excerpt)`", help: nil)
    }
  }

  private static func holds<Number: Comparable>(_ first: Number, _ comparison: Comparison, _ second: Number) -> Bool {
    switch comparison {
    case .equal: first == second
    case .unequal: first != second
    case .less: first < second
    case .lessOrEqual: first <= second
    case .greater: first > second
    case .greaterOrEqual: first >= second
    }
  }

  static func combine(
    _ left: Value, _ symbol: String, _ right: Value, at range: Range<Int>
  ) throws(ExpressionFailure) -> Value {
    if case .integer(let first) = left, case .integer(let second) = right, symbol != "/" {
      return .integer(try combine(first, symbol, second, at: range))
    }
    guard let first = number(left), let second = number(right) else {
      let wrong = number(left) == nil ? left : right
      throw .mistake(range, "`\(symbol)` needs numbers, found \(wrong.kind) `\(wrong.excerpt)`", help: nil)
    }
    if ["/", "//", "%"].contains(symbol), second == 0 { throw .mistake(range, "division by zero", help: nil) }
    let result =
      switch symbol {
      case "+": first + second
      case "-": first - second
      case "*": first * second
      case "/": first / second
      case "//": (first / second).rounded(.down)
      default: first - second * (first / second).rounded(.down)
      }
    guard result.isFinite else { throw .mistake(range, "the result is too large", help: nil) }
    return .decimal(result)
  }

  static func combine(
    _ left: Int, _ symbol: String, _ right: Int, at range: Range<Int>
  ) throws(ExpressionFailure) -> Int {
    let (result, overflow): (Int, Bool)
    switch symbol {
    case "+": (result, overflow) = left.addingReportingOverflow(right)
    case "-": (result, overflow) = left.subtractingReportingOverflow(right)
    case "*": (result, overflow) = left.multipliedReportingOverflow(by: right)
    default:
      guard right != 0 else { throw .mistake(range, "division by zero", help: nil) }
      let (quotient, overflowed) = left.dividedReportingOverflow(by: right)
      let remainder = overflowed ? 0 : left % right
      let roundsDown = remainder != 0 && (remainder < 0) != (right < 0)
      overflow = overflowed
      result = symbol == "//" ? (roundsDown ? quotient - 1 : quotient) : (roundsDown ? remainder + right : remainder)
    }
    if overflow { throw .mistake(range, "the result does not fit in 64 bits", help: nil) }
    return result
  }

  static func element(
    _ index: Value, of list: Value, at range: Range<Int>
  ) throws(ExpressionFailure) -> Value {
    guard case .list(let values) = list else {
      throw .mistake(range, "only a list has elements, found \(list.kind) `\(list.excerpt)`", help: nil)
    }
    guard case .integer(let position) = index else {
      throw .mistake(range, "the index of a list must be an integer, found \(index.kind) `\(index.excerpt)`", help: nil)
    }
    guard values.indices.contains(position) else {
      throw .mistake(
        range,
        "the list has \(values.count) element\(values.count == 1 ? "" : "s"), found the index \(position)",
        help: "indices begin at 0")
    }
    return values[position]
  }

  static func call(
    _ function: Function, _ arguments: [Value], at range: Range<Int>
  ) throws(ExpressionFailure) -> Value {
    if case .length = function {
      guard arguments.count == 1, case .list(let values) = arguments[0] else {
        throw .mistake(range, "`length` takes one list", help: nil)
      }
      return .integer(values.count)
    }
    let numbers = arguments.compactMap(number)
    guard numbers.count == arguments.count else {
      throw .mistake(range, "`\(function.rawValue)` takes numbers", help: nil)
    }
    switch function {
    case .min, .max:
      // The grammar has no empty parentheses.
      var best = arguments.first ?? .integer(0)
      for argument in arguments.dropFirst()
      where try compare(argument, function == .min ? .less : .greater, best, at: range) == .truth(true) {
        best = argument
      }
      return best
    case .floor, .ceil, .round:
      guard numbers.count == 1 else { throw .mistake(range, "`\(function.rawValue)` takes one number", help: nil) }
      if case .integer = arguments[0] { return arguments[0] }
      let rule: FloatingPointRoundingRule =
        function == .floor ? .down : function == .ceil ? .up : .toNearestOrEven
      return .integer(try integer(numbers[0].rounded(rule), at: range))
    case .roundUp, .makeDivisible:
      guard numbers.count == 2, case .integer(let multiple) = arguments[1], multiple > 0 else {
        throw .mistake(range, "`\(function.rawValue)` takes a number and a positive integer", help: nil)
      }
      let divisor = Double(multiple)
      guard function == .makeDivisible else {
        if case .integer(let number) = arguments[0] {
          // −(−n // m) · m, exactly.
          let down = try combine(combine(0, "-", number, at: range), "//", multiple, at: range)
          return .integer(try combine(combine(0, "-", down, at: range), "*", multiple, at: range))
        }
        return .integer(try integer((numbers[0] / divisor).rounded(.up) * divisor, at: range))
      }
      // MobileNet's rule: the nearest multiple, at least one, and never less than nine tenths of the number.
      let nearest = ((numbers[0] + divisor / 2).rounded(.towardZero) / divisor).rounded(.down) * divisor
      var result = max(divisor, nearest)
      if result < 0.9 * numbers[0] { result += divisor }
      return .integer(try integer(result, at: range))
    case .length: preconditionFailure("handled above")
    }
  }

  /// An integer or a decimal as a double, which is exact up to 2^53.
  static func number(_ value: Value) -> Double? {
    switch value {
    case .integer(let value): Double(value)
    case .decimal(let value): value
    case .truth, .word, .list, .mapping, .layer: nil
    }
  }

  private static func integer(_ value: Double, at range: Range<Int>) throws(ExpressionFailure) -> Int {
    guard let integer = Int(exactly: value) else {
      throw .mistake(range, "the result does not fit in 64 bits", help: nil)
    }
    return integer
  }
}
