import Foundation
import FoveaGraph
import Testing

@testable import Fovea
@testable import FoveaLanguage
@testable import FoveaText

/// What the default rules find in the networks of `specs`, each with the sentence that says why it is true.
///
/// `FOVEA_RECORD=1 swift test --filter ZooFindingsTests` writes the list anew and keeps the sentences.
struct ZooFindingsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let list = root.appending(path: "Tests/FoveaTests/Lint/zoo-findings.txt")

  /// The findings of one file, one for each rule and place, in the order of the text.
  private static func findings(in path: String) throws -> [String] {
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    let specification = Specification(SourceText(path: path, text: text))
    var found: [(start: UInt32, rule: String, text: String)] = []
    var places: Set<Place> = []
    for variant in specification.variants.isEmpty ? [nil] : specification.variants.map(Optional.some) {
      var options = Specification.Options()
      options.variant = variant
      let context = try #require(LintContext(Network(specification, options)))
      for rule in RuleCatalog.all where rule.level == .error || rule.level == .warning {
        for diagnostic in rule.check(context) {
          guard places.insert(Place(rule: rule.name, span: diagnostic.span)).inserted else { continue }
          let layer = diagnostic.layer.map { (variant.map { $0 + ":" } ?? "") + context.path(of: $0) } ?? ""
          found.append(
            (
              diagnostic.span.start, rule.name,
              "\(path) \(layer): \(diagnostic.severity): \(diagnostic.message) [\(rule.name)]"
            ))
        }
      }
    }
    return found.sorted { ($0.start, $0.rule) < ($1.start, $1.rule) }.map(\.text)
  }

  private struct Place: Hashable {
    let rule: String
    let span: SourceSpan
  }

  private static func findings() throws -> [String] {
    try ["specs/lessons", "specs/zoo"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path()).sorted()
        .filter { $0.hasSuffix(".yaml") }.flatMap { try findings(in: "\(folder)/\($0)") }
    }
  }

  /// The recorded findings, each with its sentence.
  private static func recorded() throws -> [(finding: String, reason: String)] {
    guard let text = try? String(contentsOf: list, encoding: .utf8) else { return [] }
    var entries: [(finding: String, reason: String)] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("  "), !entries.isEmpty {
        entries[entries.count - 1].reason = String(line.dropFirst(2))
      } else {
        entries.append((String(line), ""))
      }
    }
    return entries
  }

  @Test func `the default rules find in the networks what the list says and nothing else`() throws {
    let found = try Self.findings()
    var entries = try Self.recorded()
    if ProcessInfo.processInfo.environment["FOVEA_RECORD"] != nil {
      let reasons = Dictionary(entries.map { ($0.finding, $0.reason) }, uniquingKeysWith: { first, _ in first })
      entries = found.map { ($0, reasons[$0] ?? "") }
      let header = "# What the default rules find in the networks of this repository, and why each finding is true.\n"
      let body = entries.map { "\n\($0.finding)\n  \($0.reason)\n" }.joined()
      try (header + body).write(to: Self.list, atomically: true, encoding: .utf8)
    }
    #expect(found == entries.map(\.finding))
    #expect(entries.filter { !$0.reason.hasSuffix(".") }.map(\.finding) == [], "these need a sentence")
  }
}
