import FoveaText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files that hold descriptions.
enum Files {
  /// The most bytes that are read of a description; the language's own limit is below it.
  static let limit = 17 << 20

  /// Reads a description; `-` is the standard input.
  static func read(_ path: String) throws(FileError) -> SourceText {
    if path == "-" { return try read(.standardInput, path: "<stdin>") }
    switch kind(of: path) {
    case .missing: throw FileError(path, "there is no such file")
    case .directory: throw FileError(path, "this is a directory")
    case .file:
      guard let descriptor = Descriptor(reading: path) else { throw FileError(path, "the file cannot be read") }
      return try read(descriptor, path: path)
    }
  }

  private static func read(_ descriptor: consuming Descriptor, path: String) throws(FileError) -> SourceText {
    guard let bytes = descriptor.bytes(atMost: limit) else { throw FileError(path, "the file cannot be read") }
    return SourceText(path: path, bytes: bytes)
  }

  private enum Kind {
    case missing, file, directory
  }

  private static func kind(of path: String) -> Kind {
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return .missing }
    return isDirectory ? .directory : .file
  }

  /// The descriptions below a directory, `*.yaml` and `*.yml`, sorted; nil for any other path.
  static func descriptions(below path: String) throws(FileError) -> [String]? {
    guard path != "-", kind(of: path) == .directory else { return nil }
    var found: [String] = []
    try collect(path, into: &found, depth: 0)
    if found.isEmpty { throw FileError(path, "no *.yaml or *.yml file is below this directory") }
    return found
  }

  private static func collect(_ directory: String, into found: inout [String], depth: Int) throws(FileError) {
    guard depth < 64 else { throw FileError(directory, "directories are nested more than 64 deep") }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: directory)
    } catch {
      throw FileError(directory, "the directory cannot be read")
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
      switch kind(of: path) {
      case .missing: break
      case .directory:
        // A link may lead back to a directory above it.
        let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
        if !isLink { try collect(path, into: &found, depth: depth + 1) }
      case .file:
        if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { found.append(path) }
      }
    }
  }

  /// Whether something is at a path.
  static func exists(_ path: String) -> Bool { kind(of: path) != .missing }

  /// Whether a directory is at a path.
  static func isDirectory(_ path: String) -> Bool { kind(of: path) == .directory }

  /// Replaces a file at once, so that a reader finds the old text or the new one.
  static func write(_ text: String, to path: String) throws(FileError) {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw FileError(path, "the file cannot be written")
    }
  }

  /// Makes a directory, and those above it, unless they are there.
  static func makeDirectory(_ path: String) throws(FileError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FileError(path, "the directory cannot be made")
    }
  }

  /// Replaces an existing file that is no link and may be written.
  static func replace(_ text: String, at path: String) throws(FileError) {
    if (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil {
      throw FileError(path, "this is a symbolic link, and only the file itself is changed")
    }
    // The system lets root write what nobody may.
    guard let permissions = Descriptor.permissions(of: path), permissions & 0o222 != 0,
      FileManager.default.isWritableFile(atPath: path)
    else { throw FileError(path, "the file is read-only") }
    guard Descriptor.replace(path, by: text, permissions: permissions) else {
      throw FileError(path, "the file cannot be written")
    }
  }
}
