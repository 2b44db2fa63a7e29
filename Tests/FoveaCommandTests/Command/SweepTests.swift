import Foundation
import Testing

/// `fovea sweep`.
@Suite struct SweepTests {
  private static let spec = """
    fovea: 1
    name: swept
    input: 3x32x32
    params: {width: 8, groups: 1}
    layers:
      - conv: {out: width, kernel: 3, groups: groups, padding: half}
      - relu
    """

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
    Mistake("nowhere.yaml", "nowhere.yaml: there is no such file"),
    Mistake(".", "sweep takes one description, and . is a directory"),
    Mistake("net.yaml --set width", "--set needs name=values, found width"),
    Mistake("net.yaml --set widht=1..3", "no parameter `widht`; did you mean `width`?"),
    Mistake("net.yaml --set width=3..1", "--set width needs a range from the smaller number"),
    Mistake("net.yaml --set width=1,a+b", "found `a+b`"),
    Mistake("net.yaml --set width=1 --set width=2", "`width` is given twice"),
    Mistake("net.yaml --input left=3x8", "no input `left`; the inputs are input"),
    Mistake("net.yaml --input 3x0..8", "--input needs channels and sizes from 1"),
    Mistake("net.yaml --variant large", "net.yaml has no variants"),
    Mistake("net.yaml --variant all", "net.yaml has no variants, found --variant all"),
    Mistake("net.yaml:all", "net.yaml has no variants, found --variant all"),
    Mistake("net.yaml --set width=1..4294967296 --set groups=1..4294967296", "more points than 64 bits can count"),
    Mistake("net.yaml --shard 3/2", "3/2"),
    Mistake("net.yaml --shard 0/2", "0/2"),
    Mistake("net.yaml --set width=1..4 --shard 1/2 --chart c.svg", "--chart needs the whole grid"),
    Mistake("net.yaml --chart c.svg", "--chart needs an axis with several numbers"),
    Mistake("net.yaml --set width=1..99999 --chart c.svg", "--chart draws at most 10000 points"),
    Mistake("net.yaml --set width=1..99 --set groups=1,2 --chart c.svg", "--chart draws at most 12 curves"),
    Mistake("broken.yaml --set width=1", status: 1, "error"),
  ]

  @Test(arguments: mistakes) func `what cannot be swept ends with a status and a reason`(_ mistake: Mistake) throws {
    let scratch = try Scratch()
    try scratch.write(Self.spec, to: "net.yaml")
    try scratch.write("fovea: 1\n\tinput: 1x2x2\n", to: "broken.yaml")
    let outcome = try Tool.shell("fovea sweep \(mistake.arguments)", in: scratch.directory)
    #expect(outcome.status == mistake.status, "\(outcome.error)")
    #expect(outcome.error.contains(mistake.message), "\(outcome.error)")
    #expect(outcome.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("c.svg")))
  }

  @Test func `a point with an error is a row`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.spec, to: "net.yaml")
    let outcome = try Tool.shell(
      "fovea sweep net.yaml --set width=3,6 --set groups=1,2 --format csv | cut -d, -f1-3,12", in: scratch.directory)
    let message = "3 input channels cannot be divided into 2 groups"
    #expect(
      outcome.output.split(whereSeparator: \.isNewline) == [
        "width,groups,parameters,error", "3,1,84,", "3,2,,\(message)", "6,1,168,", "6,2,,\(message)",
      ])
    #expect(outcome.error == "fovea: 2 of 4 points have errors\n")
    let text = try Tool.shell("fovea sweep net.yaml --set groups=1,2", in: scratch.directory)
    #expect(text.status == 1 && text.output.contains("     2  error: \(message)"), "\(text.output)")
  }

  @Test(arguments: ["text", "csv", "jsonl"]) func `parts are the whole, byte for byte`(format: String) throws {
    let scratch = try Scratch()
    try scratch.write(Self.spec, to: "net.yaml")
    let arguments = "net.yaml --set width=1..50 --set groups=1,3 --input 3x30..34 --format \(format)"
    let whole = try Tool.shell("fovea sweep \(arguments)", in: scratch.directory)
    let parts = try Tool.shell(
      "for part in 1 2 3 4 5 6 7; do fovea sweep \(arguments) --shard $part/7; done", in: scratch.directory)
    #expect(whole.status == 1 && !whole.output.isEmpty)
    #expect(parts.output == whole.output)
    #expect(whole.output.split(whereSeparator: \.isNewline).count == 500 + ["text": 2, "csv": 1][format, default: 0])
  }

  @Test func `lines of JSON have the figures`() throws {
    let outcome = try Tool.run(
      "sweep", "specs/zoo/resnet.yaml", "--variant", "all", "--input", "3x192,224", "--format", "jsonl")
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    let lines = outcome.output.split(separator: "\n")
    try #require(lines.count == 20)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any])
    #expect(object["point"] as? [String: String] == ["variant": "resnet50", "input": "3x224x224"])
    #expect(object["parameters"] as? Int == 25_557_032 && object["macs"] as? Int == 4_089_184_256)
    let output = try #require((object["outputs"] as? [[String: Any]])?.first)
    #expect(output["name"] as? String == "logits" && output["shape"] as? [Int] == [1000])
    let field = try #require(output["receptive_field"] as? [String: Any])
    #expect(field["size"] as? [Int] == [427, 427] && field["global"] as? Bool == true)
  }

  @Test func `a chart has a curve for each combination`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.spec, to: "net.yaml")
    let outcome = try Tool.shell(
      "fovea sweep net.yaml --set width=8,16 --input 3x32..64:8 --chart c.svg --figure activations",
      in: scratch.directory)
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
    let svg = try scratch.text(of: "c.svg")
    #expect(svg.hasPrefix("<svg") && svg.contains("width 8") && svg.contains("width 16"))
    #expect(svg.contains("activations of swept"))
  }
}
