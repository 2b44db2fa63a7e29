import Fovea
import FoveaGraph
import FoveaText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The configurations of files, each read once.
struct LintSettings {
  /// A configuration that every file uses, instead of those near the files.
  let fixed: String?
  private var byDirectory: [PathKey: Configuration] = [:]

  init(_ fixed: String?) { self.fixed = fixed }

  /// The configuration for a file, searched upwards from it.
  mutating func configuration(for path: String) throws(Configuration.Failure) -> Configuration {
    let here = FileManager.default.currentDirectoryPath
    if let fixed { return try read(PathText.resolve(fixed, in: here)) }
    return try configuration(in: PathText.directory(of: PathText.resolve(path, in: here)))
  }

  private mutating func configuration(in directory: String) throws(Configuration.Failure) -> Configuration {
    if let known = byDirectory[PathKey(directory)] { return known }
    let path = PathText.resolve(".fovea.yml", in: directory)
    let result: Configuration
    if Files.isFile(path) {
      result = try read(path)
    } else if directory == "/" {
      result = Configuration()
    } else {
      result = try configuration(in: PathText.directory(of: directory))
    }
    byDirectory[PathKey(directory)] = result
    return result
  }

  private mutating func read(_ path: String) throws(Configuration.Failure) -> Configuration {
    if let known = byDirectory[PathKey(path)] { return known }
    let result: Configuration
    do throws(Configuration.Failure) {
      result = try Configuration(path) { Self.text($0, isExtended: $0 != path) }
    } catch {
      guard error.source.path != path, !Self.isInside(error.source.path, projectOf: path) else { throw error }
      // Nothing of a stranger's file comes into a log.
      let message = "the configuration extends `\(error.source.path)`, which is none, and lies outside of the project"
      throw Configuration.Failure(
        diagnostics: [Diagnostic(rule: "configuration", message: message, span: .none)],
        source: SourceText(path: path, text: ""))
    }
    byDirectory[PathKey(path)] = result
    return result
  }

  /// The text of a configuration; of one that another extends only if it is a regular file *.yml or *.yaml, at the end
  /// of all links too.
  private static func text(_ path: String, isExtended: Bool) -> SourceText? {
    guard isExtended else { return try? Files.read(path) }
    guard let real = FileNames.resolved(path), real.hasSuffix(".yml") || real.hasSuffix(".yaml"), Files.isFile(real)
    else { return nil }
    return try? Files.read(path)
  }

  /// Whether a file lies in the repository of another, or in its directory where that is in none.
  private static func isInside(_ path: String, projectOf other: String) -> Bool {
    guard let path = FileNames.resolved(path), let other = FileNames.resolved(other) else { return false }
    let own = PathText.directory(of: other)
    var root = own
    while root != "/", !Files.exists(PathText.resolve(".git", in: root)) { root = PathText.directory(of: root) }
    return PathText.path(path, from: root == "/" ? own : root) != nil
  }
}
