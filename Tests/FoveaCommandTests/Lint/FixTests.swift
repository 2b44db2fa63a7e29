import Foundation
import Testing

/// What `--fix` does to files.
@Suite struct FixTests {
  private static let before = """
    fovea: 1
    input: 3x32x32

    layers:
      - conv: {out: 16, kernel: 3, padding: half}     # the bias is the operator's default
      - batch_norm
      - relu                # kept
      - relu: {}
      - conv:
          out: 16
          kernel: 3
          bias: true        # written out
      - batch_norm
      - max_pool: {kernel: 1}

    """

  private func fixed(_ text: String, _ options: String...) throws -> String {
    let scratch = try Scratch()
    try scratch.write(text, to: "a.yaml")
    let outcome = try Tool.shell(
      "fovea lint --exit-zero --fix \(options.joined(separator: " ")) a.yaml", in: scratch.directory)
    #expect(outcome.status == 0)
    return try scratch.text(of: "a.yaml")
  }

  @Test func `only the lines of the fixes differ, and a second run changes nothing`() throws {
    let after = try fixed(Self.before, "--select", "default,no-op")
    let old = Self.before.split(separator: "\n", omittingEmptySubsequences: false)
    let new = after.split(separator: "\n", omittingEmptySubsequences: false)
    let removed = new.difference(from: old).removals.map { change in
      switch change {
      case .remove(_, let line, _), .insert(_, let line, _): String(line)
      }
    }
    #expect(
      removed == [
        "  - conv: {out: 16, kernel: 3, padding: half}     # the bias is the operator's default", "  - relu: {}",
        "      bias: true        # written out", "  - max_pool: {kernel: 1}",
      ])
    #expect(after.contains("# the bias is the operator's default\n") && after.contains("relu                # kept\n"))
    #expect(try fixed(after, "--select", "default,no-op") == after)
    #expect(try Tool.run("analyze", "-", input: after).status == 0)
  }

  @Test func `a difference is what patch applies, and changes nothing itself`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.before, to: "a.yaml")
    let outcome = try Tool.shell("fovea lint --select all --diff a.yaml > a.patch", in: scratch.directory)
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    #expect(try scratch.text(of: "a.yaml") == Self.before)
    let patched = try Tool.shell("patch -s a.yaml a.patch", in: scratch.directory)
    #expect(patched.status == 0, "\(patched.output)")
    #expect(try scratch.text(of: "a.yaml") == (try fixed(Self.before, "--select", "all")))
  }

  @Test func `the standard input is fixed on the standard output, and reported beside it`() throws {
    let outcome = try Tool.run("lint", "--fix", "-", input: Self.before)
    #expect(outcome.output == (try fixed(Self.before)))
    #expect(outcome.error.contains(" in 1 file"))
    let clean = "fovea: 1\ninput: 3x8x8\nlayers:\n  - relu\n"
    #expect(try Tool.run("lint", "--fix", "-", input: clean).output == clean)
  }

  @Test func `a file without permission to write is left alone, with a message, and a link leads to the file`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.before, to: "a.yaml")
    try scratch.write(Self.before, to: "b.yaml")
    let outcome = try Tool.shell(
      "ln -s a.yaml link.yaml; chmod 444 b.yaml; fovea lint --fix link.yaml b.yaml", in: scratch.directory)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(
      outcome.error == "fovea: error: b.yaml: the file is read-only\nfovea: link.yaml fixed\n")
    #expect(try scratch.text(of: "a.yaml") == fixed(Self.before) && scratch.text(of: "b.yaml") == Self.before)
  }

  @Test func `a fixed file keeps its permissions`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.before, to: "a.yaml")
    let outcome = try Tool.shell(
      "chmod 640 a.yaml; fovea lint --exit-zero --fix a.yaml > /dev/null; ls -l a.yaml | cut -c 1-10",
      in: scratch.directory)
    #expect(outcome.output == "-rw-r-----\n")
    #expect(try scratch.text(of: "a.yaml") != Self.before)
  }

  /// The system ends the process when it writes beyond a limit of 512 or 1,024 bytes, which is in the middle of the
  /// file.
  @Test func `a process that is killed while it writes leaves the old file`() throws {
    let scratch = try Scratch()
    let long = Self.before + String(repeating: "# a comment that makes the file long\n", count: 400)
    try scratch.write(long, to: "a.yaml")
    let outcome = try Tool.shell(
      "ulimit -c 0; (ulimit -f 1; exec fovea lint --fix a.yaml > /dev/null)", in: scratch.directory)
    #expect(outcome.status != 0 && outcome.status != 1)
    #expect(try scratch.text(of: "a.yaml") == long)
  }

  @Test func `a process that is killed at any time leaves the old file or the new one`() throws {
    let scratch = try Scratch()
    let rest = String(repeating: "# a comment that makes the file long\n", count: 2_000)
    let (old, new) = (Self.before + rest, try fixed(Self.before + rest))
    for delay in 0..<4 {
      try scratch.write(old, to: "a.yaml")
      _ = try Tool.shell(
        "fovea lint --fix a.yaml > /dev/null & sleep 0.\(delay)3; kill -KILL $! 2> /dev/null; wait",
        in: scratch.directory)
      let left = try scratch.text(of: "a.yaml")
      #expect(left == old || left == new)
    }
  }
}
