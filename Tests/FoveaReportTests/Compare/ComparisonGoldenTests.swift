import Foundation
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaReport
import FoveaText
import Testing

/// Two networks and the golden files of their comparison.
struct ComparedPair: Sendable, CustomTestStringConvertible {
  let name: String
  let old: (path: String, variant: String?)
  let new: (path: String, variant: String?)

  var testDescription: String { name }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  func comparison() throws -> NetworkComparison {
    func network(_ entry: (path: String, variant: String?), label: String) throws -> ComparedNetwork {
      let file = Self.root.appending(path: entry.path)
      let source = SourceText(path: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
      var options = Specification.Options()
      options.variant = entry.variant
      return ComparedNetwork(label: label, Network(Specification(source), options))
    }
    let labels = [old, new].map { entry in
      old.path == new.path
        ? entry.variant ?? "" : URL(filePath: entry.path).deletingPathExtension().lastPathComponent
    }
    return NetworkComparison(
      [try network(old, label: labels[0]), try network(new, label: labels[1])], options: AnalyzedGraph.Options())
  }

  private static let golden = "Tests/FoveaReportTests/Compare/Golden/"

  static let all = [
    ComparedPair(
      name: "compare-norm", old: ("specs/zoo/vgg.yaml", "vgg16"), new: ("specs/zoo/vgg.yaml", "vgg16_bn")),
    ComparedPair(
      name: "compare-stride", old: ("specs/zoo/resnet.yaml", "resnet50"),
      new: (golden + "stride-on-1x1.yaml", "resnet50")),
    ComparedPair(
      name: "compare-rewrite", old: ("specs/zoo/resnet.yaml", "resnet50"),
      new: (golden + "rewritten.yaml", "resnet50")),
    ComparedPair(name: "compare-inserted", old: (golden + "plain.yaml", nil), new: (golden + "inserted.yaml", nil)),
    ComparedPair(
      name: "compare-depth", old: ("specs/zoo/resnet.yaml", "resnet50"), new: ("specs/zoo/resnet.yaml", "resnet101")),
  ]
}

@Suite struct `Every format renders comparisons` {
  @Test(arguments: ComparedPair.all) func `as text`(_ pair: ComparedPair) throws {
    let text = ComparisonText.render(try pair.comparison(), width: 80).plain
    try Golden.compare(text, with: "\(pair.name).txt", in: "Compare")
    for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test(arguments: ComparedPair.all) func `as Markdown`(_ pair: ComparedPair) throws {
    try Golden.compare(ComparisonMarkdown.text(try pair.comparison()), with: "\(pair.name).md", in: "Compare")
  }

  @Test(arguments: ComparedPair.all) func `as JSON`(_ pair: ComparedPair) throws {
    var json = JSONWriter()
    ComparisonJSON.write(try pair.comparison(), to: &json)
    json.end()
    let text = String(decoding: json.bytes, as: UTF8.self)
    try Golden.compare(text, with: "\(pair.name).json", in: "Compare")
    _ = try JSONSerialization.jsonObject(with: Data(json.bytes))
  }
}
