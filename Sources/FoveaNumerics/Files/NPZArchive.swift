/// Named arrays in NumPy's `.npz` format: a zip archive of `.npy` files.
///
/// They are written without compression, and read with and without it, from archives of zip64 too.
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

  /// Decodes a whole `.npz` file; the checksum of every array is verified.
  ///
  /// Names that `ignoring` is true for are left out, whatever they hold. All others together may take as many bytes as
  /// `MemoryLimit` allows one tensor.
  public init(bytes: [UInt8], ignoring: (String) -> Bool = { _ in false }) throws(NumericsError) {
    let directory = try ZipDirectory(bytes)
    entries = []
    var names: Set<String> = []
    var read: [(member: ZipDirectory.Member, range: Range<Int>)] = []
    var left = MemoryLimit.bytes
    for member in directory.members {
      let name = Self.name(of: member)
      if ignoring(name) { continue }
      guard names.insert(name).inserted else { throw .format("the array '\(name)' is there twice") }
      guard member.flags & 1 == 0 else { throw .format("'\(member.name)' is encrypted") }
      guard member.size <= left else {
        throw .format(
          "'\(member.name)' of \(member.size) bytes exceeds the limit of \(MemoryLimit.bytes) for all arrays")
      }
      left -= member.size
      read.append((member, try member.range(in: bytes, before: directory.start)))
    }
    try Self.checkApart(read)
    for (member, range) in read {
      let (name, data) = (Self.name(of: member), try Self.data(of: member, bytes[range]))
      do {
        entries.append(Entry(name: name, array: try NPYArray(bytes: data)))
      } catch {
        throw .format("'\(name)': \(error)")
      }
    }
  }

  private static func name(of member: ZipDirectory.Member) -> String {
    member.name.hasSuffix(".npy") ? String(member.name.dropLast(4)) : member.name
  }

  /// No byte of an archive belongs to two arrays.
  private static func checkApart(_ members: [(member: ZipDirectory.Member, range: Range<Int>)]) throws(NumericsError) {
    let sorted = members.sorted { $0.member.header < $1.member.header }
    for (first, second) in zip(sorted, sorted.dropFirst()) where first.range.upperBound > second.member.header {
      throw .format("'\(first.member.name)' and '\(second.member.name)' overlap")
    }
  }

  private static func data(of member: ZipDirectory.Member, _ packed: ArraySlice<UInt8>) throws(NumericsError)
    -> ArraySlice<UInt8>
  {
    let data: ArraySlice<UInt8>
    switch member.method {
    case 0:
      guard packed.count == member.size else {
        throw .format("'\(member.name)' is stored in \(packed.count) bytes, \(member.size) are stated")
      }
      data = packed
    case 8:
      do throws(Deflate.Failure) {
        data = try Deflate.unpacked(packed, size: member.size)[...]
      } catch {
        throw .format("'\(member.name)' \(error.reason)")
      }
    default:
      throw .format(
        "'\(member.name)' is compressed by zip method \(member.method), only stored and deflated arrays are read")
    }
    guard Int(Deflate.checksum(data)) == member.checksum else {
      throw .format("'\(member.name)' does not match its checksum")
    }
    return data
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
        [(20, 2), (0, 2), (0, 2), (0, 2), (33, 2), (Int(Deflate.checksum(data[...])), 4), (data.count, 4)]
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
}

private func fields(_ values: [(Int, Int)]) -> [UInt8] {
  values.flatMap { value, width in (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
}
