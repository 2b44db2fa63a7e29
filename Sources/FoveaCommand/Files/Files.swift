import FoveaText

/// The files that hold descriptions.
enum Files {
  /// The most bytes that are read of a description; the language's own limit is below it.
  static let limit = 17 << 20

  /// Reads a description; `-` is the standard input.
  static func read(_ path: String) throws(FileError) -> SourceText {
    if path == "-" { return SourceText(path: "<stdin>", bytes: try bytes(.standardInput, path: "<stdin>", limit)) }
    return SourceText(path: path, bytes: try bytes(of: path, atMost: limit))
  }

  /// The bytes of a file, or the first `limit` of them.
  static func bytes(of path: String, atMost limit: Int) throws(FileError) -> [UInt8] {
    switch kind(of: path) {
    case .missing: throw FileError(path, "there is no such file" + (suggestion(for: path).map { "; \($0)" } ?? ""))
    case .directory: throw FileError(path, "this is a directory")
    case .file, .other:
      guard let descriptor = Descriptor(reading: path) else { throw FileError(path, "the file cannot be read") }
      return try bytes(descriptor, path: path, limit)
    }
  }

  private static func bytes(
    _ descriptor: consuming Descriptor, path: String, _ limit: Int
  ) throws(FileError) -> [UInt8] {
    if let status = try? descriptor.status { ReadFiles.add(status, path) }
    guard let bytes = descriptor.bytes(atMost: limit) else { throw FileError(path, "the file cannot be read") }
    return bytes
  }

  /// What may have been meant by a path where nothing is: a file of nearly that name, or a network that ships.
  private static func suggestion(for path: String) -> String? {
    let (directory, name) = Destination.split(path)
    let names = (try? FileNames.names(in: directory))?.compactMap { String(validating: $0, as: UTF8.self) } ?? []
    let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ".yaml"
    let stem = String(name.prefix(name.count - (name.hasSuffix(ending) ? ending.count : 0)))
    let others = names.filter { $0.hasSuffix(ending) || ending == ".yaml" && $0.hasSuffix(".yml") }
    if let nearest = Spelling.nearest(to: name.hasSuffix(ending) ? name : name + ending, among: others) {
      return "did you mean `\(name == path ? nearest : "\(directory)/\(nearest)")`?"
    }
    guard ending == ".yaml" || ending == ".yml", ShippedSpecifications.names.contains(stem) else { return nil }
    return "`fovea new \(stem).yaml --from \(stem)` writes the network of that name"
  }

  private enum Kind {
    case missing, file, directory, other
  }

  private static func kind(of path: String) -> Kind {
    guard let status = try? FileStatus(of: path) else { return .missing }
    switch status.kind {
    case .file: return .file
    case .directory: return .directory
    case .link, .other: return .other
    }
  }

  /// The descriptions below a directory; nil for any other path.
  static func descriptions(below path: String) throws(FileError) -> FoundDescriptions? {
    guard path != "-", kind(of: path) == .directory else { return nil }
    return try FoundDescriptions(below: path)
  }

  /// Whether something is at a path.
  static func exists(_ path: String) -> Bool { kind(of: path) != .missing }

  /// Whether a regular file is at a path.
  static func isFile(_ path: String) -> Bool { kind(of: path) == .file }

  /// Whether a directory is at a path.
  static func isDirectory(_ path: String) -> Bool { kind(of: path) == .directory }

  /// Checks what is to be written before there is any work: each can be, none was read, and no two are the same.
  ///
  /// - Parameter source: what was read and may be replaced.
  static func check(_ outputs: [String], replacing source: SourceText? = nil) throws(FileError) {
    _ = try destinations(outputs, replacing: source)
  }

  /// Replaces a file at once, so that a reader finds the old text or the new one.
  static func write(_ text: String, to path: String) throws(FileError) {
    try write([(path, Array(text.utf8))])
  }

  /// Replaces files, all or none if the disk is full, each at once.
  ///
  /// - Parameter source: what was read and may be replaced; it must still be what it was.
  static func write(_ files: [(path: String, bytes: [UInt8])], replacing source: SourceText? = nil) throws(FileError) {
    let destinations = try destinations(files.map(\.path), replacing: source)
    var staged: [StagedFile] = []
    do throws(FileError) {
      for (file, destination) in zip(files, destinations) {
        let isSource = destination.identity != nil && destination.identity == source.flatMap(identity)
        staged.append(
          try StagedFile(file.bytes, for: destination, expected: isSource ? source.map { Array($0.bytes) } : nil))
      }
      // Those that can still fail come first.
      for file in staged.filter({ !$0.isReady }) + staged.filter(\.isReady) { try file.commit() }
    } catch {
      for file in staged { file.discard() }
      throw error
    }
  }

  /// Whether a path leads to the file of a text.
  static func isSame(_ path: String, as source: SourceText) -> Bool {
    guard let file = identity(of: source) else { return false }
    return (try? FileStatus(of: path)).map { Destination.Identity(file: $0.identity) == file } ?? false
  }

  private static func identity(of source: SourceText) -> Destination.Identity? {
    (try? FileStatus(of: source.path)).map { Destination.Identity(file: $0.identity) }
  }

  private static func destinations(
    _ paths: [String], replacing source: SourceText?
  ) throws(FileError) -> [Destination] {
    var seen: [Destination.Identity: String] = [:]
    var destinations: [Destination] = []
    for path in paths {
      let destination = try Destination(path)
      destinations.append(destination)
      guard let identity = destination.identity else { continue }
      if let other = seen.updateValue(path, forKey: identity) {
        throw FileError(path, "this is what is written to \(VisibleText.escape(other)), too")
      }
      guard identity != source.flatMap(Self.identity), let read = ReadFiles.path(of: identity.file),
        identity.name.isEmpty
      else { continue }
      let name = read == path ? "this file was read" : "this is \(VisibleText.escape(read)), which was read"
      throw FileError(path, "\(name), and only `rewrite` and `lint --fix` write over what they read")
    }
    return destinations
  }

  /// Makes a directory, and those above it, unless they are there.
  static func makeDirectory(_ path: String) throws(FileError) {
    switch kind(of: path) {
    case .directory: return
    case .file, .other: throw FileError(path, "this is no directory")
    case .missing: break
    }
    let parent = Destination.split(path.utf8.last == UInt8(ascii: "/") ? String(path.dropLast()) : path).directory
    if parent != path { try makeDirectory(parent) }
    do throws(SystemError) {
      try FileNames.makeDirectory(path)
    } catch {
      if !error.isTaken { throw FileError(path, "the directory cannot be made: \(error)") }
    }
  }
}
