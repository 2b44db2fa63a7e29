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
    let circle = try Tool.run("lint", "a.yaml", in: scratch.directory, environment: ["COLUMNS": "400"])
    #expect(circle.status == 2 && circle.output.isEmpty)
    #expect(circle.error.contains("the configuration extends itself"))
    try scratch.write("x: &x [*x]\nselect: *x\n", to: ".fovea.yml")
    #expect(try Tool.run("lint", "a.yaml", in: scratch.directory).status == 2)
    try scratch.write("select: [all\n", to: ".fovea.yml")
    #expect(try Tool.run("lint", "a.yaml", in: scratch.directory).status == 2)
  }

  @Test(
    arguments: [
      ("/proc/self/environ", "`extends` needs a file that ends with .yml or .yaml, found `/proc/self/environ`"),
      ("secret", "`extends` needs a file that ends with .yml or .yaml, found `"), ("link.yml", "cannot be read"),
      ("pipe.yml", "cannot be read"), ("device.yml", "cannot be read"), ("hidden.yml", "cannot be read"),
      ("folder.yml", "cannot be read"), ("../outside.yml", "which is none, and lies outside of the project"),
    ])
  func `a configuration extends no file that is none, and nothing of one comes into a message`(
    _ path: String, _ message: String
  ) throws {
    let scratch = try Scratch()
    let outcome = try Tool.shell(
      """
      mkdir project project/folder.yml; cd project; mkfifo pipe.yml; ln -s /dev/zero device.yml
      ln -s /proc/self/environ link.yml; echo 'token: SECRET' > ../outside.yml; echo 'token: SECRET' > secret
      ln -s secret hidden.yml; printf 'extends: \(path)\n' > .fovea.yml
      printf 'fovea: 1\ninput: 3x8x8\nlayers:\n  - relu\n' > a.yaml
      COLUMNS=400 SECRET=SECRET timeout 20 fovea lint a.yaml
      """, in: scratch.directory)
    #expect(outcome.status == 2 && outcome.error.contains(message), "\(outcome)")
    #expect(!outcome.error.contains("SECRET") && !outcome.error.contains("token"))
  }

  @Test func `a configuration beside the project may be extended, and mistakes within it are shown`() throws {
    let scratch = try Scratch()
    let outcome = try Tool.shell(
      """
      mkdir project; cd project; printf 'extends: ../base.yml\n' > .fovea.yml; echo 'ignore: [no-op]' > ../base.yml
      printf 'fovea: 1\ninput: 3x8x8\nlayers:\n  - relu\n' > a.yaml
      fovea lint a.yaml; mkdir ../.git; echo 'ignored: 1' > ../base.yml; fovea lint a.yaml
      """, in: scratch.directory)
    #expect(outcome.status == 2 && outcome.output == "no findings in 1 file\n")
    #expect(outcome.error.contains("base.yml:1:1: ") && outcome.error.contains("ignored: 1"))
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

  @Test func `memory that runs out is told as that`() throws {
    let scratch = try Scratch()
    try scratch.write(
      "fovea: 1\ninput: 3x8x8\nlayers:\n" + String(repeating: "  - relu\n", count: 150_000), to: "a.yaml")
    let outcome = try Tool.shell(
      "for size in 110000 125000 140000; do (ulimit -v $size; fovea analyze a.yaml); done",
      in: scratch.directory)
    #expect(outcome.error.contains("\nfovea: error: there is not enough memory\n"))
  }

  @Test func `a fault of the program itself ends with status 3`() throws {
    let outcome = try Tool.shell(
      "sleep 5 | fovea lint - & sleep 0.5; kill -ILL $!; wait $!; echo $?", in: Tool.package)
    #expect(outcome.output == "3\n")
    #expect(outcome.error == "fovea: internal error: this is a mistake of fovea itself, please report it\n")
  }
}
