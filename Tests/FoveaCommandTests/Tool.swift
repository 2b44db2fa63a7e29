import Foundation

/// The built command, run as a process.
enum Tool {
  /// What a process left behind.
  struct Outcome: Hashable {
    let status: Int32
    let output: String
    let error: String
  }

  /// The root of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The directory of the products: the command lies beside the bundle of the tests.
  private static let products: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    return bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
  }()

  /// Runs the command.
  static func run(
    _ arguments: String..., input: String = "", in directory: URL = package, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, input: input, in: directory, environment: environment)
  }

  /// Runs the command.
  static func run(
    _ arguments: [String], input: String = "", in directory: URL = package, environment: [String: String] = [:]
  ) throws -> Outcome {
    try launch(
      products.appending(path: "fovea"), arguments, input: input, in: directory, environment: environment)
  }

  /// Runs a script, with the command on the path.
  static func shell(_ script: String, in directory: URL) throws -> Outcome {
    try launch(URL(filePath: "/bin/sh"), ["-c", script], input: "", in: directory, environment: [:])
  }

  private static func launch(
    _ executable: URL, _ arguments: [String], input: String, in directory: URL, environment: [String: String]
  ) throws -> Outcome {
    let scratch = try Scratch()
    for (name, text) in [("in", input), ("out", ""), ("err", "")] { try scratch.write(text, to: name) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.environment = ["PATH": "\(products.path()):/usr/bin:/bin", "COLUMNS": "80", "LANG": "C.UTF-8"]
      .merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: scratch.url("in"))
    process.standardOutput = try FileHandle(forWritingTo: scratch.url("out"))
    process.standardError = try FileHandle(forWritingTo: scratch.url("err"))
    try process.run()
    process.waitUntilExit()
    return try Outcome(
      status: process.terminationStatus, output: scratch.text(of: "out"), error: scratch.text(of: "err"))
  }
}
