import FoveaText

/// Where something is written: a file, whose text is replaced at once, or a device, a pipe or an open file, through
/// which it is written.
struct Destination {
  /// What tells destinations apart, whatever their names are: the file, or the place of one that is not there yet.
  struct Identity: Hashable {
    let file: FileIdentity
    var name: [UInt8] = []
  }

  enum Place {
    /// A file that is there, with its status, or one that is not; at the end of all links.
    case file(String, FileStatus?)
    case device(String)
    /// A file that this process has open.
    case opened(Int32)
  }

  /// The path as it was given.
  let path: String
  let place: Place
  /// Nothing for what is written through.
  let identity: Identity?

  /// - Throws: where nothing can be written, as far as that can be known before.
  init(_ path: String) throws(FileError) {
    self.path = path
    if path.isEmpty { throw FileError("", "a file needs a name") }
    place = try Self.place(path, named: path)
    switch place {
    case .file(_, let status?): identity = Identity(file: status.identity)
    case .file(let target, nil):
      let directory = try Self.directory(of: target, named: path)
      identity = Identity(file: directory.identity, name: Array(Self.split(target).name.utf8))
    case .opened(let number):
      // The shell may have opened a file that is read.
      let status = try? FileStatus(descriptor: number)
      identity = status?.kind == .file ? status.map { Identity(file: $0.identity) } : nil
    case .device: identity = nil
    }
  }

  /// The most links that lead one to another, as on Linux.
  private static let longestChain = 40

  private static func place(_ path: String, named name: String) throws(FileError) -> Place {
    var target = path
    for _ in 0...longestChain {
      let status: FileStatus
      do throws(SystemError) {
        status = try FileStatus(at: target)
      } catch {
        guard error.isMissing else { throw FileError(name, "the file cannot be written: \(error)") }
        return .file(target, nil)
      }
      switch status.kind {
      case .directory: throw FileError(name, "this is a directory")
      case .other: return .device(target)
      case .file:
        guard status.isWritable(target) else { throw FileError(name, "the file is read-only") }
        return .file(target, status)
      case .link:
        if let opened = opened(target) { return opened }
        guard let next = FileNames.link(at: target) else {
          throw FileError(name, "the symbolic link cannot be read")
        }
        target = next.hasPrefix("/") ? next : split(target).directory + "/" + next
      }
    }
    throw FileError(name, "symbolic links lead in a circle")
  }

  /// The open file that a link such as `/dev/stdout` stands for: what it says is no path that leads there.
  private static func opened(_ link: String) -> Place? {
    let (directory, name) = split(link)
    guard let parts = FileNames.resolved(directory)?.split(separator: "/"), parts.first == "proc" else { return nil }
    guard parts.count > 2, parts[1] == "\(FileNames.process)", parts.last == "fd", let number = Int32(name) else {
      return .device(link)
    }
    return .opened(number)
  }

  private static func directory(of target: String, named name: String) throws(FileError) -> FileStatus {
    let (directory, file) = split(target)
    let status: FileStatus
    do throws(SystemError) {
      status = try FileStatus(of: directory)
    } catch {
      guard error.isMissing else { throw FileError(name, "the file cannot be written: \(error)") }
      throw FileError(name, "there is no directory \(VisibleText.escape(directory))")
    }
    guard status.kind == .directory, !file.isEmpty else {
      throw FileError(name, "there is no directory \(VisibleText.escape(file.isEmpty ? target : directory))")
    }
    guard status.isWritable(directory) else {
      throw FileError(name, "the directory \(VisibleText.escape(directory)) is read-only")
    }
    return status
  }

  /// The directory and the name of a path.
  static func split(_ path: String) -> (directory: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let directory = slash == path.startIndex ? "/" : String(path[..<slash])
    return (directory, String(path[path.index(after: slash)...]))
  }
}
