/// Named arrays in NumPy's `.npz` format: a zip archive of `.npy` files, stored without compression.
///
/// The container: PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
public struct NPZArchive: Equatable, Sendable {
  /// One array and its name, without `.npy`.
  public struct Entry: Equatable, Sendable {
    /// The name without `.npy`.
    public var name: String
    /// The array.
    public var array: NPYArray

    /// A named array.
    public init(name: String, array: NPYArray) {
      self.name = name
      self.array = array
    }
  }

  /// The arrays in the order of the archive.
  public var entries: [Entry]

  /// An archive of named arrays.
  public init(entries: [Entry] = []) { self.entries = entries }

  /// The first array of that name.
  public subscript(name: String) -> NPYArray? { entries.first { $0.name == name }?.array }

  /// Decodes a whole `.npz` file; the checksum of every array is verified. Names that `ignoring` is true for are left out,
  /// whatever they hold.
  public init(bytes: [UInt8], ignoring: (String) -> Bool = { _ in false }) throws(NumericsError) {
    let (count, directory) = try Self.endOfDirectory(bytes)
    entries = []
    var names: Set<String> = []
    var at = directory
    for _ in 0..<count {
      guard try littleEndian(bytes, at, 4) == 0x0201_4b50 else { throw .format("a zip directory entry is damaged") }
      let method = try littleEndian(bytes, at + 10, 2)
      let checksum = try littleEndian(bytes, at + 16, 4)
      let (packed, size) = (try littleEndian(bytes, at + 20, 4), try littleEndian(bytes, at + 24, 4))
      let nameLength = try littleEndian(bytes, at + 28, 2)
      let extra = try littleEndian(bytes, at + 30, 2) + littleEndian(bytes, at + 32, 2)
      let local = try littleEndian(bytes, at + 42, 4)
      guard at + 46 + nameLength <= bytes.count else { throw .format("a zip directory ends within a name") }
      let file = String(decoding: bytes[at + 46..<at + 46 + nameLength], as: UTF8.self)
      at += 46 + nameLength + extra
      let name = file.hasSuffix(".npy") ? String(file.dropLast(4)) : file
      if ignoring(name) { continue }
      guard names.insert(name).inserted else { throw .format("the array '\(name)' is there twice") }
      guard method == 0 else {
        throw .format("'\(file)' is compressed (zip method \(method)), only stored arrays are supported")
      }
      guard packed == size, size != 0xffff_ffff else { throw .format("'\(file)' is too large for a zip without zip64") }
      guard try littleEndian(bytes, local, 4) == 0x0403_4b50 else { throw .format("'\(file)' has no zip header") }
      let start = try local + 30 + littleEndian(bytes, local + 26, 2) + littleEndian(bytes, local + 28, 2)
      guard start + size <= bytes.count else { throw .format("'\(file)' ends after the end of the file") }
      let data = bytes[start..<start + size]
      guard Int(CRC32.checksum(data)) == checksum else { throw .format("'\(file)' does not match its checksum") }
      let array: NPYArray
      do {
        array = try NPYArray(bytes: data)
      } catch {
        throw .format("'\(name)': \(error)")
      }
      entries.append(Entry(name: name, array: array))
    }
  }

  /// The whole `.npz` file.
  public func bytes() throws(NumericsError) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let name = Array((entry.name + ".npy").utf8)
      let data = entry.array.bytes
      guard name.count <= 0xffff, file.count + data.count < 0xffff_ffff, entries.count <= 0xffff else {
        throw .format("'\(entry.name)' does not fit a zip without zip64")
      }
      // Version 2.0, no flags, stored, 1 January 1980.
      let common =
        [(20, 2), (0, 2), (0, 2), (0, 2), (33, 2), (Int(CRC32.checksum(data[...])), 4), (data.count, 4)]
        + [(data.count, 4), (name.count, 2), (0, 2)]
      directory += fields([(0x0201_4b50, 4), (20, 2)] + common)
      directory += fields([(0, 2), (0, 2), (0, 2), (0, 4), (file.count, 4)]) + name
      file += fields([(0x0403_4b50, 4)] + common) + name + data
    }
    let end = fields([
      (0x0605_4b50, 4), (0, 2), (0, 2), (entries.count, 2), (entries.count, 2), (directory.count, 4), (file.count, 4),
      (0, 2),
    ])
    return file + directory + end
  }

  /// The number of entries and where their directory begins. The record is the last one; a comment may follow it.
  private static func endOfDirectory(_ bytes: [UInt8]) throws(NumericsError) -> (count: Int, start: Int) {
    var at = bytes.count - 22
    while at >= max(0, bytes.count - 22 - 0xffff) {
      if try littleEndian(bytes, at, 4) == 0x0605_4b50 {
        return (try littleEndian(bytes, at + 10, 2), try littleEndian(bytes, at + 16, 4))
      }
      at -= 1
    }
    throw .format("not an npz file: it has no zip directory")
  }
}

private func littleEndian(_ bytes: [UInt8], _ at: Int, _ width: Int) throws(NumericsError) -> Int {
  guard at >= 0, at + width <= bytes.count else { throw .format("a zip file ends at byte \(bytes.count), too early") }
  return bytes[at..<at + width].reversed().reduce(0) { $0 << 8 | Int($1) }
}

private func fields(_ values: [(Int, Int)]) -> [UInt8] {
  values.flatMap { value, width in (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
}
