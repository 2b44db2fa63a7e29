package import FoveaFilters
package import FoveaGraph
import FoveaNumerics

/// A part of a network that computes a linear function of one map, with a constant: its layers may part and join again.
///
/// Convolutions, averages, batch normalisation with running statistics, factors of channels, choices and rearrangements
/// of channels and pixels, cropping, padding with zeros, sums and concatenations of channels are linear at inference.
package struct LinearPiece: Hashable, Sendable {
  /// The layer whose map is read.
  package let source: LayerID
  /// The layers in execution order; the last one gives the result.
  package let layers: [LayerID]

  /// The part that reads one layer and ends with another.
  ///
  /// - Throws: where something between them is not linear, or reads another map.
  package init(in graph: Graph, from source: LayerID, to end: LayerID) throws(LinearChain.Refusal) {
    var needed: Set<LayerID> = []
    var open = [end]
    var readsSource = false
    while let id = open.popLast() {
      if id == source {
        readsSource = true
        continue
      }
      guard needed.insert(id).inserted else { continue }
      if let reason = Self.obstacle(at: id, in: graph) {
        throw LinearChain.Refusal(reason: "`\(graph.path(of: id))` \(reason)")
      }
      guard let early = graph[id].inputs.first(where: { $0 < source }) else {
        open += graph[id].inputs
        continue
      }
      throw LinearChain.Refusal(
        reason: "`\(graph.path(of: id))` reads `\(graph.path(of: early))`, which does not depend on "
          + "`\(graph.path(of: source))`")
    }
    guard readsSource, !needed.isEmpty else {
      throw LinearChain.Refusal(reason: "`\(graph.path(of: end))` does not read `\(graph.path(of: source))`")
    }
    (self.source, layers) = (source, needed.sorted())
  }

  private init(source: LayerID, layers: [LayerID]) { (self.source, self.layers) = (source, layers) }

  /// The largest parts in which branches join, or pixels become channels before a convolution.
  package static func all(in graph: Graph) -> [LinearPiece] {
    var roots = graph.ids
    var members: [LayerID: [LayerID]] = [:]
    var goesOn = Array(repeating: false, count: graph.layers.count)
    for id in graph.ids where obstacle(at: id, in: graph) == nil {
      let inputs = Set(graph[id].inputs.map { roots[$0.position] })
      guard let root = inputs.first, inputs.count == 1 else { continue }
      roots[id.position] = root
      members[root, default: []].append(id)
      for input in graph[id].inputs { goesOn[input.position] = true }
    }
    return graph.ids.flatMap { root in
      (members[root] ?? []).filter { !goesOn[$0.position] }.compactMap { end in
        guard let piece = try? LinearPiece(in: graph, from: root, to: end) else { return nil }
        let operations = piece.layers.map { graph[$0].operation }
        let isBranched = operations.contains { if case .pixelUnshuffle = $0 { true } else { $0.facts.family == .join } }
        let isConvolution = operations.contains { if case .conv = $0 { true } else { false } }
        return isBranched && isConvolution ? piece : nil
      }
    }
  }

  /// Why a layer is not linear in its input, as a phrase; nil where it is.
  private static func obstacle(at id: LayerID, in graph: Graph) -> String? {
    let operands = graph.operands(of: graph[id])
    let output = graph.shape(of: id)
    guard output.rank > 0, operands.all.allSatisfy({ $0.rank == output.rank && $0.layout == output.layout }),
      output.layout == .channelsFirst, output.elements.value != nil, graph[id].reference == nil
    else { return "has a size that is not known, or other axes than its input" }
    let operation = graph[id].operation
    switch operation {
    case .conv, .layerScale, .channelShuffle, .sliceChannels, .pixelUnshuffle: return nil
    case .batchNorm(let norm): return norm.track ? nil : "normalises by the statistics of the batch"
    case .avgPool(let pool):
      let isPlain =
        pool.countsPadding
        || (0..<output.rank).allSatisfy { axis in
          pool.window.padding(axis, of: operands.first.spatial[axis]).map { $0.before + $0.after == 0 } ?? false
        }
      let plain = try? pool.window.output(of: operands.first, channels: operands.first.channels)
      return isPlain && plain == output ? nil : "averages over other numbers of pixels at the border"
    case .pad(let pad): return pad.mode == .zeros ? nil : "repeats rows at the border"
    case .crop(let crop): return crop.margin != nil ? nil : "crops to a size"
    case .add: return operands.all.allSatisfy { $0 == output } ? nil : "repeats a branch along an axis"
    case .concat(let concat): return concat.axis == .channels ? nil : "joins along a spatial axis"
    default:
      return operation.facts.effect == .identity ? nil : "is of the kind `\(operation.name)`, which has no kernel"
    }
  }

  /// The function, of the given weights; nil where it is too large to be formed.
  package func map(_ graph: Graph, weights: NetworkWeights<Double>) -> StridedMap? {
    let shape = graph.shape(of: source)
    guard let channels = shape.channels.value else { return nil }
    var maps: [LayerID: StridedMap] = [source: StridedMap(channels: channels, rank: shape.rank)]
    for id in layers {
      let inputs = graph[id].inputs.compactMap { maps[$0] }
      guard inputs.count == graph[id].inputs.count,
        let map = Self.applying(id, to: inputs, in: graph, weights)
      else { return nil }
      maps[id] = map
    }
    return maps[layers[layers.count - 1]]
  }

  private static func applying(
    _ id: LayerID, to inputs: [StridedMap], in graph: Graph, _ weights: NetworkWeights<Double>
  ) -> StridedMap? {
    let map = graph.operands(of: graph[id]).first
    let path = graph.path(of: graph.weightOwner(of: id))
    let channels = inputs[0].bank.outputs
    func array(_ name: String, _ standard: Double) -> [Double] {
      weights.arrays["\(path).\(name)"]?.elements ?? Array(repeating: standard, count: channels)
    }
    switch graph[id].operation {
    case .conv: return Kernel(graph, id, weights: weights).flatMap { inputs[0].followed(by: $0) }
    case .avgPool(let pool):
      return Kernel(averaging: pool.window, over: map).flatMap { inputs[0].followed(by: $0) }
    case .batchNorm(let norm):
      let factors = zip(array("weight", 1), array("running_var", 1)).map { $0 / ($1 + norm.epsilon).squareRoot() }
      let shift = zip(array("bias", 0), zip(array("running_mean", 0), factors)).map { $0 - $1.0 * $1.1 }
      return inputs[0].scaled(by: factors, plus: shift)
    case .layerScale:
      return inputs[0].scaled(by: array("weight", 1), plus: Array(repeating: 0, count: channels))
    case .channelShuffle(let shuffle):
      let depth = channels / shuffle.groups
      return inputs[0].selecting((0..<channels).map { $0 % shuffle.groups * depth + $0 / shuffle.groups })
    case .sliceChannels(let slice): return inputs[0].selecting(Array(slice.start..<slice.start + slice.count))
    case .pixelUnshuffle(let shuffle): return inputs[0].unshuffled(shuffle.factor)
    case .pad(let pad): return inputs[0].moved(by: Self.rows(pad.padding, rank: map.rank).map { -$0 })
    case .crop(let crop): return crop.margin.map { inputs[0].moved(by: Self.rows($0, rank: map.rank)) }
    case .add: return StridedMap.sum(inputs)
    case .concat: return StridedMap.stacked(inputs)
    default: return inputs[0]
    }
  }

  /// The rows before each axis.
  static func rows(_ padding: Padding, rank: Int) -> [Int] {
    (0..<rank).map { if case .rows(let before, _) = padding { before[$0] } else { 0 } }
  }
}

extension Kernel {
  /// The convolution that an average is, channel by channel.
  fileprivate init?(averaging window: SlidingWindow, over map: Shape) {
    guard let channels = map.channels.value else { return nil }
    var windows: [AxisWindow] = []
    for axis in 0..<map.rank {
      guard let padding = window.padding(axis, of: map.spatial[axis]),
        let own = try? AxisWindow(
          kernel: window.kernel[axis], stride: window.stride(axis), dilation: window.dilation[axis],
          padding: AxisPadding(before: padding.before, after: padding.after))
      else { return nil }
      windows.append(own)
    }
    let taps = windows.reduce(1) { $0 * $1.kernel }
    self.init(
      windows: windows, inputs: channels, outputs: channels, groups: channels,
      weights: Array(repeating: 1 / Double(taps), count: taps * channels))
  }
}
