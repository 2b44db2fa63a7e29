import ArgumentParser
import Fovea

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension ExitCode {
  /// A description has errors.
  static let findings = ExitCode(1)
  /// The arguments are wrong, or an input cannot be read.
  static let badUsage = ExitCode(2)
  /// Whoever read the output has gone away: what a shell tells of a program that the signal for that has ended.
  static let brokenPipe = ExitCode(128 + SIGPIPE)

  /// Ends the program at once, without a word.
  func end() -> Never { exit(rawValue) }
}

/// Writes an error and gives the exit status.
func failure(_ message: String, _ status: ExitCode) -> ExitCode {
  Terminal.tell("error: \(message)")
  return status
}

/// Writes what is wrong with a file.
func failure(_ error: FileError) -> ExitCode {
  Terminal.tell(error)
  return .badUsage
}

/// Writes why a network is not executed: what was given for it is wrong, or it is not one that can be.
func failure(_ error: ExecutionError) -> ExitCode {
  switch error {
  case .input, .weights: failure("\(error)", .badUsage)
  case .opaque, .unknownSize, .memory, .stopped, .layer: failure("\(error)", .findings)
  }
}
