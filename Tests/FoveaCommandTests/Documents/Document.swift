import Foundation
import Testing

/// A document of the package whose examples are run.
struct Document: Sendable, CustomTestStringConvertible {
  /// The path within the package.
  let path: String

  var testDescription: String { path }

  private var url: URL { Tool.package.appending(path: path) }

  func read() throws -> String { String(decoding: try Data(contentsOf: url), as: UTF8.self) }

  func write(_ text: String) throws {
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Whether expected outputs and generated pages are written instead of compared.
  static let isRecording = ProcessInfo.processInfo.environment["FOVEA_RECORD"] == "1"

  /// The directory of the documentation.
  static let catalogue = "Sources/Fovea/Fovea.docc"

  /// Every document with examples.
  static let all: [Document] = {
    let found = FileManager.default.enumerator(atPath: Tool.package.appending(path: catalogue).path())
    let pages = (found?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".md") }.sorted()
    return (["README.md", "specs/lessons/README.md"] + pages.map { "\(catalogue)/\($0)" }).map(Document.init)
  }()
}
