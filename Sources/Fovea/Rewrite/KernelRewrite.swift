package import FoveaFilters
import FoveaGraph
import FoveaNumerics
import FoveaText

/// The weights of a layer, written as those of a stack.
package struct KernelRewrite: Sendable {
  package let form: RewriteForm
  package let stack: RewriteStack
  /// The layers with their weights; together they have the layer's padding and bias.
  package let kernels: [Kernel]
  package let interior: FunctionVerdict.Interior
  /// For which inputs that holds.
  package let domain: FunctionVerdict.Domain
  /// Whether the search for it ended before its end.
  var isStopped = false

  /// Why a kernel is not written so.
  package struct Failure: Error {
    package let reason: String
    package var help: String?

    /// Whether a search for it ended before its end.
    var isStopped = false

    init(_ reason: String, help: String? = nil, isStopped: Bool = false) {
      (self.reason, self.help, self.isStopped) = (reason, help, isStopped)
    }
  }
}

/// Writes the weights of one layer as those of a stack.
struct KernelRewriter {
  let direct: ConvolutionSizes
  /// The layer's weights.
  let kernel: Kernel
  var options: RewriteOptions

  /// The banks of the groups, each a kernel of its own.
  private var banks: [FilterBank] { (0..<kernel.groups).map(kernel.bank(ofGroup:)) }

  func rewritten(_ form: RewriteForm) throws(KernelRewrite.Failure) -> KernelRewrite {
    try checkSize()
    return switch form {
    case .shift: try shift()
    case .linear: try linear()
    case .minimal: try minimal()
    case .stack, .strided: try fitted(form)
    case .separable, .depthwise, .bottleneck: try factored(form)
    }
  }

  /// The chain of three-tap layers that exact forms are made of: early strides make all maps smaller.
  private func chain() throws(KernelRewrite.Failure) -> [[AxisWindow]] {
    do throws(StackWindows.Failure) {
      let isStrided = direct.windows.contains { $0.stride > 1 }
      return isStrided ? try StackWindows.strided(direct) : try StackWindows.stack(direct)
    } catch {
      throw KernelRewrite.Failure(error.reason)
    }
  }

  private func check(_ needed: Bool) throws(KernelRewrite.Failure) {
    if needed, options.between == .rectifier {
      throw KernelRewrite.Failure(
        "with an activation between, only `--form shift` and `--form linear` keep the function, on inputs that are not "
          + "negative")
    }
  }

  /// Errors are measured by sums of squares.
  func checkSize() throws(KernelRewrite.Failure) {
    guard banks.allSatisfy(\.squaredNorm.isFinite) else {
      throw KernelRewrite.Failure("its weights, or their squares, exceed what float64 holds")
    }
  }

  private func shift() throws(KernelRewrite.Failure) -> KernelRewrite {
    let windows = try chain()
    let side: ShiftBank.Side = options.between == .rectifier ? .input : .narrower
    let found = banks.compactMap { ShiftBank($0, as: windows.withoutDilation, side: side) }
    guard let first = found.first, found.count == kernel.groups else {
      throw KernelRewrite.Failure("no copies at a few shifts reach every tap of a \(direct.description)")
    }
    let last = windows.count - 1
    let layers = padded(windows).enumerated().map { index, windows in
      let width = first.plan.layers[index].outputs
      let isDense = index == (first.copiesInput ? last : 0)
      let outputs: RewriteStack.Channels =
        index == last
        ? .outputs
        : first.copiesInput ? .timesInputs(width / first.plan.inputs) : .timesOutputs(width / first.plan.outputs)
      return RewriteStack.Layer(
        windows: windows, outputs: outputs, groups: isDense ? .same : first.copiesInput ? .inputs : .outputs)
    }
    return try result(.shift, layers, found.map(\.stack))
  }

  private func linear() throws(KernelRewrite.Failure) -> KernelRewrite {
    let windows = try chain()
    let bank: LinearBank.Bank = options.between == .rectifier ? .nonnegative : .signed
    var found: [LinearBank] = []
    for (group, target) in banks.enumerated() {
      let made = LinearBank(
        target, as: windows.withoutDilation, bank: bank, draws: Self.draws(target), seed: options.seed &+ UInt64(group))
      guard let made else { throw KernelRewrite.Failure("every random first layer left the equations singular") }
      found.append(made)
    }
    guard Set(found.map(\.plan)).count == 1 else {
      throw KernelRewrite.Failure("its groups need different widths")
    }
    return try result(.linear, layers(windows, found[0].plan), found.map(\.stack))
  }

