import Fovea
import FoveaGraph

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The configurations of files, each read once.
struct LintSettings {
  /// A configuration that every file uses, instead of those near the files.
  let fixed: String?
  private var byDirectory: [String: Configuration] = [:]

  init(_ fixed: String?) { self.fixed = fixed }

  /// The configuration for a file, searched upwards from it.
  mutating func configuration(for path: String) throws(Configuration.Failure) -> Configuration {
    let here = FileManager.default.currentDirectoryPath
    if let fixed { return try read(PathText.resolve(fixed, in: here)) }
    return try configuration(in: PathText.directory(of: PathText.resolve(path, in: here)))
  }

  private mutating func configuration(in directory: String) throws(Configuration.Failure) -> Configuration {
    if let known = byDirectory[directory] { return known }
    let path = PathText.resolve(".fovea.yml", in: directory)
    let result: Configuration
    if FileManager.default.fileExists(atPath: path) {
      result = try read(path)
    } else if directory == "/" {
      result = Configuration()
    } else {
      result = try configuration(in: PathText.directory(of: directory))
    }
    byDirectory[directory] = result
    return result
  }

  private mutating func read(_ path: String) throws(Configuration.Failure) -> Configuration {
    if let known = byDirectory[path] { return known }
    let result = try Configuration(path) { try? Files.read($0) }
    byDirectory[path] = result
    return result
  }
}
