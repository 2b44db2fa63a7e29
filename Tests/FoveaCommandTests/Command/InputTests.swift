import Foundation
import Testing

/// What the command reads: files, directories, the standard input, and several of them.
@Suite struct InputTests {
  private static let small = "fovea: 1\nname: small\ninput: 3x8x8\nlayers:\n  - conv: {out: 4, kernel: 3}\n"
  private static let wrong = "fovea: 1\nname: wrong\ninput: 3x8x8\nlayers:\n  - conv: {out: 4, kernal: 3}\n"

  private func objects(_ text: String) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
  }

  private func names(_ text: String) throws -> [String] {
    try objects(text).map { object in
      "\(object["network"] as? String ?? "-") \(object["variant"] as? String ?? "-")"
    }
  }

  @Test func `a network without mistakes ends with status 0`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.small, to: "small.yaml")
    let outcome = try Tool.run("analyze", "small.yaml", in: scratch.directory)
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    #expect(outcome.output.hasPrefix("small  small.yaml\n"))
  }

  @Test(arguments: ["analyze", "compose", "expand", "rewrite --dry-run", "sweep"])
  func `a variant behind a colon is the one of the option`(command: String) throws {
    let option = try Tool.shell("fovea \(command) specs/zoo/resnet.yaml --variant resnet34", in: Tool.package)
    let colon = try Tool.shell("fovea \(command) specs/zoo/resnet.yaml:resnet34", in: Tool.package)
    #expect(colon.output == option.output && colon.status == option.status && !colon.output.isEmpty)
  }

  @Test func `a mistake ends with status 1 and is shown where it is`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.wrong, to: "wrong.yaml")
    let outcome = try Tool.run("analyze", "wrong.yaml", in: scratch.directory)
    #expect(outcome.status == 1)
    #expect((outcome.output + outcome.error).contains("wrong.yaml:5:20: error: "))
    #expect((outcome.output + outcome.error).contains("did you mean `kernel`?"))
  }

  @Test func `findings are part of the JSON`() throws {
    let outcome = try Tool.run("analyze", "-", "--format", "json", input: Self.wrong)
    #expect(outcome.status == 1 && outcome.error.isEmpty)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect((object["diagnostics"] as? [Any])?.count == 1)
    #expect((object["layers"] as? [Any])?.isEmpty == true)
  }

  @Test func `a minus sign is the standard input`() throws {
    let outcome = try Tool.run("analyze", "-", input: Self.small)
    #expect(outcome.status == 0 && outcome.output.hasPrefix("small  <stdin>\n"))
  }

  @Test func `an empty standard input is a mistake`() throws {
    let outcome = try Tool.run("analyze", "-")
    #expect(outcome.status == 1)
    #expect((outcome.output + outcome.error).contains("<stdin>:1:1: error: the file is empty"))
  }

  @Test func `several descriptions are an array in their order`() throws {
    let outcome = try Tool.run(
      "analyze", "specs/zoo/lenet5.yaml", "specs/lessons/dilation.yaml", "--format", "json")
    #expect(outcome.status == 0)
    #expect(try names(outcome.output) == ["lenet5 -", "dilation gridding"])
  }

  @Test func `all variants are an array`() throws {
    let outcome = try Tool.run("analyze", "specs/lessons/dilation.yaml", "--variant", "all", "--format", "json")
    #expect(try names(outcome.output) == ["dilation gridding", "dilation hybrid"])
  }

  @Test func `a directory stands for every variant of every description below it`() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(at: scratch.url("b/c"), withIntermediateDirectories: true)
    try scratch.write(Self.small, to: "b/c/deep.yml")
    try scratch.write(Self.small, to: "z.yaml")
    try scratch.write("no description", to: "a.txt")
    try scratch.write(
      "fovea: 1\nname: family\ninput: 3x8x8\nparams: {n: 1}\nvariants: {one: {}, two: {n: 2}}\n"
        + "layers:\n  - conv: {out: n, kernel: 3}\n", to: "b/family.yaml")
    let outcome = try Tool.run("analyze", ".", "--format", "json", in: scratch.directory)
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    #expect(try names(outcome.output) == ["small -", "family one", "family two", "small -"])
  }

  @Test func `a variant of a directory stands for the descriptions that have it`() throws {
    let outcome = try Tool.run("analyze", "specs/zoo", "--variant", "resnet50", "--format", "json")
    #expect(try outcome.status == 0 && names(outcome.output) == ["resnet resnet50"])
  }

  @Test func `what can be read is analysed beside what cannot`() throws {
    let outcome = try Tool.run("analyze", "nowhere.yaml", "specs/zoo/lenet5.yaml")
    #expect(outcome.status == 2)
    #expect(outcome.output.hasPrefix("lenet5"))
    #expect(outcome.error.hasSuffix("nowhere.yaml: there is no such file\n"))
  }

  #if os(Linux)
    /// The system refuses to read this file, even to the owner of everything.
    @Test func `a file that cannot be read ends with status 2`() throws {
      let outcome = try Tool.run("analyze", "/proc/self/mem")
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.error.contains("/proc/self/mem: the file cannot be read"))
    }
  #endif

  @Test func `a variant, a parameter and a shape replace those of the description`() throws {
    let outcome = try Tool.run(
      "analyze", "specs/lessons/seven_by_seven.yaml", "--variant", "stem", "--set", "size=64", "--input", "3x32x48",
      "--depth", "all")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("seven_by_seven · stem") && outcome.output.contains("input 3x32x48"))
  }

  @Test func `a list can be the value of a parameter`() throws {
    let outcome = try Tool.run("analyze", "specs/lessons/dilation.yaml", "--set", "rates=[1, 1, 1]")
    #expect(outcome.status == 0 && outcome.output.contains("sees 7/1"))
  }
}
