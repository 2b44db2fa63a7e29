import FoveaFilters
import FoveaGraph
import FoveaNumerics

/// The stack of a form for one convolution.
struct StackDraft {
  private let form: RewriteForm
  private let direct: ConvolutionSizes
  private let options: RewriteOptions

  init(_ form: RewriteForm, of direct: ConvolutionSizes, _ options: RewriteOptions) {
    (self.form, self.direct, self.options) = (form, direct, options)
  }

  /// More weights than this are not rewritten; counts of dimensions stay far from the limits of integers.
  private static let mostWeights = 1 << 40

  func stack() throws(StackWindows.Failure) -> (RewriteStack, [ConvolutionSizes]) {
    guard let weights = RewriteCost(of: [direct], replacing: direct).before.parameters.value,
      weights <= Self.mostWeights
    else { throw StackWindows.Failure(reason: "it has more than 2^40 weights") }
    var stack = RewriteStack(layers: try layers(), between: options.between)
    stack.layers[stack.layers.count - 1].hasBias = direct.hasBias
    guard let sizes = stack.sizes(replacing: direct) else {
      throw StackWindows.Failure(
        reason: "\(widthText) channels between the layers do not divide into \(direct.groups) groups")
    }
    guard let weights = RewriteCost(of: sizes, replacing: direct).after.parameters.value, weights <= Self.mostWeights
    else { throw StackWindows.Failure(reason: "the stack would have more than 2^40 weights") }
    guard stack.hasGeometry(of: direct) else {
      throw StackWindows.Failure(reason: "no chain of this form has the window of a \(direct.description)")
    }
    return (stack, sizes)
  }

  private var widthText: String { options.widths.map(String.init).joined(separator: ", ") }

  private func layers() throws(StackWindows.Failure) -> [RewriteStack.Layer] {
    switch form {
    case .stack: return try chain(padded(try StackWindows.stack(direct)))
    case .strided: return try chain(padded(try StackWindows.strided(direct)))
    case .separable: return try chain(padded(try StackWindows.separable(direct, isReversed: options.reversesFactors)))
    case .depthwise: return try depthwise()
    case .bottleneck: return try bottleneck()
    case .shift, .linear, .minimal:
      throw StackWindows.Failure(
        reason: "the form `\(form.rawValue)` is made of the layer's weights, and there are none")
    }
  }

  /// Layers that all have the groups of the one that they replace.
  private func chain(_ windows: [[AxisWindow]]) throws(StackWindows.Failure) -> [RewriteStack.Layer] {
    let hidden: [RewriteStack.Channels]
    switch options.widths.count {
    case 0: hidden = Array(repeating: .outputs, count: windows.count - 1)
    case 1: hidden = Array(repeating: .count(options.widths[0]), count: windows.count - 1)
    case windows.count - 1: hidden = options.widths.map { .count($0) }
    default:
      throw StackWindows.Failure(
        reason:
          "\(windows.count) layers have \(windows.count - 1) maps between them, and \(options.widths.count) widths "
          + "are given")
    }
    return zip(windows, hidden + [.outputs]).map { RewriteStack.Layer(windows: $0, outputs: $1) }
  }

  private func padded(_ windows: [[AxisWindow]]) -> [[AxisWindow]] {
    if options.padding ?? (options.between == .nothing ? .front : .layers) == .layers,
      let halves = StackWindows.paddedByHalves(windows, like: direct)
    {
      return halves
    }
    return StackWindows.padded(windows, like: direct)
  }

  private func depthwise() throws(StackWindows.Failure) -> [RewriteStack.Layer] {
    guard direct.groups == 1 else {
      throw StackWindows.Failure(
        reason: direct.isDepthwise ? "it is depthwise already" : "it has groups, which a 1x1 layer would join")
    }
    let windows = StackWindows.padded(StackWindows.pointwise(direct, isFirst: false), like: direct)
    // A width counts the channels between; filters for each input channel follow from it.
    let hidden: RewriteStack.Channels
    switch options.widths.count {
    case 0: hidden = .timesInputs(1)
    case 1 where options.widths[0] % direct.inputs == 0: hidden = .timesInputs(options.widths[0] / direct.inputs)
    default:
      throw StackWindows.Failure(
        reason: "the channels between must be a multiple of its \(direct.inputs) inputs, found \(widthText)")
    }
    return [
      RewriteStack.Layer(windows: windows[0], outputs: hidden, groups: .inputs),
      RewriteStack.Layer(windows: windows[1], outputs: .outputs),
    ]
  }

  private func bottleneck() throws(StackWindows.Failure) -> [RewriteStack.Layer] {
    guard let width = options.widths.first, options.widths.count == 1 else {
      throw StackWindows.Failure(reason: "a bottleneck needs one `--width`")
    }
    let windows = StackWindows.padded(
      StackWindows.pointwise(direct, isFirst: !options.reversesFactors), like: direct)
    return zip(windows, [.count(width), .outputs]).map { RewriteStack.Layer(windows: $0, outputs: $1) }
  }

  /// How many outputs are computed from other padding, along each axis; empty where none is.
  static func border(of layers: [ConvolutionSizes], _ direct: ConvolutionSizes) -> [AxisPadding] {
    guard layers.dropFirst().contains(where: { $0.windows.contains { $0.padding != AxisPadding() } }) else { return [] }
    let chain = layers.map { KernelOutline(windows: $0.windows, hasBias: false) }
    let size = direct.size ?? direct.windows.map { 8 * $0.extent * $0.stride }
    guard let widths = try? BorderBand(chain, input: size).widths else { return [] }
    return widths.allSatisfy { $0 == AxisPadding() } ? [] : widths
  }
}
