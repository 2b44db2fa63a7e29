#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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
