import ArgumentParser
import Fovea
import FoveaNumerics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files that hold arrays: `.npy`, `.npz` and `.safetensors`.
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

  /// Reads the arrays of a `.npz` or a `.safetensors` file, whichever its name ends with. Counters of batches are left
  /// out.
  static func archive(_ path: String) throws(FileError) -> NPZArchive {
    let bytes = try bytes(path)
    do {
      guard path.hasSuffix(".safetensors") else {
        return try NPZArchive(bytes: bytes, ignoring: WeightNames.isCounter)
      }
      return NPZArchive(entries: try SafeTensors(bytes: bytes, ignoring: WeightNames.isCounter).entries)
    } catch {
      throw FileError(path, "\(error)")
    }
  }

  /// Writes arrays to a `.npz` or a `.safetensors` file, whichever its name ends with.
  static func write(_ archive: NPZArchive, to path: String) throws(FileError) {
    let bytes: [UInt8]
    do {
      bytes = try path.hasSuffix(".safetensors") ? SafeTensors(entries: archive.entries).bytes() : archive.bytes()
    } catch {
      throw FileError(path, "\(error)")
    }
    try write(bytes, to: path)
  }

  /// Checks that the name of a file for weights tells its format.
  static func checkName(_ path: String, of option: String) throws {
    guard path.hasSuffix(".npz") || path.hasSuffix(".safetensors") else {
      throw ValidationError("\(option) needs a file that ends with .npz or .safetensors, found \(path)")
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
