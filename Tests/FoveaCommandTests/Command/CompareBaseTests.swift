import Testing

/// `fovea compare --base`.
@Suite struct CompareBaseTests {
  private static func spec(_ width: Int) -> String {
    "fovea: 1\nname: net\ninput: 3x8x8\nlayers:\n  - conv: {out: \(width), kernel: 1}\n"
  }

  /// A repository whose first commit has a network that is another one now, and none of `new.yaml`.
  private func repository() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(Self.spec(4), to: "net.yaml")
    try scratch.write(Self.spec(9), to: "same.yaml")
    let outcome = try Tool.shell(
      "git init -q -b main . && git add . && git -c user.name=a -c user.email=a@b commit -q -m first",
      in: scratch.directory)
    #expect(outcome.status == 0, "\(outcome.error)")
    try scratch.write(Self.spec(5), to: "net.yaml")
    try scratch.write(Self.spec(6), to: "new.yaml")
    return scratch
  }

  @Test func `a description is weighed against itself in a revision`() throws {
    let scratch = try repository()
    let outcome = try Tool.shell("fovea compare --base main net.yaml --fail-if 'params>+20%'", in: scratch.directory)
    #expect(outcome.output.contains("~ conv  out 4 → 5"), "\(outcome.output)")
    #expect(outcome.output.contains("parameters"))
    #expect(outcome.status == 1)
    #expect(outcome.error == "fovea: net.yaml: parameters 20 (+25%), and --fail-if is `params>+20%`\n")
    let inside = try Tool.shell(
      "mkdir sub && cd sub && fovea compare --base HEAD ../net.yaml --format markdown", in: scratch.directory)
    #expect(inside.status == 0 && inside.output.contains("changed **conv**: out 4 → 5"), "\(inside.error)")
  }

  @Test func `a directory tells what is new and counts what is not`() throws {
    let scratch = try repository()
    let outcome = try Tool.shell("fovea compare --base main . --fail-if 'params>+30%'", in: scratch.directory)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("./new.yaml") && outcome.output.contains("main: not there"), "\(outcome.output)")
    #expect(outcome.output.contains("1 network is unchanged") && !outcome.output.contains("./same.yaml"))
    let json = try Tool.shell("fovea compare --base main . --format json | grep '\"title\"'", in: scratch.directory)
    #expect(json.output.split(separator: "\n").count == 3)
  }

  @Test(arguments: [
    ("compare --base nothing net.yaml", "has no revision `nothing`"),
    ("compare --base=--all net.yaml", "found `--all`"),
    ("compare --base main missing.yaml", "missing.yaml: there is no such file"),
    ("compare --base main -", "- is the standard input"),
    ("compare --base main /dev/../etc/hostname", "in a git repository, and this is in none"),
  ])
  func `what git does not have ends with status 2`(_ arguments: String, _ message: String) throws {
    let scratch = try repository()
    let outcome = try Tool.shell("fovea \(arguments)", in: scratch.directory)
    #expect(outcome.status == 2, "\(outcome.error)")
    #expect(outcome.output.isEmpty && outcome.error.contains(message), "\(outcome.error)")
  }
}
