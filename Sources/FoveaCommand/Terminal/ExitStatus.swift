import ArgumentParser

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

  /// Ends the program at once, without a word.
  func end() -> Never { exit(rawValue) }
}

/// Writes an error and gives the exit status.
func failure(_ message: String, _ status: ExitCode) -> ExitCode {
  Terminal.write("fovea: error: \(message)\n", to: .error)
  return status
}
