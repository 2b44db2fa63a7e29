import FoveaGraph
import FoveaLanguage
package import FoveaText

/// One `.fovea.yml` as it is written.
package struct ConfigurationFile: Sendable {
  /// What a configuration says about the rules.
  struct Settings: Sendable {
    /// The rules in force instead of those before; nil where it does not say.
    var select: [Entry<String>]?
    var ignore: [Entry<String>] = []
    var severity: [Entry<(rule: String, level: RuleLevel)>] = []
    var options: [Entry<(rule: String, option: String, value: Int)>] = []
    var budget = Budget()
  }

  /// A value and its line.
  struct Entry<Value: Sendable>: Sendable {
    let value: Value
    let line: Int
  }

  /// The text.
  package let source: SourceText
  /// The configuration that holds where this one says nothing, as a path from this file's directory.
  package internal(set) var base: (path: String, span: SourceSpan)?
  var settings = Settings()
  /// Settings for the files that match a pattern, from this file's directory.
  var perFile: [(pattern: PathPattern, settings: Settings)] = []

  init(_ source: SourceText) { self.source = source }
}

/// A pattern of paths: `*` and `?` stay within a directory, `**` does not. One without `/` is about file names.
struct PathPattern: Sendable {
  private let parts: [[UInt8]]
  /// The pattern as it is written.
  let text: String

  init(_ text: String) {
    self.text = text
    let parts = text.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    self.parts = text.utf8.contains(UInt8(ascii: "/")) ? parts : [Array("**".utf8)] + parts
  }

  /// Whether a path, from the configuration's directory, matches; in time linear in both lengths' product.
  func matches(_ path: String) -> Bool {
    let names = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    // A directory stands for all below it.
    return Self.match(parts, names, isAny: { $0 == Array("**".utf8) }, matches: Self.matchesName, isPrefix: true)
  }

  private static func matchesName(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
    match(
      pattern, name, isAny: { $0 == UInt8(ascii: "*") }, matches: { $0 == UInt8(ascii: "?") || $0 == $1 },
      isPrefix: false)
  }

  /// Matches a row of tokens, some of which stand for any number of elements.
  private static func match<Element>(
    _ pattern: [Element], _ text: [Element], isAny: (Element) -> Bool, matches: (Element, Element) -> Bool,
    isPrefix: Bool
  ) -> Bool {
    // reach[j]: the pattern so far matches the first j elements.
    var reach = [Bool](repeating: false, count: text.count + 1)
    reach[0] = true
    for token in pattern {
      var next = [Bool](repeating: false, count: text.count + 1)
      if isAny(token) {
        var isReached = false
        for index in reach.indices {
          isReached = isReached || reach[index]
          next[index] = isReached
        }
      } else {
        for index in text.indices where reach[index] && matches(token, text[index]) { next[index + 1] = true }
      }
      reach = next
    }
    return isPrefix ? reach.dropFirst().contains(true) : reach[text.count]
  }
}
