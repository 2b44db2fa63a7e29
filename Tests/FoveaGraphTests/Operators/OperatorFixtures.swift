import FoveaGraph
import Testing

/// An operator as a description gives it.
func made<Made: Operator>(_ type: Made.Type, _ attributes: KeyValuePairs<String, Value> = [:]) throws -> Made {
  var made = Made()
  for (name, value) in attributes {
    let attribute = try #require(Made.attributes.first { $0.name == name }, "\(Made.name) has no \(name)")
    try attribute.read(value, into: &made)
  }
  return made
}

/// What an operator gives, stores and computes for some inputs.
struct Applied {
  let operation: any Operator
  let inputs: Operands
  let output: Shape

  var cost: Cost { operation.cost(of: inputs, giving: output) }

  var view: View { view(of: 0) }

  func view(of input: Int) -> View { operation.view(of: input, in: inputs, giving: output) }
}

func apply<Made: Operator>(
  _ type: Made.Type, _ attributes: KeyValuePairs<String, Value> = [:], to first: Shape, _ others: Shape...,
  reference: Shape? = nil
) throws -> Applied {
  let operation = try made(type, attributes)
  let inputs = Operands(first, others: others, reference: reference)
  return Applied(operation: operation, inputs: inputs, output: try operation.shape(of: inputs))
}

/// The error that an operator gives for some inputs.
func failure<Made: Operator>(
  _ type: Made.Type, _ attributes: KeyValuePairs<String, Value> = [:], to first: Shape, _ others: Shape...,
  reference: Shape? = nil
) throws -> ShapeError {
  let operation = try made(type, attributes)
  let inputs = Operands(first, others: others, reference: reference)
  return try #require(throws: ShapeError.self) { try operation.shape(of: inputs) }
}

/// `64x7x7`, with `?` for what is not known; a trailing `c` puts the channels last.
extension Shape: ExpressibleByStringLiteral {
  init(stringLiteral text: String) {
    let isLast = text.hasSuffix("c")
    var extents = (isLast ? text.dropLast() : text[...]).split(separator: "x").map { entry in
      Int(entry).map { Extent($0) } ?? .unknown
    }
    let channels = isLast ? extents.removeLast() : extents.removeFirst()
    self.init(channels: channels, spatial: Extents(extents), layout: isLast ? .channelsLast : .channelsFirst)
  }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(integerLiteral value: Int) { self = .integer(value) }
  init(floatLiteral value: Double) { self = .decimal(value) }
  init(booleanLiteral value: Bool) { self = .truth(value) }
  init(stringLiteral value: String) { self = .word(value) }
  init(arrayLiteral elements: Value...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, Value)...) {
    self = .mapping(elements.map { Entry($0.0, $0.1) })
  }
}

/// The same window on every axis.
func windows(_ window: PeriodicWindow?, rank: Int = 2) throws -> View {
  .windows(PerAxis(repeating: try #require(window), count: rank))
}
