import Foundation
import Fovea
import FoveaGraph
import FoveaReport
import FoveaText
import Testing

/// What grows with the number of layers: each format writes what layers have in common once.
@Suite struct `Analyses of networks with many gates` {
  struct Family: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// A network of about `count` layers.
    let text: @Sendable (_ count: Int) -> String
  }

  static let gate = "multiply: {g: [global_avg_pool, sigmoid], x: []}"
  static let families = [
    Family(testDescription: "a gate behind each other") { count in
      head + String(repeating: "  - \(gate)\n", count: count / 3)
    },
    Family(testDescription: "gates in residual blocks") { count in
      let body = "        - conv: {out: 4, kernel: 3, padding: half}\n        - \(gate)\n"
      return head + String(repeating: "  - add:\n      x: []\n      body:\n" + body, count: count / 5)
    },
    Family(testDescription: "two paths that meet again and again") { count in
      (0..<count / 8).reduce(head + "  - {relu: {}, name: a0}\n  - {relu: {}, name: b0, from: input}\n") { text, step in
        text + "  - {\(gate), from: a\(step), name: c\(step)}\n  - {\(gate), from: b\(step), name: d\(step)}\n"
          + "  - {add: {p: c\(step), q: b\(step)}, name: a\(step + 1)}\n"
          + "  - {add: {p: d\(step), q: a\(step)}, name: b\(step + 1)}\n"
      }
    },
    Family(testDescription: "gates beside each other, and layers behind them") { count in
      let branches = (0..<count / 3).map { "      b\($0): [global_avg_pool, sigmoid]\n" }.joined()
      return head + "  - add:\n" + branches + String(repeating: "  - relu\n", count: count / 3)
    },
    Family(testDescription: "layers behind windows that depend on the unit") { count in
      let layers = "  - conv: {out: 4, kernel: 1}\n  - pad: {padding: 1}\n  - crop: {margin: 1}\n"
      return head + "  - conv: {out: 4, kernel: 3, stride: 8}\n  - upsample: {scale: 8, mode: bilinear}\n"
        + String(repeating: layers, count: count / 3)
    },
  ]
  static let head = "fovea: 1\ninput: 4x64x64\nlayers:\n"

  @Test(arguments: families) func `are twice as long where there are twice as many layers`(_ family: Family) throws {
    func lengths(_ count: Int) throws -> [Int] {
      let network = Sample.network(text: family.text(count))
      let page = try HTMLReport().text(of: NetworkReport(network, version: ""))
      return [
        AnalysisJSON.bytes([network]).count, AnalysisCSV.text([network]).utf8.count,
        AnalysisMarkdown.text(network, depth: .all).utf8.count,
        AnalysisText.render(network, depth: .all, width: 80, height: 40).plain.utf8.count,
        try #require(page).utf8.count,
      ]
    }
    let (once, twice) = (try lengths(600), try lengths(1200))
    for (first, second) in zip(once, twice) { #expect(Double(second) < 2.15 * Double(first), "\(once) \(twice)") }
  }

  @Test(arguments: families) func `refer to the layers that gather the map by numbers`(_ family: Family) throws {
    let network = Sample.network(text: family.text(120))
    let analyzed = try #require(network.analysis)
    let value = try JSONSerialization.jsonObject(with: Data(AnalysisJSON.bytes([network])))
    let json = try #require(value as? [String: Any])
    let lists = try #require(json["gathering"] as? [[String: Any]])
    var paths: [Set<String>] = []
    for (number, list) in lists.enumerated() {
      let after = try #require(list["after"] as? [Int])
      #expect(after.allSatisfy { $0 < number } && Set(after).count == after.count)
      paths.append(after.reduce(into: Set([list["layer"] as? String].compactMap(\.self))) { $0.formUnion(paths[$1]) })
    }
    let windows = try #require(json["phases"] as? [[String: Any]])
    let layers = try #require(json["layers"] as? [[String: Any]])
    for (layer, id) in zip(layers, analyzed.graph.ids.dropFirst()) {
      let field = try #require(analyzed.receptiveFields[id])
      let written = try #require(layer["receptive_field"] as? [String: Any])
      let through = analyzed.receptiveFields.gatheringLayers(of: field).map { analyzed.graph.path(of: $0) }
      #expect((written["through"] as? Int).map { paths[$0] } ?? [] == Set(through))
      for (axis, figures) in zip(field.axes ?? PerAxis(), written["axes"] as? [[String: Any]] ?? []) {
        let phases = (figures["phases"] as? Int).map { windows[$0] }
        let rows = phases?["windows"] as? [[Int]]
        #expect(rows == axis.phases?.extents.map { $0.map { [$0.lowerBound, $0.upperBound] } ?? [] })
        #expect(phases?["period"] as? Int == axis.phases?.period)
      }
    }
  }
}
