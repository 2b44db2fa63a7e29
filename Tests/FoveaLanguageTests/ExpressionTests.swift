import FoveaGraph
import Testing

@testable import FoveaLanguage

@Suite struct ExpressionTests {
  private static let names: [String: Value] = [
    "two": .integer(2), "half": .decimal(0.5), "depths": .list([.integer(3), .integer(4)]), "in.channels": .integer(64),
    "mode": .word("same"), "yes": .truth(true),
  ]

  private func value(_ text: String) throws -> Value {
    try Expression.value(of: text) { name, range throws(ExpressionFailure) in
      guard let value = Self.names[name] else { throw .mistake(range, "unknown name `\(name)`", help: nil) }
      return value
    }
  }

  private func mistake(_ text: String) -> String {
    do throws(ExpressionFailure) {
      let value = try Expression.value(of: text) { name, range throws(ExpressionFailure) in
        guard let value = Self.names[name] else { throw .mistake(range, "unknown name `\(name)`", help: nil) }
        return value
      }
      return "\(value)"
    } catch {
      guard case .mistake(let range, let message, _) = error else { return "silent" }
      return "\(range.lowerBound)..<\(range.upperBound) \(message)"
    }
  }

  @Test(arguments: [
    ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("10 - 4 - 3", 3), ("2 * 7 // 4", 3), ("7 // 2 * 2", 6), ("-two * 3", -6),
    ("- 7 // 2", -4), ("-7 // 2", -4), ("7 // -2", -4), ("-7 // -2", 3), ("-7 % 3", 2), ("7 % -3", -2),
    ("-7 % -3", -1),
    ("6 % 3", 0), ("--3", 3), ("0x10 + 0o17", 31), ("in.channels // 4", 16), ("depths[0] + depths[two - 1]", 7),
    ("length(depths)", 2), ("min(3, 1, 2)", 1), ("max(3, 1 + 4)", 5), ("round_up(17, 8)", 24),
    ("round_up(16, 8)", 16),
    ("round_up(-1, 8)", 0), ("ceil(1.2 * two)", 3), ("floor(-0.5)", -1), ("round(2.5)", 2), ("floor(7)", 7),
    ("9223372036854775807 // 1", .max), ("-9223372036854775807 - 1", .min),
    ("round_up(9007199254740993, 1)", 9_007_199_254_740_993),
    ("2 ** 10", 1024), ("-2 ** 2", -4), ("(-2) ** 3", -8), ("2 ** 3 ** 2", 512), ("2 * 3 ** 2", 18), ("0 ** 0", 1),
    ("two ** -two * 8 // 1 if false else 2 ** (1 + two)", 8), ("depths[0] ** two", 9), ("(-2) ** 63", .min),
    ("2 ** 62 - 1 + 2 ** 62", .max), ("(-1) ** 9223372036854775807", -1), ("0 ** 9223372036854775807", 0),
    ("round(1.2 ** 2 * 100)", 144), ("floor(2 ** -1 * 10)", 5), ("round(2 ** half * 100)", 141),
  ])
  func `operators bind and round as in Python`(text: String, expected: Int) throws {
    #expect(try value(text) == .integer(expected))
  }

  @Test(arguments: [
    ("1 < 2", true), ("2 <= 1 + 1", true), ("1 == 1.0", true), ("two != 2", false), ("not 1 == 2", true),
    ("true or false and false", true), ("not true or true", true), ("not (true or true)", false),
    ("9007199254740993 == 9007199254740992", false), ("9007199254740993 > 9007199254740992", true),
    ("mode == mode", true), ("depths == depths", true), ("yes and two > 1", true), ("false if yes else true", false),
    ("two < 1 or 3 * two >= 6", true),
  ])
  func `conditions compare exactly, and not binds closer than and, that closer than or`(text: String, expected: Bool)
    throws
  {
    #expect(try value(text) == .truth(expected))
  }

  @Test(arguments: [
    ("1 if two == 2 else 2", 1), ("1 if two == 3 else 2", 2), ("1 if false else 2 if false else 3", 3),
    ("1 // 0 if false else 4", 4), ("4 if true else 1 // 0", 4), ("4 if true else nothing", 4),
    ("(1 if true else 2) + (3 if false else 4)", 5), ("depths[7] if false else depths[0]", 3),
    ("2 if false and 1 // 0 == 1 else 5", 5), ("2 if true or unknown == 1 else 5", 2),
  ])
  func `a choice is one branch, and only that one is computed`(text: String, expected: Int) throws {
    #expect(try value(text) == .integer(expected))
  }

