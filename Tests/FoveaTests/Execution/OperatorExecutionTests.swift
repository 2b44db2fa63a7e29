import Fovea
import FoveaGraph
import FoveaNumerics
import Testing

@Suite struct OperatorExecutionTests {
  @Test(arguments: Operation.Kind.allCases)
  func `every operator gives the shape of the analysis`(kind: Operation.Kind) throws {
    for (input, layers) in Self.examples(of: kind) {
      let graph = try network("input: \(input)\nlayers:\n" + layers.map { "  \($0)\n" }.joined())
      if kind == .opaque {
        #expect(throws: ExecutionError.opaque(path: "opaque")) { _ = try outputs(of: graph, as: Float.self) }
        continue
      }
      for initialization in Initialization.allCases {
        let found = try outputs(of: graph, as: Float.self, initialization: initialization, batch: 2)
        #expect(found.map(\.shape) == graph.outputs.map { [2] + numbers(graph.shape(of: $0.layer)).compactMap(\.self) })
        #expect(found.allSatisfy { $0.elements.allSatisfy(\.isFinite) })
      }
    }
  }

  private static func examples(of kind: Operation.Kind) -> [(input: String, layers: [String])] {
    let name = kind.type.name
    switch kind {
    case .conv:
      return [
        ("4x7", ["- conv: {out: 6, kernel: 2, padding: same, stride: 2, groups: 2}"]),
        ("4x7x5", ["- conv: {out: 6, kernel: [3, 2], padding: [[1, 0], [2, 1]], bias: false}"]),
      ]
    case .convTranspose:
      return [
        ("4x7x5", ["- conv_transpose: {out: 6, kernel: 3, stride: 2, output_padding: 1, dilation: 2, groups: 2}"])
      ]
    case .linear:
      return [
        ("6", ["- linear: {out: 3}"]), ("6x2x3", ["- permute: {order: [1, 2, 0]}", "- linear: {out: 3}"]),
        ("6x2x3", ["- linear: {out: 4, bias: false}"]), ("6x5", ["- linear: {out: 4}"]),
      ]
    case .attention:
      return [
        (
          "8x5",
          [
            "- attention: {heads: 2}", "- attention: {heads: 4, key_heads: 2, head_channels: 3, causal: true}",
            "- attention: {heads: 2, value_channels: 3, out: 6, bias: false, relative_bias: table}",
          ]
        ),
        (
          "8x5x7",
          [
            "- attention: {heads: 2, window: 2, shift: 1, relative_bias: table}",
            "- attention: {heads: 2, window: [4, 3], shift: [0, 2], relative_bias: continuous, scale: cosine}",
            "- attention: {heads: 2, reduction: 2}", "- permute: {order: [1, 2, 0]}",
            "- attention: {heads: 2, window: 3}",
          ]
        ), ("8x6x9", ["- attention: {heads: 2, grid: [2, 3], scale: channels, relative_bias: table}"]),
      ]
    case .classToken:
      return [
        ("6x4", ["- class_token", "- class_token: {count: 2}"]),
        ("6x4", ["- permute: {order: [1, 0]}", "- class_token"]),
      ]
    case .positionEmbedding:
      return [("6x4", ["- position_embedding"]), ("6x4x3", ["- position_embedding: {size: [4, 3]}"])]
    case .maxPool: return [("2x9x8", ["- max_pool: {kernel: 3, stride: 2, padding: 1, dilation: 2, ceil: true}"])]
    case .avgPool:
      return [("2x9x8", ["- avg_pool: {kernel: 3, stride: 2, padding: 1, ceil: true, count_include_pad: false}"])]
    case .adaptiveAvgPool, .adaptiveMaxPool: return [("2x9x8", ["- \(name): {size: [4, 5]}"])]
    case .globalAvgPool, .globalMaxPool, .hardswish, .hardsigmoid, .sigmoid, .tanh, .relu, .relu6, .leakyRelu, .elu,
      .silu, .identity, .dropout, .stochasticDepth:
      return [("3x4x5", ["- \(name)"])]
    case .flatten: return [("3x4x5", ["- flatten"]), ("3x4x5", ["- flatten: {axes: spatial}"])]
    case .hardtanh: return [("3x4x5", ["- hardtanh", "- hardtanh: {min: 0, max: 0.5}"])]
    case .softplus: return [("3x4x5", ["- softplus", "- softplus: {beta: 2, threshold: 1}"])]
    case .mish: return [("3x4x5", ["- mish"])]
    case .glu: return [("6x4x5", ["- glu"]), ("6", ["- glu"]), ("6x2x3", ["- permute: {order: [1, 2, 0]}", "- glu"])]
    case .gelu: return [("3x4x5", ["- gelu", "- gelu: {approximate: tanh}"])]
    case .softmax: return [("5", ["- softmax"]), ("3x4x5", ["- permute: {order: [1, 2, 0]}", "- softmax"])]
    case .batchNorm:
      return [
        ("3x4x5", ["- batch_norm", "- batch_norm: {affine: false}", "- batch_norm: {track: false}"]),
        ("5", ["- batch_norm"]),
      ]
    case .instanceNorm:
      return [("3x4x5", ["- instance_norm", "- instance_norm: {affine: true, track: true}"])]
    case .layerNorm:
      return [
        (
          "3x4x5",
          [
            "- layer_norm", "- layer_norm: {over: all}", "- layer_norm: {bias: false}",
            "- permute: {order: [1, 2, 0]}", "- layer_norm",
          ]
        ), ("6", ["- layer_norm: {affine: false}"]),
      ]
    case .groupNorm: return [("6x4x5", ["- group_norm: {groups: 2}", "- group_norm: {groups: 3, affine: false}"])]
    case .localResponseNorm: return [("6x4x5", ["- local_response_norm: {size: 4, k: 2}"])]
    case .prelu: return [("3x4x5", ["- prelu", "- prelu: {per_channel: true}"])]
    case .layerScale: return [("3x4x5", ["- layer_scale", "- permute: {order: [1, 2, 0]}", "- layer_scale"])]
    case .reshape: return [("6x4x5", ["- reshape: {shape: [3, -1, 4]}"])]
    case .permute: return [("6x4x5", ["- permute: {order: [0, 2, 1]}", "- permute: {order: [2, 1, 0]}"])]
    case .pad:
      return ["zeros", "reflect", "replicate", "circular"].map {
        ("2x4x5", ["- pad: {padding: [[1, 2], [3, 0]], mode: \($0)}"])
      }
    case .crop: return [("2x8x9", ["- crop: {size: [5, 4]}", "- crop: {margin: [[1, 0], [0, 2]]}"])]
    case .upsample:
      return [
        (
          "2x4x5",
          [
            "- upsample: {scale: 2}", "- upsample: {size: [3, 11], mode: bilinear}",
            "- upsample: {scale: [2, 1], mode: bilinear, align_corners: true}",
          ]
        ),
        ("2x4", ["- upsample: {size: 7}"]),
      ]
    case .pixelShuffle: return [("8x4x5", ["- pixel_shuffle: {factor: 2}"]), ("6x4", ["- pixel_shuffle: {factor: 3}"])]
    case .pixelUnshuffle:
      return [("2x4x6", ["- pixel_unshuffle: {factor: 2}"]), ("2x6", ["- pixel_unshuffle: {factor: 3}"])]
    case .channelShuffle: return [("6x4x5", ["- channel_shuffle: {groups: 2}"])]
    case .sliceChannels:
      return [
        (
          "6x4x5",
          [
            "- slice_channels: {start: 2, count: 3}", "- permute: {order: [1, 2, 0]}",
            "- slice_channels: {count: 2}",
          ]
        ), ("6", ["- slice_channels: {start: 5, count: 1}"]),
      ]
    case .slice:
      return [
        (
          "2x9x8",
          [
            "- slice: {axis: height, start: 1, end: 8, step: 3}", "- permute: {order: [1, 2, 0]}",
            "- slice: {axis: width, end: 5}",
          ]
        )
      ]
    case .select:
      return [("6x4", ["- select: {index: 1}"]), ("6x4x3", ["- select: {index: 2, axis: width}"])]
    case .roll: return [("2x4x5", ["- roll: {axis: height, by: 1}", "- roll: {axis: width, by: -7}"])]
    case .add, .multiply:
      return [("3x4x5", ["- \(name):", "    whole: []", "    gate:", "      - global_avg_pool", "    again: []"])]
    case .concat:
      return [
        (
          "3x4x5",
          [
            "- concat: {one: [], two: []}", "- concat: {axis: height, one: [], two: []}",
            "- permute: {order: [1, 2, 0]}", "- concat: {one: [], two: []}",
            "- concat: {axis: width, one: [], two: []}",
          ]
        ), ("3x4", ["- concat: {axis: length, one: [], two: []}"]),
        ("3x2x4x5", ["- concat: {axis: depth, one: [], two: []}"]),
      ]
    case .parameter:
      return [
        ("3x4x5", ["- add: {map: [], bias: [{parameter: {shape: [3, 1, 1]}}]}"]),
        ("6", ["- multiply: {vector: [], gain: [{parameter: {shape: [6], init: 1}}]}"]),
        (
          "6x4",
          ["- permute: {order: [1, 0]}", "- add: {tokens: [], places: [{parameter: {shape: [4, 6], channels: last}}]}"]
        ),
        ("6x4", ["- concat: {axis: length, class: [{parameter: {shape: [6, 1]}}, {relu: }], tokens: []}"]),
      ]
    case .opaque: return [("3x4x5", ["- opaque: {shape: [3, 4, 5], macs: 0, operations: 0}"])]
    }
  }

