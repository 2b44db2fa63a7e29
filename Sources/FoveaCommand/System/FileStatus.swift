#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What tells two files apart, whatever their names are.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let number: UInt64
}

/// What the system says of a file.
struct FileStatus {
  enum Kind {
    case file, directory, link
    /// A device, a pipe or a socket.
    case other
  }

  let kind: Kind
  let identity: FileIdentity
  /// The permission bits.
  let permissions: UInt32
  let owner: UInt32
  let group: UInt32
  /// How many names the file has.
  let names: Int
  let size: Int

  /// The status of what a path leads to.
  init(of path: String) throws(SystemError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .last }
    self.init(status)
  }

  /// The status of what lies at a path, which may be a link.
  init(at path: String) throws(SystemError) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw .last }
    self.init(status)
  }

  /// The status of an open file.
  init(descriptor: Int32) throws(SystemError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .last }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & mode_t(S_IFMT) {
      case mode_t(S_IFREG): .file
      case mode_t(S_IFDIR): .directory
      case mode_t(S_IFLNK): .link
      default: .other
      }
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
    permissions = UInt32(status.st_mode) & 0o7777
    (owner, group) = (status.st_uid, status.st_gid)
    (names, size) = (Int(clamping: status.st_nlink), Int(clamping: status.st_size))
  }

  /// Whether the file that a path leads to may be written; the permission bits count for root too, whom the system lets
  /// write what nobody may.
  func isWritable(_ path: String) -> Bool {
    unsafe permissions & 0o222 != 0 && access(path, W_OK) == 0
  }
}
