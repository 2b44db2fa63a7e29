import FoveaFilters
import FoveaGraph
import FoveaNumerics
import Testing

@testable import Fovea

/// The one kernel of a linear part of a network, whose layers part and join.
@Suite struct LinearPieceTests {
  private static func piece(_ text: String) throws -> (analysis: AnalyzedGraph, found: PieceComposition) {
    let analysis = try analyzed(text)
    let piece = try #require(LinearPiece.all(in: analysis.graph).first)
    return (analysis, try PieceComposition(piece, in: analysis))
  }

  @Test func `Focus is a 6x6 of stride 2`() throws {
    let (_, found) = try Self.piece(
      """
      input: 3x32x32
      layers:
        - pixel_unshuffle: {factor: 2}
        - conv: {out: 8, kernel: 3, padding: 1, bias: false}
        - batch_norm
        - relu
      """)
    #expect(found.axes.map(\.kernel) == [6, 6] && found.axes.map(\.stride) == [2, 2])
    #expect(found.axes.map(\.padding) == [AxisPadding(2), AxisPadding(2)])
    #expect(found.axes.allSatisfy { $0.equal == $0.units } && found.affected == 0)
    #expect(found.inputs == 3 && found.outputs == 8 && found.hasBias && !found.differsByBias)
  }

  @Test func `a block of RepVGG is one 3x3`() throws {
    let (_, found) = try Self.piece(
      """
      input: 8x16x16
      layers:
        - relu
        - add:
            dense: [{conv: {out: 8, kernel: 3, padding: 1, bias: false}}, batch_norm]
            pointwise: [{conv: {out: 8, kernel: 1, bias: false}}, batch_norm]
            identity: [batch_norm]
        - relu
      """)
    #expect(found.axes.map(\.kernel) == [3, 3] && found.axes.map(\.padding) == [AxisPadding(1), AxisPadding(1)])
    #expect(found.affected == 0)
  }

  @Test func `a slice of channels, a shuffle and a crop belong to a part`() throws {
    let (_, found) = try Self.piece(
      """
      input: 8x20x20
      layers:
        - concat:
            left: [{slice_channels: {count: 4}}, {conv: {out: 4, kernel: 5, padding: 1}}]
            right: [{slice_channels: {start: 4, count: 4}}, {crop: {margin: 1}}]
        - channel_shuffle: {groups: 2}
      """)
    #expect(found.axes.map(\.kernel) == [5, 5] && found.axes.map(\.padding) == [AxisPadding(1), AxisPadding(1)])
    #expect(found.inputs == 8 && found.outputs == 8 && found.affected == 0)
  }

  @Test func `a bias before padding differs at the border because of the bias`() throws {
    func found(bias: Bool) throws -> PieceComposition {
      try Self.piece(
        """
        input: 4x16x16
        layers:
          - add:
              deep: [{conv: {out: 4, kernel: 1, bias: \(bias)}}, {conv: {out: 4, kernel: 3, padding: 1}}]
              identity: []
        """
      ).found
    }
    let (biased, plain) = (try found(bias: true), try found(bias: false))
    #expect(biased.differsByBias && biased.axes.map(\.band) == [AxisPadding(1), AxisPadding(1)])
    #expect(!plain.differsByBias && plain.affected == 0)
  }

  @Test(arguments: [
    ("add: {deep: [{conv: {out: 4, kernel: 3, padding: 1}}, relu], identity: []}", 0),
    ("multiply: {deep: [{conv: {out: 4, kernel: 3, padding: 1}}], identity: []}", 0),
    ("add: {deep: [{conv: {out: 4, kernel: 3, padding: 1}}], other: [{conv: {out: 4, kernel: 1}}]}", 1),
  ])
  func `what is not linear is no part`(join: String, count: Int) throws {
    let graph = try network("input: 4x16x16\nlayers:\n  - \(join)\n")
    #expect(LinearPiece.all(in: graph).count == count)
  }

