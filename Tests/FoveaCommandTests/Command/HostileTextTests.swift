import Foundation
import Testing

/// Text from outside that a terminal would obey: it is shown and never sent, wherever it comes from.
@Suite struct HostileTextTests {
  /// An escape sequence, a control of eight bits, a bell, a mark that turns the direction, and a deletion.
  private static let bad = "\u{1B}]0;t\u{7}\u{9B}31m\u{202E}\u{7F}"

  private static func isQuiet(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A, 0x0D, 0x20..<0x7F: true
      case 0..<0xA0, 0x202A...0x202E, 0x2066...0x2069: false
      default: true
      }
    }
  }

  private func expectQuiet(_ outcome: Tool.Outcome, status: Int32? = nil) {
    if let status { #expect(outcome.status == status, "\(outcome)") }
    #expect(Self.isQuiet(outcome.output) && Self.isQuiet(outcome.error), "\(outcome)")
    #expect(!(outcome.output + outcome.error).isEmpty)
  }

  private static let mistakes: [[String]] = [
    ["analyze", "net.yaml", "--set", bad], ["analyze", "net.yaml", "--set", "\(bad)=1"],
    ["analyze", "net.yaml", "--set", "n=\(bad)"], ["analyze", "net.yaml", "--variant", bad],
    ["analyze", "net.yaml:\(bad)"], ["analyze", "net.yaml", "--format", bad],
    ["analyze", "net.yaml", "--format=\(bad)"],
    ["analyze", "net.yaml", "--input", bad], ["analyze", "net.yaml", "--input", "\(bad)=3x8x8"],
    ["analyze", "net.yaml", "--depth", bad], ["analyze", "net.yaml", "--dtype", bad],
    ["analyze", "net.yaml", "--\(bad)"],
    ["analyze", "." + bad], ["analyze", "net.yaml", "-o", "no/\(bad)/x"], [bad], ["explain", bad], ["zoo", bad],
    ["new", "x.yaml", "--from", bad], ["new", bad, "--from", bad], ["compare", "--base", bad, "net.yaml"],
    ["compare", "net.yaml", "net.yaml", "--fail-if", bad], ["compare", "--rewrite", bad, "net.yaml"],
    ["lint", "net.yaml", "--select", bad], ["lint", "net.yaml", "--ignore", bad],
    ["lint", "--config", bad, "net.yaml"],
    ["lint", "--baseline", bad, "net.yaml"], ["lint", "--fail-on", bad, "net.yaml"],
    ["sweep", "net.yaml", "--set", bad],
    ["sweep", "net.yaml", "--set", "n=\(bad)"], ["sweep", "net.yaml", "--shard", bad],
    ["sweep", "net.yaml", "--figure", bad],
    ["compose", "net.yaml", "--layers", "\(bad)..x"], ["rewrite", "net.yaml", "--layer", bad],
    ["rewrite", "net.yaml", "--kernel", bad],
    ["rewrite", "net.yaml", "--weights", bad, "--weights-out", "\(bad).npz"],
    ["verify", bad, bad], ["verify", "--kernel", bad, "--channels", bad, "--stack", bad],
    ["run", "net.yaml", "--weights", bad],
    ["run", "net.yaml", "--input", "\(bad).npy"], ["run", "net.yaml", "--save-weights", bad],
    ["report", bad, "-o", bad],
    ["report", "net.yaml", "--template", bad], ["analyze", "net.yaml", "--format", "a\n::error::b\(bad)"],
  ]

  @Test(arguments: mistakes) func `an argument is shown in the message about it`(_ arguments: [String]) throws {
    let scratch = try Scratch()
    try scratch.write(
      "fovea: 1\ninput: 3x8x8\nparams: {n: 1}\nlayers:\n  - conv: {out: n, kernel: 3}\n", to: "net.yaml")
    let outcome = try Tool.run(arguments, in: scratch.directory)
    expectQuiet(outcome, status: 2)
    #expect(!outcome.error.contains("\n::error::"))
  }

  @Test(
    arguments: [
      "analyze net.yaml", "analyze net.yaml --format csv", "analyze net.yaml --format json",
      "analyze net.yaml --format markdown", "lint --select all net.yaml", "lint --format sarif net.yaml",
      "expand net.yaml", "compose net.yaml", "compose net.yaml --format json", "rewrite net.yaml --dry-run",
      "rewrite net.yaml --dry-run --format json", "compare net.yaml net.yaml:b",
      "compare net.yaml net.yaml:b --format json",
      "sweep net.yaml --set n=1,2", "sweep net.yaml --set n=1,2 --format csv",
      "sweep net.yaml --set n=1,2 --format jsonl",
      "run net.yaml", "measure net.yaml --repetitions 1", "measure net.yaml --repetitions 1 --format json",
      "verify net.yaml net.yaml:b", "verify --receptive-field net.yaml", "report net.yaml",
      "report net.yaml --format html",
      "analyze net.yaml --color always | sed 's/\u{1B}\\[[0-9;]*m//g'",
    ])
  func `a name of a network, of a variant or of a layer is shown in every output`(_ command: String) throws {
    let scratch = try Scratch()
    let bad = #"\e]0;t\a\x9b31m\u202e\x7f\0"#
    try scratch.write(
      """
      fovea: 1
      name: "\(bad)"
      input: 3x8x8
      params: {n: 4}
      variants: {a: {}, b: {n: 8}}
      layers:
        - conv: {out: n, kernel: 3}
          name: "\(bad)"
        - conv: {out: 4, kernel: 7, padding: half}

      """, to: "net.yaml")
    let outcome = try Tool.shell("fovea \(command)", in: scratch.directory)
    expectQuiet(outcome)
  }

  @Test func `a quote with a mark behind it ends no cell`() throws {
    let scratch = try Scratch()
    try scratch.write(
      "fovea: 1\nname: \"a\\\"\\u0301,b\"\ninput: 3x8x8\nlayers:\n  - relu\n", to: "net.yaml")
    let outcome = try Tool.run("analyze", "net.yaml", "--format", "csv", in: scratch.directory)
    #expect(outcome.output.contains("\"a\"\"\u{301},b\",,relu,"))
  }

  private static let bytes = Array(bad.utf8)

  private static func npy(_ header: String) -> [UInt8] {
    [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8)
  }

  private static func safeTensors(_ header: String) -> [UInt8] {
    [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8)
  }

  private static let files: [(name: String, bytes: [UInt8])] = [
    ("a.npy", npy("{'\(bad)': 1}\n")), ("a.npy", npy("{'descr': '\(bad)', 'fortran_order': False, 'shape': ()}\n")),
    ("a.npy", npy("{'descr': '<f4', 'fortran_order': \(bad), 'shape': ()}\n")), ("a.npy", bytes),
    ("a.npy", npy("{'descr': '<f4', 'fortran_order': False, 'shape': (\(bad))}\n")),
    ("a.safetensors", safeTensors(#"{"\u001b[31m\u009b": {"dtype": "F32", "shape": [1], "data_offsets": [0, 9]}}"#)),
    (
      "a.safetensors",
      safeTensors(#"{"a": {"dtype": "\u001b[31m\u009b\u202e", "shape": [1], "data_offsets": [0, 4]}}"#)
    ),
    ("a.safetensors", safeTensors(#"{"a": {"\u001b[31m\u009b\u202e": 1}}"#)),
  ]

  @Test(arguments: files) func `an array's file is told with what is in it`(_ name: String, _ bytes: [UInt8]) throws {
    let scratch = try Scratch()
    try scratch.write("fovea: 1\ninput: 3x8x8\nlayers:\n  - relu\n", to: "net.yaml")
    try Data(bytes).write(to: scratch.url(name))
    let option = name.hasSuffix(".npy") ? "--input" : "--weights"
    expectQuiet(try Tool.run("run", "net.yaml", option, name, in: scratch.directory), status: 2)
  }

  @Test func `names in an archive are shown`() throws {
    let scratch = try Scratch()
    try scratch.write("fovea: 1\ninput: 3x8x8\nlayers:\n  - conv: {out: 4, kernel: 3}\n", to: "net.yaml")
    let script = "fovea run net.yaml --save-weights w.npz > out; sed -i 's/conv.weight/c\u{1B}[31m\u{7}ght/g' w.npz"
    _ = try Tool.shell(script, in: scratch.directory)
    expectQuiet(try Tool.run("run", "net.yaml", "--weights", "w.npz", in: scratch.directory), status: 2)
  }
}
