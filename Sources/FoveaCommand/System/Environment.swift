import FoveaNumerics
import FoveaText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The environment variables that say how the program computes.
enum Environment {
  /// What is wrong with one of them; nil if nothing is.
  static var complaint: String? {
    do throws(NumericsError) {
      _ = try InstructionSet.current()
    } catch {
      return VisibleText.escape("FOVEA_ISA: \(error)")
    }
    guard let threads = unsafe getenv("FOVEA_THREADS").map({ unsafe String(cString: $0) }) else { return nil }
    if let count = Int(threads), (1...ThreadPool.most).contains(count) { return nil }
    return "FOVEA_THREADS must be from 1 to \(ThreadPool.most), found '\(VisibleText.escape(threads))'"
  }
}

extension CommandLine {
  /// The number of the first argument that is not UTF-8; nil if all are.
  static var firstUnreadable: Int? {
    (0..<Int(argc)).first { index in
      unsafe unsafeArgv[index].map { unsafe String(validatingCString: $0) == nil } ?? false
    }
  }
}

/// The value of an environment variable.
func environment(_ name: String) -> String? {
  unsafe getenv(name).map { unsafe String(cString: $0) }
}
