import Foundation
import Testing

/// Commands that take long: they end with a limit, show how far they are, and can be interrupted.
@Suite struct TimeLimitTests {
  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    func network(_ input: String, _ layer: String) -> String {
      "fovea: 1\ninput: \(input)\nlayers:\n  - \(layer)\n"
    }
    try scratch.write(network("4x16x16x16", "conv: {out: 4, kernel: 9, padding: half}"), to: "cube.yaml")
    try scratch.write(network("32x16x16", "conv: {out: 32, kernel: 7, padding: half}"), to: "wide.yaml")
    try scratch.write(network("1x8000000", "conv: {out: 1, kernel: 3}"), to: "long.yaml")
    try scratch.write(network("16x600x600", "conv: {out: 64, kernel: 31, padding: half}"), to: "heavy.yaml")
    return scratch
  }

  @Test(arguments: [
    ("rewrite wide.yaml --budget 0.6 --dry-run --time-limit 0.3", 0, "searches were stopped at the time limit"),
    ("rewrite cube.yaml --layer conv --form minimal --dry-run --time-limit 0.3", 0, "was stopped at the time limit"),
    ("verify --receptive-field long.yaml --time-limit 0.3", 1, "error: stopped at the time limit:"),
    ("rewrite wide.yaml --time-limit 0", 2, "--time-limit must be above 0"),
    ("verify --receptive-field long.yaml --time-limit -1", 2, "--time-limit"),
  ]) func `searches end with the limit, which is told`(command: String, status: Int32, words: String) throws {
    let (scratch, start) = (try scratch(), ContinuousClock.now)
    let outcome = try Tool.shell("fovea \(command)", in: scratch.directory)
    #expect(outcome.status == status)
    let text = (outcome.output + outcome.error).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains(words), "\(text)")
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  private static let commands = [
    "rewrite cube.yaml --layer conv --form minimal --dry-run", "rewrite wide.yaml --budget 0.6 --dry-run",
    "verify --receptive-field long.yaml", "run heavy.yaml --algorithm reference", "measure heavy.yaml",
  ]

  @Test(arguments: commands) func `an interrupt ends what takes long`(command: String) throws {
    let scratch = try scratch()
    let outcome = try Tool.shell("timeout --preserve-status -s INT 1 fovea \(command)", in: scratch.directory)
    #expect(outcome.status == 130, "\(outcome)")
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")), arguments: commands)
  func `a terminal sees how far it is`(command: String) throws {
    let scratch = try scratch()
    let outcome = try Tool.shell(
      "script -qec 'timeout -s INT 4 fovea \(command)' /dev/null < /dev/null", in: scratch.directory)
    #expect(outcome.output.contains("\r\u{1B}[K"), "\(outcome)")
  }
}
