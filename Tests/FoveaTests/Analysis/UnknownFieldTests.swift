import FoveaGraph
import Testing

@Suite struct UnknownFieldTests {
  /// The field of the only output as text, and where and why a part of it is not known.
  private func field(_ text: String) throws -> (text: String, path: String?, reason: UnknownField.Reason?) {
    let analysis = try analyzed(text)
    let output = analysis.graph.outputs[0].layer
    let unknown = analysis.receptiveFields.unknown(output)
    return (
      FieldText.short(analysis.receptiveFields[output]), unknown.map { analysis.graph.path(of: $0.layer) },
      unknown?.reason
    )
  }

  @Test(arguments: [
    // The split attention of ResNeSt, and the selection of kernels of SKNet.
    "[global_avg_pool, reshape: {shape: [2, 2]}, {softmax: }, reshape: {shape: [4, 1, 1]}]",
    "[global_avg_pool, permute: {order: [1, 2, 0]}, reshape: {shape: [4, 1, 1]}, sigmoid]",
    "[global_max_pool, flatten, linear: {out: 4}, reshape: {shape: [4, 1, 1]}]",
    "[global_avg_pool, opaque: {shape: [4, 1, 1]}]",
    // The efficient channel attention of ECA-Net.
    "[global_avg_pool, reshape: {shape: [1, 4]}, conv: {out: 1, kernel: 3, padding: 1}, reshape: {shape: [4, 1, 1]}]",
  ]) func `what has seen everything sees everything in any arrangement`(gate: String) throws {
    let found = try field(
      "input: 4x9x9\nlayers:\n  - conv: {out: 4, kernel: 3}\n  - multiply: {map: [], gate: \(gate)}\n")
    #expect(found.text == "global (3/1)" && found.path == nil)
  }

  @Test(arguments: [
    ("- multiply: {map: [opaque: {shape: [4, 9, 9]}], gate: [global_avg_pool, sigmoid]}", "map.opaque"),
    ("- concat: {one: [opaque: {shape: [4, 9, 9]}], two: [instance_norm]}", "one.opaque"),
    ("- opaque: {shape: [4, 9, 9]}\n  - add: {map: [], gate: [global_max_pool]}", "opaque"),
    ("- instance_norm\n  - opaque: {shape: [4, 9, 9]}\n  - conv: {out: 4, kernel: 3}", "opaque"),
  ]) func `a path that gathers the map beside one that is not known makes a global field`(
    layers: String, path: String
  ) throws {
    let found = try field("input: 4x9x9\nlayers:\n  \(layers)\n")
    #expect(found.text == "global (unknown)" && found.path == path && found.reason == .unstated)
    let pooled = try field("input: 4x9x9\nlayers:\n  \(layers)\n  - global_avg_pool\n  - relu\n")
    #expect(pooled.text == "global" && pooled.path == nil)
  }

  @Test(arguments: [
    ("4x?x?", "- upsample: {scale: 8, mode: bilinear, align_corners: true}", "upsample", UnknownField.Reason.size),
    ("4x9x9", "- opaque: {shape: [4, 9, 9]}\n  - relu", "opaque", .unstated),
    (
      "4x6x6", "- reshape: {shape: [4, 36]}\n  - conv: {out: 4, kernel: 3}\n  - reshape: {shape: [4, 17, 2]}",
      "reshape_2", .axes
    ),
    ("4x9x9", "- adaptive_avg_pool: {size: 1}\n  - conv: {out: 4, kernel: 1}\n  - upsample: {size: 9}", "", .size),
    ("4x9000", "- upsample: {size: 8999}", "upsample", .period),
  ]) func `the first layer that is not known is told, and why`(
    input: String, layers: String, path: String, reason: UnknownField.Reason
  ) throws {
    let found = try field("input: \(input)\nlayers:\n  \(layers)\n")
    guard !path.isEmpty else {
      #expect(found.path == nil && found.text == "global")
      return
    }
    #expect(found.text == "unknown" && found.path == path && found.reason == reason)
    // A gate over the whole map in front of it stays known.
    let gated = try field("input: \(input)\nlayers:\n  - instance_norm\n  \(layers)\n")
    #expect(gated.text == "global (unknown)" && gated.reason == reason)
  }

  @Test func `maps that were resized to odd sizes have known fields where their units can be listed`() throws {
    func pyramid(_ size: Int) -> String {
      """
      input: 4x\(size)
      layers:
        - {name: a, conv: {out: 4, kernel: 3, padding: 1}}
        - {max_pool: {kernel: 2}}
        - {name: b, conv: {out: 4, kernel: 3, padding: 1}}
        - {max_pool: {kernel: 2}}
        - {conv: {out: 4, kernel: 3, padding: 1}}
        - {upsample: {to: b, mode: bilinear, align_corners: true}}
        - {add: {skip: b, up: []}}
        - {conv: {out: 4, kernel: 3, padding: 1}}
        - {upsample: {to: a, mode: bilinear, align_corners: true}}
        - {add: {skip: a, up: []}}
        - {conv: {out: 4, kernel: 3, padding: 1}}
      """
    }
    for size in [32, 96, 228, 1000] {
      #expect(try field(pyramid(size)).path == nil, "\(size)")
    }
  }
}
