import FoveaGraph
import FoveaNumerics

/// In which form each layer hands on its output: blocks of channels where a layer that reads it computes with these, so
/// that convolutions behind each other do not lay out their maps anew; otherwise planes.
struct MapPlan: Sendable {
  /// The border around the blocks of each tensor, wide enough for all that read it; nil for planes.
  private var borders: [Border?]

  init<Element: TensorElement>(
    _ graph: Graph, _ layers: [PreparedLayer<Element>], _ fused: [Int: FusedLayers<Element>],
    _ convolutions: [Int: LayerID]
  ) {
    borders = Array(repeating: nil, count: layers.count)
    for id in graph.ids.reversed() where convolutions[id.position] == nil && !graph.isInput(id) {
      let (layer, epilogue) = (layers[id.position], fused[id.position])
      let result = (epilogue?.layers.last ?? id).position
      if !writesBlocks(layer) { borders[result] = nil }
      if let border = layer.sourceBorder(result: borders[result] != nil), let source = graph[id].inputs.first {
        widen(source, to: border)
      }
      if borders[result] != nil, let other = epilogue?.other { widen(other, to: .tight) }
    }
    // What is added to blocks becomes blocks itself: the last of a row of residual blocks, for example.
    for id in graph.ids {
      guard let epilogue = fused[id.position], let last = epilogue.layers.last, let other = epilogue.other,
        borders[last.position] == nil, borders[other.position] != nil, writesBlocks(layers[id.position])
      else { continue }
      borders[last.position] = .tight
    }
    for id in graph.ids where graph.isInput(id) { borders[id.position] = nil }
  }

  private func writesBlocks<Element: TensorElement>(_ layer: PreparedLayer<Element>) -> Bool {
    layer.writesBlocks && layer.output.channels.value ?? 0 >= ChannelBlocks.full
  }

  private mutating func widen(_ id: LayerID, to border: Border) {
    borders[id.position] = borders[id.position].map { $0.union(border) } ?? border
  }

  /// The forms between which the layer `id` computes an output that is handed on as that of `result`.
  func forms<Element: TensorElement>(
    of id: LayerID, _ layer: PreparedLayer<Element>, result: LayerID, in graph: Graph
  ) -> MapForms {
    let border = borders[result.position]
    let source = layer.sourceBorder(result: border != nil) == nil ? nil : graph[id].inputs.first
    return MapForms(source: source.flatMap { borders[$0.position] }, result: border)
  }

  /// The most bytes that the maps take at once. Blocks take more than planes: for the zeros around them, and for
  /// channels that a block lacks.
  ///
  /// `results` are the layers whose outputs the layers write, nil for those that are computed with another one; `freed`
  /// the maps that no layer after one reads.
  func peakBytes<Element: TensorElement>(
    of type: Element.Type, in graph: Graph, results: [LayerID?], freed: [[Int]], batch: Int
  ) throws(ExecutionError) -> Int {
    var held = Array(repeating: 0, count: borders.count)
    var (live, most) = (0, 0)
    for (index, result) in results.enumerated() {
      if let result {
        held[result.position] = try bytes(of: result, as: type, in: graph, batch: batch)
        live += held[result.position]
        most = max(most, live)
      }
      for map in freed[index] {
        live -= held[map]
        held[map] = 0
      }
    }
    return most
  }

  /// The bytes of the map that is handed on as the output of a layer.
  private func bytes<Element: TensorElement>(
    of id: LayerID, as type: Element.Type, in graph: Graph, batch: Int
  ) throws(ExecutionError) -> Int {
    let sizes = graph.shape(of: id).sizes(batch: batch)
    guard let border = borders[id.position] else {
      return sizes.reduce(MemoryLayout<Element>.stride) { $0.multipliedReportingOverflow(by: $1).partialValue }
    }
    do throws(NumericsError) {
      return try BlockedMap<Element>.bytes(shape: sizes, border: border)
    } catch {
      throw .layer(path: graph.path(of: id), reason: error.description)
    }
  }
}
