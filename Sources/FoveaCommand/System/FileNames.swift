#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The names of files, and what they lead to.
enum FileNames {
  /// What a link says; nil where there is none.
  static func link(at path: String) -> String? {
    var size = 256
    while size <= 1 << 16 {
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = unsafe buffer.withMemoryRebound(to: CChar.self) { text in
          unsafe text.baseAddress.map { unsafe max(0, readlink(path, $0, size)) } ?? 0
        }
      }
      if bytes.isEmpty { return nil }
      if bytes.count < size { return String(decoding: bytes, as: UTF8.self) }
      size *= 2
    }
    return nil
  }

  /// The names in a directory, in no order; a name is bytes, which need not be text.
  static func names(in directory: String) throws(SystemError) -> [[UInt8]] {
    guard let stream = unsafe opendir(directory) else { throw .last }
    defer { unsafe _ = closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { continue }
      let name = unsafe UnsafeRawPointer(entry).advanced(by: offset)
      let length = unsafe strlen(name.assumingMemoryBound(to: CChar.self))
      let bytes = unsafe [UInt8](UnsafeRawBufferPointer(start: name, count: length))
      if bytes != [UInt8(ascii: ".")], bytes != Array("..".utf8) { names.append(bytes) }
    }
    if errno != 0 { throw .last }
    return names
  }

  /// The path without links and dots; nil where nothing is there.
  static func resolved(_ path: String) -> String? {
    guard let text = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }

  /// Gives a file another name at once, in the place of what had it.
  static func move(_ path: String, to other: String) throws(SystemError) {
    guard unsafe rename(path, other) == 0 else { throw .last }
  }

  /// Removes a file.
  static func remove(_ path: String) { unsafe _ = unlink(path) }

  /// Makes a directory.
  static func makeDirectory(_ path: String) throws(SystemError) {
    guard unsafe mkdir(path, 0o777) == 0 else { throw .last }
  }

  /// The number of the process, for names that no other process gives.
  static var process: Int32 { getpid() }
}
