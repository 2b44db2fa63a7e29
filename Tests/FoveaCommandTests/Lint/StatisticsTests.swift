import Testing

@Suite struct StatisticsTests {
  private static let network = """
    fovea: 1
    input: 3x32x32
    layers:
      - conv: {out: 8, kernel: 3, padding: half}
      - batch_norm
      - relu
      - relu
      - conv: {out: 8, kernel: 3, padding: half}
        repeat: 2
      - conv: {out: 8, kernel: 1, stride: 2}

    """

  private static func lint(_ arguments: String) throws -> Tool.Outcome {
    let scratch = try Scratch()
    try scratch.write(network, to: "a.yaml")
    try scratch.write(network, to: "b.yaml")
    return try Tool.shell("fovea lint . \(arguments)", in: scratch.directory)
  }

  @Test func `the rules are counted, the most frequent first`() throws {
    let outcome = try Self.lint("--statistics --select skipped-pixels,redundant-activation,linear-pair")
    #expect(outcome.status == 1)
    let rows = outcome.output.split(separator: "\n").filter { !$0.hasPrefix("─") }
    #expect(
      rows.map { $0.split(separator: " ").joined(separator: " ") } == [
        "findings layers files fixable severity rule", "4 4 2 0 warning linear-pair",
        "2 2 2 2 warning redundant-activation", "2 2 2 0 warning skipped-pixels",
        "8 warnings in 2 files; 2 fixable with --fix",
      ])
  }

  @Test func `the counts are written as JSON`() throws {
    let outcome = try Self.lint("--statistics --format json --select skipped-pixels")
    #expect(
      outcome.output == """
        [
          {"rule": "skipped-pixels", "severity": "warning", "findings": 2, "layers": 2, "files": 2, "fixable": 0}
        ]

        """)
  }

  @Test(arguments: ["sarif", "github", "junit"])
  func `other formats have no counts`(format: String) throws {
    let outcome = try Self.lint("--statistics --format \(format)")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.error.contains("--statistics is written as text or json"))
  }

  @Test func `there is nothing left to say of the networks of the zoo`() throws {
    let outcome = try Tool.shell("fovea lint specs/zoo", in: Tool.package)
    #expect(outcome.status == 0 && outcome.output.hasPrefix("no findings in "), "\(outcome)")
  }
}
