import Foundation
import Testing

/// `fovea new`, completions, and text in a narrow terminal.
@Suite struct BeginningTests {
  @Test(arguments: [
    ("mine", "mine.yaml"), ("my.net.yaml", "my.net.yaml"), ("net.yml", "net.yml"), ("'a \"b\" ü'", "a \"b\" ü.yaml"),
    ("123", "123.yaml"), ("true", "true.yaml"),
  ]) func `a new description has no finding`(_ name: String, _ file: String) throws {
    let scratch = try Scratch()
    let outcome = try Tool.shell("fovea new \(name)", in: scratch.directory)
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(outcome.error == (file.hasPrefix(name) && name.contains(".") ? "" : "fovea: \(file) written\n"))
    let lint = try Tool.run("lint", file, in: scratch.directory)
    #expect(lint.status == 0 && lint.output == "no findings in 1 file\n", "\(lint.output)")
    let analysis = try Tool.run("analyze", file, "--set", "width=48", "--input", "3x96x96", in: scratch.directory)
    #expect(analysis.status == 0 && analysis.error.isEmpty)
    #expect(try Tool.run("run", file, in: scratch.directory).status == 0)
    #expect(try scratch.text(of: file).contains("# "))
    let again = try Tool.shell("fovea new \(name)", in: scratch.directory)
    #expect(again.status == 2 && again.error.contains("exists; --force replaces it"))
    #expect(try Tool.shell("fovea new -q --force \(name)", in: scratch.directory).error.isEmpty)
  }

  @Test func `a new description can be one of the zoo`() throws {
    let scratch = try Scratch()
    for (name, network) in [("a.yaml", "resnet34"), ("b.yaml", "resnet:resnet34")] {
      #expect(try Tool.run("new", name, "--from", network, in: scratch.directory).status == 0)
    }
    #expect(try scratch.text(of: "a.yaml") == scratch.text(of: "b.yaml"))
    #expect(try Tool.run("new", "folder/", in: scratch.directory).status == 2)
    #expect(try Tool.run("new", "none/x", in: scratch.directory).error.contains("there is no directory none"))
  }

  struct Completion: Sendable, CustomTestStringConvertible {
    let command: String
    let argument: String
    let words: String
    let expected: [String]

    var testDescription: String { "\(command) \(words)" }
  }

  static let completions = [
    Completion(
      command: "analyze", argument: "--variant", words: "net.yaml --variant", expected: ["small", "large", "all"]),
    Completion(command: "sweep", argument: "--set", words: "net.yaml:small --set", expected: ["width=", "depth="]),
    Completion(command: "run", argument: "--set", words: "none.yaml --set", expected: [""]),
    Completion(command: "expand", argument: "--variant", words: "broken.yaml --variant", expected: ["tiny", "all"]),
    Completion(command: "lint", argument: "--select", words: "net.yaml --select", expected: ["gridding", "default"]),
    Completion(command: "explain", argument: "positional@0", words: "", expected: ["gridding", "unused-suppression"]),
    Completion(command: "zoo", argument: "positional@0", words: "", expected: ["resnet", "resnet50", "unet"]),
    Completion(command: "new", argument: "--from", words: "x.yaml --from", expected: ["resnet50"]),
  ]

  @Test(arguments: completions) func `a shell completes what the program knows`(_ completion: Completion) throws {
    let scratch = try Scratch()
    let head = "fovea: 1\ninput: 3x8x8\n"
    let rest = "layers:\n  - conv: {out: width, kernel: 1}\n"
    try scratch.write(
      head + "params: {width: 8, depth: 1}\nvariants: {small: {}, large: {width: 16}}\n" + rest, to: "net.yaml")
    try scratch.write(head + "variants: {tiny: {}}\nlayers:\n  - conv: {out: [\n", to: "broken.yaml")
    let words = ["fovea", completion.command] + completion.words.split(separator: " ").map(String.init) + [""]
    let outcome = try Tool.run(
      ["---completion", completion.command, "--", completion.argument, "\(words.count - 1)", "0"] + words,
      in: scratch.directory)
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for word in completion.expected { #expect(lines.contains(word), "\(outcome.output)") }
  }

  static let narrow = [
    "rules", "explain gridding", "explain misaligned-join", "lint wrong.yaml", "analyze wrong.yaml",
    "expand wrong.yaml",
    "lint worse.yaml", "zoo",
  ]

  @Test(arguments: narrow) func `prose breaks between words in a narrow terminal`(_ arguments: String) throws {
    let scratch = try Scratch()
    let wrong = "fovea: 1\ninput: 3x224x224\nlayers:\n  - conv: {out: 8, kernel: 1, stride: 2}\n  - batch_norm\n"
    try scratch.write(wrong + "  - conv: {in: 7, out: 8, kernel: 1}\n", to: "wrong.yaml")
    try scratch.write(wrong, to: "worse.yaml")
    func words(_ columns: String) throws -> (lines: [Substring], words: [Substring]) {
      let outcome = try Tool.run(
        arguments.split(separator: " ").map(String.init), in: scratch.directory, environment: ["COLUMNS": columns])
      let text = outcome.output + outcome.error
      return (text.split(separator: "\n"), text.split { $0 == " " || $0 == "\n" })
    }
    let (lines, narrow) = try words("60")
    #expect(lines.count > 1)
    for line in lines where !line.contains("https://") && !line.hasPrefix("    ") {
      #expect(line.count <= 60, "\(line)")
    }
    // The columns of a table give way; nothing of a text does.
    if arguments != "zoo" {
      #expect(
        try words("1000").words.filter { !$0.allSatisfy { $0 == "─" } }
          == narrow.filter { !$0.allSatisfy { $0 == "─" } })
    } else {
      #expect(lines.contains { $0.hasPrefix("lraspp_mobilenet_v3_large ") })
    }
  }
}
