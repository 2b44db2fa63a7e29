import ArgumentParser
import Fovea
import FoveaLanguage

/// What a shell can complete because the program knows it: each is computed when the shell asks.
enum Completions {
  /// The variants of the descriptions on the command line.
  static let variants = CompletionKind.custom { words, _, _ in
    specifications(among: words).flatMap(\.variants) + ["all"]
  }

  /// Their parameters, as `--set` takes them.
  static let parameters = CompletionKind.custom { words, _, _ in
    specifications(among: words).flatMap(\.parameters).map { $0 + "=" }
  }

  /// The rules of lint; in a list those that may follow.
  static let ruleList = CompletionKind.custom { _, _, prefix in
    let start = prefix.lastIndex(of: ",").map { String(prefix[...$0]) } ?? ""
    return (["default", "all"] + RuleCatalog.all.map { $0.name }).map { start + $0 }
  }

  /// Everything that `explain` explains.
  static let rules = CompletionKind.custom { _, _, _ in RuleCatalog.descriptions.map(\.name) }

  /// The networks that ship with the program.
  static let networks = CompletionKind.custom { _, _, _ in ShippedSpecifications.names }

  /// The descriptions that can be read, with their variants named behind a colon or not.
  private static func specifications(among words: [String]) -> [Specification] {
    words.map { NetworkName($0, variant: nil).path }.filter { path in
      (path.hasSuffix(".yaml") || path.hasSuffix(".yml")) && Files.isFile(path)
    }.compactMap { path in
      // A shell has no place for a complaint.
      (try? Files.read(path)).map { Session($0).outline }
    }
  }
}