  @Test(arguments: Operation.Kind.allCases)
  func `every operator stores as many trained numbers as it has parameters`(kind: Operation.Kind) throws {
    for (input, layers) in Self.examples(of: kind) where kind != .opaque {
      let analysis = try analyzed("input: \(input)\nlayers:\n" + layers.map { "  \($0)\n" }.joined())
      for id in analysis.graph.ids {
        let arrays = analysis.graph.arrays(of: id)
        func count(_ isTrained: Bool) -> Int {
          arrays.reduce(0) { $1.isTrained == isTrained ? $0 + $1.shape.reduce(1, *) : $0 }
        }
        #expect(analysis.costs[id.position].parameters == Figure(count(true)))
        // The counter of batches, and the indices of relative positions, are buffers, and no arrays that a run needs.
        if case .attention = analysis.graph[id].operation { continue }
        let counters = arrays.contains { !$0.isTrained } ? 1 : 0
        #expect(analysis.costs[id.position].buffers == Figure(count(false) + counters))
      }
    }
  }

  @Test func `a parameter is the same for every image, and repeated where it has one row`() throws {
    let graph = try network(
      "input: 2x1x3\nlayers:\n  - add: {map: [], bias: [{parameter: {shape: [2, 1, 1]}}]}\n"
        + "  - multiply: {map: [], gain: [{parameter: {shape: 1x1x3}}]}\n")
    let arrays: [String: NPYArray] = [
      "bias.parameter.value": .float32(try Tensor(shape: [2, 1, 1], elements: [10, 20])),
      "gain.parameter.value": .float32(try Tensor(shape: [1, 1, 3], elements: [1, 0, -1])),
    ]
    let execution = try GraphExecution<Float>(graph, weights: NetworkWeights(arrays, for: graph), batch: 2)
    let input = try Tensor<Float>(shape: [2, 2, 1, 3], elements: (1...12).map { Float($0) })
    let result = try #require(try execution(["input": input]).first?.tensor)
    #expect(result.elements == [11, 0, -13, 24, 0, -26, 17, 0, -19, 30, 0, -32])
    #expect(throws: ExecutionError.self) { try NetworkWeights<Float>([:], for: graph) }
  }

