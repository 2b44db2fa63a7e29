import FoveaText

/// A file that cannot be read or written.
struct FileError: Error, CustomStringConvertible {
  let description: String

  init(_ path: String, _ problem: String) {
    description = "\(VisibleText.escape(path)): \(problem)"
  }
}
