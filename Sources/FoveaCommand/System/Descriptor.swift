#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file of the system, closed at the end of its life.
struct Descriptor: ~Copyable {
  private let number: Int32

  /// A descriptor of its own for the standard input.
  static var standardInput: Descriptor { Descriptor(number: dup(STDIN_FILENO)) }

  /// A descriptor of its own for the standard output.
  static var standardOutput: Descriptor { Descriptor(number: dup(STDOUT_FILENO)) }

  /// A descriptor of its own for the standard error.
  static var standardError: Descriptor { Descriptor(number: dup(STDERR_FILENO)) }

  /// Opens the standard files that the program was started without, so that no other file takes their numbers.
  ///
  /// Reading the one and writing the others fails as if they were still closed.
  static func openStandardFiles() {
    for (number, way) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(number, F_GETFD) < 0 {
      unsafe _ = open("/dev/null", way)
    }
  }

  init(number: Int32) {
    self.number = number
  }

  /// Opens a file for reading; nil if that fails.
  init?(reading path: String) {
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { return nil }
    self.number = number
  }

  deinit {
    close(number)
  }

  /// Opens what is at a path to write through it; a file is written behind its end.
  init(writingThrough path: String) throws(SystemError) {
    number = unsafe open(path, O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC)
    guard number >= 0 else { throw .last }
  }

  /// Opens a file to write over its bytes.
  init(writingOver path: String) throws(SystemError) {
    number = unsafe open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
    guard number >= 0 else { throw .last }
  }

  /// Makes a file, with the permissions that new files have or with those that are given.
  init(making path: String, permissions: UInt32?) throws(SystemError) {
    number = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(permissions ?? 0o666))
    guard number >= 0 else { throw .last }
  }

  /// A descriptor of its own for what the program has open already.
  init(opened other: Int32) throws(SystemError) {
    number = dup(other)
    guard number >= 0 else { throw .last }
  }

  /// What the system says of it.
  var status: FileStatus {
    get throws(SystemError) { try FileStatus(descriptor: number) }
  }

  /// Gives it the owner, the group and the permissions of another file; false where the system does not allow that.
  func take(_ other: FileStatus) -> Bool {
    guard let own = try? status else { return false }
    if (own.owner, own.group) != (other.owner, other.group), fchown(number, other.owner, other.group) != 0 {
      return false
    }
    // The mask of the process is no part of the permissions, and a change of the owner takes some of them away.
    return fchmod(number, mode_t(other.permissions)) == 0
  }

  /// Waits until what was written is on the disk.
  func synchronize() throws(SystemError) {
    // Not every file system and no pipe can.
    guard fsync(number) != 0, ![EINVAL, ENOTSUP, EROFS].contains(errno) else { return }
    throw .last
  }

  /// Makes these bytes all of the file.
  ///
  /// What is longer than before is written first: it alone takes room, and where there is none the file is as it was.
  func overwrite(_ bytes: [UInt8]) throws(SystemError) {
    let old = try status.size
    if bytes.count > old {
      do throws(SystemError) {
        try move(to: old)
        try write(bytes[old...])
        try synchronize()
      } catch {
        ftruncate(number, off_t(old))
        throw error
      }
    }
    try move(to: 0)
    try write(bytes.prefix(old))
    guard ftruncate(number, off_t(bytes.count)) == 0 else { throw .last }
    try synchronize()
  }

  private func move(to offset: Int) throws(SystemError) {
    guard lseek(number, off_t(offset), SEEK_SET) >= 0 else { throw .last }
  }

  /// Whether it is a terminal.
  var isTerminal: Bool { isatty(number) == 1 }

  /// The columns and rows of the terminal; nil if it is none.
  var terminalSize: (columns: Int, rows: Int)? {
    var window = winsize()
    guard unsafe ioctl(number, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return nil }
    return (Int(window.ws_col), Int(window.ws_row))
  }

  /// The bytes to the end, or the first `limit` of them; nil if reading fails.
  func bytes(atMost limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let room = min(limit - bytes.count, max(1 << 16, bytes.count))
      var failed = false
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        let result = retried(number, POLLIN) { unsafe read(number, buffer.baseAddress, room) }
        failed = result < 0
        count = max(result, 0)
      }
      if failed { return nil }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }

  /// Writes all of a text.
  func write(_ text: String) throws(SystemError) {
    var text = text
    let error = text.withUTF8 { bytes in unsafe write(UnsafeRawBufferPointer(bytes)) }
    if let error { throw error }
  }

  /// Writes bytes.
  func write(_ bytes: ArraySlice<UInt8>) throws(SystemError) {
    let error = unsafe bytes.withUnsafeBytes { bytes in unsafe write(bytes) }
    if let error { throw error }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) -> SystemError? {
    var done = 0
    while done < bytes.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[done...])
      let result = retried(number, POLLOUT) { unsafe writeBytes(number, rest) }
      if result < 0 { return .last }
      done += result
    }
    return nil
  }
}

private func writeBytes(_ number: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  unsafe write(number, bytes.baseAddress, bytes.count)
}

/// Calls until no signal came between, waiting where whoever opened the file wants nobody to wait.
private func retried(_ number: Int32, _ event: Int32, _ call: () -> Int) -> Int {
  var result = call()
  while result < 0, errno == EINTR || errno == EAGAIN {
    if errno == EAGAIN {
      var waiting = pollfd(fd: number, events: Int16(event), revents: 0)
      unsafe poll(&waiting, 1, -1)
    }
    result = call()
  }
  return result
}
