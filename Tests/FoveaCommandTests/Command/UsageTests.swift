import Testing

/// Bad usage: exit status 2, nothing on the standard output, and what is wrong on the standard error.
@Suite struct UsageTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let arguments: String
    let message: String

    var testDescription: String { arguments }

    init(_ arguments: String, _ message: String) {
      (self.arguments, self.message) = (arguments, message)
    }
  }

  static let mistakes = [
    Mistake("analize specs/zoo/lenet5.yaml", "there is no command `analize`; did you mean `analyze`?"),
    Mistake("specs/zoo/lenet5.yaml", "the commands are analyze, "),
    Mistake(
      "analyze specs/zoo --variant resnet5", "no description below specs/zoo has a variant `resnet5`; did you mean"),
    Mistake("analyze", "<spec>"),
    Mistake("expand", "<spec>"),
    Mistake("analyze --dept 3 specs/zoo/lenet5.yaml", "Did you mean '--depth'?"),
    Mistake("analyze --format xml specs/zoo/lenet5.yaml", "xml"),
    Mistake("analyze --format jsn specs/zoo/lenet5.yaml", "text, markdown, csv or json; did you mean `json`?"),
    Mistake("compare --format sarif specs/zoo/lenet5.yaml", "`compare` does not write it; it must be text, markdown"),
    Mistake("lint --format markdwn specs/zoo/lenet5.yaml", "did you mean `markdown`?"),
    Mistake("report --format txt specs/zoo/lenet5.yaml", "it must be auto, markdown or html"),
    Mistake("analyze --format specs/zoo/lenet5.yaml", "--format"),
    Mistake("analyze --color maybe specs/zoo/lenet5.yaml", "maybe"),
    Mistake("analyze --dtype float24 specs/zoo/lenet5.yaml", "float24"),
    Mistake("analyze --depth 0 specs/zoo/lenet5.yaml", "--depth"),
    Mistake("analyze --depth deep specs/zoo/lenet5.yaml", "--depth"),
    Mistake("analyze --batch 0 specs/zoo/lenet5.yaml", "--batch must be from 1 to 1000000000, found 0"),
    Mistake("analyze --batch -1 specs/zoo/lenet5.yaml", "--batch"),
    Mistake("analyze --batch two specs/zoo/lenet5.yaml", "--batch"),
    Mistake(
      "analyze --variant resnet5 specs/zoo/resnet.yaml",
      "specs/zoo/resnet.yaml has no variant `resnet5`; did you mean `resnet50`?"),
    Mistake("analyze specs/zoo/resnet.yaml:resnet5", "has no variant `resnet5`; did you mean `resnet50`?"),
    Mistake("run specs/zoo/resnet.yaml:all", "run executes one network, found"),
    Mistake("analyze --variant large specs/lessons/dilation.yaml", "the variants are gridding, hybrid"),
    Mistake("analyze --variant b0 specs/zoo/lenet5.yaml", "specs/zoo/lenet5.yaml has no variants"),
    Mistake("expand --variant resnet5 specs/zoo/resnet.yaml", "did you mean `resnet50`?"),
    Mistake("analyze --set rate=3 specs/lessons/dilation.yaml", "no parameter `rate`; did you mean `rates`?"),
    Mistake("analyze --set rates specs/lessons/dilation.yaml", "--set needs name=value, found rates"),
    Mistake("analyze --set before=x+1 specs/lessons/even_kernels.yaml", "--set before needs an integer"),
    Mistake("analyze --set size=99 specs/zoo/lenet5.yaml", "specs/zoo/lenet5.yaml has no parameter `size`"),
    Mistake("analyze --input 3y32 specs/zoo/lenet5.yaml", "--input needs channels and sizes such as 3x320x320"),
    Mistake("analyze --input 1x0x32 specs/zoo/lenet5.yaml", "a size must be an integer from 1"),
    Mistake("analyze --input 1x-2x32 specs/zoo/lenet5.yaml", "--input needs channels and sizes"),
    Mistake("analyze --input 1x2x3x4x5 specs/zoo/lenet5.yaml", "--input needs channels and sizes"),
    Mistake("analyze --input left=1x32x32 specs/zoo/lenet5.yaml", "no input `left`; the inputs are input"),
    Mistake("expand specs/zoo", "expand prints one network, found"),
    Mistake("expand --variant all specs/lessons/dilation.yaml", "expand prints one network, found 2"),
    Mistake("analyze nowhere.yaml", "nowhere.yaml: there is no such file"),
    Mistake("analyze nowhere.yaml nothing.yaml", "nothing.yaml: there is no such file"),
    Mistake("analyze Package.swift/net.yaml", "Package.swift/net.yaml: there is no such file"),
    Mistake("analyze Tests/FoveaCommandTests/Command", "no *.yaml or *.yml file is below this directory"),
    Mistake("expand nowhere.yaml", "nowhere.yaml: there is no such file"),
    Mistake("explain griding", "there is no rule `griding`; did you mean `gridding`?"),
    Mistake("explain skiped-pixels", "did you mean `skipped-pixels`?"),
    Mistake("analyze specs/zoo/lenet.yaml", "there is no such file; did you mean `specs/zoo/lenet5.yaml`?"),
    Mistake("compose specs/zoo/alexnt.yaml", "did you mean `specs/zoo/alexnet.yaml`?"),
    Mistake("expand specs/zoo/resnet", "did you mean `specs/zoo/resnet.yaml`?"),
    Mistake("analyze resnet50", "there is no such file; `fovea new resnet50.yaml --from resnet50` writes the network"),
    Mistake("analyze unet.yaml", "there is no such file; `fovea new unet.yaml --from unet` writes the network"),
  ]

  @Test(arguments: mistakes) func `bad usage ends with status 2 and says why`(_ mistake: Mistake) throws {
    let outcome = try Tool.shell("fovea \(mistake.arguments)", in: Tool.package)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains(mistake.message), "\(outcome.error)")
    #expect(outcome.error.hasPrefix("fovea: error: "), "\(outcome.error)")
  }

  @Test(arguments: ["analyze --variant large", "analyze --batch 0", "expand --variant all"])
  func `bad usage shows how its own command is used`(_ arguments: String) throws {
    let outcome = try Tool.shell("fovea \(arguments) specs/lessons/dilation.yaml", in: Tool.package)
    let command = arguments.prefix { $0 != " " }
    #expect(outcome.error.contains("\nUsage: fovea \(command) <spec>"), "\(outcome.error)")
    #expect(outcome.error.hasSuffix("  See 'fovea \(command) --help' for more information.\n"))
  }

  @Test(arguments: ["--help", "analyze --help", "expand --help", "help analyze", "--version"])
  func `help and the version go to the standard output`(_ arguments: String) throws {
    let outcome = try Tool.shell("fovea \(arguments)", in: Tool.package)
    #expect(outcome.status == 0 && !outcome.output.isEmpty && outcome.error.isEmpty)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `a completion script is made for each shell`(_ shell: String) throws {
    let outcome = try Tool.run("--generate-completion-script", shell)
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    #expect(outcome.output.contains("analyze") && outcome.output.contains("variant"))
  }

  @Test(arguments: [
    ("FOVEA_ISA", "avx9", "there is no instruction set 'avx9', only baseline, avx2, avx512"),
    ("FOVEA_THREADS", "0", "FOVEA_THREADS must be from 1 to 1024, found '0'"),
    ("FOVEA_THREADS", "two", "FOVEA_THREADS must be from 1 to 1024, found 'two'"),
  ]) func `an environment variable that makes no sense is bad usage`(_ name: String, _ value: String, _ message: String)
    throws
  {
    let outcome = try Tool.run("run", "specs/zoo/lenet5.yaml", environment: [name: value])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty && outcome.error.contains(message))
  }
}
