#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How much memory there is for the process: what the machine has, and no more than its container and its own limits
/// allow.
package enum SystemMemory {
  static let bytes: Int = limits(reading: text).reduce(physical, min)

  private static var physical: Int {
    let (pages, size) = (sysconf(Int32(_SC_PHYS_PAGES)), sysconf(Int32(_SC_PAGESIZE)))
    guard pages > 0, size > 0 else { return 16 << 30 }
    let (bytes, overflow) = pages.multipliedReportingOverflow(by: size)
    return overflow ? .max : bytes
  }

  /// The limits that Linux tells in files.
  ///
  /// - Parameter read: gives the text of a file; nil where there is none.
  package static func limits(reading read: (String) -> String?) -> [Int] {
    var files: [String] = []
    for line in lines(read("/proc/self/cgroup")) {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3 else { continue }
      // A group holds no more than each group around it. One of version 2 has no number and no names.
      if parts[0] == "0", parts[1].isEmpty {
        files += groups(parts[2]).map { "/sys/fs/cgroup\($0)/memory.max" }
      } else if parts[1].split(separator: ",").contains("memory") {
        files += groups(parts[2]).map { "/sys/fs/cgroup/memory\($0)/memory.limit_in_bytes" }
      }
    }
    var limits = files.compactMap { lines(read($0)).first.flatMap { Int($0) } }
    for line in lines(read("/proc/self/limits")) {
      for name in ["Max address space", "Max data size"] where line.hasPrefix(name) {
        if let limit = line.dropFirst(name.count).split(separator: " ").first.flatMap({ Int($0) }) {
          limits.append(limit)
        }
      }
    }
    return limits.filter { $0 > 0 }
  }

  /// A group and those around it, the outermost of which has no name: `/a/b`, `/a` and the empty text.
  private static func groups(_ path: String) -> [String] {
    var groups = [""]
    for name in path.split(separator: "/") { groups.append(groups[groups.count - 1] + "/" + name) }
    return groups
  }

  private static func lines(_ text: String?) -> [Substring] { text?.split(separator: "\n") ?? [] }

  /// The text of a file of the system, which is short.
  private static func text(_ path: String) -> String? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe _ = fclose(file) }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      count = unsafe fread(buffer.baseAddress, 1, buffer.count, file)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
