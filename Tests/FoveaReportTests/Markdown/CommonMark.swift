import Foundation

/// Markdown as an implementation of GitHub's dialect reads it: `cmark-gfm`, as XML.
enum CommonMark {
  private static let path = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { $0 + "/cmark-gfm" }
    .first(where: FileManager.default.isExecutableFile)
  static var isThere: Bool { path != nil }

  /// The elements of a text with their contents.
  static func read(_ markdown: String) throws -> Element {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "cmark-gfm")
    process.arguments = ["-t", "xml", "-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tasklist"]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    // The reader begins before all is written, so that neither waits for the other.
    let writer = Thread {
      try? input.fileHandleForWriting.write(contentsOf: Data(markdown.utf8))
      try? input.fileHandleForWriting.close()
    }
    writer.start()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try ElementReader.read(data)
  }
}
