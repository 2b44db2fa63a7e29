import Foundation
import FoveaNumerics
import Testing

/// One operation of `Golden/operations.npz`, recorded by `Golden/record.py`.
private struct GoldenCase: CustomTestStringConvertible, Sendable {
  let name: String
  let run: @Sendable (Operands) throws -> Tensor<Double>

  init(_ name: String, _ run: @escaping @Sendable (Operands) throws -> Tensor<Double>) {
    self.name = name
    self.run = run
  }

  var testDescription: String { name }
}

/// The recorded operands of one case.
private struct Operands {
  let archive: NPZArchive
  let name: String

  subscript(_ key: String) -> Tensor<Double> {
    get throws { try #require(archive["\(name).\(key)"]).tensor() }
  }

  var x: Tensor<Double> { get throws { try self["x"] } }
  var w: Tensor<Double> { get throws { try self["w"] } }
  var b: Tensor<Double> { get throws { try self["b"] } }
}

private func activation(_ name: String, _ activation: Activation) -> GoldenCase {
  GoldenCase(name) { activation(try $0.x) }
}

private let convolutions = [
  GoldenCase("conv-1d") {
    try Convolution(stride: [2], dilation: [2], padding: [.init(3)]).reference($0.x, weight: $0.w, bias: $0.b)
  },
  GoldenCase("conv-2d") {
    try Convolution(stride: [2, 1], dilation: [1, 2], padding: [.init(1), .init(2)])
      .reference($0.x, weight: $0.w, bias: $0.b)
  },
  GoldenCase("conv-2d-groups") {
    try Convolution(padding: [.init(1), .init(1)], groups: 3).reference($0.x, weight: $0.w)
  },
  GoldenCase("conv-2d-asymmetric") {
    try Convolution(stride: [2, 2], padding: [.init(before: 3, after: 1), .init(before: 0, after: 2)])
      .reference($0.x, weight: $0.w, bias: $0.b)
  },
  GoldenCase("conv-3d") {
    try Convolution(stride: [1, 2, 1], padding: [.init(1), .init(0), .init(1)], groups: 2)
      .reference($0.x, weight: $0.w, bias: $0.b)
  },
  GoldenCase("transposed-1d") {
    try TransposedConvolution(stride: [3], padding: [.init(1)], outputPadding: [2])
      .reference($0.x, weight: $0.w, bias: $0.b)
  },
  GoldenCase("transposed-2d") {
    try TransposedConvolution(
      stride: [2, 3], dilation: [2, 1], padding: [.init(1), .init(0)], outputPadding: [1, 0], groups: 2
    ).reference($0.x, weight: $0.w, bias: $0.b)
  },
  GoldenCase("transposed-3d") { try TransposedConvolution(stride: [2, 2, 2]).reference($0.x, weight: $0.w) },
  GoldenCase("linear") { try Linear().reference($0.x, weight: $0.w, bias: $0.b) },
]

private let pools = [
  GoldenCase("max-pool") {
    try MaxPooling(
      kernel: [3, 2], stride: [2, 3], dilation: [2, 1], padding: [.init(1), .init(1)], ceiling: true)($0.x)
  },
  GoldenCase("max-pool-1d") { try MaxPooling(kernel: [3])($0.x) },
  GoldenCase("max-pool-3d") {
    try MaxPooling(kernel: [2, 2, 2], stride: [1, 1, 1], padding: [.init(1), .init(1), .init(1)])($0.x)
  },
  GoldenCase("avg-pool") {
    try AveragePooling(kernel: [3, 2], stride: [2, 3], padding: [.init(1), .init(1)], ceiling: true)($0.x)
  },
  GoldenCase("avg-pool-exclusive") {
    try AveragePooling(
      kernel: [3, 3], stride: [2, 2], padding: [.init(1), .init(1)], ceiling: true, countsPadding: false)($0.x)
  },
  GoldenCase("avg-pool-divisor") {
    try AveragePooling(kernel: [3, 3], stride: [2, 2], padding: [.init(1), .init(1)], divisor: 5)($0.x)
  },
  GoldenCase("avg-pool-3d") {
    try AveragePooling(kernel: [2, 2, 2], padding: [.init(1), .init(1), .init(1)], ceiling: true)($0.x)
  },
  GoldenCase("adaptive-avg") { try AdaptivePooling(.average, size: [4, 7])($0.x) },
  GoldenCase("adaptive-max") { try AdaptivePooling(.maximum, size: [12, 3])($0.x) },
  GoldenCase("global-avg") { try GlobalPooling(.average)($0.x) },
  GoldenCase("global-max") { try GlobalPooling(.maximum)($0.x) },
]

private let normalizations = [
  GoldenCase("batch-norm") {
    try BatchNormalization(epsilon: 1e-3)(
      $0.x, mean: $0["mean"], variance: $0["variance"], scale: $0["scale"], shift: $0["shift"])
  },
  GoldenCase("layer-norm") { try LayerNormalization(shape: [9, 10])($0.x, scale: $0["scale"], shift: $0["shift"]) },
  GoldenCase("group-norm") { try GroupNormalization(groups: 2)($0.x, scale: $0["scale"], shift: $0["shift"]) },
  GoldenCase("instance-norm") { try InstanceNormalization()($0.x, scale: $0["scale"], shift: $0["shift"]) },
  GoldenCase("local-response-norm-4") { try LocalResponseNormalization(size: 4, alpha: 0.3, beta: 0.6, k: 1.5)($0.x) },
  GoldenCase("local-response-norm-5") { try LocalResponseNormalization(size: 5, alpha: 0.3, beta: 0.6, k: 1.5)($0.x) },
]

private let elementwise = [
  activation("relu", .relu), activation("relu6", .relu6), activation("leaky-relu", .leakyRelu(slope: 0.2)),
  activation("elu", .elu(alpha: 1.5)), activation("gelu", .gelu), activation("gelu-tanh", .geluTanh),
  activation("silu", .silu), activation("hardswish", .hardswish), activation("hardsigmoid", .hardsigmoid),
  activation("sigmoid", .sigmoid), activation("tanh", .tanh),
  GoldenCase("prelu") { try PReLU()($0.x, slope: $0["slope"]) },
  GoldenCase("softmax") { try Softmax()($0.x) },
  GoldenCase("softmax-last") { try Softmax(axis: -1)($0.x) },
  GoldenCase("add") { try $0.x + $0["y"] },
  GoldenCase("multiply-broadcast") { try $0.x * $0["y"] },
  GoldenCase("add-broadcast") { try $0.x + $0["y"] },
]

private let layouts = [
  GoldenCase("concat") { try Tensor.concatenating([$0.x, $0["y"]]) },
  GoldenCase("pad") { try Pad([.init(before: 0, after: 3), .init(before: 1, after: -2)], mode: .constant(1.5))($0.x) },
  GoldenCase("pad-reflect") {
    try Pad([.init(before: 2, after: 0), .init(before: 1, after: 3)], mode: .reflect)($0.x)
  },
  GoldenCase("pad-replicate") {
    try Pad([.init(before: 2, after: 0), .init(before: 1, after: 3)], mode: .replicate)($0.x)
  },
  GoldenCase("crop") { try $0.x.cropped([1..<3, 2..<5]) },
  GoldenCase("slice-channels") { try $0.x.slicingChannels(1..<4) },
  GoldenCase("channel-shuffle") { try $0.x.channelShuffled(groups: 2) },
  GoldenCase("pixel-shuffle") { try $0.x.pixelShuffled(2) },
  GoldenCase("pixel-unshuffle") { try $0.x.pixelUnshuffled(2) },
  GoldenCase("nearest") { try Upsample(size: [7, 4])($0.x) },
  GoldenCase("bilinear") { try Upsample(size: [7, 4], mode: .linear(alignCorners: false))($0.x) },
  GoldenCase("bilinear-aligned") { try Upsample(size: [7, 4], mode: .linear(alignCorners: true))($0.x) },
  GoldenCase("linear-1d") { try Upsample(size: [9], mode: .linear(alignCorners: false))($0.x) },
  GoldenCase("flatten") { try $0.x.flattened() },
  GoldenCase("reshape") { try $0.x.reshaped([4, -1, 5]) },
  GoldenCase("permute") { try $0.x.permuted([0, 2, 3, 1]) },
]

private let allCases = convolutions + pools + normalizations + elementwise + layouts

private func archive() throws -> NPZArchive {
  let url = try #require(Bundle.module.url(forResource: "operations", withExtension: "npz", subdirectory: "Golden"))
  return try NPZArchive(bytes: Array(Data(contentsOf: url)))
}

@Suite struct GoldenOperationTests {
  @Test(arguments: allCases)
  private func `an operation gives what torch gives`(_ golden: GoldenCase) throws {
    let operands = Operands(archive: try archive(), name: golden.name)
    let expected = try operands["result"]
    let result = try golden.run(operands)
    #expect(result.shape == expected.shape)
    for (value, wanted) in zip(result.elements, expected.elements) {
      #expect(abs(value - wanted) <= 1e-12 * (1 + abs(wanted)))
    }
  }

  @Test func `every recorded operation is compared`() throws {
    let recorded = Set(try archive().entries.map { String($0.name.prefix { $0 != "." }) })
    #expect(recorded == Set(allCases.map(\.name)))
  }
}
