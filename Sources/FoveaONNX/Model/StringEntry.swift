/// A pair of texts, of which metadata and the places of external data consist.
enum StringEntry {
  static func read(_ reader: WireReader) throws(ONNXError) -> (key: String, value: String) {
    var reader = reader
    var (key, value) = ("", "")
    while let field = try reader.next() {
      switch field.number {
      case 1: key = try field.text("key")
      case 2: value = try field.text("value")
      default: break
      }
    }
    return (key, value)
  }
}
