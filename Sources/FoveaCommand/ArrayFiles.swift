import FoveaNumerics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files that hold arrays: `.npy` and `.npz`.
enum ArrayFiles {
  /// Reads an array.
  static func array(_ path: String) throws(FileError) -> NPYArray {
    let bytes = try bytes(path)
    do {
      return try NPYArray(bytes: bytes)
    } catch {
      throw FileError(path, "\(error)")
    }
  }

  /// Reads an archive of arrays.
  static func archive(_ path: String) throws(FileError) -> NPZArchive {
    let bytes = try bytes(path)
    do {
      return try NPZArchive(bytes: bytes)
    } catch {
      throw FileError(path, "\(error)")
    }
  }

  /// Replaces a file at once.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw FileError(path, "the file cannot be written")
    }
  }

  private static func bytes(_ path: String) throws(FileError) -> [UInt8] {
    guard Files.exists(path) else { throw FileError(path, "there is no such file") }
    guard !Files.isDirectory(path) else { throw FileError(path, "this is a directory") }
    let limit = MemoryLimit.bytes
    guard let descriptor = Descriptor(reading: path), let bytes = descriptor.bytes(atMost: limit) else {
      throw FileError(path, "the file cannot be read")
    }
    guard bytes.count < limit else { throw FileError(path, "the file has more than \(limit) bytes") }
    return bytes
  }
}
