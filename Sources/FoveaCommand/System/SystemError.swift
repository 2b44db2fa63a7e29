#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Why the system did not do what it was asked for.
struct SystemError: Error, CustomStringConvertible {
  let number: Int32

  /// The reason of the call that failed last.
  static var last: SystemError { SystemError(number: errno) }

  /// The system's own words, as a part of a sentence.
  var description: String {
    guard let text = unsafe strerror(number) else { return "error \(number) of the system" }
    let words = unsafe String(cString: text)
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  /// Nothing is at the path.
  var isMissing: Bool { number == ENOENT || number == ENOTDIR }

  /// Whoever read what is written has gone away.
  var isBrokenPipe: Bool { number == EPIPE }

  /// The name is taken.
  var isTaken: Bool { number == EEXIST }

  /// The path is one where names cannot change, though the file there may be writable: a directory that is protected,
  /// or a place where something is mounted.
  var forbidsNames: Bool { [EACCES, EPERM, EROFS, EBUSY, EXDEV, ETXTBSY].contains(number) }
}
