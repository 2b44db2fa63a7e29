import FoveaText

/// The files that this run has read or is about to read, whatever their names are.
///
/// One for the whole process: a description, a template and a configuration are read in different places, and none of
/// them may be lost by what is written somewhere else.
enum ReadFiles {
  private static let names = Guarded<[FileIdentity: String]>([:])

  /// Remembers a file; what a device or a pipe gives cannot be written over.
  static func add(_ status: FileStatus, _ path: String) {
    guard status.kind == .file else { return }
    names.withLock { $0[status.identity] = $0[status.identity] ?? path }
  }

  /// Remembers the file that a path leads to, if there is one.
  static func add(_ path: String) {
    if path != "-", let status = try? FileStatus(of: path) { add(status, path) }
  }

  /// The path by which a file was read; nil if it was not.
  static func path(of file: FileIdentity) -> String? { names.withLock { $0[file] } }
}
