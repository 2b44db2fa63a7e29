import FoveaText

/// Where the numbers of a tensor are in another file.
struct ExternalPlace: Equatable, Sendable {
  /// The path from the model's folder.
  private(set) var location = ""
  private(set) var offset = 0
  /// The number of bytes, where it is stated.
  private(set) var length: Int?

  /// Reads the entries of a tensor.
  ///
  /// A path that leaves the model's folder is refused: a file from elsewhere could make a program read any other.
  init(_ entries: [(key: String, value: String)], of name: String) throws(ONNXError) {
    let tensor = "the external data of the tensor `\(VisibleText.escape(name).excerpt)`"
    for (key, value) in entries {
      switch key {
      case "location": location = value
      case "offset": offset = try Self.number(value, "offset", tensor)
      case "length": length = try Self.number(value, "length", tensor)
      default: break
      }
    }
    guard !location.isEmpty else { throw ONNXError("\(tensor) has no location") }
    let isAbsolute = location.hasPrefix("/") || location.contains("\\") || location.contains(":")
    let parts = location.split(separator: "/")
    guard !isAbsolute, !parts.contains(".."), !location.contains("\0"), location.utf8.count <= 4_096 else {
      throw ONNXError(
        "\(tensor) is at `\(VisibleText.escape(location).excerpt)`, but it has to be in the model's folder")
    }
    guard offset <= Int.max - (length ?? 0) else { throw ONNXError("\(tensor) ends beyond any file") }
  }

  private static func number(_ text: String, _ key: String, _ tensor: String) throws(ONNXError) -> Int {
    guard let number = Int(text), number >= 0 else {
      throw ONNXError(
        "\(tensor) has the \(key) `\(VisibleText.escape(text).excerpt)`, expected a number of bytes")
    }
    return number
  }
}
