import ArgumentParser

/// Where reports are written: to the standard output, to a file with its charts beside it, or into a directory.
struct ReportPlace {
  private enum Kind {
    case standardOutput
    case file(String)
    case directory(String, isShared: Bool)
  }

  private let kind: Kind

  /// Finds the place that an option means.
  ///
  /// - Parameter isPlural: whether there can be several reports.
  init(_ output: String?, isPlural: Bool) throws {
    guard let output else {
      if isPlural { throw ValidationError("several reports need a directory, such as --output reports/") }
      kind = .standardOutput
      return
    }
    if isPlural || output.hasSuffix("/") || Files.isDirectory(output) {
      if Files.exists(output), !Files.isDirectory(output) {
        throw FileError(output, "this is a file, and several reports need a directory")
      }
      kind = .directory(output, isShared: isPlural)
    } else {
      kind = .file(output)
    }
  }

  /// The directory of the files; nil for the standard output.
  var directory: String? {
    switch kind {
    case .standardOutput: nil
    case .file(let path): path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    case .directory(let path, _): path
    }
  }

  /// The directory in which everything is written, which is made if it is not there.
  var directoryToMake: String? {
    switch kind {
    case .standardOutput: nil
    case .file(let path): Destination.split(path).directory
    case .directory(let path, _): path
    }
  }

  /// The file of the only report, if the option names it.
  var file: String? {
    if case .file(let path) = kind { path } else { nil }
  }

  /// The name that the option gives to the files of a report, without extension.
  var name: String? {
    guard case .file(let path) = kind, let file = path.split(separator: "/").last else { return nil }
    return file.lastIndex(of: ".").map { String(file[..<$0]) } ?? String(file)
  }

  /// Whether an index leads to the reports.
  var hasIndex: Bool {
    if case .directory(_, let isShared) = kind { isShared } else { false }
  }

  /// The path of a report, or of a file beside it.
  func path(of name: String, isPage: Bool) -> String {
    switch kind {
    case .standardOutput: name
    case .file(let path): isPage ? path : sibling(name)
    case .directory: sibling(name)
    }
  }

  private func sibling(_ name: String) -> String {
    guard let directory else { return name }
    return directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
  }
}
