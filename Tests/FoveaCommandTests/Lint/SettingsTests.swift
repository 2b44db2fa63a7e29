import Foundation
import Testing

/// What is in force, and the limits that configurations and descriptions set.
@Suite struct SettingsTests {
  private static let spec = """
    fovea: 1
    input: 3x32x32
    layers:
      - conv: {out: 8, kernel: 3, padding: half}
      - max_pool: {kernel: 2}
        name: pool
      - conv: {out: 8, kernel: 5, padding: half}
    outputs: {features: pool}
    budget: {macs: <= 1G}

    """

  private func scratch(_ configuration: String) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(Self.spec, to: "a.yaml")
    try scratch.write(configuration, to: ".fovea.yml")
    return scratch
  }

  @Test func `limits are shown with where they come from`() throws {
    let scratch = try scratch("severity: {gridding: error}\nbudget:\n  receptive_field: {features: '>= 9'}\n")
    let outcome = try Tool.run("lint", "--show-config", "a.yaml", in: scratch.directory)
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "a.yaml")
    #expect(lines.contains { $0.hasPrefix("  gridding: error, by `severity` at ") && $0.hasSuffix("/.fovea.yml:1") })
    #expect(
      lines.contains {
        $0.hasPrefix("  budget: receptive_field of features: >= 9, by `budget` at ") && $0.hasSuffix(":3")
      })
    #expect(lines.last == "  budget: macs: <= 1,000,000,000, by `budget` at a.yaml:9")
  }

  @Test func `a limit of a configuration that is broken names its place and the layers behind the figure`() throws {
    let scratch = try scratch("budget: {parameters: <= 1k, receptive_field: {features: '>= 9'}, output_stride: <= 1}\n")
    let outcome = try Tool.run("lint", "a.yaml", in: scratch.directory, environment: ["COLUMNS": "400"])
    #expect(outcome.status == 1)
    for text in [
      "parameters are 1,832, the limit of `", ".fovea.yml:1` is `<= 1,000`", "`conv_2` has 1,608", "`conv` has 224",
      "the receptive field of the output `features` is 4 rows, the limit of `", "`conv` adds 2 rows",
      "`pool` adds 1 row",
      "the stride of the output `features` is 2 rows", "`pool` makes it 2 rows",
    ] { #expect(outcome.output.contains(text), "\(text)") }
  }
}
