import Foundation
import FoveaNumerics
import Testing

/// `fovea verify` and `fovea compose`.
@Suite struct VerifyTests {
  private static let original = """
    fovea: 1
    name: plain
    input: 2x13x12
    layers:
      - conv: {out: 3, kernel: 5, padding: 2}
        name: wide
      - relu
      - conv: {out: 2, kernel: 3, padding: 1}
        name: last
    """

  private static func rewritten(_ first: String, _ second: String) -> String {
    """
    fovea: 1
    name: rewritten
    input: 2x13x12
    blocks:
      two_layers:
        layers:
          - conv: {out: 4, kernel: 3\(first)}
          - conv: {out: 3, kernel: 3\(second)}
    layers:
      - two_layers:
        name: wide
        replaces: wide
      - relu
      - conv: {out: 2, kernel: 3, padding: 1}
        name: last
    """
  }

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(Self.original, to: "net.yaml")
    try scratch.write(Self.rewritten(", padding: 2", ""), to: "rewritten.yaml")
    try scratch.write(Self.rewritten(", padding: 1", ", padding: 1"), to: "per-layer.yaml")
    try scratch.write(Self.rewritten(", padding: 3, stride: 2", ""), to: "stride.yaml")
    return scratch
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `a spec and its rewrite are verified, and the same seed gives the same bytes`() throws {
    let scratch = try scratch()
    func run(_ arguments: String) throws -> Tool.Outcome {
      try Tool.shell("fovea verify net.yaml \(arguments)", in: scratch.directory)
    }
    let first = try run("rewritten.yaml --seed 5")
    #expect(first.status == 0 && first.error.isEmpty, "\(first.output)\(first.error)")
    for words in ["same geometry  yes", "same function  not shown", "cheaper  no", "bitwise"] {
      #expect(first.output.contains(words), "\(first.output)")
    }
    #expect(try run("rewritten.yaml --seed 5") == first)
    #expect(try run("rewritten.yaml --seed 6").output != first.output)
    #expect(first.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let json = try object(run("rewritten.yaml --format json").output)
    #expect(json["passed"] as? Bool == true && json["weights"] as? String == "random")
    #expect(json["same_function"] is NSNull)
    let layers = try #require(json["layers"] as? [[String: Any]])
    #expect(layers.map { $0["path"] as? String } == ["wide"])
    let tiers = (layers[0]["function"] as? [String: Any])?["tiers"] as? [[String: Any]]
    #expect(tiers?.compactMap { $0["arithmetic"] as? String } == ["integers", "float64", "float32"])
    #expect(tiers?.allSatisfy { $0["passed"] as? Bool == true } == true)
  }

  @Test(arguments: [
    ("per-layer.yaml", "the layers pad on their own"), ("stride.yaml", "same geometry  no"),
    ("net2.yaml", "same geometry  no"),
  ]) func `a fault is not verified`(_ name: String, _ words: String) throws {
    let scratch = try scratch()
    try scratch.write(
      Self.original.replacing("out: 2, kernel: 3", with: "out: 2, kernel: 5, bias: false"), to: "net2.yaml")
    let outcome = try Tool.run("verify", "net.yaml", name, in: scratch.directory)
    #expect(outcome.status == 1 && outcome.output.contains(words), "\(outcome.output)\(outcome.error)")
  }

  /// None of these has weights, so none shows what a network of somebody computes.
  @Test(
    arguments: [
      ("net.yaml rewritten.yaml", "not shown: no weights were given: equal for kernels that are such stacks (", "null"),
      ("--kernel 7 --channels 4:4 --stack 3,3,3 --size 14", "not shown: no weights were given: equal", nil),
      ("--kernel 7 --channels 3:8 --stride 2 --stack 3,3 --strides 2,1 --widths 17 --size 14", "leave room", nil),
      ("net.yaml renamed.yaml", "in part: run in float64 on the same random weights", "null"),
      ("net.yaml net.yaml", "yes: the layers are the same", "true"),
    ] as [(String, String, String?)])
  func `without weights nothing is called the same that they would decide`(
    arguments: String, words: String, json: String?
  ) throws {
    let scratch = try scratch()
    try scratch.write(Self.original.replacing("- relu", with: "- relu\n  - relu"), to: "renamed.yaml")
    let outcome = try Tool.shell("fovea verify \(arguments)", in: scratch.directory)
    let sentence = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(outcome.status == 0 && sentence.contains(words), "\(outcome.output)\(outcome.error)")
    guard let json else { return }
    let text = try Tool.shell("fovea verify \(arguments) --format json", in: scratch.directory).output
    #expect(text.contains("\"same_function\": \(json)"), "\(text)")
  }

