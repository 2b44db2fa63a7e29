import Foundation
import FoveaGraph
import Testing

@Suite struct GoldenChainTests {
  private struct Chain: Decodable {
    struct Layer: Decodable {
      var op: String
      var kernel, stride, padding, dilation: Int
    }
    struct Field: Decodable {
      struct Unit: Decodable {
        var o, start, end, count: Int
      }
      var size, distinct: Int
      var stride, padding: Int?
      var units: [Unit]?
    }
    var layers: [Layer]
    var after_each_layer: [Field]
  }

  @Test func `measured chains have the measured fields after each layer`() throws {
    let url = try #require(
      Bundle.module.url(forResource: "receptive_field_chains", withExtension: "json", subdirectory: "Fixtures"))
    let chains = try JSONDecoder().decode([String: Chain].self, from: Data(contentsOf: url))
    #expect(chains.count >= 10)
    for (name, chain) in chains {
      var field = AxisField.input
      for (layer, expected) in zip(chain.layers, chain.after_each_layer) {
        let window =
          layer.op == "conv_transpose"
          ? PeriodicWindow.transposed(
            kernel: layer.kernel, stride: layer.stride, dilation: layer.dilation, padding: layer.padding)
          : PeriodicWindow(
            kernel: layer.kernel, stride: layer.stride, dilation: layer.dilation, padding: layer.padding)
        field = try #require(field.behind(window))
        #expect(field.size == expected.size, "\(name)")
        #expect(field.distinct == expected.distinct, "\(name)")
        #expect(field.stride == expected.stride, "\(name)")
        #expect(field.padding == expected.padding, "\(name)")
        for unit in expected.units ?? [] {
          let rows = try #require(field.window.rows(ofUnit: unit.o))
          #expect(rows.first == unit.start && rows.last == unit.end && rows.count == unit.count, "\(name)")
        }
      }
    }
  }
}
