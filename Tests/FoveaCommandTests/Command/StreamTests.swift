import Foundation
import Testing

/// What stands at the other end of the standard streams, and what is strange in a directory.
@Suite struct StreamTests {
  private static let network = "fovea: 1\nname: small\ninput: 3x8x8\nlayers:\n  - conv: {out: 4, kernel: 3}\n"

  private func shell(_ script: String) throws -> (outcome: Tool.Outcome, scratch: Scratch) {
    let scratch = try Scratch()
    try scratch.write(Self.network, to: "net.yaml")
    return (try Tool.shell(script, in: scratch.directory), scratch)
  }

  private static let commands = [
    "analyze net.yaml", "analyze net.yaml --format json", "lint net.yaml", "expand net.yaml", "report net.yaml",
    "schema", "zoo", "zoo lenet5", "rules", "explain no-op", "sweep net.yaml --input 3x8..64", "run net.yaml", "--help",
    "analyze --help", "help lint", "--version", "--generate-completion-script bash", "compare net.yaml net.yaml",
  ]

  @Test(arguments: commands) func `a standard output that is full is told once`(_ command: String) throws {
    let (outcome, _) = try shell("fovea \(command) > /dev/full; echo $?")
    #expect(outcome.output == "2\n")
    let lines = outcome.error.split(separator: "\n").filter { $0.contains("standard output") }
    #expect(lines == ["fovea: error: the standard output cannot be written: no space left on device"])
  }

  @Test(arguments: commands) func `a standard output that is closed is told, and no file takes its place`(
    _ command: String
  ) throws {
    let (outcome, scratch) = try shell("fovea \(command) >&-; echo $?")
    #expect(outcome.output == "2\n")
    #expect(outcome.error.contains("fovea: error: the standard output cannot be written: bad file descriptor\n"))
    #expect(try scratch.text(of: "net.yaml") == Self.network)
  }

  @Test(arguments: commands, ["", "trap '' PIPE; "])
  func `a reader that has gone away ends the program quietly`(_ command: String, _ trap: String) throws {
    let (outcome, _) = try shell(
      "mkfifo p; (\(trap)sleep 0.2; fovea \(command); echo $? > status) 2> message > p & head -c 0 p > out; wait; cat status"
    )
    #expect(outcome.output == "141\n")
    #expect(outcome.error.isEmpty)
    #expect(try shell("true").outcome.error.isEmpty)
  }

  @Test func `nobody can be told that the standard error is full or closed, and the status stays`() throws {
    let (outcome, _) = try shell(
      """
      fovea analyze none.yaml 2> /dev/full; echo $?; fovea analyze none.yaml 2>&-; echo $?
      fovea rewrite net.yaml 2>&- > out; echo $?; cmp out net.yaml; fovea analyze - <&- 2> message; echo $?
      """)
    #expect(outcome.output == "2\n2\n0\n2\n", "\(outcome)")
  }

  @Test func `a pipe that nobody waits for is written to its end`() throws {
    let script = "import os,sys;os.set_blocking(1,False);os.execvp('fovea',['fovea','schema'])"
    let (outcome, _) = try shell("fovea schema > whole; python3 -c \"\(script)\" | (sleep 0.5; cat) | cmp - whole")
    #expect(outcome == Tool.Outcome(status: 0, output: "", error: ""))
  }

  @Test(arguments: ["analyze --format concise", "lint --format concise", "analyze", "lint"])
  func `pipes and sockets in a directory are passed over`(_ command: String) throws {
    let command = command.replacing("analyze --format concise", with: "analyze --format csv")
    let (outcome, _) = try shell(
      "mkfifo pipe.yaml pipe.yml; mkdir dir.yaml; ln -s /dev/zero zero.yaml; mkfifo .fovea.yml; "
        + "timeout 20 fovea \(command) . > out; echo $?")
    #expect(outcome.output == "0\n" && outcome.error.isEmpty, "\(outcome)")
  }

  @Test(.enabled(if: getuid() == 0, "another user is needed, for whom a directory can be closed"))
  func `a directory that cannot be read is told, and the rest is read`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.network, to: "net.yaml")
    for command in ["analyze --format csv", "lint --format concise"] {
      let outcome = try Tool.shell(
        """
        chmod 755 .; mkdir -p shut open; cp net.yaml open; chmod 0 shut
        setpriv --reuid 65534 --clear-groups fovea \(command) . > out; echo $?; grep -c . out
        """, in: scratch.directory)
      #expect(outcome.output.hasPrefix("2\n"))
      #expect(outcome.error == "fovea: error: ./shut: the directory cannot be read: permission denied\n")
      if command.hasPrefix("analyze") { #expect(outcome.output == "2\n3\n") }
    }
  }

  @Test func `a name that is not UTF-8 is told`() throws {
    let (outcome, _) = try shell(
      """
      cp net.yaml "$(printf 'caf\\351.yaml')"; mkdir "$(printf 'd\\377')"; cp net.yaml "$(printf 'caf\\351.txt')"
      fovea lint . > out; echo $?; fovea analyze --format csv . | grep -c '^small,'
      fovea analyze "$(printf 'caf\\351.yaml')"; echo $?
      """)
    #expect(outcome.output == "2\n1\n2\n", "\(outcome)")
    let lines = outcome.error.split(separator: "\n").map(String.init)
    let found = ["./caf\u{FFFD}.yaml", "./d\u{FFFD}"].map { "fovea: error: \($0): the name is not UTF-8" }
    #expect(lines.prefix(4) == (found + found)[...])
    #expect(lines.last == "fovea: error: argument 2 is not UTF-8: caf\u{FFFD}.yaml")
  }

  @Test func `names that differ in their scalars alone are two files`() throws {
    let (outcome, _) = try shell(
      """
      rm net.yaml; mkdir a; cd a; for name in 'e\u{301}' '\u{E9}' '\u{1E69}' 's\u{323}\u{307}'; do
        printf 'fovea: 1\\ninput: 16x8x8\\nlayers:\\n  - conv: {out: 8, kernel: 1, stride: 2}\\n' > "$name.yaml"; done
      fovea lint --format concise . | wc -l; fovea lint --format concise * | wc -l; fovea analyze --format csv . | wc -l
      cd ..; mkdir 'e\u{301}' '\u{E9}'; cp a/s*.yaml 'e\u{301}/n.yaml'; cp a/s*.yaml '\u{E9}/n.yaml'; rm -r a
      echo 'ignore: [skipped-pixels]' > 'e\u{301}/.fovea.yml'; fovea lint --format concise . | wc -l
      """)
    #expect(outcome.output == "4\n4\n5\n1\n", "\(outcome)")
  }

  @Test(arguments: [240, 250]) func `a long name is fixed like a short one`(_ length: Int) throws {
    let name = String(repeating: "x", count: length) + ".yaml"
    let (outcome, scratch) = try shell(
      "printf 'fovea: 1\\ninput: 3x8x8\\nlayers:\\n  - conv: {out: 4, kernel: 3}\\n  - batch_norm\\n' > \(name); "
        + "fovea lint --exit-zero --fix \(name) > out; ls -A | grep -c fovea-")
    #expect(outcome.output == "0\n" && outcome.error == "fovea: \(name) fixed\n")
    #expect(try scratch.text(of: name).contains("bias: false"))
  }
}
