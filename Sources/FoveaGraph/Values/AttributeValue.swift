/// A type that an operator stores for an attribute.
public protocol AttributeValue: Hashable, Sendable {
  /// What may stand for it, unless the attribute narrows it.
  static var form: AttributeForm { get }

  /// Creates it from a value of that form; nil from any other.
  init?(_ value: Value)

  /// The value to write for it; nil where it is absent.
  var value: Value? { get }
}

extension Int: AttributeValue {
  public static var form: AttributeForm { .count }

  public init?(_ value: Value) {
    guard case .integer(let number) = value else { return nil }
    self = number
  }

  public var value: Value? { .integer(self) }
}

extension Double: AttributeValue {
  public static var form: AttributeForm { .decimal(0...1) }

  public init?(_ value: Value) {
    switch value {
    case .decimal(let number): self = number
    case .integer(let number): self = Double(number)
    case .truth, .word, .list, .mapping, .layer: return nil
    }
  }

  public var value: Value? { .decimal(self) }
}

extension Bool: AttributeValue {
  public static var form: AttributeForm { .truth }

  public init?(_ value: Value) {
    guard case .truth(let truth) = value else { return nil }
    self = truth
  }

  public var value: Value? { .truth(self) }
}

extension LayerID: AttributeValue {
  public static var form: AttributeForm { .layer }

  public init?(_ value: Value) {
    guard case .layer(let layer) = value else { return nil }
    self = layer
  }

  public var value: Value? { .layer(self) }
}

extension AxisValues: AttributeValue {
  public static var form: AttributeForm { .positiveAxes }

  public init?(_ value: Value) {
    if let number = value.integer {
      self.init(number)
    } else if let numbers = value.integers {
      self.init(numbers)
    } else {
      return nil
    }
  }

  public var value: Value? {
    if let uniform { return .integer(uniform) }
    return .list(values(rank: count ?? 1).map(Value.integer))
  }
}

extension Padding: AttributeValue {
  public static var form: AttributeForm { .padding(words: ["half", "same", "valid"]) }

  public init?(_ value: Value) {
    switch value {
    case .word("half"): self = .half
    case .word("same"): self = .same
    case .word("valid"): self = .valid
    case .list(let entries):
      let before = entries.map { $0.integer ?? $0.integers.flatMap { $0.count == 2 ? $0[0] : nil } }
      let after = entries.map { $0.integer ?? $0.integers.flatMap { $0.count == 2 ? $0[1] : nil } }
      guard let first = AxisValues(before.compactMap(\.self)), let second = AxisValues(after.compactMap(\.self)),
        first.count == entries.count, second.count == entries.count
      else { return nil }
      self = .rows(before: first, after: second)
    case .integer(let rows): self.init(rows)
    case .word, .decimal, .truth, .mapping, .layer: return nil
    }
  }

  public var value: Value? {
    switch self {
    case .half: .word("half")
    case .same: .word("same")
    case .valid: .word("valid")
    case .rows(let before, let after):
      if before == after {
        before.value
      } else {
        .list(
          (0..<(before.count ?? after.count ?? 1)).map { .list([.integer(before[$0]), .integer(after[$0])]) })
      }
    }
  }
}

/// The indices of axes in a new order.
extension [Int]: AttributeValue {
  public static var form: AttributeForm { .order }

  public init?(_ value: Value) {
    guard let integers = value.integers else { return nil }
    self = integers
  }

  public var value: Value? { .list(map(Value.integer)) }
}

extension Optional: AttributeValue where Wrapped: AttributeValue {
  public static var form: AttributeForm { Wrapped.form }

  public init?(_ value: Value) {
    guard let wrapped = Wrapped(value) else { return nil }
    self = wrapped
  }

  public var value: Value? { self?.value }
}

/// A word of the language as an attribute, by an enumeration with the words as raw values.
public protocol AttributeWord: AttributeValue, CaseIterable, RawRepresentable where RawValue == String {}

extension AttributeWord {
  public static var form: AttributeForm { .words(allCases.map(\.rawValue)) }

  public init?(_ value: Value) {
    guard case .word(let word) = value else { return nil }
    self.init(rawValue: word)
  }

  public var value: Value? { .word(rawValue) }
}
