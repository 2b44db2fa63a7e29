import Foundation
import Testing

/// Names, files and directories that somebody made to do harm.
@Suite struct HostileInputTests {
  private static let wrong = "fovea: 1\ninput: 16x32x32\nlayers:\n  - conv: {out: 8, kernel: 1, stride: 2}\n"

  @Test(arguments: ["text", "concise", "json", "jsonl", "sarif", "github", "junit", "checkstyle", "markdown"])
  func `control characters of a file's name and of a text are shown, not sent`(format: String) throws {
    let scratch = try Scratch()
    let name = "\u{1B}[31m\u{7}\nx.yaml"
    try scratch.write(Self.wrong, to: name)
    try scratch.write(
      "fovea: 1\ninput: 3x8x8\nlayers:\n  - relu: {}\n    name: \"\\e]0;title\\a\\x9b31m\"\n", to: "y.yaml")
    let outcome = try Tool.run("lint", "--color", "never", "--format", format, ".", in: scratch.directory)
    #expect(outcome.status == 1 && outcome.error.isEmpty)
    #expect(!outcome.output.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    if format == "concise" || format == "github" { #expect(outcome.output.split(separator: "\n").count == 2) }
  }

  @Test func `control characters of a path are shown in messages of errors`() throws {
    let outcome = try Tool.run("lint", "\u{1B}[31m.yaml")
    #expect(outcome.status == 2 && outcome.error == "fovea: error: ␛[31m.yaml: there is no such file\n")
  }

  @Test func `a configuration that extends itself, or is no configuration, ends with status 2`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.wrong, to: "a.yaml")
    try scratch.write("extends: .fovea.yml\n", to: ".fovea.yml")
    let circle = try Tool.run("lint", "a.yaml", in: scratch.directory)
    #expect(circle.status == 2 && circle.output.isEmpty)
    #expect(circle.error.contains("the configuration extends itself"))
    try scratch.write("x: &x [*x]\nselect: *x\n", to: ".fovea.yml")
    #expect(try Tool.run("lint", "a.yaml", in: scratch.directory).status == 2)
    try scratch.write("select: [all\n", to: ".fovea.yml")
    #expect(try Tool.run("lint", "a.yaml", in: scratch.directory).status == 2)
  }

  @Test func `a link that leads back to its own directory is not followed`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.wrong, to: "a.yaml")
    let outcome = try Tool.shell(
      "ln -s . loop; ln -s loop/loop again; fovea lint --format concise .", in: scratch.directory)
    #expect(outcome.status == 1 && outcome.error.isEmpty)
    #expect(outcome.output.split(separator: "\n").count == 1 && outcome.output.hasPrefix("a.yaml:4:"))
  }

  @Test func `directories that are nested too deep end with a message`() throws {
    let scratch = try Scratch()
    let outcome = try Tool.shell(
      "d=.; i=0; while [ $i -lt 70 ]; do d=$d/d; i=$((i + 1)); done; mkdir -p $d; cp /dev/null $d/a.yaml; fovea lint .",
      in: scratch.directory)
    #expect(outcome.status == 2 && outcome.error.contains("directories are nested more than 64 deep"))
  }

  @Test func `a fault of the program itself ends with status 3`() throws {
    let outcome = try Tool.shell(
      "sleep 5 | fovea lint - & sleep 0.5; kill -ILL $!; wait $!; echo $?", in: Tool.package)
    #expect(outcome.output == "3\n")
    #expect(outcome.error == "fovea: internal error: this is a mistake of fovea itself, please report it\n")
  }
}
