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
  /// Reads an array of finite numbers.
  static func array(_ path: String) throws(FileError) -> NPYArray {
    let bytes = try bytes(path)
    let array: NPYArray
    do {
      array = try NPYArray(bytes: bytes)
    } catch {
      throw FileError(path, "\(error)")
    }
    if let found = NonfiniteNumbers(in: array) { throw FileError(path, "there is \(found)") }
    return array
  }

  /// Reads the arrays, of finite numbers, of a `.npz` or a `.safetensors` file, whichever its name ends with. Counters
  /// of batches are left out.
  static func archive(_ path: String) throws(FileError) -> NPZArchive {
    let bytes = try bytes(path)
    let archive: NPZArchive
    do {
      if path.hasSuffix(".safetensors") {
        archive = NPZArchive(entries: try SafeTensors(bytes: bytes, ignoring: WeightNames.isCounter).entries)
      } else {
        archive = try NPZArchive(bytes: bytes, ignoring: WeightNames.isCounter)
      }
    } catch {
      throw FileError(path, "\(error)")
    }
    try check(archive, in: path)
    return archive
  }

  /// Nothing is drawn from, or written as, numbers that are none.
  private static func check(_ archive: NPZArchive, in path: String) throws(FileError) {
    for entry in archive.entries {
      if let found = NonfiniteNumbers(in: entry.array) { throw FileError(path, "`\(entry.name)` has \(found)") }
    }
  }

  /// Writes arrays of finite numbers to a `.npz` or a `.safetensors` file, whichever its name ends with.
  static func write(_ archive: NPZArchive, to path: String) throws(FileError) {
    try check(archive, in: path)
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
