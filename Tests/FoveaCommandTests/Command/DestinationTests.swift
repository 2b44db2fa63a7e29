import Foundation
import Testing

/// Where files are written: what is not a regular file is written through, and a file keeps what it is.
@Suite struct DestinationTests {
  private static let network = "fovea: 1\nname: small\ninput: 3x8x8\nlayers:\n  - conv: {out: 4, kernel: 3}\n"
  private static let fixable =
    "fovea: 1\ninput: 3x32x32\nlayers:\n  - conv: {out: 16, kernel: 3, padding: half}\n  - batch_norm\n  - relu\n"

  private static let hasNamespaces = (try? Tool.shell("unshare -rm true", in: Tool.package).status) == 0

  /// Runs a script beside `net.yaml` and a file `old` with the text "old".
  private func shell(_ script: String) throws -> (outcome: Tool.Outcome, scratch: Scratch) {
    let scratch = try Scratch()
    try scratch.write(Self.network, to: "net.yaml")
    try scratch.write(Self.fixable, to: "fix.yaml")
    try scratch.write("old", to: "old")
    return (try Tool.shell(script, in: scratch.directory), scratch)
  }

  /// Each writer, with the place of its output left open.
  private static let writers = [
    "fovea analyze net.yaml -o", "fovea expand net.yaml -o", "fovea lint --exit-zero net.yaml -o",
    "fovea lint --exit-zero net.yaml --write-baseline", "fovea rewrite net.yaml -o", "fovea schema -o",
    "fovea report net.yaml -o", "fovea compare net.yaml net.yaml -o", "fovea new --force --from lenet5",
    "fovea sweep net.yaml --input 3x8..16 --chart",
  ]