  /// Random banks to choose from: many for small systems, few where each takes long.
  private static func draws(_ target: FilterBank) -> Int {
    target.taps * min(min(target.inputs, target.outputs), 17) <= 150 ? 40 : 8
  }

  private func minimal() throws(KernelRewrite.Failure) -> KernelRewrite {
    try check(true)
    let windows = try chain()
    let (inputs, outputs) = (direct.inputs / direct.groups, direct.outputs / direct.groups)
    let draft = StackPlan(
      inputs: inputs, layers: windows.withoutDilation.map { StackPlan.Layer(windows: $0, outputs: outputs) })
    var plan = draft.narrowest
    if !options.widths.isEmpty { plan = try widened(draft) }
    guard let plan else { throw KernelRewrite.Failure("no width leaves room for kernels in general") }
    var stacks: [BankStack] = []
    for (group, target) in banks.enumerated() {
      let found = MinimalStack(
        of: target, as: plan, starts: plan.parameters > 20_000 ? 1 : 6, seed: options.seed &+ UInt64(group))
      guard found.outcome == .found else {
        throw found.failure(widths: plan.widths.map { String($0 * direct.groups) }.joined(separator: "→"))
      }
      stacks.append(found.stack)
    }
    return try result(.minimal, layers(windows, plan), stacks)
  }

  /// A plan with the widths that are asked for, of each group.
  private func widened(_ draft: StackPlan) throws(KernelRewrite.Failure) -> StackPlan {
    let count = draft.layers.count - 1
    let widths = options.widths.count == 1 ? Array(repeating: options.widths[0], count: count) : options.widths
    guard widths.count == count, widths.allSatisfy({ $0 % direct.groups == 0 }) else {
      throw KernelRewrite.Failure("\(count) widths are needed, each a multiple of \(direct.groups)")
    }
    return draft.with(hidden: widths.map { $0 / direct.groups })
  }
}

extension KernelRewriter {
  /// The best stack that is found for the widths of the form.
  private func fitted(_ form: RewriteForm) throws(KernelRewrite.Failure) -> KernelRewrite {
    try check(true)
    let (stack, sizes) = try draft(form)
    let plan = StackPlan(
      inputs: direct.inputs / direct.groups,
      layers: sizes.map {
        StackPlan.Layer(windows: [$0.windows].withoutDilation[0], outputs: $0.outputs / direct.groups)
      })
    var stacks: [BankStack] = []
    var (error, bound, norm) = (0.0, 0.0, 0.0)
    var isStopped = false
    for target in banks {
      let best = ApproximateStack(of: target, as: plan, seed: options.seed)
      let weight = target.squaredNorm
      error += weight * best.error * best.error
      bound += weight * best.lowerBound * best.lowerBound
      norm += weight
      stacks.append(best.stack)
      isStopped = isStopped || best.isStopped
    }
    let scale = norm > 0 ? norm : 1
    var found = try result(
      form, stack.layers, stacks, approximation: ((error / scale).squareRoot(), (bound / scale).squareRoot(), false))
    found.isStopped = isStopped
    return found
  }

  private func draft(
    _ form: RewriteForm
  ) throws(KernelRewrite.Failure) -> (stack: RewriteStack, layers: [ConvolutionSizes]) {
    do throws(StackWindows.Failure) {
      return try StackDraft(form, of: direct, options).stack()
    } catch {
      throw KernelRewrite.Failure(error.reason)
    }
  }

  /// The factors of the form, the best that there are.
  private func factored(_ form: RewriteForm) throws(KernelRewrite.Failure) -> KernelRewrite {
    try check(true)
    var (stack, sizes) = try draft(form)
    let divisor = form == .depthwise ? direct.inputs : direct.groups
    let shape = alternative(form)
    var stacks: [BankStack] = []
    var (error, norm) = (0.0, 0.0)
    for target in banks {
      let unfoldings = Unfoldings(target)
      guard let best = unfoldings.best(shape, width: sizes[0].outputs / divisor), let factors = unfoldings.stack(best)
      else { throw KernelRewrite.Failure("a \(direct.description) has no such factors") }
      error += target.squaredNorm * best.error * best.error
      norm += target.squaredNorm
      stacks.append(factors)
    }
    // Factors are never wider than the kernel's rank.
    let width = stacks[0].banks[0].outputs * direct.groups
    if width != sizes[0].outputs {
      stack.layers[0].outputs = form == .depthwise ? .timesInputs(width / direct.inputs) : .count(width)
    }
    let relative = (error / (norm > 0 ? norm : 1)).squareRoot()
    return try result(form, stack.layers, stacks, approximation: (relative, relative, true))
  }

