import Foundation
import Fovea
import FoveaGraph
import Testing

/// Bad descriptions, one a file, with what is said about each in the golden file beside it.
///
/// `FOVEA_RECORD=1 swift test --filter MistakeTests` writes the golden files anew; the difference is to be read.
@Suite struct MistakeTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "inputs")

  private static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()

  @Test("a bad description gives the messages of its golden file", arguments: names)
  func golden(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name + ".yaml")))
    let source = SourceText(path: name + ".yaml", bytes: bytes)
    let text = DiagnosticText.text(Mistakes.found(in: source), in: source).plain
    let file = Self.folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["FOVEA_RECORD"] != nil {
      try Data(text.utf8).write(to: file)
    }
    #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  @Test("each message is one phrase in lower case without a full stop", arguments: names)
  func wording(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name + ".yaml")))
    let findings = Mistakes.found(in: SourceText(path: name + ".yaml", bytes: bytes))
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