  @Test(arguments: writers) func `a device is written through`(_ writer: String) throws {
    let (outcome, _) = try shell("ln -s /dev/null null; \(writer) null; ls -l null; ls -lL null | cut -c 1")
    #expect(outcome.output.hasSuffix("null -> /dev/null\nc\n"), "\(outcome)")
    let (full, _) = try shell("\(writer) /dev/full > out; echo $?; ls -l /dev/full | cut -c 1")
    #expect(full.output == "2\nc\n")
    #expect(
      full.error.hasSuffix("fovea: error: /dev/full: the file cannot be written: no space left on device\n"),
      "\(full)")
  }

  @Test(arguments: writers) func `a pipe is written through`(_ writer: String) throws {
    let (outcome, scratch) = try shell("mkfifo pipe; cat pipe > out & \(writer) pipe; wait; ls -l pipe | cut -c 1")
    #expect(outcome.output.hasSuffix("p\n"), "\(outcome)")
    #expect(try !scratch.text(of: "out").isEmpty)
  }

  @Test(arguments: ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "out-link"])
  func `what is open is written behind what is there, and what follows comes behind it`(_ path: String) throws {
    let (outcome, scratch) = try shell(
      "ln -s /dev/stdout out-link; (echo before; fovea expand net.yaml -o \(path); echo after) > out")
    #expect(outcome == Tool.Outcome(status: 0, output: "", error: ""))
    let text = try scratch.text(of: "out")
    #expect(text.hasPrefix("before\nfovea: 1\n") && text.hasSuffix("\nafter\n"))
  }

  @Test(arguments: writers) func `links are followed, also where they lead to nothing yet`(_ writer: String) throws {
    let (outcome, scratch) = try shell(
      """
      mkdir deep; ln -s ../old deep/one; ln -s deep/one link; ln -s deep/new nothing
      \(writer) link > out 2>&1; \(writer) nothing > out 2>&1
      readlink link deep/one nothing; ls deep
      """)
    #expect(outcome.output == "deep/one\n../old\ndeep/new\nnew\none\n")
    #expect(try scratch.text(of: "old") != "old" && !scratch.text(of: "deep/new").isEmpty)
  }

  @Test(arguments: writers) func `links in a circle are an error`(_ writer: String) throws {
    let (outcome, _) = try shell("ln -s a b; ln -s b a; \(writer) a > out; echo $?; readlink a b")
    #expect(outcome.output == "2\nb\na\n")
    #expect(outcome.error.contains("a: symbolic links lead in a circle\n"))
  }

  @Test(arguments: writers) func `a file keeps its mode, its owner and its other names`(_ writer: String) throws {
    let (outcome, scratch) = try shell(
      """
      chmod 3640 old; cp -p old alone; ln old other
      [ $(id -u) != 0 ] || chown 1234:2345 old alone; chmod 3640 old alone; stat -c '%a %u %g %h' old alone > before
      \(writer) old > out 2>&1; \(writer) alone > out 2>&1; stat -c '%a %u %g %h' old alone > after; cmp before after
      cmp old other && ls -A | grep -c fovea-
      """)
    #expect(outcome.output == "0\n" && outcome.error.isEmpty, "\(outcome)")
    #expect(try scratch.text(of: "other") != "old" && scratch.text(of: "alone") != "old")
  }

  @Test(arguments: writers) func `a file that nobody may write is refused`(_ writer: String) throws {
    let (outcome, scratch) = try shell("chmod 444 old; \(writer) old > out; echo $?")
    #expect(outcome.output == "2\n" && outcome.error.hasSuffix("fovea: error: old: the file is read-only\n"))
    #expect(try scratch.text(of: "old") == "old")
  }

  @Test(
    arguments: [
      (".", "this is a directory"), ("missing/x.txt", "there is no directory missing"),
      ("old/x.txt", "there is no directory old"), ("missing/", "there is no directory missing"),
      (String(repeating: "x", count: 256), "the file cannot be written: file name too long"),
    ])
  func `a place where nothing can be written is told before anything is done`(_ path: String, _ message: String) throws
  {
    let (outcome, scratch) = try shell("fovea run net.yaml --save-weights w.npz; fovea analyze net.yaml -o \(path)")
    #expect(outcome.status == 2 && outcome.error == "fovea: error: \(path): \(message)\n")
    #expect(try scratch.text(of: "old") == "old")
  }

  @Test func `arrays are written like texts`() throws {
    let (outcome, scratch) = try shell(
      """
      chmod 600 old; mv old w.npz; ln w.npz other; ln -s w.npz link.npz
      fovea run net.yaml --save-weights link.npz --output /dev/null/out.npy; echo $?
      fovea run net.yaml --save-weights link.npz > out; cmp w.npz other; stat -c '%a %h' w.npz
      """)
    #expect(outcome.output == "2\n600 2\n")
    #expect(outcome.error == "fovea: error: /dev/null/out.npy: there is no directory /dev/null\n")
    #expect(try Data(contentsOf: scratch.url("w.npz")).count > 100)
  }

  @Test func `a fix is written like any other text`() throws {
    let (outcome, scratch) = try shell(
      """
      cp fix.yaml other.yaml; ln fix.yaml name.yaml; ln -s other.yaml link.yaml; chmod 640 fix.yaml
      fovea lint --exit-zero --fix fix.yaml link.yaml > out; readlink link.yaml; stat -c '%a %h' fix.yaml
      cmp fix.yaml name.yaml; cmp fix.yaml other.yaml
      """)
    #expect(outcome.output == "other.yaml\n640 2\n" && outcome.error == "fovea: 2 files fixed\n")
    #expect(try scratch.text(of: "name.yaml").contains("bias: false"))
  }

  /// In a namespace of its own, where it may mount what it likes, a user finds a disk of two pages.
  @Test(.enabled(if: hasNamespaces, "this user may make no namespace"))
  func `a full disk leaves every file as it was`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.network, to: "net.yaml")
    let outcome = try Tool.shell(
      """
      mkdir disk; unshare -rm sh -c 'mount -t tmpfs -o size=8k none disk; cd disk; printf old > a; printf old > b; ln b c
      for file in a b new; do fovea schema -o $file; done; fovea report ../net.yaml -o .; ls -A; cat a b'
      """, in: scratch.directory)
    #expect(outcome.output == "a\nb\nc\noldold")
    #expect(
      outcome.error
        == ["a", "b", "new", "./net.md"].map {
          "fovea: error: \($0): the file cannot be written: no space left on device\n"
        }.joined())
  }

  @Test(.enabled(if: hasNamespaces, "this user may make no namespace"))
  func `a file that is mounted at its place is written in place`() throws {
    let scratch = try Scratch()
    for name in ["net.yaml", "old", "point"] { try scratch.write(Self.network, to: name) }
    let outcome = try Tool.shell(
      "unshare -rm sh -c 'mount --bind old point; fovea expand net.yaml -o point; cmp old point; ls -A'",
      in: scratch.directory)
    #expect(outcome == Tool.Outcome(status: 0, output: "net.yaml\nold\npoint\n", error: ""))
    #expect(try scratch.text(of: "old") != Self.network)
  }

  @Test(arguments: ["INT", "TERM", "HUP", "PIPE"]) func `a signal leaves nothing behind`(_ name: String) throws {
    let (outcome, _) = try shell(
      """
      mkdir reports; mkfifo reports/net.md; env --default-signal fovea report net.yaml -o reports/ & report=$!
      for i in 1 2 3 4 5 6 7 8 9 10; do ls -A reports | grep -q fovea- && break; sleep 0.3; done
      ls -A reports | grep -c fovea-; kill -\(name) $report; wait $report; echo $?; ls -A reports
      """)
    let number = ["INT": 2, "TERM": 15, "HUP": 1, "PIPE": 13][name] ?? 0
    #expect(outcome.output == "2\n\(128 + number)\nnet.md\n", "\(outcome)")
  }
}
