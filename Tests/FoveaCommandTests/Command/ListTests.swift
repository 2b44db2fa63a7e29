import Foundation
import Testing

/// Commands that list, and the formats, files and notes that all commands share.
@Suite struct ListTests {
  private static let net = """
    fovea: 1
    name: net
    input: 3x16x16
    params: {width: 8}
    variants: {small: {}, large: {width: 16}}
    layers:
      - conv: {out: width, kernel: 3, padding: half, bias: false}
      - batch_norm
      - relu

    """

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(Self.net, to: "net.yaml")
    return scratch
  }

  private func run(_ arguments: String, in scratch: Scratch, status: Int32 = 0) throws -> Tool.Outcome {
    let outcome = try Tool.shell("fovea \(arguments)", in: scratch.directory)
    #expect(outcome.status == status, "\(arguments): \(outcome.error)")
    return outcome
  }

  static let listed = [
    "rules", "rules --format json", "rules --format markdown", "explain gridding --format json", "explain gridding",
    "zoo", "zoo --format json", "zoo --format markdown", "zoo lenet5", "sweep net.yaml --set width=1..3",
    "sweep net.yaml --set width=1..3 --format json", "sweep net.yaml --set width=1..3 --format csv",
    "analyze net.yaml", "verify --receptive-field net.yaml --format json", "verify --receptive-field net.yaml",
  ]

  @Test(arguments: listed) func `what a command lists can go to a file`(_ arguments: String) throws {
    let scratch = try scratch()
    let shown = try run(arguments, in: scratch)
    let written = try run(arguments + " -o out.txt", in: scratch)
    #expect(written.output.isEmpty && written.error.isEmpty && shown.error.isEmpty)
    func words(_ text: String) -> [Substring] { text.split { $0 == " " || $0.isNewline } }
    #expect(words(try scratch.text(of: "out.txt")) == words(shown.output))
    #expect(
      try run(arguments + " -o none/out.txt", in: scratch, status: 2).error.contains("there is no directory none"))
  }

  @Test(arguments: listed.filter { $0.contains("json") } + ["measure net.yaml --repetitions 1 --format json"])
  func `JSON is JSON`(_ arguments: String) throws {
    _ = try JSONSerialization.jsonObject(with: Data(try run(arguments, in: try scratch()).output.utf8))
  }

  @Test func `the parts of a sweep in JSON are one array`() throws {
    let scratch = try scratch()
    let grid = "sweep net.yaml --set width=1..5 --format json"
    let whole = try run(grid, in: scratch).output
    let parts = try (1...3).map { try run("\(grid) --shard \($0)/3", in: scratch).output }
    #expect(parts.joined() == whole)
    let lines = try run("sweep net.yaml --set width=1..5 --format jsonl", in: scratch).output
    #expect(
      whole.split(separator: "\n").dropFirst().dropLast().map { $0.dropFirst(2).prefix { _ in true } }.map {
        $0.hasSuffix(",") ? $0.dropLast() : $0
      } == lines.split(separator: "\n"))
  }

  @Test func `times go to a file`() throws {
    let scratch = try scratch()
    for format in ["text", "markdown", "json"] {
      let outcome = try run("measure net.yaml --repetitions 1 --format \(format) -o out", in: scratch)
      #expect(outcome.output.isEmpty && outcome.error.isEmpty)
      #expect(try scratch.text(of: "out").contains("batch_norm"))
    }
    let text = try run("measure net.yaml --repetitions 1", in: scratch).output
    #expect(text.split { $0 == " " || $0 == "\n" }.joined(separator: " ").contains("can be above 100 %"))
  }

  @Test func `sizes go to a file`() throws {
    let scratch = try scratch()
    for format in ["text", "markdown", "json"] {
      let shown = try run("sizes net.yaml --format \(format)", in: scratch).output
      let outcome = try run("sizes net.yaml --format \(format) -o out", in: scratch)
      #expect(outcome.output.isEmpty && outcome.error.isEmpty)
      let written = try scratch.text(of: "out")
      #expect(!shown.isEmpty && written == shown)
    }
    let before = try scratch.text(of: "net.yaml")
    _ = try run("sizes net.yaml -o net.yaml", in: scratch, status: 2)
    #expect(try scratch.text(of: "net.yaml") == before)
  }

  static let noted = [
    ("analyze net.yaml", "macs are the"), ("analyze net.yaml --format markdown", "macs are the"),
    ("compare net.yaml:small net.yaml:large", "macs are the"), ("measure net.yaml --repetitions 1", "medians of"),
    ("measure net.yaml --repetitions 1 --format markdown", "medians of"), ("zoo", "field: rows and"),
    ("zoo --format markdown", "field: rows and"), ("verify --receptive-field net.yaml", "fields are size/stride"),
    ("verify --kernel 5 --channels 2:2 --stack 3,3", "seed 0"), ("verify net.yaml net.yaml", "seed 0"),
  ]

  @Test(arguments: noted) func `a legend is left out`(_ arguments: String, _ legend: String) throws {
    let scratch = try scratch()
    #expect(try run(arguments, in: scratch).output.contains(legend))
    for option in ["--no-legend", "--quiet", "-q"] {
      let quiet = try run("\(arguments) \(option)", in: scratch)
      #expect(!quiet.output.contains(legend) && !quiet.output.isEmpty && quiet.error.isEmpty, "\(option)")
    }
  }

  @Test func `notes are left out, and errors are not`() throws {
    let scratch = try scratch()
    #expect(try run("lint -q net.yaml", in: scratch).output.isEmpty)
    try scratch.write(Self.net.replacing(", bias: false", with: ""), to: "net.yaml")
    let rewrite = "rewrite net.yaml --kernel 3 --form separable"
    #expect(try !run(rewrite, in: scratch).error.isEmpty)
    #expect(try run(rewrite + " -q", in: scratch).error.isEmpty)
    #expect(try run("lint net.yaml -q", in: scratch, status: 1).output.contains("[bias-before-norm]"))
    #expect(try run("lint net.yaml -q --fix", in: scratch).error.isEmpty)
    #expect(try run("analyze none.yaml -q", in: scratch, status: 2).error.contains("there is no such file"))
    #expect(try run("sweep net.yaml -q --input 3x0,16", in: scratch, status: 2).error.contains("--input"))
  }

  @Test func `a variant stands behind a colon wherever a network is named`() throws {
    let scratch = try scratch()
    let shared = [
      "analyze", "lint", "expand", "compose", "rewrite --dry-run", "run", "measure --repetitions 1",
      "sweep --set width=1",
      "report", "verify --receptive-field",
    ]
    for command in shared {
      _ = try run("\(command) net.yaml:large", in: scratch)
      let error = try run("\(command) net.yaml:larg", in: scratch, status: 2).error
      #expect(error.contains("net.yaml has no variant `larg`; did you mean `large`?"), "\(command): \(error)")
    }
    #expect(try run("zoo resnet:resnet50", in: scratch).output == run("zoo resnet50", in: scratch).output)
    #expect(try run("zoo resnet:vgg16", in: scratch, status: 2).error.contains("no network has the name"))
  }

  @Test func `lint checks the variant that was chosen`() throws {
    let scratch = try scratch()
    let bias = Self.net.replacing("bias: false", with: "bias: width == 16").replacing("kernel: 3,", with: "kernel: 3,")
    try scratch.write(bias, to: "net.yaml")
    #expect(try run("lint net.yaml:small", in: scratch).output == "no findings in 1 file\n")
    #expect(try run("lint net.yaml:large", in: scratch, status: 1).output.contains("[bias-before-norm]"))
    #expect(try run("lint net.yaml:all", in: scratch, status: 1).output.contains("[bias-before-norm]"))
    #expect(try run("lint .:small", in: scratch).output == "no findings in 1 file\n")
    let error = try run("lint .:none", in: scratch, status: 2).error
    #expect(error.contains("no description below . has a variant `none`"))
  }

  @Test func `a report makes the folders of its file, or says why not`() throws {
    let scratch = try scratch()
    for path in ["md/x.md", "a/b/c.md", "deep/er/x.html"] {
      #expect(try run("report net.yaml -o \(path)", in: scratch).error.isEmpty)
      #expect(try !scratch.text(of: path).isEmpty)
    }
    try scratch.write("", to: "file")
    for path in ["file/x.md", "file/a/x.md", "file/x.html"] {
      #expect(
        try run("report net.yaml -o \(path)", in: scratch, status: 2).error
          == "fovea: error: file: this is no directory\n")
    }
  }
}