  /// The values of torchvision's `_make_divisible(v, 8)`.
  @Test(arguments: [
    (1, 8), (8, 8), (11, 16), (12, 16), (13, 16), (18, 24), (19, 24), (20, 24), (24, 24), (32, 32), (35, 32),
    (36, 40), (37, 40),
    (44, 48), (67, 64), (100, 104), (1000, 1000),
  ])
  func `make_divisible is the nearest multiple, at least one, and not below nine tenths`(number: Int, expected: Int)
    throws
  {
    #expect(try value("make_divisible(\(number), 8)") == .integer(expected))
  }

  @Test func `make_divisible takes decimals`() throws {
    #expect(try value("make_divisible(32 * 1.4, 8)") == .integer(48))
    #expect(try value("make_divisible(0.75 * 24, 8)") == .integer(24))
  }

  @Test(arguments: [
    ("1 // 0", "0..<6 division by zero"), ("1 + 2 % 0", "4..<9 division by zero"),
    ("1 / 0", "0..<5 division by zero"),
    ("2 * 9223372036854775807", "0..<23 the result does not fit in 64 bits"),
    ("-9223372036854775807 - 2", "0..<24 the result does not fit in 64 bits"),
    ("(-9223372036854775807 - 1) // -1", "0..<32 the result does not fit in 64 bits"),
    ("(-9223372036854775807 - 1) % -1", "0..<31 the result does not fit in 64 bits"),
    ("1e308 * 10", "0..<10 the result is too large"),
    ("9223372036854775808", "0..<19 the number `9223372036854775808` does not fit in 64 bits"),
    ("round(1e300)", "0..<12 the result does not fit in 64 bits"),
    ("round_up(9223372036854775807, 2)", "0..<32 the result does not fit in 64 bits"),
    ("make_divisible(3, 0)", "0..<20 `make_divisible` takes a number and a positive integer"),
    ("depths[2]", "0..<9 the list has 2 elements, found the index 2"),
    ("depths[-1]", "0..<10 the list has 2 elements, found the index -1"),
    ("two[0]", "0..<6 only a list has elements, found an integer `2`"),
    ("1 < two < 3", "8..<9 comparisons cannot be chained"),
    ("mode + 1", "0..<8 `+` needs numbers, found a word `same`"),
    ("mode < 1", "0..<8 cannot compare a word `same` with an integer `1`"),
    ("1 if two else 2", "5..<8 expected a condition, found an integer `2`"),
    ("two and true", "0..<3 expected a condition, found an integer `2`"),
    ("(1 + 2", "6..<6 the expression ends where `)` is expected"), ("1 2", "2..<3 expected an operator, found `2`"),
    ("2 ** 63", "0..<7 the result does not fit in 64 bits"),
    ("1 + 10 ** 400", "4..<13 the result does not fit in 64 bits"),
    ("0 ** -1", "0..<7 division by zero"), ("1e200 ** 2", "0..<10 the result is too large"),
    ("(0 - two) ** half", "0..<17 a negative number has no power of `0.5`"),
    ("mode ** 2", "0..<9 `**` needs numbers, found a word `same`"),
    ("2 **", "4..<4 the expression ends where a number, a name or `(` is expected"),
    ("2 ^ 3", "2..<3 `^` does not belong in an expression"),
    ("min()", "4..<5 expected a number, a name or `(`, found `)`"),
    ("min(1, mode)", "0..<12 `min` takes numbers"),
    ("1 if true", "9..<9 the expression ends where `else` is expected"),
    ("other + 1", "0..<5 unknown name `other`"),
    ("", "0..<0 the expression ends where a number, a name or `(` is expected"),
    ("3x", "0..<2 expected a number, found `3x`"),
  ])
  func `a mistake is marked where it stands`(text: String, expected: String) {
    #expect(mistake(text) == expected)
  }

  @Test func `nesting up to the limit costs no more than its length`() throws {
    // Each choice is parsed before its condition is known; nested ones must not be parsed twice at every level.
    let nested = String(repeating: "(1 + ", count: 60) + "1" + String(repeating: ")", count: 60)
    #expect(try value(nested) == .integer(61))
    let choices = String(repeating: "(1 if false else ", count: 30) + "7" + String(repeating: ")", count: 30)
    #expect(try value(choices) == .integer(7))
    let powers = String(repeating: "1 ** ", count: 60) + "1"
    #expect(try value(powers) == .integer(1))
    #expect(
      mistake(String(repeating: "1 ** ", count: 65) + "1") == "320..<321 expressions may nest at most 64 deep")
    let long = String(repeating: "1 + ", count: 2400) + "1"
    #expect(try value(long) == .integer(2401))
    #expect(mistake(long + long) == "0..<19202 an expression can have at most 10000 bytes")
  }
}
