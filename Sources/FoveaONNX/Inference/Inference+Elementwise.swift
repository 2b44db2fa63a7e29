/// Operators that work value by value, those whose operands are repeated along axes among them.
extension Inference {
  /// An operator of one operand that keeps its extents.
  static func unary(_ view: NodeView) -> InferredValue {
    let input = view[0]
    var output = InferredValue(input.type, input.dims, isConstant: view.isConstant)
    guard let numbers = input.numbers else { return output }
    switch (view.node.type, numbers) {
    case ("Identity", _): output.numbers = numbers
    case ("Neg", .integers(let values)): output.numbers = .integers(values.map { .known(0) - $0 })
    case ("Abs", .integers(let values)):
      output.numbers = .integers(
        values.map {
          Dim.combine($0, 0) { first, _ in
            (first == .min ? 0 : abs(first), first == .min)
          }
        })
    case ("Not", .integers(let values)):
      output.numbers = .integers(values.map { $0.value.map { .known($0 == 0 ? 1 : 0) } ?? .unknown })
    case (_, .reals(let values)):
      guard let function = realFunctions[view.node.type] else { return output }
      output.numbers = .reals(values.map { rounded(function($0), input.type) })
    default: break
    }
    return output
  }

  private static let realFunctions: [String: @Sendable (Double) -> Double] = [
    "Neg": { -$0 }, "Abs": { $0.magnitude }, "Floor": { $0.rounded(.down) }, "Ceil": { $0.rounded(.up) },
    "Round": { $0.rounded(.toNearestOrEven) }, "Sqrt": { $0.squareRoot() }, "Reciprocal": { 1 / $0 },
  ]

  /// A number as its type holds it.
  private static func rounded(_ value: Double, _ type: NumberType?) -> Double {
    type == .float32 ? Double(Float(value)) : value
  }

  static func cast(_ view: NodeView) -> InferredValue {
    let type = view.node.type == "CastLike" ? view[1].type : view.integer("to").flatMap(NumberType.init(rawValue:))
    var output = InferredValue(type, view[0].dims, isConstant: view[0].isConstant)
    guard let type else { return output }
    switch view[0].numbers {
    case .integers(let values):
      if type.isReal {
        output.numbers = values.known.map { .reals($0.map { rounded(Double($0), type) }) }
      } else {
        output.numbers = .integers(
          type == .bool ? values.map { $0.value.map { .known($0 == 0 ? 0 : 1) } ?? .unknown } : values)
      }
    case .reals(let values):
      if type.isReal {
        output.numbers = .reals(values.map { rounded($0, type) })
      } else if type == .bool {
        output.numbers = .integers(values.map { .known($0 == 0 ? 0 : 1) })
      } else {
        output.numbers = .integers(
          values.map { $0.magnitude < 0x1p62 ? .known(Int($0.rounded(.towardZero))) : .unknown })
      }
    case nil: break
    }
    return output
  }

  /// An operator of two operands, or of any number, that are combined value by value.
  static func combination(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var result = view[0]
    if view.count == 1 { return result }
    for index in 1..<max(view.count, 2) { result = try combine(result, view[index], view) }
    switch view.node.type {
    case "Equal", "Less", "Greater", "LessOrEqual", "GreaterOrEqual", "And", "Or", "Xor": result.type = .bool
    default: break
    }
    return result
  }

  private static func combine(
    _ left: InferredValue, _ right: InferredValue, _ view: NodeView
  ) throws(ONNXError) -> InferredValue {
    let type = left.type ?? right.type
    let isConstant = left.isConstant && right.isConstant
    guard let first = left.dims, let second = right.dims else { return InferredValue(type, isConstant: isConstant) }
    guard let dims = [Dim].broadcast(first, second) else {
      throw view.error("cannot combine \(first.text) and \(second.text)")
    }
    var output = InferredValue(type, dims, isConstant: isConstant)
    guard let one = left.numbers, let other = right.numbers, let shape = dims.known, let count = dims.product,
      count <= Numbers.limit, let firstShape = first.known, let secondShape = second.known
    else { return output }
    let left = one.picked(Places.broadcast(firstShape, to: shape))
    let right = other.picked(Places.broadcast(secondShape, to: shape))
    output.numbers = combine(left, right, view, type)
    return output
  }

  private static func combine(_ left: Numbers, _ right: Numbers, _ view: NodeView, _ type: NumberType?) -> Numbers? {
    if case .integers(let first) = left, case .integers(let second) = right {
      guard let function = integerFunction(view) else { return nil }
      return .integers(zip(first, second).map { function($0, $1) })
    }
    guard let first = left.reals, let second = right.reals else { return nil }
    if let function = realCombinations[view.node.type] {
      return .reals(zip(first, second).map { rounded(function($0, $1), type) })
    }
    guard let comparison = comparisons[view.node.type] else { return nil }
    return .integers(zip(first, second).map { .known(comparison($0, $1) ? 1 : 0) })
  }

