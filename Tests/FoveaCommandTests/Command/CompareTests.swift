import Foundation
import Testing

/// `fovea compare`.
@Suite struct CompareTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let arguments: String
    let status: Int32
    let message: String

    var testDescription: String { arguments }

    init(_ arguments: String, status: Int32 = 2, _ message: String) {
      (self.arguments, self.status, self.message) = (arguments, status, message)
    }
  }

  static let mistakes = [
    Mistake("", "<spec>"),
    Mistake("specs/zoo/lenet5.yaml", "compare needs two networks or more, found 1"),
    Mistake("specs/zoo/lenet5.yaml nowhere.yaml", "nowhere.yaml: there is no such file"),
    Mistake("specs/zoo/lenet5.yaml specs/zoo", "specs/zoo is a directory"),
    Mistake("specs/zoo/lenet5.yaml specs/zoo/resnet.yaml:resnet5", "did you mean `resnet50`?"),
    Mistake("specs/zoo/lenet5.yaml specs/zoo/lenet5.yaml --fail-if 'mac>5'", "did you mean `macs`?"),
    Mistake("specs/zoo/lenet5.yaml specs/zoo/lenet5.yaml --fail-if 'time>5ms'", "--fail-if time>5ms needs --measure"),
    Mistake("specs/zoo/lenet5.yaml specs/zoo/lenet5.yaml --repetitions 0", "--repetitions must be from 1"),
    Mistake("specs/zoo/lenet5.yaml --rewrite 9", "it has no convolution with a kernel of 9"),
    Mistake("specs/zoo/lenet5.yaml --rewrite seven", "--rewrite needs a size such as 7 or 1x7, found seven"),
    Mistake("specs/zoo/lenet5.yaml --rewrite 5 --base main", "give one"),
    Mistake("specs/zoo/lenet5.yaml broken.yaml", status: 1, "`conv` has no attribute `kernal`"),
  ]

  @Test(arguments: mistakes) func `what cannot be compared ends with a status and a reason`(_ mistake: Mistake) throws {
    let scratch = try Scratch()
    try scratch.linkSpecs()
    try scratch.write("fovea: 1\ninput: 1x2x2\nlayers:\n  - conv: {out: 1, kernal: 1}\n", to: "broken.yaml")
    let outcome = try Tool.shell("fovea compare \(mistake.arguments)", in: scratch.directory)
    #expect(outcome.status == mistake.status)
    #expect(outcome.error.contains(mistake.message), "\(outcome.error)")
    #expect(outcome.output.isEmpty)
  }

  @Test func `a condition that holds ends with status 1 and is said in every format`() throws {
    for format in ["text", "markdown", "json"] {
      let outcome = try Tool.shell(
        "fovea compare specs/zoo/resnet.yaml:resnet18 specs/zoo/resnet.yaml:resnet34 --format \(format) "
          + "--fail-if 'macs>+5%' --fail-if 'params>30M'", in: Tool.package)
      #expect(outcome.status == 1)
      #expect(outcome.error == "fovea: resnet34: macs 3,663,761,408 (+102%), and --fail-if is `macs>+5%`\n")
      if format != "text" { #expect(outcome.output.contains("(+102%)")) }
    }
  }

  @Test func `a network is weighed against its own rewrite`() throws {
    let outcome = try Tool.run("compare", "--rewrite", "7x7", "specs/zoo/resnet.yaml:resnet50", "--format", "markdown")
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
    #expect(outcome.output.hasPrefix("### resnet50 → rewritten\n") && outcome.output.contains("stem.conv"))
  }

  @Test func `three networks are weighed against the first`() throws {
    let outcome = try Tool.run(
      "compare", "specs/zoo/vgg.yaml:vgg11", "specs/zoo/vgg.yaml:vgg13", "specs/zoo/vgg.yaml:vgg16", "--format", "json")
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let figures = try #require(object["figures"] as? [[String: Any]])
    #expect(figures.first?["values"] as? [Int] == [132_863_336, 133_047_848, 138_357_544])
    #expect(figures.first?["differences"] as? [Int] == [184_512, 5_494_208])
    #expect((object["layers"] as? [Any])?.count == 2)
  }

  @Test func `a file in place of the standard output, and times where they are asked for`() throws {
    let scratch = try Scratch()
    try scratch.linkSpecs()
    let outcome = try Tool.shell(
      "fovea compare specs/zoo/lenet5.yaml specs/zoo/lenet5.yaml --measure --repetitions 2 -o out.md --format markdown",
      in: scratch.directory)
    #expect(outcome.status == 0 && outcome.error.isEmpty && outcome.output.isEmpty)
    #expect(try scratch.text(of: "out.md").contains(" ms ± "))
  }
}
