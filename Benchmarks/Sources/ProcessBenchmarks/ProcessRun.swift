#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One run of a command with its output thrown away.
///
/// The peak of a child counts what its parent held when it was started. That is why this program imports little.
struct ProcessRun {
  let milliseconds: Double
  let mebibytes: Double

  init(_ command: [String]) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    let arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }

    var child = pid_t()
    var status: Int32 = 0
    var usage = rusage()
    let clock = ContinuousClock()
    let time = clock.measure {
      precondition(
        posix_spawn(&child, command[0], &actions, nil, arguments, environ) == 0, "cannot start \(command[0])")
      while wait4(child, &status, 0, &usage) < 0 {}
    }
    precondition(status == 0, "\(command.joined(separator: " ")) failed")
    milliseconds = Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) * 1e-15
    #if canImport(Glibc)
      mebibytes = Double(usage.ru_maxrss) / 1024
    #else
      mebibytes = Double(usage.ru_maxrss) / 1_048_576
    #endif
  }
}
