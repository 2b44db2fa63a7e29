import FoveaFilters
import FoveaGraph
import FoveaLanguage
import FoveaNumerics

/// The block that holds the layers of a stack, as it is written into a description.
struct RewriteBlock: Hashable {
  let form: RewriteForm
  let kernel: String
  /// The name that the kernel and the form suggest.
  let suggestion: String
  /// The stack with hidden widths that are a parameter left out.
  private let stack: RewriteStack
  /// Whether the channels between the layers are a parameter.
  private let hasWidth: Bool
  /// Whether the groups are a parameter.
  private let hasGroups: Bool

  init(_ proposal: RewriteProposal, passesGroups: Bool) {
    form = proposal.form
    kernel = proposal.direct.kernelText
    var stack = proposal.stack
    let counts = Set(
      stack.layers.dropLast().map { layer -> Int? in
        if case .count(let count) = layer.outputs { count } else { nil }
      })
    hasWidth = counts.count == 1 && counts.first != .some(nil)
    if hasWidth {
      for index in stack.layers.indices.dropLast() { stack.layers[index].outputs = .count(0) }
    }
    self.stack = stack
    hasGroups = passesGroups && stack.layers.contains { $0.groups == .same }
    suggestion = Self.suggestion(proposal)
  }

  private static func suggestion(_ proposal: RewriteProposal) -> String {
    let direct = proposal.direct
    var name = "rewrite_" + (direct.isDepthwise ? "depthwise_" : "") + direct.kernelText
    let strides = Set(direct.windows.map(\.stride)).subtracting([1]).sorted()
    if !strides.isEmpty { name += "_stride_" + strides.map(String.init).joined(separator: "x") }
    let dilations = Set(direct.windows.filter { $0.kernel > 1 }.map(\.dilation)).subtracting([1]).sorted()
    if !dilations.isEmpty { name += "_dilation_" + dilations.map(String.init).joined(separator: "x") }
    switch proposal.form {
    case .stack, .strided: break
    case .separable, .depthwise, .bottleneck, .shift, .linear, .minimal: name += "_" + proposal.form.rawValue
    }
    return name
  }

  /// The parameters that a use gives, beside `out`.
  func arguments(_ proposal: RewriteProposal, out: String, groups: String) -> [(key: String, value: String)] {
    var arguments = [(key: "out", value: out)]
    if hasWidth, case .count(let width) = proposal.stack.layers[0].outputs {
      arguments.append(("width", String(width)))
    }
    if hasGroups { arguments.append(("groups", groups)) }
    return arguments
  }

  /// One sentence on what it replaces.
  func comment(_ proposal: RewriteProposal) -> String {
    let layers = StackText.plainKernels(proposal.layers)
    let replaced = "a \(proposal.direct.description) convolution"
    var text = "\(layers) in place of \(replaced)"
    switch proposal.function.interior {
    case .another: text += ": it sees as much and is another function"
    case .sameWeights, .sameUpToRounding: text = "\(layers) that can compute what \(replaced) does"
    case .approximation, .kernel: break
    }
    if !proposal.function.border.isEmpty {
      text += "; each layer has padding of its own."
    } else if proposal.direct.windows.contains(where: { $0.padding != AxisPadding() }), stack.isPaddedInFront {
      text += "; all padding is in the first."
    } else {
      text += "."
    }
    return text
  }

  /// The parameters and the layers, each on a line.
  func body(_ defaults: ConvolutionDefaults) -> (parameters: String, layers: [String]) {
    var parameters = [(key: "out", value: "")]
    if hasWidth { parameters.append(("width", "")) }
    if hasGroups { parameters.append(("groups", "1")) }
    var lines: [String] = []
    for (index, layer) in stack.layers.enumerated() {
      lines.append("conv: " + YAMLText.mapping(attributes(of: layer, defaults)))
      if stack.between == .rectifier, index < stack.layers.count - 1 { lines.append(ReLU.name) }
    }
    return (YAMLText.mapping(parameters), lines)
  }