  @Test func `branches lie one after another along an axis`() throws {
    func joined(_ axis: String) throws -> Tensor<Float> {
      try output(
        of: "input: 2x2x1\nlayers:\n  - concat: {axis: \(axis), kept: [], cut: [{crop: {margin: [[1, 0], 0]}}]}\n",
        [1, 2, 2, 1], [1, 2, 3, 4])
    }
    #expect(try joined("height") == Tensor(shape: [1, 2, 3, 1], elements: [1, 2, 2, 3, 4, 4]))
    let twice = try output(
      of: "input: 2x2x1\nlayers:\n  - concat: {axis: width, one: [], two: [{hardtanh: {min: 0, max: 2}}]}\n",
      [1, 2, 2, 1], [1, 2, 3, 4])
    #expect(twice == (try Tensor(shape: [1, 2, 2, 2], elements: [1, 1, 2, 2, 3, 2, 4, 2])))
  }

  @Test func `circular padding continues at the other end`() throws {
    let padded = try output(
      of: "input: 1x4\nlayers:\n  - pad: {padding: [[2, 1]], mode: circular}\n", [1, 1, 4], [1, 2, 3, 4])
    #expect(padded.elements == [3, 4, 1, 2, 3, 4, 1])
  }

  @Test func `a crop keeps the middle and cuts an odd row off at the end`() throws {
    let cropped = try output(of: "input: 1x6\nlayers:\n  - crop: {size: 3}\n", [1, 1, 6], [0, 1, 2, 3, 4, 5])
    #expect(cropped.elements == [1, 2, 3])
  }

  @Test func `blocks of pixels are gathered as they are spread`() throws {
    let elements = (0..<64).map { Float($0) }
    let both = "input: 8x2x4\nlayers:\n  - pixel_shuffle: {factor: 2}\n  - pixel_unshuffle: {factor: 2}\n"
    #expect(try output(of: both, [1, 8, 2, 4], elements).elements == elements)
    let line = try output(of: "input: 2x3\nlayers:\n  - pixel_shuffle: {factor: 2}\n", [1, 2, 3], [0, 1, 2, 3, 4, 5])
    #expect(line.shape == [1, 1, 6] && line.elements == [0, 3, 1, 4, 2, 5])
  }

  @Test func `normalisation without statistics takes those of the batch`() throws {
    let graph = try network("input: 2\nlayers:\n  - batch_norm: {track: false, affine: false, eps: 0}\n")
    let execution = try GraphExecution(graph, weights: NetworkWeights<Float>(random: graph), batch: 2)
    let result = try execution(["input": Tensor(shape: [2, 2], elements: [1, 10, 3, 20])])
    #expect(result.first?.tensor.elements == [-1, -1, 1, 1])
  }

  @Test func `channels first and channels last are normalised alike`() throws {
    let elements = (0..<24).map { Float(($0 * 7) % 24) }
    let first = try output(of: "input: 2x3x4\nlayers:\n  - layer_norm\n", [1, 2, 3, 4], elements)
    let last = try output(
      of: "input: 2x3x4\nlayers:\n  - permute: {order: [1, 2, 0]}\n  - layer_norm\n  - permute: {order: [2, 0, 1]}\n",
      [1, 2, 3, 4], elements)
    #expect(first == last)
  }
}
