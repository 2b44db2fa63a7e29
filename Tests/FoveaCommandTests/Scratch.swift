import Foundation

/// A directory for the files of one test, removed with the value.
final class Scratch {
  let directory: URL

  init() throws {
    directory = FileManager.default.temporaryDirectory.appending(path: "fovea-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: directory)
  }

  func url(_ name: String) -> URL { directory.appending(path: name) }

  func path(_ name: String) -> String { url(name).path() }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url(name))
  }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
  }

  /// Makes the example networks of the package visible below `specs`.
  func linkSpecs() throws {
    try FileManager.default.createSymbolicLink(
      at: url("specs"), withDestinationURL: Tool.package.appending(path: "specs"))
  }
}
