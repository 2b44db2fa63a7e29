import Foundation
import FoveaNumerics
import Testing

/// `fovea run` and `fovea measure`.
@Suite struct RunTests {
  private static let double = """
    fovea: 1
    name: double
    input: 1x2x2
    layers:
      - add: {one: [], two: []}
    """

  private func array(_ url: URL) throws -> NPYArray { try NPYArray(bytes: Array(Data(contentsOf: url))) }

  private func write(_ bytes: [UInt8], to name: String, in scratch: Scratch) throws {
    try Data(bytes).write(to: scratch.url(name))
  }

  @Test func `an array goes in and an array comes out`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.double, to: "double.yaml")
    let images = try Tensor<Float>(shape: [2, 1, 1, 3], elements: [1, 2, 3, 4, 5, 6])
    try write(NPYArray.float32(images).bytes, to: "images.npy", in: scratch)
    let outcome = try Tool.run(
      "run", "double.yaml", "--input", "images.npy", "--output", "out.npy", in: scratch.directory)
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
    #expect(outcome.output.hasPrefix("output  2x1x1x3  min 2  mean 7  max 12  checksum "))
    #expect(try array(scratch.url("out.npy")) == .float32(images.map { 2 * $0 }))
  }

  @Test func `weights that were saved give the same output`() throws {
    let scratch = try Scratch()
    try scratch.linkSpecs()
    func run(_ arguments: String...) throws -> String {
      let outcome = try Tool.shell(
        "fovea run specs/zoo/lenet5.yaml " + arguments.joined(separator: " "), in: scratch.directory)
      #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
      return outcome.output
    }
    let first = try run("--save-weights w.npz --output out.npz")
    #expect(try run("--weights w.npz") == first)
    #expect(try run("--seed 1") != first)
    #expect(try run("--seed 1 --weights w.npz") != first)
    #expect(try run("--save-weights w.safetensors") == first)
    #expect(try run("--weights w.safetensors") == first)
    #expect(try run("--dtype float64 --algorithm reference --weights w.npz --batch 2").hasPrefix("output  2x10  "))
    let archive = try NPZArchive(bytes: Array(Data(contentsOf: scratch.url("out.npz"))))
    #expect(archive.entries.map(\.name) == ["output"])
  }

  @Test(arguments: [
    "run net.yaml", "compose net.yaml -o k.npz", "rewrite net.yaml --form linear",
    "verify net.yaml net.yaml --rewritten-weights w.npz",
  ])
  func `files of PyTorch are told to be saved as safetensors`(_ arguments: String) throws {
    let scratch = try Scratch()
    try scratch.write(
      "fovea: 1\ninput: 3x8x8\nlayers:\n  - conv: {out: 2, kernel: 3}\n  - conv: {out: 2, kernel: 3}\n", to: "net.yaml")
    #expect(try Tool.run("run", "net.yaml", "--save-weights", "w.npz", in: scratch.directory).status == 0)
    for name in ["net.pth", "net.pt"] {
      try scratch.write("PK", to: name)
      let outcome = try Tool.shell("fovea \(arguments) --weights \(name)", in: scratch.directory)
      #expect(outcome.status == 2)
      #expect(
        outcome.error == """
          fovea: error: \(name): only PyTorch reads its own files; save it as safetensors, in Python:
            import torch; from safetensors.torch import save_file
            save_file(torch.load("\(name)", weights_only=True), "net.safetensors")

          """)
    }
  }

  @Test func `weights of other names give the same output, which is told`() throws {
    let scratch = try Scratch()
    try scratch.write(
      "fovea: 1\ninput: 3x8x8\nlayers:\n  - {conv: {out: 2, kernel: 3}, name: one}\n  - {conv: {out: 3, kernel: 1}, name: two}\n",
      to: "net.yaml")
    let first = try Tool.run("run", "net.yaml", "--save-weights", "w.npz", in: scratch.directory).output
    var archive = try NPZArchive(bytes: Array(Data(contentsOf: scratch.url("w.npz"))))
    for index in archive.entries.indices {
      archive.entries[index].name = archive.entries[index].name.replacing("one", with: "z").replacing(
        "two", with: "a.b")
    }
    try write(archive.bytes(), to: "other.npz", in: scratch)
    let outcome = try Tool.run("run", "net.yaml", "--weights", "other.npz", in: scratch.directory)
    #expect(outcome.output == first)
    #expect(
      outcome.error.hasPrefix("fovea: other.npz: the weights of 2 of 2 layers have other names and were matched by"))
    try scratch.write("z: one\na.b: two\n", to: "map.yaml")
    let mapped = try Tool.run(
      "run", "net.yaml", "--weights", "other.npz", "--map", "map.yaml", in: scratch.directory)
    #expect(mapped.output == first && mapped.error.isEmpty)
    #expect(try Tool.run("run", "net.yaml", "--map", "map.yaml", in: scratch.directory).status == 2)
    try scratch.write("z: [one]\n", to: "map.yaml")
    let wrong = try Tool.run("run", "net.yaml", "--weights", "other.npz", "--map", "map.yaml", in: scratch.directory)
    #expect(wrong.status == 2 && wrong.error.hasPrefix("fovea: error: map.yaml:1:4: expected a name"), "\(wrong.error)")
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
    Mistake("run", "<spec>"),
    Mistake("run nowhere.yaml", "nowhere.yaml: there is no such file"),
    Mistake("run double.yaml --output out.txt", "ends with .npy or .npz, found out.txt"),
    Mistake("run double.yaml --input nowhere.npy", "nowhere.npy: there is no such file"),
    Mistake("run double.yaml --input text.npy", "text.npy: not an npy file"),
    Mistake("run double.yaml --input vector.npy", "an array of the shape [3] does not fit the input `input`"),
    Mistake("run double.yaml --input left=vector.npy", "the network has no input `left`; the inputs are input"),
    Mistake("run double.yaml --input 3y3", "--input needs channels and sizes"),
    Mistake("run double.yaml --weights text.npy", "text.npy: not an npz file"),
    Mistake("run double.yaml --weights text.safetensors", "text.safetensors: not a safetensors file"),
    Mistake("run double.yaml --save-weights w.pt", "ends with .npz or .safetensors, found w.pt"),
    Mistake("run double.yaml --batch 0", "--batch must be from 1 to 1000000, found 0"),
    Mistake("run double.yaml --variant large", "double.yaml has no variants"),
    Mistake("run double.yaml --algorithm fourier", "fourier"),
    Mistake("run double.yaml --seed -1", "seed"),
    Mistake("run two.yaml --output out.npy", "--output needs a .npz archive for the outputs one, two"),
    Mistake("run opaque.yaml", status: 1, "`secret` is opaque"),
    Mistake("run double.yaml --input 1x?x2", status: 1, "the size of `input` is not known (1x?x2)"),
    Mistake("run double.yaml --input 1x1000000x1000000", status: 1, "for activations, the limit is "),
    Mistake("measure double.yaml --repetitions 0", "--repetitions must be from 1 to 1000000, found 0"),
    Mistake("measure opaque.yaml", status: 1, "`secret` is opaque"),
  ]

  @Test(arguments: mistakes) func `what cannot be executed ends with a status and a reason`(_ mistake: Mistake) throws {
    let scratch = try Scratch()
    try scratch.write(Self.double, to: "double.yaml")
    try scratch.write(
      Self.double + "\n    name: one\n  - relu:\n    name: two\noutputs: [one, two]\n", to: "two.yaml")
    try scratch.write(
      "fovea: 1\ninput: 1x2x2\nlayers:\n  - opaque: {shape: [1, 2, 2], macs: 0, operations: 0}\n    name: secret\n",
      to: "opaque.yaml")
    try scratch.write("no array", to: "text.npy")
    try scratch.write("no arrays", to: "text.safetensors")
    try write(NPYArray.float32(Tensor(shape: [3])).bytes, to: "vector.npy", in: scratch)
    let outcome = try Tool.shell("fovea \(mistake.arguments)", in: scratch.directory)
    #expect(outcome.status == mistake.status)
    #expect(outcome.error.contains(mistake.message), "\(outcome.error)")
    #expect(!outcome.output.contains("checksum"))
  }

  @Test func `every layer is measured`() throws {
    let outcome = try Tool.run(
      "measure", "specs/zoo/lenet5.yaml", "--repetitions", "2", "--format", "json", "--algorithm", "reference")
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["macs"] as? Int == 416_520 && object["repetitions"] as? Int == 2)
    let layers = try #require(object["layers"] as? [[String: Any]])
    #expect(layers.count == 12 && layers.compactMap { $0["median_ns"] as? Int }.allSatisfy { $0 > 0 })
    #expect(layers.compactMap { $0["algorithm"] as? String } == Array(repeating: "reference", count: 5))
  }

  @Test(arguments: ["text", "markdown"]) func `a measurement is a table with a total`(format: String) throws {
    let outcome = try Tool.run(
      "measure", "specs/zoo/lenet5.yaml", "specs/zoo/lenet5.yaml", "--repetitions", "1", "--format", format)
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    #expect(outcome.output.components(separatedBy: "total").count == 3)
    #expect(outcome.output.contains("416.5k"))
  }
}
