import Foundation
import Testing

/// Where the output goes, and how it looks there.
@Suite struct OutputTests {
  private static let escape: Character = "\u{1B}"

  @Test(arguments: ["text", "json"]) func `a pipe gets no colour`(_ format: String) throws {
    let outcome = try Tool.run("analyze", "specs/zoo/lenet5.yaml", "--format", format)
    #expect(outcome.status == 0 && !outcome.output.contains(Self.escape))
  }

  @Test func `colour is a choice`() throws {
    let always = try Tool.run("analyze", "specs/zoo/lenet5.yaml", "--color", "always")
    #expect(always.output.contains(Self.escape))
    let never = try Tool.run("analyze", "specs/zoo/lenet5.yaml", "--color", "never")
    #expect(!never.output.contains(Self.escape))
  }

  @Test func `an option outweighs the environment`() throws {
    let environment = ["NO_COLOR": "1"]
    let plain = try Tool.run("analyze", "specs/zoo/lenet5.yaml", environment: environment)
    #expect(!plain.output.contains(Self.escape))
    let coloured = try Tool.run("analyze", "specs/zoo/lenet5.yaml", "--color", "always", environment: environment)
    #expect(coloured.output.contains(Self.escape))
  }

  @Test(arguments: [40, 60, 100]) func `no line of the table is longer than the terminal`(_ columns: Int) throws {
    let outcome = try Tool.run(
      "analyze", "specs/zoo/resnet.yaml", "--depth", "all", environment: ["COLUMNS": String(columns)])
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= columns })
  }

  @Test(arguments: ["text", "markdown"]) func `how figures are counted is said once, at the end`(_ format: String)
    throws
  {
    for variant in ["gridding", "all"] {
      let outcome = try Tool.run(
        "analyze", "specs/lessons/dilation.yaml", "--variant", variant, "--format", format)
      let paragraphs = outcome.output.components(separatedBy: "\n\n")
      #expect(paragraphs.filter { $0.contains("macs are the multiply-accumulates") } == paragraphs.suffix(1))
    }
  }

  @Test(arguments: [
    "analyze specs/lessons/dilation.yaml", "analyze specs/lessons/dilation.yaml --variant all",
    "analyze specs/zoo/lenet5.yaml --format markdown", "compare specs/lessons/dilation.yaml specs/zoo/lenet5.yaml",
    "compare specs/zoo/lenet5.yaml specs/zoo/lenet5.yaml --format markdown",
  ])
  func `how figures are counted can be left out`(_ command: String) throws {
    let long = try Tool.shell("fovea \(command)", in: Tool.package)
    let short = try Tool.shell("fovea \(command) --no-legend", in: Tool.package)
    #expect(short.status == 0 && long.output.hasPrefix(short.output) && long.output.count > short.output.count + 200)
    #expect(long.output.contains("flops are") && !short.output.contains("flops are"))
  }

  @Test func `a closed pipe ends quietly`() throws {
    let outcome = try Tool.shell(
      "fovea analyze specs/zoo --format json | head -n 1", in: Tool.package)
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    #expect(outcome.output == "[\n")
  }

  @Test func `a file is written in place of the standard output`() throws {
    let scratch = try Scratch()
    let direct = try Tool.run("analyze", "specs/zoo/lenet5.yaml", "--format", "json")
    let outcome = try Tool.run(
      "analyze", "specs/zoo/lenet5.yaml", "--format", "json", "-o", scratch.path("figures.json"))
    #expect(outcome == Tool.Outcome(status: 0, output: "", error: ""))
    #expect(try scratch.text(of: "figures.json") == direct.output)
  }

  @Test func `a file has no codes of colours, and nothing is left beside it`() throws {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      "analyze", "specs/zoo/lenet5.yaml", "--output", scratch.path("figures.txt"), "--color", "always")
    #expect(outcome == Tool.Outcome(status: 0, output: "", error: ""))
    let text = try scratch.text(of: "figures.txt")
    #expect(text.hasPrefix("lenet5") && !text.contains(Self.escape))
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.directory.path())
    #expect(names == ["figures.txt"])
  }

  @Test func `a file that cannot be written ends with status 2`() throws {
    let outcome = try Tool.run("analyze", "specs/zoo/lenet5.yaml", "-o", "/nowhere/figures.txt")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.error.contains("/nowhere/figures.txt: there is no directory /nowhere"))
  }

  @Test func `depth unfolds blocks`() throws {
    func rows(_ depth: String) throws -> Int {
      let outcome = try Tool.run("analyze", "specs/zoo/resnet.yaml", "--depth", depth)
      return outcome.output.split(separator: "\n").count
    }
    let (one, two, all) = (try rows("1"), try rows("2"), try rows("all"))
    #expect(one < two && two < all)
    #expect(try rows("1000") == all)
  }

  @Test func `a batch multiplies work and activations, and not parameters`() throws {
    func totals(_ arguments: String) throws -> [String: Int] {
      let outcome = try Tool.shell("fovea analyze specs/zoo/lenet5.yaml --format json \(arguments)", in: Tool.package)
      let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      return ((object?["totals"] as? [String: Any]) ?? [:]).compactMapValues { $0 as? Int }
    }
    let (one, eight) = (try totals(""), try totals("--batch 8 --dtype float16"))
    #expect(one["parameters"] == 61_706 && eight["parameters"] == 61_706)
    #expect(one["macs"] == 416_520 && eight["macs"] == 8 * 416_520)
    #expect(one["weight_bytes"] == 4 * 61_706 && eight["weight_bytes"] == 2 * 61_706)
    let peak = try #require(one["peak_activation_bytes"])
    #expect(eight["peak_activation_bytes"] == 4 * peak)
  }
}
