/// The descriptions below a directory, `*.yaml` and `*.yml`, sorted.
struct FoundDescriptions {
  private(set) var paths: [String] = []
  /// What was passed over, and why: directories that cannot be read, and descriptions with a name that is no text.
  private(set) var problems: [FileError] = []

  private static let deepest = 64

  /// - Throws: where there is nothing to read and nothing that could not be.
  init(below directory: String) throws(FileError) {
    collect(directory, depth: 0)
    if paths.isEmpty, problems.isEmpty {
      throw FileError(directory, "no *.yaml or *.yml file is below this directory")
    }
  }

  private mutating func collect(_ directory: String, depth: Int) {
    guard depth < Self.deepest else {
      problems.append(FileError(directory, "directories are nested more than \(Self.deepest) deep"))
      return
    }
    let names: [[UInt8]]
    do throws(SystemError) {
      names = try FileNames.names(in: directory)
    } catch {
      problems.append(FileError(directory, "the directory cannot be read: \(error)"))
      return
    }
    for bytes in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) where bytes.first != UInt8(ascii: ".") {
      let name = String(decoding: bytes, as: UTF8.self)
      let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
      let isDescription = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
      guard Array(name.utf8) == bytes else {
        // Other files are none of ours, whatever they are called.
        if isDescription || !name.contains(".") { problems.append(FileError(path, "the name is not UTF-8")) }
        continue
      }
      // A link may lead back to a directory above it, and a pipe would be waited for.
      guard let status = try? FileStatus(of: path) else { continue }
      switch status.kind {
      case .directory: if FileNames.link(at: path) == nil { collect(path, depth: depth + 1) }
      case .file: if isDescription { paths.append(path) }
      case .link, .other: break
      }
    }
  }
}
