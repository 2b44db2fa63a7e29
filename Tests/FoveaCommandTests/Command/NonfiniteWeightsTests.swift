import Foundation
import FoveaNumerics
import Testing

/// Numbers that are none are found where arrays are read, and nothing is drawn from them.
@Suite struct NonfiniteWeightsTests {
  private static let network = "fovea: 1\ninput: 1x9x9\nlayers: [{conv: {out: 2, kernel: 5, padding: 2}, name: c}]\n"
  private static let stack = """
    fovea: 1
    input: 1x9x9
    blocks: {rewrite_c: {layers: [conv: {out: 9, kernel: 3, padding: 2, bias: false}, conv: {out: 2, kernel: 3}]}}
    layers: [{rewrite_c: {}, name: c, replaces: c}]

    """

  private enum Precision { case single, double }

  private static func archive(_ precision: Precision, _ change: (inout [Double]) -> Void) throws -> NPZArchive {
    var elements = (0..<50).map { 0.01 * Double($0) }
    change(&elements)
    let tensors = [
      ("c.weight", try Tensor<Double>(shape: [2, 1, 5, 5], elements: elements)),
      ("c.bias", try Tensor<Double>(shape: [2], elements: [0, 1])),
    ]
    return NPZArchive(
      entries: try tensors.map { name, tensor in
        let array: NPYArray = precision == .double ? .float64(tensor) : .float32(try Tensor<Float>(tensor))
        return NPZArchive.Entry(name: name, array: array)
      })
  }

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(Self.network, to: "net.yaml")
    try scratch.write(Self.stack, to: "stack.yaml")
    return scratch
  }

  @Test(arguments: [
    "run net.yaml --weights w.npz", "run net.yaml --dtype float64 --weights w.safetensors",
    "rewrite net.yaml --form linear --weights w.npz --weights-out o.npz",
    "rewrite net.yaml --budget 1 --layer c --weights w.safetensors",
    "verify net.yaml net.yaml --weights w.npz --rewritten-weights w.safetensors",
    "compose stack.yaml --weights w.npz -o kernel.npz",
  ]) func `the array, the place and the number of them are told`(arguments: String) throws {
    let scratch = try scratch()
    for (name, precision) in [("w.npz", Precision.double), ("w.safetensors", .single)] {
      let archive = try Self.archive(precision) {
        $0[31] = .nan; $0[40] = -.infinity
      }
      let bytes = try name == "w.npz" ? archive.bytes() : SafeTensors(entries: archive.entries).bytes()
      try Data(bytes).write(to: scratch.url(name))
    }
    let outcome = try Tool.shell("fovea \(arguments)", in: scratch.directory)
    #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome.output)")
    #expect(
      outcome.error.hasSuffix(
        ": `c.weight` has nan at [1, 0, 1, 1], the first of 2 numbers that are not finite\n"), "\(outcome.error)")
  }

  @Test func `an image with one is refused`() throws {
    let scratch = try scratch()
    var elements = [Float](repeating: 0, count: 81)
    elements[80] = .infinity
    try Data(NPYArray.float32(Tensor(shape: [1, 9, 9], elements: elements)).bytes).write(to: scratch.url("i.npy"))
    let outcome = try Tool.run("run", "net.yaml", "--input", "i.npy", in: scratch.directory)
    #expect(outcome.status == 2)
    #expect(outcome.error == "fovea: error: i.npy: there is inf at [0, 8, 8], which is not finite\n")
  }

  @Test func `a number that single precision does not hold is refused where it is to`() throws {
    let scratch = try scratch()
    try Data(Self.archive(.double) { $0[0] = 1e300 }.bytes()).write(to: scratch.url("w.npz"))
    let outcome = try Tool.run("run", "net.yaml", "--weights", "w.npz", in: scratch.directory)
    #expect(outcome.status == 2)
    #expect(outcome.error.hasSuffix("`c.weight`: the number at [0, 0, 0, 0] is too large for Float\n"))
  }

  @Test(arguments: ["--form linear", "--form minimal", "--form shift", "--budget 1"])
  func `nothing is chosen by squares that overflow`(options: String) throws {
    let scratch = try scratch()
    try Data(Self.archive(.double) { $0[0] = 1e300 }.bytes()).write(to: scratch.url("w.npz"))
    let outcome = try Tool.shell(
      "fovea rewrite net.yaml --layer c --weights w.npz --dry-run \(options)", in: scratch.directory)
    #expect(outcome.status == 0 && !outcome.output.contains("same function"), "\(outcome.output)\(outcome.error)")
    let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("or their squares, exceed what float64 holds"), "\(outcome.output)\(outcome.error)")
  }

  @Test(arguments: ["deep.yaml deep.yaml", "deep.yaml twice.yaml", "net.yaml stack.yaml"])
  func `networks whose values overflow are not the same`(specs: String) throws {
    let scratch = try scratch()
    // Squares of 1e305 give infinity.
    let deep =
      "fovea: 1\ninput: 1x9x9\n"
      + "layers: [{conv: {out: 2, kernel: 5, padding: 2}, name: c}, multiply: {a: [], b: []}]\n"
    try scratch.write(deep, to: "deep.yaml")
    try scratch.write(deep.replacing("b: []}]", with: "b: []}, relu]"), to: "twice.yaml")
    try Data(Self.archive(.double) { $0 = $0.map { $0 * 1e306 } }.bytes()).write(to: scratch.url("a.npz"))
    let layers = [("c.conv.weight", [9, 1, 3, 3]), ("c.conv_2.weight", [2, 9, 3, 3]), ("c.conv_2.bias", [2])]
    let arrays = try layers.map { name, shape in
      NPZArchive.Entry(
        name: name,
        array: .float64(
          try Tensor(shape: shape, elements: Array(repeating: 1e200, count: shape.reduce(1, *)))))
    }
    try Data(NPZArchive(entries: arrays).bytes()).write(to: scratch.url("b.npz"))
    let other = specs.hasSuffix("stack.yaml") ? "b.npz" : "a.npz"
    let outcome = try Tool.shell(
      "fovea verify \(specs) --weights a.npz --rewritten-weights \(other)", in: scratch.directory)
    #expect(outcome.status == 1 && !outcome.output.contains("same function  yes"), "\(outcome.output)\(outcome.error)")
  }
}
