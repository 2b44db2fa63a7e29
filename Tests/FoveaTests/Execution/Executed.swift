import Fovea
import FoveaGraph
import FoveaNumerics
import Testing

/// The graph of a description that is right, without its first line.
func network(_ text: String, location: SourceLocation = #_sourceLocation) throws -> Graph {
  try analyzed(text, location: location).graph
}

/// What a network makes of random weights and inputs.
func outputs<Element: TensorElement>(
  of graph: Graph, as type: Element.Type, initialization: Initialization = .he,
  algorithm: NetworkAlgorithm = .automatic, seed: UInt64 = 1, batch: Int = 1
) throws -> [Tensor<Element>] {
  let weights = try NetworkWeights<Element>(random: graph, seed: seed, initialization: initialization)
  let execution = try GraphExecution(graph, weights: weights, algorithm: algorithm, batch: batch)
  return try execution(execution.randomInputs(seed: seed, initialization: initialization)).map(\.tensor)
}

/// What a network without weights makes of one input.
func output(of text: String, _ shape: [Int], _ elements: [Float]) throws -> Tensor<Float> {
  let graph = try network(text)
  let execution = try GraphExecution(graph, weights: NetworkWeights<Float>(random: graph))
  return try #require(execution(["input": Tensor(shape: shape, elements: elements)]).first?.tensor)
}

/// Small networks of many layers.
enum SmallNetworks {
  static let all = [residual, mobile, bottleneck, segmenting, lines, volumes, shared]

  static let residual = """
    input: 3x13x11
    layers:
      - conv: {out: 8, kernel: 3, stride: 2, padding: 1, bias: false}
      - batch_norm
      - relu
      - add:
          main:
            - conv: {out: 8, kernel: 3, padding: 1}
            - batch_norm
            - relu
            - conv: {out: 8, kernel: 3, padding: 2, dilation: 2}
          shortcut: []
      - relu
      - max_pool: {kernel: 3, stride: 2, padding: 1}
      - conv: {out: 5, kernel: [3, 1], padding: half}
    """

  static let mobile = """
    input: 4x14x14
    layers:
      - conv: {out: 12, kernel: 1}
      - relu6
      - conv: {out: 12, kernel: 3, padding: 1, groups: 12}
      - multiply:
          features: []
          gate:
            - global_max_pool
            - conv: {out: 12, kernel: 1}
            - relu
      - channel_shuffle: {groups: 3}
      - conv: {out: 6, kernel: 3, groups: 3, padding: same, stride: 2}
      - flatten
      - linear: {out: 7}
    """

  static let bottleneck = """
    input: 6x9x9
    layers:
      - concat:
          one:
            - conv: {out: 4, kernel: 1}
          three:
            - conv: {out: 4, kernel: 1}
            - conv: {out: 6, kernel: 3, padding: 1}
          five:
            - conv: {out: 2, kernel: 5, padding: 2}
          seven:
            - conv: {out: 2, kernel: 7, padding: 3}
      - slice_channels: {start: 3, count: 9}
      - leaky_relu: {slope: 2}
      - conv: {out: 3, kernel: 3}
    """

  static let segmenting = """
    input: 2x12x12
    layers:
      - conv: {out: 4, kernel: 3, padding: 1}
        name: wide
      - max_pool: {kernel: 2}
      - conv: {out: 6, kernel: 3, padding: 1}
      - relu
      - conv_transpose: {out: 4, kernel: 3, stride: 2, padding: 1, output_padding: 1}
      - concat:
          skipped: [{identity: , from: wide}]
          up: []
      - pad: {padding: 1, mode: circular}
      - conv: {out: 2, kernel: 3}
      - upsample: {scale: 2}
      - crop: {size: 17}
    """

  static let lines = """
    input: 3x40
    layers:
      - pad: {padding: [[4, 0]]}
      - conv: {out: 6, kernel: 3, dilation: 2}
      - relu
      - conv: {out: 6, kernel: 4, stride: 3, groups: 2}
      - conv_transpose: {out: 3, kernel: 4, stride: 2, groups: 3}
    """

  static let volumes = """
    input: 2x5x8x8
    layers:
      - conv: {out: 4, kernel: 3, padding: 1}
      - relu
      - max_pool: {kernel: [1, 2, 2]}
      - conv: {out: 4, kernel: [3, 1, 1], groups: 2}
      - conv: {out: 3, kernel: 3}
    """

  static let shared = """
    input: 3x10x10
    layers:
      - conv: {out: 3, kernel: 3, padding: 1}
        name: first
      - relu
      - conv: {out: 3, kernel: 3, padding: 2, dilation: 2}
        weights: first
      - relu
      - permute: {order: [1, 2, 0]}
      - linear: {out: 4}
      - permute: {order: [2, 0, 1]}
    """
}
