import ArgumentParser
import FoveaFilters
import FoveaNumerics

/// The arguments that describe one layer and a stack in its place.
struct StackArguments: ParsableArguments {
  enum PaddingPlace: String, CaseIterable, ExpressibleByArgument {
    case upFront = "up-front"
    case perLayer = "per-layer"
  }

  enum Activation: String, CaseIterable, ExpressibleByArgument {
    case relu
  }

  @Option(help: ArgumentHelp("The size of the layer's kernel: 7, or 1x7.", valueName: "size"))
  var kernel: String?

  @Option(help: ArgumentHelp("The channels that go in and come out: 64:64.", valueName: "in:out"))
  var channels: String?

  @Option(help: ArgumentHelp("The kernels of the stack: 3,3,3 or 1x3,1x3.", valueName: "sizes"))
  var stack: String?

  @Option(
    help: ArgumentHelp("The channels between the layers (default: those that come out).", valueName: "channels"))
  var widths: String?

  @Option(help: "The stride of the layer.")
  var stride: Int?

  @Option(
    help: ArgumentHelp("The strides of the stack (default: that of the layer, in the last one).", valueName: "strides"))
  var strides: String?

  @Option(help: "Where the stack pads: all in the first layer, or each layer for itself (default: up-front).")
  var padding: PaddingPlace?

  @Option(help: "The dilation of the layer, and of every layer of the stack.")
  var dilation: Int?

  @Option(help: "The groups of the layer, and of every layer of the stack.")
  var groups: Int?

  @Option(help: ArgumentHelp("The size of the input (default: 56 on every axis).", valueName: "size"))
  var size: String?

  @Flag(help: "The layer and the stack have no biases.")
  var noBias = false

  var isGiven: Bool { kernel != nil || channels != nil || stack != nil }

  /// An option that has no meaning without a layer and a stack.
  var firstOther: String? {
    [
      ("--widths", widths != nil), ("--stride", stride != nil), ("--strides", strides != nil),
      ("--padding", padding != nil), ("--dilation", dilation != nil), ("--groups", groups != nil),
      ("--size", size != nil), ("--no-bias", noBias),
    ].first { $0.1 }?.0
  }

  /// A layer and a stack, whose weights are zeros.
  struct Pair {
    let direct: Kernel
    let stack: [Kernel]
    let between: Between
    let size: [Int]
  }