  private func attributes(
    of layer: RewriteStack.Layer, _ defaults: ConvolutionDefaults
  ) -> [(key: String, value: String)] {
    let windows = layer.windows
    let out =
      switch layer.outputs {
      case .outputs: "out"
      case .count(let count): hasWidth ? "width" : String(count)
      case .timesInputs(let factor): factor == 1 ? "block.channels" : "\(factor) * block.channels"
      case .timesOutputs(let factor): factor == 1 ? "out" : "\(factor) * out"
      }
    var attributes = [(key: "out", value: out), ("kernel", Self.text(windows.map(\.kernel)))]
    func add(_ key: String, _ value: String, unless standard: Bool) {
      if !standard { attributes.append((key, value)) }
    }
    add("stride", Self.text(windows.map(\.stride)), unless: windows.allSatisfy { $0.stride == defaults.stride })
    add("padding", Self.padding(windows), unless: defaults.hasPadding(of: windows))
    add(
      "dilation", Self.text(windows.map(\.dilation)),
      unless: windows.allSatisfy { $0.dilation == defaults.dilation })
    let groups: (text: String, isOne: Bool) =
      switch layer.groups {
      case .same: (hasGroups ? "groups" : "1", !hasGroups)
      case .one: ("1", true)
      case .inputs: ("block.channels", false)
      case .outputs: ("out", false)
      }
    add("groups", groups.text, unless: groups.isOne && defaults.groups == 1)
    add("bias", layer.hasBias ? "true" : "false", unless: layer.hasBias == defaults.bias)
    return attributes
  }

  private static func text(_ values: [Int]) -> String {
    Set(values).count == 1 ? String(values[0]) : "[" + values.map(String.init).joined(separator: ", ") + "]"
  }

  private static func padding(_ windows: [AxisWindow]) -> String {
    let paddings = windows.map(\.padding)
    if windows.contains(where: { $0.extent > 1 }), windows.allSatisfy({ $0.hasHalfPadding }) { return "half" }
    if paddings.allSatisfy({ $0.before == $0.after }) { return text(paddings.map(\.before)) }
    return "[" + paddings.map { "[\($0.before), \($0.after)]" }.joined(separator: ", ") + "]"
  }
}

extension AxisWindow {
  /// Whether the padding is half of the dilated kernel on both sides, rounded down.
  var hasHalfPadding: Bool { padding == AxisPadding((extent - 1) / 2) }
}

extension RewriteStack {
  /// Whether no layer after the first has padding.
  fileprivate var isPaddedInFront: Bool {
    layers.dropFirst().allSatisfy { $0.windows.allSatisfy { $0.padding == AxisPadding() } }
  }
}

/// What a convolution has where its text does not say: the document's defaults, else the operator's.
///
/// A value that is computed is nil, so that every layer says it itself.
struct ConvolutionDefaults {
  private(set) var stride: Int? = 1
  private(set) var dilation: Int? = 1
  private(set) var groups: Int? = 1
  private(set) var bias: Bool? = true
  private var padding: Padding? = .rows(0)

  private enum Padding {
    case rows(Int), half
  }

  init(_ origins: Origins) {
    let names = OperatorSchema.of(.conv).names
    for argument in origins.syntax.defaults[.conv] ?? [] {
      let node = origins.document.resolve(argument.value)
      let isScalar = origins.document.kind(of: node) == .scalar
      let text = origins.document.text(of: node)
      let value = isScalar ? Scalar(text) : .null
      let number: Int? = if case .integer(let number) = value { number } else { nil }
      switch names[argument.index] {
      case "stride": stride = number
      case "dilation": dilation = number
      case "groups": groups = number
      case "bias": if case .truth(let truth) = value { bias = truth } else { bias = nil }
      case "padding":
        padding =
          number.map(Padding.rows)
          ?? (isScalar && text == "half" ? .half : isScalar && text == "valid" ? .rows(0) : nil)
      default: break
      }
    }
  }

  /// Whether windows have their padding without saying so.
  func hasPadding(of windows: [AxisWindow]) -> Bool {
    switch padding {
    case .rows(let rows): windows.allSatisfy { $0.padding == AxisPadding(rows) }
    case .half: windows.allSatisfy(\.hasHalfPadding)
    case nil: false
    }
  }
}
