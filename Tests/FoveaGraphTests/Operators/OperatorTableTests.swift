import FoveaGraph
import Testing

@Suite struct OperatorTableTests {
  @Test(arguments: Operation.Kind.allCases)
  func `names every operator by the key of its case`(kind: Operation.Kind) {
    func check<Made: Operator>(_ type: Made.Type) {
      #expect(Operation.Kind(name: Made.name) == kind)
      #expect(Made().operation.base as? Made == Made())
    }
    check(kind.type)
  }

  @Test(arguments: Operation.Kind.allCases)
  func `documents every operator and attribute in a sentence`(kind: Operation.Kind) {
    func check<Made: Operator>(_ type: Made.Type) {
      #expect(Made.summary.hasSuffix(".") && Made.summary.first?.isUppercase == true)
      #expect(!Made.counting.hasSuffix("."))
      for attribute in Made.attributes {
        #expect(attribute.summary.hasSuffix(".") && attribute.summary.first?.isUppercase == true)
        #expect(attribute.name.allSatisfy { $0.isLowercase || $0 == "_" })
      }
      #expect(Set(Made.attributes.map(\.name)).count == Made.attributes.count)
      if case .operands(let names) = Made.arity {
        #expect(Set(names).isDisjoint(with: Made.attributes.map(\.name)) && Set(names).count == names.count)
      }
    }
    check(kind.type)
  }

  @Test(arguments: Operation.Kind.allCases)
  func `reads back every default that it writes`(kind: Operation.Kind) throws {
    func check<Made: Operator>(_ type: Made.Type) throws {
      for attribute in Made.attributes {
        guard let value = attribute.value(in: Made()) else { continue }
        var copy = Made()
        try attribute.read(value, into: &copy)
        #expect(copy == Made(), "\(attribute.name)")
      }
    }
    try check(kind.type)
  }

  @Test(arguments: Operation.Kind.allCases)
  func `writes back every value that it reads`(kind: Operation.Kind) throws {
    func check<Made: Operator>(_ type: Made.Type) throws {
      for attribute in Made.attributes {
        for value in samples(of: attribute.form) {
          var made = Made()
          try attribute.read(value, into: &made)
          #expect(attribute.value(in: made) == value, "\(attribute.name)")
        }
      }
    }
    try check(kind.type)
  }

  @Test(arguments: Operation.Kind.allCases)
  func `refuses values of another form, and those out of bounds`(kind: Operation.Kind) {
    func check<Made: Operator>(_ type: Made.Type) {
      for attribute in Made.attributes {
        for value in refused(by: attribute.form) {
          var made = Made()
          #expect(throws: AttributeError.self, "\(attribute.name): \(value)") {
            try attribute.read(value, into: &made)
          }
          #expect(made == Made())
        }
      }
    }
    check(kind.type)
  }

  @Test(arguments: Operation.Kind.allCases)
  func `counts further arithmetic only where it says how`(kind: Operation.Kind) throws {
    func check<Made: Operator>(_ type: Made.Type) throws {
      let inputs = Operands("8x4x4", others: Made.arity == .branches ? ["8x4x4"] : [])
      guard let output = try? Made().shape(of: inputs) else { return }
      let operations = Made().cost(of: inputs, giving: output).operations
      #expect(!Made.counting.isEmpty || operations == 0)
    }
    try check(kind.type)
  }

  private func samples(of form: AttributeForm) -> [Value] {
    switch form {
    case .integer(let bounds): [.integer(bounds.lowerBound), .integer(bounds.upperBound)]
    case .decimal(let bounds): [.decimal(bounds.lowerBound), .decimal(bounds.upperBound)]
    case .truth: [true, false]
    case .words(let words): words.map(Value.word)
    case .axes(let bounds): [.integer(bounds.lowerBound), [1, 7], [1, 2, 3]]
    case .padding(let words): words.map(Value.word) + [2, [1, 3], [[0, 1], [2, 3]]]
    case .extents: [[64], [64, "?", "?"], "unknown"]
    case .sizes: [[64], [64, 7, 7]]
    case .inferableExtents: [[-1], [64, -1, 7, 7]]
    case .order: [[1, 2, 0]]
    case .figure: [0, 1_000, "unknown"]
    case .layer: [.layer(LayerID(3))]
    case .window(let words): words.map(Value.word) + [["size": 7, "stride": 2, "padding": [3, 1]]]
    }
  }

  private func refused(by form: AttributeForm) -> [Value] {
    switch form {
    case .integer(let bounds): [.integer(bounds.lowerBound - 1), .integer(bounds.upperBound + 1), 1.5, true]
    case .decimal(let bounds): [.decimal(bounds.lowerBound - 1), .decimal(bounds.upperBound + 1), "half"]
    case .truth: [1, "true"]
    case .words: ["nonsense", 1]
    case .axes(let bounds): [.integer(bounds.lowerBound - 1), [], [1, 2, 3, 4], ["a"], "half"]
    case .padding: [-1, "nonsense", [[1, 2, 3]], [1, 2, 3, 4], 0.5]
    case .extents: [[], [0], [1, 2, 3, 4, 5], [-1], "?", 3]
    case .sizes: [[], [0], [1, 2, 3, 4, 5], [-1], [64, "?"], "unknown", 3]
    case .inferableExtents: [[], [0], [-2], "unknown"]
    case .order: [1, ["a"]]
    case .figure: [-1, "many"]
    case .layer: [1, "stem"]
    case .window: [["stride": 2], ["size": 0], ["size": 3, "kernel": 1], "half", 3]
    }
  }
}
