/// The files of a zip archive, as the directory at its end describes them.
///
/// The container: PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16 and 4.5.3 (zip64).
struct ZipDirectory {
  /// A file of the archive.
  struct Member {
    let name: String
    let flags: Int
    let method: Int
    let checksum: Int
    /// How many bytes the data take in the archive.
    var packed: Int
    /// How many bytes the file has.
    var size: Int
    /// Where its header begins.
    var header: Int
  }

  private(set) var members: [Member] = []
  /// Where the directory begins, behind all data.
  let start: Int

  init(_ bytes: [UInt8]) throws(NumericsError) {
    let end = try End(bytes)
    start = end.start
    var at = end.start
    for _ in 0..<end.count {
      guard try littleEndian(bytes, at, 4) == 0x0201_4b50 else { throw .format("a zip directory entry is damaged") }
      let nameLength = try littleEndian(bytes, at + 28, 2)
      let (extra, comment) = (try littleEndian(bytes, at + 30, 2), try littleEndian(bytes, at + 32, 2))
      let (name, next) = (at + 46, at + 46 + nameLength + extra + comment)
      guard next <= end.start + end.size else { throw .format("a zip directory ends within an entry") }
      var member = Member(
        name: String(decoding: bytes[name..<name + nameLength], as: UTF8.self),
        flags: try littleEndian(bytes, at + 8, 2), method: try littleEndian(bytes, at + 10, 2),
        checksum: try littleEndian(bytes, at + 16, 4), packed: try littleEndian(bytes, at + 20, 4),
        size: try littleEndian(bytes, at + 24, 4), header: try littleEndian(bytes, at + 42, 4))
      try member.widen(bytes, name + nameLength..<name + nameLength + extra)
      members.append(member)
      at = next
    }
    guard at == end.start + end.size else {
      throw .format("a zip directory of \(end.size) bytes has entries of \(at - end.start)")
    }
  }
}

extension ZipDirectory.Member {
  /// Takes from the extra fields what 32 bits cannot hold; there it stands in this order.
  fileprivate mutating func widen(_ bytes: [UInt8], _ extra: Range<Int>) throws(NumericsError) {
    let narrow = [\Self.size, \.packed, \.header].filter { self[keyPath: $0] == 0xffff_ffff }
    guard !narrow.isEmpty else { return }
    var at = extra.lowerBound
    while at + 4 <= extra.upperBound {
      let (kind, length) = (try littleEndian(bytes, at, 2), try littleEndian(bytes, at + 2, 2))
      at += 4
      guard length <= extra.upperBound - at else { break }
      if kind == 1, length >= 8 * narrow.count {
        for (index, path) in narrow.enumerated() { self[keyPath: path] = try littleEndian(bytes, at + 8 * index, 8) }
        return
      }
      at += length
    }
    throw .format("'\(name)' is too large for a zip without zip64")
  }

  /// Where the data stand. Everything from the header to the end of the data lies before the directory.
  func range(in bytes: [UInt8], before directory: Int) throws(NumericsError) -> Range<Int> {
    guard header <= directory, try littleEndian(bytes, header, 4) == 0x0403_4b50 else {
      throw .format("'\(name)' has no zip header")
    }
    let start = try header + 30 + littleEndian(bytes, header + 26, 2) + littleEndian(bytes, header + 28, 2)
    guard start <= directory, packed <= directory - start else {
      throw .format("'\(name)' ends after the beginning of the directory")
    }
    return start..<start + packed
  }
}

/// How many entries the directory has, and where it is.
private struct End {
  let count: Int
  let size: Int
  let start: Int

  /// The record is the last one; a comment may follow it. What it cannot hold stands in another record of zip64.
  init(_ bytes: [UInt8]) throws(NumericsError) {
    guard let record = try Self.record(bytes) else { throw .format("not an npz file: it has no zip directory") }
    var limit = record
    var numbers = (
      count: try littleEndian(bytes, record + 10, 2), size: try littleEndian(bytes, record + 12, 4),
      start: try littleEndian(bytes, record + 16, 4)
    )
    if numbers.count == 0xffff || numbers.size == 0xffff_ffff || numbers.start == 0xffff_ffff, record >= 20,
      try littleEndian(bytes, record - 20, 4) == 0x0706_4b50
    {
      limit = try littleEndian(bytes, record - 12, 8)
      guard limit <= record - 20, try littleEndian(bytes, limit, 4) == 0x0606_4b50 else {
        throw .format("the end of a zip64 directory is damaged")
      }
      numbers = (
        try littleEndian(bytes, limit + 32, 8), try littleEndian(bytes, limit + 40, 8),
        try littleEndian(bytes, limit + 48, 8)
      )
    }
    (count, size, start) = numbers
    guard start <= limit, size <= limit - start else { throw .format("a zip directory ends after its end record") }
  }

  private static func record(_ bytes: [UInt8]) throws(NumericsError) -> Int? {
    var at = bytes.count - 22
    while at >= max(0, bytes.count - 22 - 0xffff) {
      if try littleEndian(bytes, at, 4) == 0x0605_4b50 { return at }
      at -= 1
    }
    return nil
  }
}

/// A number of at most eight bytes, lowest first. `at` is a place in the bytes, or at most a few 65,535 behind them.
private func littleEndian(_ bytes: [UInt8], _ at: Int, _ width: Int) throws(NumericsError) -> Int {
  guard at >= 0, at + width <= bytes.count else { throw .format("a zip file ends at byte \(bytes.count), too early") }
  let value = bytes[at..<at + width].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  guard let number = Int(exactly: value) else {
    throw .format("a zip file states \(value) bytes, more than there can be")
  }
  return number
}
