import Foundation
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaReport
import FoveaText
import Testing

@Suite struct `JSON` {
  private func object(_ network: Network) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(AnalysisJSON.bytes([network])))
    return try #require(value as? [String: Any])
  }

  @Test func `holds the figures of the analysis`() throws {
    let network = try Sample.network()
    let analyzed = try #require(network.analysis)
    let json = try object(network)
    #expect(json["schema"] as? Int == 2)
    #expect(json["network"] as? String == "sample | <net>")
    #expect(json["variant"] as? String == "small")
    let layers = try #require(json["layers"] as? [[String: Any]])
    #expect(layers.count == analyzed.graph.layers.count - 1)
    for (layer, id) in zip(layers, analyzed.graph.ids.dropFirst()) {
      #expect(layer["path"] as? String == analyzed.graph.path(of: id))
      #expect(layer["parameters"] as? Int == analyzed.costs[id.position].parameters.value)
      #expect(layer["macs"] as? Int == analyzed.costs[id.position].macs.value)
      let shape = try #require(layer["shape"] as? [Any])
      #expect(shape.map { $0 as? Int } == analyzed.graph.shape(of: id).extents.map(\.value))
      let span = try #require(layer["span"] as? [String: Int])
      let key = try #require(network.places.span(of: id))
      let place = try #require(network.source).position(of: key.start)
      #expect(span == ["line": place.line, "column": place.column])
    }
  }

  @Test func `says which layers are missing in a lower bound`() throws {
    let totals = try #require(try object(try Sample.network())["totals"] as? [String: Any])
    let parameters = try #require(totals["parameters"] as? [String: Any])
    #expect((parameters["at_least"] as? Int ?? 0) > 1000)
    #expect(parameters["missing"] as? [String] == ["mystery"])
  }

  @Test func `names the gate beside the field of the other paths`() throws {
    let json = try object(try Sample.network())
    let layers = try #require(json["layers"] as? [[String: Any]])
    let gated = try #require(layers.first { $0["path"] as? String == "stage.0.multiply" })
    let field = try #require(gated["receptive_field"] as? [String: Any])
    #expect(field["global"] as? Bool == true)
    let lists = try #require(json["gathering"] as? [[String: Any]])
    let list = lists[try #require(field["through"] as? Int)]
    #expect(list["layer"] as? String == "stage.0.gate.global_avg_pool" && list["after"] as? [Int] == [])
    let axes = try #require(field["axes"] as? [[String: Any]])
    #expect(axes.map { $0["size"] as? Int } == [7, 13])
    let last = try #require(layers.last)
    let lost = try #require(last["receptive_field"] as? [String: Any])
    #expect(last["unknown_from"] as? String == "mystery" && last["path"] as? String == "mystery")
    #expect(lost["global"] as? Bool == true && lost["axes"] is NSNull)
  }

  @Test func `of a network with errors has findings and no figures`() throws {
    let json = try object(
      Sample.network(text: "fovea: 1\nname: a\ninput: 3x8x8\nlayers:\n  - conv: {out: 4, kernel: 9}\n"))
    #expect((json["layers"] as? [Any])?.isEmpty == true)
    #expect((json["totals"] as? [String: Any])?["macs"] is NSNull)
    let findings = try #require(json["diagnostics"] as? [[String: Any]])
    #expect(findings.count == 1)
    #expect(findings.first?["severity"] as? String == "error")
    #expect((findings.first?["span"] as? [String: Int])?["line"] == 5)
  }

  @Test func `of several networks is an array`() throws {
    let networks = [try Sample.network("small"), try Sample.network("large")]
    let value = try JSONSerialization.jsonObject(with: Data(AnalysisJSON.bytes(networks)))
    let array = try #require(value as? [[String: Any]])
    #expect(array.map { $0["variant"] as? String } == ["small", "large"])
    #expect(AnalysisJSON.bytes([]) == Array("[]\n".utf8))
  }
}
