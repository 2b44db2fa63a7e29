import Foundation
import FoveaGraph
import Testing

@testable import Fovea
@testable import FoveaFilters
@testable import FoveaLanguage
@testable import FoveaText

/// The page of the documentation with every network of `specs/zoo`, beside the published figures.
///
/// `FOVEA_RECORD=1 swift test --filter ZooPageTests` writes it anew.
struct ZooPageTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let page = root.appending(path: "Sources/Fovea/Fovea.docc/Zoo.md")

  private struct Published: Decodable {
    struct Network: Decodable {
      let parameters: Amount?
      let operations: String?
      let field: String?
      let source: String
      let note: String?
    }

    /// A count, or a rounded figure as it is published.
    enum Amount: Decodable {
      case exact(Int)
      case rounded(String)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let count = try? container.decode(Int.self) {
          self = .exact(count)
        } else {
          self = .rounded(try container.decode(String.self))
        }
      }

      var text: String {
        switch self {
        case .exact(let count): Quantity.exact(count)
        case .rounded(let text): text
        }
      }
    }

    let sources: [String: String]
    let networks: [String: Network]
  }

  private static func networks() throws -> [Network] {
    let folder = root.appending(path: "specs/zoo")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
      .sorted()
    return try names.flatMap { name in
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let specification = Specification(SourceText(path: "specs/zoo/\(name)", text: text))
      return (specification.variants.isEmpty ? [nil] : specification.variants.map { Optional($0) }).map { variant in
        var options = Specification.Options()
        options.variant = variant
        return Network(specification, options)
      }
    }
  }

  private static func published() throws -> Published {
    let file = root.appending(path: "Tests/FoveaTests/Fixtures/published.json")
    return try JSONDecoder().decode(Published.self, from: Data(contentsOf: file))
  }

  private static func exact(_ total: Total) -> String {
    switch total {
    case .known(let value): Quantity.exact(value)
    case .atLeast(let value, _): "at least " + Quantity.exact(value)
    case .unknown: "unknown"
    }
  }

  private static func row(_ network: Network, _ published: Published.Network?, note: Int?) -> String? {
    guard let analyzed = network.analysis else { return nil }
    let graph = analyzed.graph
    let fields = graph.outputs.map { output in
      FieldText.short(analyzed.gatheredField(of: output.layer) ?? analyzed.receptiveFields[output.layer])
    }
    let peak = analyzed.totals.peakActivationBytes.bound.map(Quantity.bytes) ?? "unknown"
    let input = graph.inputs.map { graph.shape(of: $0).description }.joined(separator: ", ")
    let cells = [
      network.variant ?? graph.name, input, exact(analyzed.totals.parameters), published?.parameters?.text ?? "",
      analyzed.totals.macs.bound.map(Quantity.short) ?? "unknown", published?.operations ?? "",
      analyzed.totals.flops.bound.map(Quantity.short) ?? "unknown", peak, fields.joined(separator: ", "),
      published?.field ?? "", published.map { "\($0.source)" + (note.map { " (\($0))" } ?? "") } ?? "",
    ]
    return "| " + cells.joined(separator: " | ") + " |\n"
  }

  private static func render() throws -> String {
    let published = try published()
    var notes: [String] = []
    var rows = ""
    for network in try networks() {
      let entry = published.networks[network.variant ?? network.name]
      var number: Int?
      if let note = entry?.note {
        if !notes.contains(note) { notes.append(note) }
        number = notes.firstIndex(of: note).map { $0 + 1 }
      }
      rows += row(network, entry, note: number) ?? ""
    }
    return """
      # The networks that ship with Fovea

      Every network of `specs/zoo`, as `fovea analyze` counts it, beside what is published about it.

      Columns with *published* in their title hold other people's figures, as the source in the last column prints them. \
      Published operations are multiply-accumulates unless a note says otherwise: compare them with macs, not with flops. \
      A field is size/effective stride in input rows, `~` before an average stride; where the output gathers a whole map, \
      it is the field of that map, over the paths that pass no gate. Memory is in float32, for one image.

      | network | input | parameters | published | macs | published | flops | peak activations | field | published | source |
      | :-- | --: | --: | --: | --: | --: | --: | --: | --: | --: | :-- |
      \(rows)
      Notes:

      \(notes.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n"))

      Sources:

      \(published.sources.sorted { $0.key < $1.key }.map { "- \($0.key): \($0.value)" }.joined(separator: "\n"))

      """
  }

  @Test func `the page of all networks is up to date`() throws {
    let text = try Self.render()
    if ProcessInfo.processInfo.environment["FOVEA_RECORD"] == "1" {
      try text.write(to: Self.page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == text)
  }

  @Test func `exact published counts differ only where a note says why`() throws {
    let published = try Self.published()
    for network in try Self.networks() {
      guard let entry = published.networks[network.variant ?? network.name],
        let analyzed = network.analysis, case .exact(let parameters) = entry.parameters
      else { continue }
      let agrees = analyzed.totals.parameters == .known(parameters)
      #expect(agrees || entry.note != nil, "\(network.title)")
    }
  }

  @Test func `published fields are equal`() throws {
    let published = try Self.published()
    for network in try Self.networks() {
      guard let field = published.networks[network.variant ?? network.name]?.field,
        let analyzed = network.analysis, let output = analyzed.graph.outputs.first
      else { continue }
      #expect(FieldText.short(analyzed.gatheredField(of: output.layer)) == field, "\(network.title)")
    }
  }
}
