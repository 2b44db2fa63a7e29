import FoveaText

/// A file that cannot be read or written.
struct FileError: Error, CustomStringConvertible {
  let description: String
  /// Lines that stand below it, such as those of a program.
  let lines: [String]

  init(_ path: String, _ problem: String, lines: [String] = []) {
    description = "\(VisibleText.escape(path)): \(problem)"
    self.lines = lines
  }
}
