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
      return [("6", ["- linear: {out: 3}"]), ("6x2x3", ["- permute: {order: [1, 2, 0]}", "- linear: {out: 3}"])]
    case .maxPool: return [("2x9x8", ["- max_pool: {kernel: 3, stride: 2, padding: 1, dilation: 2, ceil: true}"])]
    case .avgPool:
      return [("2x9x8", ["- avg_pool: {kernel: 3, stride: 2, padding: 1, ceil: true, count_include_pad: false}"])]
    case .adaptiveAvgPool, .adaptiveMaxPool: return [("2x9x8", ["- \(name): {size: [4, 5]}"])]
    case .globalAvgPool, .globalMaxPool, .hardswish, .hardsigmoid, .sigmoid, .tanh, .relu, .relu6, .leakyRelu, .elu,
      .silu, .identity, .flatten, .dropout, .stochasticDepth:
      return [("3x4x5", ["- \(name)"])]
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
    case .add, .multiply:
      return [("3x4x5", ["- \(name):", "    whole: []", "    gate:", "      - global_avg_pool", "    again: []"])]
    case .concat:
      return [
        ("3x4x5", ["- concat: {one: [], two: []}", "- permute: {order: [1, 2, 0]}", "- concat: {one: [], two: []}"])
      ]
    case .opaque: return [("3x4x5", ["- opaque: {shape: [3, 4, 5], macs: 0, operations: 0}"])]
    }
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