  private func alternative(_ form: RewriteForm) -> Alternative.Form {
    switch form {
    case .separable: options.reversesFactors ? .columnsThenRows : .rowsThenColumns
    case .depthwise: .depthwise
    case .bottleneck: options.reversesFactors ? .bottleneckAfter : .bottleneckBefore
    case .stack, .strided, .shift, .linear, .minimal: preconditionFailure("these forms are no factors")
    }
  }
}

extension KernelRewriter {
  private func padded(_ windows: [[AxisWindow]]) -> [[AxisWindow]] { StackWindows.padded(windows, like: direct) }

  private func layers(_ windows: [[AxisWindow]], _ plan: StackPlan) -> [RewriteStack.Layer] {
    let hidden = plan.layers.dropLast().map { RewriteStack.Channels.count($0.outputs * direct.groups) }
    return zip(padded(windows), hidden + [.outputs]).map { RewriteStack.Layer(windows: $0, outputs: $1) }
  }

  /// The layers with the weights of one stack for each group.
  private func result(
    _ form: RewriteForm, _ layers: [RewriteStack.Layer], _ stacks: [BankStack],
    approximation: (error: Double, bound: Double, isBest: Bool)? = nil
  ) throws(KernelRewrite.Failure) -> KernelRewrite {
    var stack = RewriteStack(layers: layers, between: options.between)
    let last = layers.count - 1
    stack.layers[last].hasBias = direct.hasBias
    guard let sizes = stack.sizes(replacing: direct), stack.hasGeometry(of: direct) else {
      throw KernelRewrite.Failure("no chain of this form has the window of a \(direct.description)")
    }
    let kernels = sizes.enumerated().map { index, layer in
      Kernel(
        windows: layer.windows, inputs: layer.inputs, outputs: layer.outputs, groups: layer.groups,
        weights: stacks.flatMap { stack in
          Kernel(stack.banks[index], windows: layer.windows, groups: layer.groups / direct.groups).weights
        }, bias: index == last && direct.hasBias ? kernel.bias : nil)
    }
    return KernelRewrite(
      form: form, stack: stack, kernels: kernels, interior: try interior(form, kernels, stacks, approximation),
      domain: options.between == .rectifier ? .nonnegative : .anything)
  }

  /// What the stacks are with their weights as they are written.
  private func interior(
    _ form: RewriteForm, _ kernels: [Kernel], _ stacks: [BankStack],
    _ approximation: (error: Double, bound: Double, isBest: Bool)?
  ) throws(KernelRewrite.Failure) -> FunctionVerdict.Interior {
    let written = stacks.map { $0.stored(in: options.precision) }
    if form == .shift, written == stacks { return .sameWeights }
    let share = StackTolerance(of: kernels, for: kernel, storedIn: options.precision).share()
    var (error, norm, cancellation, isSame) = (0.0, 0.0, 0.0, true)
    for (stack, target) in zip(written, banks) {
      let own = stack.error(to: target)
      error += own * own * target.squaredNorm
      norm += target.squaredNorm
      cancellation = max(cancellation, stack.cancellation)
      isSame = isSame && stack.isWithin(share, of: target)
    }
    let relative = (error / (norm > 0 ? norm : 1)).squareRoot()
    guard relative.isFinite else {
      throw KernelRewrite.Failure("the numbers of the stack exceed what \(options.precision) holds")
    }
    guard isSame else {
      return .approximation(
        error: relative, lowerBound: min(approximation?.bound ?? 0, relative),
        isBestOfForm: approximation?.isBest ?? false)
    }
    return .sameUpToRounding(error: relative, cancellation: cancellation)
  }
}

extension [[AxisWindow]] {
  /// The windows with their taps side by side, for banks of taps alone.
  fileprivate var withoutDilation: [[AxisWindow]] {
    map { $0.map { .checked(kernel: $0.kernel, stride: $0.stride) } }
  }
}
