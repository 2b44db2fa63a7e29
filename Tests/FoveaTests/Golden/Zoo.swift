import Foundation
import FoveaGraph
import FoveaLanguage
import FoveaText
import Testing

/// A network of the repository's `specs/`, made of its file once and shared by the tests.
struct ZooEntry: Sendable, CustomTestStringConvertible {
  let file: String
  let specification: Specification
  let elaboration: Specification.Elaboration
  let analysis: AnalyzedGraph?

  var name: String { elaboration.graph.map { $0.variant ?? $0.name } ?? file }

  var testDescription: String { name }
}

/// Everything in `specs/`.
enum Zoo {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The files below `specs/`, as paths from the package root.
  static let files: [String] = ["specs/zoo", "specs/lessons"].flatMap { folder in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
  }

  /// Every variant of every file.
  static let networks: [ZooEntry] = files.flatMap { file -> [ZooEntry] in
    let bytes = (try? Data(contentsOf: root.appending(path: file))) ?? Data()
    let specification = Specification(SourceText(path: file, bytes: Array(bytes)))
    let variants = specification.variants.isEmpty ? [nil] : specification.variants.map(Optional.some)
    return variants.map { variant in
      var options = Specification.Options()
      options.variant = variant
      let elaboration = specification.elaborate(options)
      return ZooEntry(
        file: file, specification: specification, elaboration: elaboration,
        analysis: elaboration.graph.map { AnalyzedGraph($0) })
    }
  }

  private static let named = Dictionary(networks.map { ($0.name, $0) }) { first, _ in first }

  /// The analysis of a network, by the name of its variant or, without variants, its own.
  static func analysis(_ name: String) throws -> AnalyzedGraph {
    try #require(named[name]?.analysis, "no network `\(name)` in specs/")
  }
}

extension Graph {
  /// The layer at a path; of a part of the network, its last layer.
  func layer(at path: String) -> LayerID? {
    if let id = ids.first(where: { self.path(of: $0) == path }) { return id }
    let scope = scopes.indices.map { ScopeID($0) }.first { self.path(of: $0) == path }
    return scope.flatMap { self[$0].range.last.map { LayerID($0) } }
  }
}

extension Layer {
  /// The operator's name in a description.
  var operatorName: String { type(of: operation.base).name }
}

/// The plain numbers of a shape.
func numbers(_ shape: Shape) -> [Int?] { shape.extents.map(\.value) }