  func made(between activation: Activation?) throws -> Pair {
    guard let kernel, let channels, let stack else {
      throw ValidationError("a layer and a stack need --kernel, --channels and --stack")
    }
    let io = try Self.numbers(channels, separator: ":", "--channels", "such as 64:64", in: 1...65_536)
    guard io.count == 2 else { throw ValidationError("--channels needs two numbers such as 64:64, found \(channels)") }
    var shape = try Self.extents(kernel, "--kernel", in: 1...255)
    let kernels = try stack.split(separator: ",", omittingEmptySubsequences: false).map {
      try Self.extents(String($0), "--stack", in: 1...255)
    }
    let given = try size.map { try Self.extents($0, "--size", in: 1...65_536) }
    let axes = ([shape] + kernels + [given ?? [1]]).reduce(2) { max($0, $1.count) }
    func spread(_ values: [Int], _ option: String) throws -> [Int] {
      if values.count == 1 { return Array(repeating: values[0], count: axes) }
      guard values.count == axes else {
        throw ValidationError("\(option) has \(values.count) axes where there are \(axes)")
      }
      return values
    }
    shape = try spread(shape, "--kernel")
    let layers = try kernels.map { try spread($0, "--stack") }
    guard layers.count <= 32 else { throw ValidationError("--stack has at most 32 layers, found \(layers.count)") }
    let extents = try spread(given ?? [56], "--size")
    let stride = try Self.checked(stride ?? 1, "--stride", in: 1...64)
    let steps =
      try strides.map {
        try Self.numbers($0, separator: ",", "--strides", "one for each layer, such as 2,1", in: 1...64)
      }
      ?? (Array(repeating: 1, count: layers.count - 1) + [stride])
    guard steps.count == layers.count else {
      throw ValidationError("--strides needs \(layers.count) numbers, one for each layer, found \(steps.count)")
    }
    let hidden =
      try widths.map {
        try Self.numbers($0, separator: ",", "--widths", "one between each two layers, such as 64,64", in: 1...65_536)
      } ?? Array(repeating: io[1], count: layers.count - 1)
    guard hidden.count == layers.count - 1 else {
      throw ValidationError(
        "--widths needs \(layers.count - 1) numbers, one between each two layers, found \(hidden.count)")
    }
    let dilation = try Self.checked(dilation ?? 1, "--dilation", in: 1...64)
    let groups = try Self.checked(groups ?? 1, "--groups", in: 1...65_536)
    let maps = [io[0]] + hidden + [io[1]]
    if let odd = maps.first(where: { $0 % groups != 0 }) {
      throw ValidationError("--groups \(groups) does not divide \(odd) channels")
    }
    let half = shape.map { AxisPadding(dilation * ($0 - 1) / 2) }
    let direct = try layer(
      shape, stride: Array(repeating: stride, count: axes), dilation, half, io[0], io[1], groups)
    var made: [Kernel] = []
    for (index, shape) in layers.enumerated() {
      let own = shape.map { AxisPadding(dilation * ($0 - 1) / 2) }
      let rows: [AxisPadding] =
        switch padding ?? .upFront {
        case .perLayer: own
        case .upFront: index == 0 ? half : Array(repeating: AxisPadding(), count: axes)
        }
      made.append(
        try layer(
          shape, stride: Array(repeating: steps[index], count: axes), dilation, rows, maps[index], maps[index + 1],
          groups))
    }
    return Pair(
      direct: direct, stack: made, between: activation == nil || made.count < 2 ? .nothing : .rectifier, size: extents)
  }

  private func layer(
    _ shape: [Int], stride: [Int], _ dilation: Int, _ padding: [AxisPadding], _ inputs: Int, _ outputs: Int,
    _ groups: Int
  ) throws -> Kernel {
    // At most 2^16 channels on each side and 2^24 taps: the product fits.
    let weights = inputs / groups * outputs * shape.reduce(1, *)
    guard weights <= 1 << 26 else {
      throw ValidationError(
        "a kernel of \(shape.map(String.init).joined(separator: "x")) for \(inputs) and \(outputs) channels has "
          + "\(weights) weights, the limit is \(1 << 26)")
    }
    return Kernel(
      windows: shape.indices.map {
        .checked(kernel: shape[$0], stride: stride[$0], dilation: dilation, padding: padding[$0])
      }, inputs: inputs, outputs: outputs, groups: groups, weights: Array(repeating: 0, count: weights),
      bias: noBias ? nil : Array(repeating: 0, count: outputs))
  }

  /// One to three numbers such as `1x7`.
  private static func extents(_ text: String, _ option: String, in range: ClosedRange<Int>) throws -> [Int] {
    let values = try numbers(text, separator: "x", option, "a size such as 7 or 1x7", in: range)
    guard values.count <= 3 else { throw ValidationError("\(option) has at most three axes, found \(text)") }
    return values
  }

  private static func numbers(
    _ text: String, separator: Character, _ option: String, _ expected: String, in range: ClosedRange<Int>
  ) throws -> [Int] {
    try text.split(separator: separator, omittingEmptySubsequences: false).map { part in
      guard let value = Int(part) else { throw ValidationError("\(option) needs \(expected), found \(text)") }
      return try checked(value, option, in: range)
    }
  }

  private static func checked(_ value: Int, _ option: String, in range: ClosedRange<Int>) throws -> Int {
    guard range.contains(value) else {
      throw ValidationError("\(option) must be from \(range.lowerBound) to \(range.upperBound), found \(value)")
    }
    return value
  }
}
