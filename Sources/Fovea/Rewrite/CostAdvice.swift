import FoveaFilters
import FoveaNumerics

/// What to say of a layer that a form would not make cheaper.
struct CostAdvice {
  private let direct: ConvolutionSizes
  private let form: RewriteForm
  private let options: RewriteOptions

  init(_ direct: ConvolutionSizes, _ form: RewriteForm, _ options: RewriteOptions) {
    (self.direct, self.form, self.options) = (direct, form, options)
  }

  /// What the stack would cost.
  func reason(_ cost: RewriteCost, _ layers: [ConvolutionSizes]) -> String {
    if form.needsWeights {
      return "an exact stack, \(StackText.kernels(layers, showsGroups: false)) with at least "
        + "\(StackText.widths(direct, layers)) channels, would have \(StackText.ratio(cost.macsRatio)) its macs"
    }
    let kernels = StackText.kernels(layers, showsGroups: false)
    var parts: [String] = []
    if cost.macsRatio >= 1 { parts.append("\(StackText.ratio(cost.macsRatio)) its macs") }
    if cost.parametersRatio > 1 { parts.append("\(StackText.ratio(cost.parametersRatio)) its parameters") }
    if parts.isEmpty {
      parts.append(
        "\(StackText.ratio(cost.macsRatio)) its macs, but would read and write \(StackText.ratio(cost.movedRatio)) as many "
          + "numbers, which is more than it saves")
    }
    return "\(kernels) with \(StackText.widths(direct, layers)) channels would have " + parts.joined(separator: ", ")
  }

  /// What would pay: the most channels between the layers for which it does, and from how many on the stack can hold
  /// kernels in general.
  var help: String? {
    if form.needsWeights { return "choose it with `--layer` to have it in spite of that" }
    guard options.widths.isEmpty else { return nil }
    let isStrided = direct.windows.contains { $0.stride > 1 }
    let forms: [RewriteForm] =
      switch form {
      case .stack: isStrided ? [.strided, .stack] : [.stack]
      case .strided, .separable: [form]
      case .depthwise, .bottleneck, .shift, .linear, .minimal: []
      }
    for form in forms {
      guard let widest = widestPaying(form) else { continue }
      var text = "`\(form == .stack ? "" : "--form \(form.rawValue) ")--width \(widest)` is the widest that pays"
      if let general = narrowestGeneral(form) {
        text +=
          "; kernels in general need \(general.width) channels, \(StackText.ratio(general.cost.macsRatio)) its macs"
      }
      return text
    }
    return nil
  }

  private func draft(
    _ form: RewriteForm, width: Int
  ) -> (stack: RewriteStack, layers: [ConvolutionSizes], cost: RewriteCost)? {
    var options = options
    options.widths = [width]
    guard let (stack, layers) = try? StackDraft(form, of: direct, options).stack() else { return nil }
    return (stack, layers, RewriteCost(of: layers, replacing: direct))
  }

  /// The most channels, a multiple of the groups, with which a form is cheaper.
  private func widestPaying(_ form: RewriteForm) -> Int? {
    func pays(_ multiple: Int) -> Bool { draft(form, width: multiple * direct.groups)?.cost.isCheaper ?? false }
    guard pays(1) else { return nil }
    var (low, high) = (1, 2)
    while pays(high), high < 1 << 19 { (low, high) = (high, 2 * high) }
    while high - low > 1 {
      let middle = (low + high) / 2
      if pays(middle) { low = middle } else { high = middle }
    }
    return low * direct.groups
  }

  /// The stack of the fewest channels for which the dimensions leave room for every kernel.
  func narrowestGeneral(
    _ form: RewriteForm
  ) -> (width: Int, stack: RewriteStack, layers: [ConvolutionSizes], cost: RewriteCost)? {
    guard options.between == .nothing || self.form.needsWeights else { return nil }
    func isGeneral(_ multiple: Int) -> Bool {
      guard let draft = draft(form, width: multiple * direct.groups),
        case .kernel(let reachable, let all) = FunctionVerdict.Interior(of: draft.layers, replacing: direct)
      else { return false }
      return reachable == all
    }
    var (low, high) = (0, 1)
    while !isGeneral(high) {
      guard high < 1 << 19 else { return nil }
      (low, high) = (high, 2 * high)
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if isGeneral(middle) { high = middle } else { low = middle }
    }
    guard let draft = draft(form, width: high * direct.groups) else { return nil }
    return (high * direct.groups, draft.stack, draft.layers, draft.cost)
  }
}
