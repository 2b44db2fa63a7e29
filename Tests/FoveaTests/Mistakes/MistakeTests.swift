import Foundation
import FoveaGraph
import FoveaLanguage
import FoveaReport
import FoveaText
import Testing

/// Bad descriptions, one a file, with what is said about each in the golden file beside it.
///
/// `FOVEA_RECORD=1 swift test --filter MistakeTests` writes the golden files anew; the difference is to be read.
@Suite struct MistakeTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// Mistakes of the language in `inputs`, and of networks in `zoo`.
  private static let names: [String] = ["inputs", "zoo"].flatMap { part in
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path)) ?? [])
      .filter { $0.hasSuffix(".yaml") }.map { "\(part)/\($0.dropLast(5))" }.sorted()
  }

  /// The file without its folder.
  private static func path(_ name: String) -> String { name.drop { $0 != "/" }.dropFirst() + ".yaml" }

  @Test(arguments: names)
  func `a bad description gives the messages of its golden file`(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name + ".yaml")))
    let source = SourceText(path: Self.path(name), bytes: bytes)
    let text = DiagnosticText.text(Mistakes.found(in: source), in: source).plain
    let file = Self.folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["FOVEA_RECORD"] != nil {
      try Data(text.utf8).write(to: file)
    }
    #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  @Test(arguments: names)
  func `each message is one phrase in lower case without a full stop`(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name + ".yaml")))
    let findings = Mistakes.found(in: SourceText(path: Self.path(name), bytes: bytes))
    #expect(findings.contains { $0.severity == .error })
    for finding in findings {
      for phrase in [finding.message] + [finding.help].compactMap(\.self) + finding.notes.map(\.message) {
        #expect(phrase.first?.isUppercase == false)
        #expect(!phrase.hasSuffix(".") && !phrase.contains("\n"))
        #expect(phrase.count < 400)
      }
    }
  }

  @Test func `the table has at least 80 inputs`() {
    #expect(Self.names.count >= 80)
  }
}

/// What is said about a description, by the reader, the elaborator and the analysis.
enum Mistakes {
  static func found(in source: SourceText) -> [Diagnostic] {
    let specification = Specification(source)
    var findings: [Diagnostic] = []
    for variant in specification.variants.isEmpty ? [nil] : specification.variants.map({ Optional($0) }) {
      var options = Specification.Options()
      options.variant = variant
      let elaboration = specification.elaborate(options)
      var found = elaboration.diagnostics
      if let graph = elaboration.graph {
        let analyzed = AnalyzedGraph(graph)
        if !elaboration.hasErrors { found += analyzed.diagnostics }
      }
      for finding in found where !findings.contains(finding) { findings.append(finding) }
    }
    return findings
  }
}
