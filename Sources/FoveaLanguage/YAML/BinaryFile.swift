/// Files that are no text, by what they begin with.
enum BinaryFile {
  private static let marks: [(bytes: [UInt8], name: String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF8".utf8), "a GIF picture"), (Array("%PDF".utf8), "a PDF document"),
    (Array("PK\u{3}\u{4}".utf8), "a zip archive, as .npz and .pth files are"),
    ([0x1F, 0x8B], "a file compressed by gzip"),
    ([0x93] + Array("NUMPY".utf8), "an array of NumPy"), ([0x89] + Array("HDF".utf8), "a file of HDF5"),
    ([0x7F] + Array("ELF".utf8), "a program"), ([0x80, 0x02], "a pickle of Python"),
    ([0x80, 0x04], "a pickle of Python"),
  ]

  /// What the bytes of a file are, if they are no text; nil for text, with mistakes or not.
  static func name(of bytes: [UInt8]) -> String? {
    if let mark = marks.first(where: { bytes.starts(with: $0.bytes) }) { return mark.name }
    // A text may have some stray control characters.
    let start = bytes.prefix(512)
    let controls = start.count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    return controls > 4 && controls * 10 > start.count ? "a binary file" : nil
  }
}