  @Test func `given weights that the stack does not have are off by a share of what the layer gives`() throws {
    let scratch = try scratch()
    for name in ["net", "rewritten"] {
      _ = try Tool.run("run", "\(name).yaml", "--save-weights", "\(name).npz", in: scratch.directory)
    }
    let outcome = try Tool.shell(
      "fovea verify net.yaml rewritten.yaml --weights net.npz --rewritten-weights rewritten.npz",
      in: scratch.directory)
    #expect(outcome.status == 1 && outcome.output.contains("same function  no"), "\(outcome.output)")
    let row = try #require(outcome.output.split(separator: "\n").first { $0.hasPrefix("wide   approximation") })
    #expect(row.hasSuffix(" differs") && !row.contains("e+"), "\(row)")
  }

  @Test func `given weights are verified, and one that is changed is not`() throws {
    let scratch = try scratch()
    _ = try Tool.run("run", "rewritten.yaml", "--save-weights", "many.npz", in: scratch.directory)
    _ = try Tool.run("run", "net.yaml", "--dtype", "float64", "--save-weights", "one.npz", in: scratch.directory)
    _ = try Tool.run(
      "compose", "rewritten.yaml", "--weights", "many.npz", "-o", "kernel.safetensors", in: scratch.directory)
    let kernel = try SafeTensors(bytes: Array(Data(contentsOf: scratch.url("kernel.safetensors"))))
    #expect(kernel.entries.map(\.name) == ["weight", "bias"] && kernel.entries[0].array.shape == [3, 2, 5, 5])
    var one = try NPZArchive(bytes: Array(Data(contentsOf: scratch.url("one.npz"))))
    let many = try NPZArchive(bytes: Array(Data(contentsOf: scratch.url("many.npz"))))
    func place(_ name: String) throws -> Int { try #require(one.entries.firstIndex { $0.name == name }) }
    for entry in kernel.entries { one.entries[try place("wide.\(entry.name)")].array = entry.array }
    for name in ["last.weight", "last.bias"] { one.entries[try place(name)].array = try #require(many[name]) }
    func verify(_ options: String...) throws -> Tool.Outcome {
      try Data(one.bytes()).write(to: scratch.url("one.npz"))
      return try Tool.shell(
        "fovea verify net.yaml rewritten.yaml --weights one.npz --rewritten-weights many.npz "
          + options.joined(separator: " "), in: scratch.directory)
    }
    let right = try verify()
    #expect(right.status == 0 && right.output.contains("given weights"), "\(right.output)\(right.error)")
    let index = try place("wide.weight")
    var elements = try one.entries[index].array.tensor(of: Double.self).elements
    elements[7] *= 1 + 1e-6
    one.entries[index].array = .float64(try Tensor(shape: [3, 2, 5, 5], elements: elements))
    let wrong = try verify()
    #expect(wrong.status == 1 && wrong.output.contains("an approximation"), "\(wrong.output)\(wrong.error)")
    #expect(try verify("--within", "1e-6").status == 0)
  }

  @Test func `the weights of a rewrite have the names, shapes and numbers that PyTorch's modules take`() throws {
    let scratch = try scratch()
    for name in ["w.safetensors", "w.npz"] {
      _ = try Tool.run("run", "rewritten.yaml", "--seed", "3", "--save-weights", name, in: scratch.directory)
    }
    let entries = try SafeTensors(bytes: Array(Data(contentsOf: scratch.url("w.safetensors")))).entries
    #expect(
      entries.map(\.name) == [
        "wide.conv.weight", "wide.conv.bias", "wide.conv_2.weight", "wide.conv_2.bias", "last.weight", "last.bias",
      ])
    #expect(entries.map(\.array.shape) == [[4, 2, 3, 3], [4], [3, 4, 3, 3], [3], [2, 3, 3, 3], [2]])
    #expect(try NPZArchive(bytes: Array(Data(contentsOf: scratch.url("w.npz")))).entries == entries)
  }

  @Test func `a layer and a stack are verified without a description`() throws {
    let same = try Tool.run("verify", "--kernel", "5", "--channels", "2:3", "--stack", "3,3", "--size", "12x9")
    #expect(
      same.status == 0 && same.output.contains("equal for kernels that are such"), "\(same.output)\(same.error)")
    #expect(same.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let padded = try Tool.run(
      "verify", "--kernel", "7", "--channels", "2:2", "--stack", "3,3,3", "--padding", "per-layer", "--size", "12x9",
      "--format", "json")
    #expect(padded.status == 1)
    let function = try #require(try object(padded.output)["function"] as? [String: Any])
    let band = try #require(function["band"] as? [String: Any])
    #expect(band["as_predicted"] as? Bool == true)
    #expect(band["predicted"] as? [[Int]] == [[2, 2], [2, 2]] && band["observed"] as? [[Int]] == [[2, 2], [2, 2]])
    let rectified = try Tool.run(
      "verify", "--kernel", "1x5", "--channels", "2:2", "--stack", "1x3,1x3", "--between", "relu", "--size", "6x12")
    #expect(rectified.status == 0 && rectified.output.contains("another function"), "\(rectified.output)")
    #expect(rectified.output.contains("doubled channels"))
    let timed = try Tool.run(
      "verify", "--kernel", "3", "--channels", "1:1", "--stack", "3", "--size", "9", "--measure")
    #expect(timed.status == 0 && timed.output.contains("medians"))
  }

  @Test func `receptive fields are compared with what units depend on`() throws {
    let scratch = try scratch()
    let outcome = try Tool.run("verify", "--receptive-field", "rewritten.yaml", in: scratch.directory)
    #expect(outcome.status == 0 && outcome.output.contains("same receptive field  yes"), "\(outcome.output)")
    let json = try object(
      Tool.run("verify", "--receptive-field", "net.yaml", "--format", "json", in: scratch.directory).output)
    #expect(json["kind"] as? String == "receptive_field" && (json["layers"] as? [Any])?.count == 4)
  }

  @Test(arguments: ["text", "markdown", "json"]) func `a chain is composed`(format: String) throws {
    let scratch = try scratch()
    let outcome = try Tool.run("compose", "per-layer.yaml", "--format", format, in: scratch.directory)
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    #expect(outcome.output.contains(format == "json" ? #""band": [[1, 1], [1, 1]]"# : "equal but for a border band"))
    let none = try Tool.run("compose", "net.yaml", "--format", format, in: scratch.directory)
    #expect(none.status == 0 && none.output.contains(format == "json" ? #""chains": []"# : "o two convolutions"))
  }

  @Test func `a band that comes of a bias alone is told as that`() throws {
    let scratch = try Scratch()
    func net(_ bias: Bool) -> String {
      "fovea: 1\ninput: 2x9x9\nlayers:\n  - conv: {out: 3, kernel: 1, bias: \(bias)}\n  - conv: {out: 4, kernel: 3, padding: 1}\n"
    }
    try scratch.write(net(true), to: "biased.yaml")
    try scratch.write(net(false), to: "plain.yaml")
    let biased = try Tool.run("compose", "biased.yaml", "--format", "markdown", in: scratch.directory)
    #expect(biased.output.contains("equal but for a border band, because of the bias"), "\(biased.output)")
    let plain = try Tool.run("compose", "plain.yaml", "--format", "markdown", in: scratch.directory)
    #expect(plain.output.contains("equal everywhere, borders included"), "\(plain.output)")
    let others = try self.scratch()
    let layers = try Tool.run("compose", "per-layer.yaml", "--format", "markdown", in: others.directory)
    #expect(layers.output.contains("since the layers pad on their own"), "\(layers.output)")
  }

  @Test(arguments: [
    (
      "conv: {out: 4, kernel: 6, stride: 2, padding: 2}",
      "pixel_unshuffle: {factor: 2}\n  - conv: {out: 4, kernel: 3, padding: 1}", "unknown"
    ),
    ("conv: {out: 4, kernel: 3, padding: 1}", "conv: {out: 4, kernel: 3, padding: 1}\n    name: other", "unknown"),
    ("conv: {out: 4, kernel: 3, padding: 1}", "conv: {out: 4, kernel: 3}", "no"),
    ("conv: {out: 4, kernel: 3, padding: 1}", "conv: {out: 5, kernel: 3, padding: 1}", "no"),
  ])
  func `what was not compared is unknown, and another shape is another function`(
    one: String, other: String, verdict: String
  ) throws {
    let scratch = try Scratch()
    for (name, layers) in [("one.yaml", one), ("other.yaml", other)] {
      try scratch.write("fovea: 1\ninput: 3x16x16\nlayers:\n  - \(layers)\n", to: name)
    }
    let outcome = try Tool.run("verify", "one.yaml", "other.yaml", in: scratch.directory)
    #expect(outcome.output.contains("same function  \(verdict)"), "\(outcome.output)")
    let json = try object(
      Tool.run("verify", "one.yaml", "other.yaml", "--format", "json", in: scratch.directory).output)
    let outputs = try #require(json["outputs"] as? [String: Any])
    #expect(outputs["same_function"] as? Bool == (verdict == "no" ? false : nil))
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let arguments: String
    let status: Int32
    let message: String
    var testDescription: String { arguments }

    init(_ arguments: String, status: Int32 = 2, _ message: String) {
      (self.arguments, self.status, self.message) = (arguments, status, message)
    }
  }

  static let mistakes = [
    Mistake("verify", "verify needs a description and its rewrite, found 0"),
    Mistake("verify net.yaml", "found 1"),
    Mistake("verify net.yaml nowhere.yaml", "nowhere.yaml: there is no such file"),
    Mistake("verify net.yaml net.yaml --kernel 7", "without a description"),
    Mistake("verify --kernel 7 --channels 64:64", "need --kernel, --channels and --stack"),
    Mistake("verify --kernel 0 --channels 4:4 --stack 3", "--kernel must be from 1 to 255, found 0"),
    Mistake("verify --kernel 7x7x7x7 --channels 4:4 --stack 3", "at most three axes"),
    Mistake("verify --kernel 7 --channels 4 --stack 3,3,3", "--channels needs two numbers such as 64:64, found 4"),
    Mistake("verify --kernel 7 --channels 4:4 --stack 3,,3", "--stack needs a size such as 7 or 1x7, found"),
    Mistake("verify --kernel 7 --channels 4:4 --stack 3,3,3 --widths 4", "--widths needs 2 numbers"),
    Mistake("verify --kernel 7 --channels 4:4 --stack 3,3,3 --strides 4", "--strides needs 3 numbers"),
    Mistake("verify --kernel 7 --channels 4:6 --stack 3,3,3 --groups 4", "--groups 4 does not divide 6"),
    Mistake("verify --kernel 255 --channels 65536:65536 --stack 3", "the limit is 67108864"),
    Mistake("verify --kernel 9 --channels 1:1 --stack 9 --size 2 --padding up", "up-front"),
    Mistake("verify net.yaml net.yaml --widths 4", "--widths needs --kernel, --channels and --stack"),
    Mistake("verify net.yaml net.yaml --weights a.npz", "go together"),
    Mistake("verify net.yaml net.yaml --within 2", "--within must be above 0 and below 1, found 2.0"),
    Mistake("verify --receptive-field net.yaml net.yaml", "--receptive-field needs one description, found 2"),
    Mistake("verify --receptive-field net.yaml --input 2x?x9", status: 1, "the size of `input` is not known"),
    Mistake("compose net.yaml --layers wide", "first..last, found wide"),
    Mistake("compose net.yaml --layers wide..lst", "no layer `lst`; did you mean `last`?"),
    Mistake("compose net.yaml --layers wide..last", status: 1, "`relu` is of the kind `relu`, which is not linear"),
    Mistake("compose net.yaml -o kernel.npz", "--output needs --weights"),
    Mistake("compose net.yaml --weights w.npz -o kernel.txt", "ends with .npz or .safetensors, found kernel.txt"),
  ]

  @Test(arguments: mistakes) func `what cannot be verified ends with a status and a reason`(_ mistake: Mistake) throws {
    let scratch = try scratch()
    let outcome = try Tool.shell("fovea \(mistake.arguments)", in: scratch.directory)
    #expect(outcome.status == mistake.status && outcome.output.isEmpty, "\(outcome.output)")
    #expect(outcome.error.contains(mistake.message), "\(outcome.error)")
  }
}
