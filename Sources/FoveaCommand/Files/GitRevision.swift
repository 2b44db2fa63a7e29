import ArgumentParser
import FoveaText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A revision of the git repositories in which descriptions lie.
struct GitRevision {
  /// How it was named.
  let name: String

  /// - Throws: where the name could be no revision.
  init(_ name: String) throws {
    guard !name.isEmpty, !name.hasPrefix("-") else {
      throw ValidationError("--base needs a revision of git, such as main or HEAD~1, found `\(name)`")
    }
    self.name = name
  }

  /// The description that a file held in the revision; nil where it was not there.
  ///
  /// - Throws: where git, a repository or the revision is missing.
  func source(of path: String) throws -> SourceText? {
    let slash = path.lastIndex(of: "/")
    let directory = slash.map { String(path[...$0]) } ?? "."
    let file = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard try git(directory, "rev-parse", "--git-dir") != nil else {
      throw FileError(path, "--base needs a file in a git repository, and this is in none")
    }
    guard let commit = try git(directory, "rev-parse", "--verify", "--quiet", "\(name)^{commit}").map(Self.line) else {
      throw ValidationError("the git repository of \(path) has no revision `\(name)`")
    }
    guard let blob = try git(directory, "rev-parse", "--verify", "--quiet", "\(commit):./\(file)").map(Self.line) else {
      return nil
    }
    guard let bytes = try git(directory, "cat-file", "blob", blob) else {
      throw FileError("\(name):\(path)", "git holds no file here")
    }
    return SourceText(path: "\(name):\(path)", bytes: bytes)
  }

  /// What git writes; nil where it fails.
  private func git(_ directory: String, _ arguments: String...) throws -> [UInt8]? {
    let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
    guard
      let (status, bytes) = Descriptor.output(
        of: ["git", "-C", directory] + arguments, environment: environment, atMost: Files.limit)
    else { throw FileError("git", "the program cannot be started, and --base needs it") }
    return status == 0 ? bytes : nil
  }

  private static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}
