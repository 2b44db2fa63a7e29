import Testing

@testable import FoveaONNX

@Suite struct InferenceTests {
  @Test func `the files of the package are found, with all their nodes`() throws {
    #expect(Fixture.own.count == 21)
    for fixture in Fixture.own { #expect(try fixture.file.graph.nodes.count == fixture.expected.nodes) }
  }

  @Test(arguments: Fixture.all)
  func `the shapes of the outputs are those that other programs find, and no value's is unknown`(
    fixture: Fixture
  ) throws {
    let file = try fixture.file
    let inference = try Inference(file)
    let found = file.graph.outputs.map { inference.values[$0.name]?.dims ?? [] }
    #expect(found.count == fixture.expected.outputs.count)
    for (dims, expected) in zip(found, fixture.expected.outputs) {
      #expect(dims.count == expected.count)
      for (dim, extent) in zip(dims, expected) where extent.value != nil { #expect(dim.value == extent.value) }
    }
    // Of an extent that only has a name little follows behind a window.
    let isSized = file.graph.inputs.allSatisfy {
      $0.dims?.allSatisfy { if case .known = $0 { true } else { false } } == true
    }
    for (name, value) in inference.values where isSized { #expect(value.dims?.contains(.unknown) == false, "\(name)") }
  }

  /// What is known of `y` behind some nodes that begin with `x`.
  private func inferred(
    _ nodes: [Message], x: [Any?] = [2, 3, 4, 4], stored: [Message] = [], opset: Int = 17,
    bindings: [String: Int] = [:]
  ) throws -> InferredValue {
    let model = Message.model(.graph(nodes, inputs: [.value("x", x)], initializers: stored), opset: opset)
    return try #require(try Inference(ModelFile(FileBytes(model.bytes)), bindings: bindings).values["y"])
  }

  @Test func `shape arithmetic is computed`() throws {
    let y = try inferred(
      [
        .node("Shape", ["x"], ["shape"]), .node("Gather", ["shape", "one"], ["channels"]),
        .node("Mul", ["channels", "two"], ["twice"]), .node("Div", ["twice", "six"], ["part"]),
        .node("Concat", ["part", "rest"], ["target"], with: .attribute("axis", 0)),
        .node("Reshape", ["x", "target"]),
      ],
      stored: [
        .tensor("one", [1], integers: [1]), .tensor("two", [1], integers: [2]), .tensor("six", [1], integers: [6]),
        .tensor("rest", [2], integers: [-1, 12]),
      ])
    #expect(y.dims == [1, 8, 12])
  }

  @Test func `the name of an extent stays, cancels out, and is replaced by a number`() throws {
    let nodes: [Message] = [.node("Shape", ["x"], ["s"], with: .attribute("end", 1))]
    let rest = Message.tensor("rest", [1], integers: [-1])
    let flat =
      nodes + [
        .node("Concat", ["s", "rest"], ["t"], with: .attribute("axis", 0)), .node("Reshape", ["x", "t"], ["y"]),
      ]
    #expect(try inferred(flat, x: ["n", 3, 4, 4], stored: [rest]).dims == [.named("n"), 48])
    #expect(try inferred(flat, x: ["n", 3, 4, 4], stored: [rest], bindings: ["n": 5]).dims == [5, 48])
    #expect(try inferred(flat, x: ["n", 3, "h", 4], stored: [rest]).dims == [.named("n"), .unknown])
    #expect(try inferred([.node("Flatten")], x: ["n", 3, 4, 4]).dims == [.named("n"), 48])
    #expect(try inferred([.node("Flatten")], x: [nil, 3, 4, 4]).dims == [.unknown, 48])
  }

  @Test(arguments: [
    ([0], [2], [1], [1], [0, 1]), ([-2], [9_223_372_036_854_775_807], [1], [1], [3, 4]), ([4], [0], [1], [-2], [4, 2]),
    ([3], [1], [1], [1], []), ([-100], [100], [1], [3], [0, 3]),
    ([-1], [-9_223_372_036_854_775_807], [1], [-1], [4, 3, 2, 1, 0]),
  ])
  func `a slice takes what it says`(starts: [Int], ends: [Int], count: [Int], steps: [Int], expected: [Int]) throws {
    let y = try inferred(
      [.node("Slice", ["v", "from", "to", "axes", "steps"])],
      stored: [
        .tensor("v", [5], integers: [0, 1, 2, 3, 4]), .tensor("from", count, integers: starts),
        .tensor("to", count, integers: ends), .tensor("axes", count, integers: [0]),
        .tensor("steps", count, integers: steps),
      ])
    #expect(y.integers == expected)
    #expect(y.dims == [.known(expected.count)])
  }

  @Test func `the branch of a condition that is known stands in its place`() throws {
    let one = Message.graph([.node("Relu", ["x"], ["a"])], inputs: [], outputs: [.value("a", nil)])
    let other = Message.graph([.node("Flatten", ["x"], ["a"])], inputs: [], outputs: [.value("a", nil)])
    let nodes: [Message] = [
      .node("Shape", ["x"], ["s"]), .node("Gather", ["s", "first"], ["n"]), .node("Equal", ["n", "two"], ["is"]),
      .node(
        "If", ["is"], ["y"], with: .attribute("then_branch", graph: one), .attribute("else_branch", graph: other)),
    ]
    let stored: [Message] = [.tensor("first", [], integers: [0]), .tensor("two", [], integers: [2])]
    #expect(try inferred(nodes, stored: stored).dims == [2, 3, 4, 4])
    #expect(try inferred(nodes, x: [1, 3, 4, 4], stored: stored).dims == [1, 48])
  }

  @Test(arguments: [
    ("Conv", [4, 5, 3, 3], "has kernels for 5 channels, but the map 2x3x4x4 has 3"),
    ("Conv", [4, 3, 9, 9], "has a window of 9 rows on a map of 4"),
    ("Conv", [4, 3, 3], "applies kernels 4x3x3 to 2x3x4x4"),
    ("MatMul", [5, 6], "multiplies 2x3x4x4 and 5x6"),
    ("Gemm", [4, 6], "multiplies 2x3x4x4 and 4x6, expected two matrices"),
    ("Add", [5], "cannot combine 2x3x4x4 and 5"),
  ])
  func `extents that do not fit are one error, which names the node`(type: String, dims: [Int], what: String) {
    #expect(throws: ONNXError("the node `n`, \(type), \(what)")) {
      try inferred([.node(type, ["x", "w"], name: "n")], stored: [.tensor("w", dims)])
    }
  }

  @Test(arguments: [([7, 7], "7x7"), ([-1, -1], "-1x-1"), ([-1, 5], "-1x5"), ([-2, 4], "-2x4")])
  func `a shape of other values is an error`(target: [Int], text: String) {
    let error = #expect(throws: ONNXError.self) {
      try inferred([.node("Reshape", ["x", "s"], name: "n")], stored: [.tensor("s", [2], integers: target)])
    }
    #expect(error?.message.contains(text) == true)
  }

  @Test func `attributes of old versions are inputs of new ones`() throws {
    let old = try inferred([.node("Squeeze", with: .attribute("axes", [0]))], x: [1, 3, 1, 4], opset: 11)
    let new = try inferred(
      [.node("Squeeze", ["x", "a"])], x: [1, 3, 1, 4], stored: [.tensor("a", [1], integers: [0])])
    #expect(old.dims == [3, 1, 4] && new.dims == old.dims)
    let mean = try inferred([.node("ReduceMean", with: .attribute("axes", [2, 3]))], opset: 11)
    let newer = try inferred([.node("ReduceMean", ["x", "a"])], stored: [.tensor("a", [2], integers: [-1, -2])])
    #expect(mean.dims == [2, 3, 1, 1] && newer.dims == mean.dims)
  }
}
