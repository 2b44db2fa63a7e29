import ArgumentParser
import Fovea
import FoveaNumerics

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
    if let ending = [".pth", ".pt"].first(where: path.hasSuffix) { throw pickled(path, ending) }
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

  /// Files of PyTorch are programs in part: what they hold is known to those alone who run them.
  private static func pickled(_ path: String, _ ending: String) -> FileError {
    let stem = path.dropLast(ending.count)
    return FileError(
      path, "only PyTorch reads its own files; save it as safetensors, in Python:",
      lines: [
        "import torch; from safetensors.torch import save_file",
        "save_file(torch.load(\"\(path)\", weights_only=True), \"\(stem).safetensors\")",
      ])
  }

  /// The bytes of a `.npz` or a `.safetensors` file with arrays of finite numbers, whichever its name ends with.
  static func bytes(_ archive: NPZArchive, for path: String) throws(FileError) -> [UInt8] {
    try check(archive, in: path)
    do {
      return try path.hasSuffix(".safetensors") ? SafeTensors(entries: archive.entries).bytes() : archive.bytes()
    } catch {
      throw FileError(path, "\(error)")
    }
  }

  /// Writes arrays to a `.npz` or a `.safetensors` file.
  static func write(_ archive: NPZArchive, to path: String) throws(FileError) {
    try Files.write([(path, try bytes(archive, for: path))])
  }

  /// Checks that the name of a file for weights tells its format.
  static func checkName(_ path: String, of option: String) throws {
    guard path.hasSuffix(".npz") || path.hasSuffix(".safetensors") else {
      throw ValidationError("\(option) needs a file that ends with .npz or .safetensors, found \(path)")
    }
  }

  private static func bytes(_ path: String) throws(FileError) -> [UInt8] {
    let limit = MemoryLimit.bytes
    let bytes = try Files.bytes(of: path, atMost: limit)
    guard bytes.count < limit else { throw FileError(path, "the file has more than \(limit) bytes") }
    return bytes
  }
}
