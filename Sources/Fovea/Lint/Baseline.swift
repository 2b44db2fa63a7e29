import FoveaGraph
import FoveaLanguage
package import FoveaText

/// Findings that are known and accepted for now, by rule and layer, so that the lines of a file may move.
package struct Baseline: Sendable {
  /// One finding of one file.
  package struct Key: Hashable, Sendable, Comparable {
    /// The rule.
    package let rule: String
    /// The layer's path; empty where the finding is about the whole network.
    package let layer: String

    package init(rule: String, layer: String) {
      self.rule = rule
      self.layer = layer
    }

    package static func < (one: Key, other: Key) -> Bool { (one.rule, one.layer) < (other.rule, other.layer) }
  }

  /// The findings of each file, by the path that reports give it.
  package private(set) var files: [String: Set<Key>] = [:]

  /// A text that is no baseline.
  package struct Malformed: Error, CustomStringConvertible {
    package let description: String
  }

  /// Creates a baseline of findings.
  package init(_ files: [LintedFile]) {
    for file in files where !file.keys.isEmpty { self.files[file.source.path, default: []].formUnion(file.keys) }
  }

  /// Reads a baseline.
  ///
  /// - Throws: where the text is not what ``bytes`` writes.
  package init(reading source: SourceText) throws(Malformed) {
    let (document, mistakes) = YAMLDocument.parse(source)
    guard let document, mistakes.isEmpty else {
      throw Malformed(description: mistakes.first.map(\.message) ?? "no JSON")
    }
    guard let version = document.value(forKey: "fovea-baseline", in: document.root), document.hasText("1", version),
      let files = document.value(forKey: "files", in: document.root), document.kind(of: files) == .mapping
    else { throw Malformed(description: "expected `fovea-baseline: 1` and `files`") }
    for (name, rules) in document.entries(of: files) {
      guard document.kind(of: rules) == .mapping else {
        throw Malformed(description: "expected the rules of `\(document.text(of: name))`")
      }
      for (rule, layers) in document.entries(of: rules) {
        for layer in document.children(of: layers) {
          self.files[document.text(of: name), default: []].insert(
            Key(rule: document.text(of: rule), layer: document.text(of: layer)))
        }
      }
    }
  }

  /// The baseline as JSON, sorted, each layer on a line of its own.
  package var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("fovea-baseline", 1)
      json.member("files") { json in
        json.object { json in
          for (file, keys) in files.sorted(by: { $0.key < $1.key }) {
            json.member(file) { json in
              json.object { json in
                for (rule, keys) in Dictionary(grouping: keys, by: \.rule).sorted(by: { $0.key < $1.key }) {
                  json.member(rule) { json in
                    json.array { json in for key in keys.sorted() { json.string(key.layer) } }
                  }
                }
              }
            }
          }
        }
      }
    }
    json.end()
    return json.bytes
  }

  /// The entries of some files that no finding has any more.
  package func gone(from files: [LintedFile]) -> [(file: String, key: Key)] {
    var known: [String: Set<Key>] = [:]
    for file in files { known[file.source.path, default: []].formUnion(file.known) }
    return known.keys.sorted().flatMap { path in
      (self.files[path] ?? []).subtracting(known[path] ?? []).sorted().map { (path, $0) }
    }
  }
}
