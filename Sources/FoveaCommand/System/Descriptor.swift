#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file of the system, closed at the end of its life. The only file that speaks to the system by pointers.
struct Descriptor: ~Copyable {
  private let number: Int32

  /// A descriptor of its own for the standard input.
  static var standardInput: Descriptor { Descriptor(number: dup(STDIN_FILENO)) }

  /// A descriptor of its own for the standard output.
  static var standardOutput: Descriptor { Descriptor(number: dup(STDOUT_FILENO)) }

  /// A descriptor of its own for the standard error.
  static var standardError: Descriptor { Descriptor(number: dup(STDERR_FILENO)) }

  private init(number: Int32) {
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

  /// The permission bits of a file; nil where there is none.
  static func permissions(of path: String) -> UInt32? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? UInt32(status.st_mode & 0o7777) : nil
  }

  /// Replaces a file at once by a text with the permissions that are given; false if that fails, and the file is the
  /// old one.
  static func replace(_ path: String, by text: String, permissions: UInt32) -> Bool {
    let temporary = "\(path).fovea-\(getpid())"
    _ = unsafe unlink(temporary)
    let number = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(permissions))
    guard number >= 0 else { return false }
    let file = Descriptor(number: number)
    // The mask of the process is no part of the permissions. What is on the disk is whole before it has the name.
    if fchmod(number, mode_t(permissions)) == 0, file.write(text), fsync(number) == 0,
      unsafe rename(temporary, path) == 0
    {
      return true
    }
    _ = unsafe unlink(temporary)
    return false
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
        let result = retried { unsafe read(number, buffer.baseAddress, room) }
        failed = result < 0
        count = max(result, 0)
      }
      if failed { return nil }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }

  /// Writes all of a text; false if that fails.
  func write(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[done...])
        let result = retried { unsafe writeBytes(number, rest) }
        if result < 0 { return false }
        done += result
      }
      return true
    }
  }
}

/// The status of a program that ends by a mistake of its own.
let faultStatus: Int32 = 3

/// Makes a fault of the program itself, such as a precondition that does not hold, end it with ``faultStatus``.
func catchFaults() {
  for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV, SIGFPE] {
    _ = signal(number) { _ in
      // Only what is safe in a handler: no allocation, no locks.
      let text: StaticString = "fovea: internal error: this is a mistake of fovea itself, please report it\n"
      _ = unsafe write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
      _exit(faultStatus)
    }
  }
}

extension Descriptor {
  /// Runs a program that is found on the path to its end, without an input and with its messages thrown away.
  ///
  /// - Returns: its exit status, −1 where a signal ended it, and the first `limit` bytes that it writes; nil where it
  ///   cannot be started.
  static func output(
    of command: [String], environment: [String], atMost limit: Int
  ) -> (status: Int32, bytes: [UInt8])? {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    for end in ends { unsafe posix_spawn_file_actions_addclose(&actions, end) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    let arguments = unsafe command.map { unsafe strdup($0) } + [nil]
    let variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (arguments + variables).forEach { unsafe free($0) } }
    var child = pid_t()
    let error = unsafe posix_spawnp(&child, command[0], &actions, nil, arguments, variables)
    close(ends[1])
    let bytes = Descriptor(number: ends[0]).bytes(atMost: limit)
    guard error == 0 else { return nil }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    return bytes.map { (status & 0x7F == 0 ? status >> 8 & 0xFF : -1, $0) }
  }
}

/// The value of an environment variable.
func environment(_ name: String) -> String? {
  unsafe getenv(name).map { unsafe String(cString: $0) }
}

private func writeBytes(_ number: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  unsafe write(number, bytes.baseAddress, bytes.count)
}

private func retried(_ call: () -> Int) -> Int {
  var result = call()
  while result < 0, errno == EINTR { result = call() }
  return result
}