  /// Random parts with integers for weights, so that no order of summation rounds: what the run gives for a pixel in
  /// each channel, and for none, is read from the kernel, bit by bit.
  @Test(arguments: 0..<60)
  func `the kernel has the impulse responses of the run`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed, name: "linear pieces")
    let text = Self.text(&generator)
    let analysis = try analyzed(text)
    let graph = analysis.graph
    let end = try #require(graph.outputs.first).layer
    let piece = try LinearPiece(in: graph, from: graph.inputs[0], to: end)
    let composition = try PieceComposition(piece, in: analysis)
    var arrays: [String: NPYArray] = [:]
    for id in graph.ids {
      for array in graph.arrays(of: id) {
        let count = array.shape.reduce(1, *)
        let numbers = (0..<count).map { _ in Double(generator.integer(-3...3)) }
        arrays["\(graph.path(of: id)).\(array.name)"] = .float64(try Tensor(shape: array.shape, elements: numbers))
      }
    }
    let weights = try NetworkWeights<Double>(arrays, for: graph)
    let map = try composition.map(graph, weights: weights)
    #expect(map.bank.shape == composition.axes.map(\.kernel) && map.steps == composition.axes.map(\.stride))
    #expect(map.first == composition.axes.map { -$0.padding.before })
    let execution = try GraphExecution(graph, weights: weights, algorithm: .direct)
    let (source, result) = (graph.shape(of: graph.inputs[0]), graph.shape(of: end))
    let size = source.spatial.map { $0.value ?? 0 }
    let channels = source.channels.value ?? 0
    for channel in -1..<channels {
      let pixel = size.map { generator.integer(0...$0 - 1) }
      var pixels = Array(repeating: 0.0, count: channels * size.reduce(1, *))
      if channel >= 0 { pixels[channel * size.reduce(1, *) + offset(pixel, rowMajor(size))] = 1 }
      let input = try Tensor(shape: [1, channels] + size, elements: pixels)
      let output = try execution([graph[graph.inputs[0]].name: input])[0].tensor
      let units = result.spatial.map { $0.value ?? 0 }
      for (place, unit) in gridPositions(units).enumerated() {
        let isEqual = zip(composition.axes, unit).allSatisfy { $0.band.before <= $1 && $1 < $0.units - $0.band.after }
        guard isEqual else { continue }
        let tap = unit.indices.map { pixel[$0] - map.steps[$0] * unit[$0] - map.first[$0] }
        let isSeen = channel >= 0 && zip(tap, map.bank.shape).allSatisfy { (0..<$1).contains($0) }
        for out in 0..<map.bank.outputs {
          let weight =
            isSeen
            ? map.bank.elements[
              offset(tap, rowMajor(map.bank.shape)) * map.bank.area + out * map.bank.inputs + channel] : 0
          let found = output.elements[out * units.reduce(1, *) + place]
          #expect(
            found == weight + map.bias[out], "channel \(channel) at \(pixel), unit \(unit), output \(out) of\n\(text)")
        }
      }
    }
  }

  /// A description with one linear part, over one or two axes.
  private static func text(_ generator: inout SplitMix64) -> String {
    let rank = generator.integer(1...2)
    func chain(_ inputs: Int, _ outputs: Int, stride: Int) -> String {
      var layers: [String] = []
      if generator.integer(0...2) == 0 {
        let kernel = generator.integer(0...1) * 2 + 1
        let options = ["padding: \(kernel / 2)", "dilation: 2, padding: \(kernel - 1)", "padding: half, groups: 2"]
        layers.append("{conv: {out: \(inputs), kernel: \(kernel), \(options[generator.integer(0...2)])}}")
      }
      if generator.integer(0...3) == 0 { layers.append("{channel_shuffle: {groups: 2}}") }
      if stride == 2, generator.integer(0...2) == 0 {
        layers.append("{pixel_unshuffle: {factor: 2}}")
        layers.append("{conv: {out: \(outputs), kernel: 3, padding: 1}}")
      } else if stride == 2, generator.integer(0...2) == 0 {
        layers += ["{avg_pool: {kernel: 2}}", "{conv: {out: \(outputs), kernel: 1, bias: false}}"]
      } else {
        layers.append("{conv: {out: \(outputs), kernel: 3, stride: \(stride), padding: 1}}")
      }
      return "[" + layers.joined(separator: ", ") + "]"
    }
    let stride = generator.integer(1...2)
    let join = generator.integer(0...1) == 0 ? "add" : "concat"
    let outputs = 4
    var text = "input: 4\(String(repeating: "x16", count: rank))\nlayers:\n  - \(join):\n"
    for branch in 0...generator.integer(1...2) { text += "      b\(branch): \(chain(4, outputs, stride: stride))\n" }
    if generator.integer(0...1) == 0 { text += "  - slice_channels: {start: 1, count: 2}\n" }
    if generator.integer(0...1) == 0 { text += "  - conv: {out: 3, kernel: 2, bias: false}\n" }
    if generator.integer(0...2) == 0 { text += "  - pad: {padding: 1}\n  - crop: {margin: 2}\n" }
    return text
  }
}