  private static func integerFunction(_ view: NodeView) -> ((Dim, Dim) -> Dim)? {
    switch view.node.type {
    case "Add", "Sum": return { $0 + $1 }
    case "Sub": return { $0 - $1 }
    case "Mul": return { $0 * $1 }
    case "Div": return { $0 / $1 }
    case "Mod":
      let isC = view.integer("fmod") == 1
      return { left, right in
        guard right != 0 else { return .unknown }
        return Dim.combine(left, right) { first, second in
          let (rest, overflow) = first.remainderReportingOverflow(dividingBy: second)
          return (isC || rest == 0 || (rest < 0) == (second < 0) ? rest : rest + second, overflow)
        }
      }
    case "Min": return { $0 == $1 ? $0 : Dim.combine($0, $1) { (min($0, $1), false) } }
    case "Max": return { $0 == $1 ? $0 : Dim.combine($0, $1) { (max($0, $1), false) } }
    case "Pow": return { Dim.combine($0, $1, power) }
    case "Equal": return { $0 == $1 && $0 != .unknown ? 1 : Dim.combine($0, $1) { ($0 == $1 ? 1 : 0, false) } }
    case "Less": return { Dim.combine($0, $1) { ($0 < $1 ? 1 : 0, false) } }
    case "LessOrEqual": return { Dim.combine($0, $1) { ($0 <= $1 ? 1 : 0, false) } }
    case "Greater": return { Dim.combine($0, $1) { ($0 > $1 ? 1 : 0, false) } }
    case "GreaterOrEqual": return { Dim.combine($0, $1) { ($0 >= $1 ? 1 : 0, false) } }
    case "And": return { Dim.combine($0, $1) { ($0 != 0 && $1 != 0 ? 1 : 0, false) } }
    case "Or": return { Dim.combine($0, $1) { ($0 != 0 || $1 != 0 ? 1 : 0, false) } }
    case "Xor": return { Dim.combine($0, $1) { (($0 != 0) != ($1 != 0) ? 1 : 0, false) } }
    default: return nil
    }
  }

  private static func power(_ base: Int, _ exponent: Int) -> (partialValue: Int, overflow: Bool) {
    guard exponent >= 0, exponent <= 64 else { return (0, true) }
    var result = 1
    for _ in 0..<exponent {
      let (product, overflow) = result.multipliedReportingOverflow(by: base)
      if overflow { return (0, true) }
      result = product
    }
    return (result, false)
  }

  private static let realCombinations: [String: @Sendable (Double, Double) -> Double] = [
    "Add": { $0 + $1 }, "Sum": { $0 + $1 }, "Sub": { $0 - $1 }, "Mul": { $0 * $1 }, "Div": { $0 / $1 },
    "Min": { min($0, $1) }, "Max": { max($0, $1) },
  ]

  private static let comparisons: [String: @Sendable (Double, Double) -> Bool] = [
    "Equal": { $0 == $1 }, "Less": { $0 < $1 }, "LessOrEqual": { $0 <= $1 }, "Greater": { $0 > $1 },
    "GreaterOrEqual": { $0 >= $1 },
  ]

  static func choice(_ view: NodeView) throws(ONNXError) -> InferredValue {
    let (condition, yes, no) = (view[0], view[1], view[2])
    let type = yes.type ?? no.type
    guard let first = condition.dims, let second = yes.dims, let third = no.dims else {
      return InferredValue(type, isConstant: view.isConstant)
    }
    guard let both = [Dim].broadcast(second, third), let dims = [Dim].broadcast(first, both) else {
      throw view.error("cannot combine \(first.text), \(second.text) and \(third.text)")
    }
    var output = InferredValue(type, dims, isConstant: view.isConstant)
    guard let truths = condition.integers, let one = yes.numbers, let other = no.numbers, let shape = dims.known,
      let count = dims.product, count <= Numbers.limit, let a = first.known, let b = second.known, let c = third.known
    else { return output }
    let places = (Places.broadcast(a, to: shape), Places.broadcast(b, to: shape), Places.broadcast(c, to: shape))
    guard let both = Numbers.joined([one, other]) else { return output }
    output.numbers = both.picked(
      shape.isEmpty || !places.0.isEmpty
        ? places.0.indices.map { truths[places.0[$0]] != 0 ? places.1[$0] : one.count + places.2[$0] } : [])
    return output
  }

  /// Values moved to two bounds, which are attributes in old versions.
  static func clip(_ view: NodeView) -> InferredValue {
    var output = InferredValue(view[0].type, view[0].dims, isConstant: view.isConstant)
    let low = view.has(1) ? view[1].scalar : -Double.infinity
    let high = view.has(2) ? view[2].scalar : Double.infinity
    guard let low, let high, low <= high, let numbers = view[0].numbers else { return output }
    switch numbers {
    case .reals(let values): output.numbers = .reals(values.map { min(max($0, low), high) })
    case .integers(let values):
      output.numbers = .integers(
        values.map { value in
          guard let value = value.value else { return .unknown }
          let bounded = min(max(Double(value), low), high)
          return bounded.magnitude < 0x1p53 ? .known(Int(bounded)) : .unknown
        })
    }
    return output
  }
}
