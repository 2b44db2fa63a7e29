import Foundation
import FoveaNumerics
import Testing

@testable import Fovea

/// `fovea rewrite` from outside: what goes where, and what is refused.
@Suite struct RewriteTests {
  private static let five =
    "fovea: 1\ninput: 2x16x16\nlayers:\n  - conv: {out: 2, kernel: 5, padding: 2}   # a comment\n  - relu\n"

  @Test func `the description goes to the standard output, and the report to the standard error`() throws {
    let outcome = try Tool.run("rewrite", "-", "--kernel", "5", input: Self.five)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("fovea: 1\n") && outcome.output.contains("rewrite_5x5: {out: 2}   # a comment\n"))
    #expect(outcome.error.contains("2 of 3x3") && !outcome.error.contains("fovea: 1"))
    #expect(try Tool.run("analyze", "-", input: outcome.output).status == 0)
  }

  @Test func `a file is written only where it is named, the input among them`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.five, to: "net.yaml")
    _ = try Tool.run("rewrite", "net.yaml", "--kernel", "5", in: scratch.directory)
    #expect(try scratch.text(of: "net.yaml") == Self.five)
    let outcome = try Tool.run("rewrite", "net.yaml", "--kernel", "5", "-o", "net.yaml", in: scratch.directory)
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(try scratch.text(of: "net.yaml").contains("rewrite_5x5"))
    // What is rewritten has no large kernel any more.
    let again = try Tool.run("rewrite", "net.yaml", in: scratch.directory)
    #expect(try again.output == scratch.text(of: "net.yaml"))
  }

  @Test func `nothing is written for a description with errors`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.five.replacing("kernel: 5", with: "kernel: five"), to: "net.yaml")
    let outcome = try Tool.run("rewrite", "net.yaml", "-o", "new.yaml", in: scratch.directory)
    #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.error.contains("five"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("new.yaml")))
  }

  @Test(arguments: [
    (["--layer", "nowhere"], "no convolution has a path that matches nowhere"),
    (["--kernel", "3xx"], "--kernel needs a size such as 7 or 1x7, found 3xx"),
    (["--width", "0"], "--width needs a number of channels"),
    (["--budget", "1.5"], "--budget must be above 0 and at most 1"),
    (["--budget", "0.5", "--form", "linear"], "found an exact form too"),
    (["--dry-run", "-o", "x.yaml"], "--dry-run writes nothing, found -o"),
    (["--weights", "missing.npz"], "missing.npz: there is no such file"),
    (["--weights-out", "new.bin"], "--weights-out needs a file that ends with .npz or .safetensors, found new.bin"),
    (["--variant", "b"], "<stdin> has no variants"),
  ])
  func `bad usage is one message and status 2`(_ arguments: [String], _ message: String) throws {
    let scratch = try Scratch()
    try scratch.write(Self.five, to: "net.yaml")
    let outcome = try Tool.shell(
      "fovea rewrite - \(arguments.joined(separator: " ")) < net.yaml", in: scratch.directory)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.error.contains(message), "\(outcome.error)")
  }

  @Test func `an activation leaves no weights to write, and then nothing is written`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.five, to: "net.yaml")
    let outcome = try Tool.shell(
      "fovea rewrite net.yaml --form shift --layer conv --between relu --weights-out new.npz -o new.yaml",
      in: scratch.directory)
    #expect(outcome.status == 0, "\(outcome.error)")
    let refused = try Tool.shell(
      "fovea rewrite net.yaml --layer conv --between relu --weights-out none.npz -o none.yaml", in: scratch.directory)
    let words = refused.error.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(refused.status == 0 && words.contains("only `--form shift` and `--form linear` keep the function"))
  }

  @Test(arguments: ["shift", "linear"])
  func `the weights of the new network make it give what the old one gives`(_ form: String) throws {
    let scratch = try Scratch()
    try scratch.write(Self.five, to: "net.yaml")
    let outcome = try Tool.shell(
      """
      set -e
      fovea run net.yaml --seed 5 --save-weights old.npz --output old.npy > old.txt
      fovea rewrite net.yaml --layer conv --form \(form) --weights old.npz --weights-out new.safetensors -o new.yaml 2> report.txt
      fovea run new.yaml --seed 5 --weights new.safetensors --output new.npy > new.txt
      """, in: scratch.directory)
    #expect(outcome == Tool.Outcome(status: 0, output: "", error: ""))
    let arrays = try ["old.npy", "new.npy"].map { name in
      let array = try NPYArray(bytes: [UInt8](Data(contentsOf: scratch.url(name))))
      return try array.tensor(of: Float.self)
    }
    #expect(arrays[0].shape == arrays[1].shape)
    #expect(zip(arrays[0].elements, arrays[1].elements).allSatisfy { abs($0 - $1) <= 1e-4 })
  }

  @Test func `the same seed gives the same bytes`() throws {
    let runs = try (0..<2).map { _ in
      try Tool.run("rewrite", "-", "--budget", "0.6", "--seed", "3", "--dry-run", "--format", "json", input: Self.five)
    }
    #expect(runs[0].status == 0 && runs[0] == runs[1] && runs[0].output.contains("\"lower_bound\""))
    let other = try Tool.run(
      "rewrite", "-", "--budget", "0.6", "--seed", "4", "--dry-run", "--format", "json", input: Self.five)
    #expect(other.output != runs[0].output)
  }
}
