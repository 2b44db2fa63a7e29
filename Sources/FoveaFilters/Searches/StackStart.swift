import FoveaNumerics

extension BankStack {
  /// A start for the search: the target is lifted to a matrix from the taps of the layers before to those of the last
  /// layer, each weight shared evenly among the pairs of taps that reach it, and its leading singular vectors are
  /// split.
  package init(splitting target: FilterBank, as plan: StackPlan, seed: UInt64) {
    self = Self.split(
      target, kernels: plan.layers.map { $0.windows.map(\.kernel) }, steps: plan.steps,
      widths: plan.layers.map(\.outputs),
      seed: seed)
  }

  /// The same from the other side: the first layer is split off first.
  package init(splittingFirst target: FilterBank, as plan: StackPlan, seed: UInt64) {
    let widths = Array(plan.widths.dropLast().reversed())
    self =
      Self.split(
        target.mirrored, kernels: plan.layers.map { $0.windows.map(\.kernel) }.reversed(), steps: plan.steps.reversed(),
        widths: widths, seed: seed
      ).mirrored
  }

  private static func split(
    _ target: FilterBank, kernels: [[Int]], steps: [[Int]], widths: [Int], seed: UInt64
  ) -> BankStack {
    guard let kernel = kernels.last, let step = steps.last, kernels.count > 1 else {
      return BankStack([target.keeping(kernel: kernels[0], steps: steps[0])], steps: steps)
    }
    let width = widths[widths.count - 2]
    let innerSteps = kernels.count == 2 ? steps[0] : Array(repeating: 1, count: step.count)
    let inner =
      kernels.count == 2
      ? kernels[0] : zip(target.shape, zip(kernel, step)).map { $0 - $1.1 * ($1.0 - 1) }
    var pair = lift(target, outer: kernel, outerSteps: step, inner: inner, innerSteps: innerSteps, width, seed)
    guard kernels.count > 2 else { return pair }
    var fit = StackFit(of: target, from: pair)
    fit.improve(StackFit.Effort(steps: 30, stepsPerChange: 10))
    pair = fit.result
    let before = split(
      pair.banks[0], kernels: kernels.dropLast(), steps: steps.dropLast(), widths: widths.dropLast(), seed: seed)
    return BankStack(before.banks + [pair.banks[1]], steps: steps)
  }

  private static func lift(
    _ target: FilterBank, outer: [Int], outerSteps: [Int], inner: [Int], innerSteps: [Int], _ width: Int,
    _ seed: UInt64
  ) -> BankStack {
    let (outerTaps, innerTaps) = (gridPositions(outer), gridPositions(inner))
    let strides = rowMajor(target.shape)
    let places = outerTaps.map { outerTap in
      innerTaps.map { innerTap in
        offset(
          strides.indices.map { outerTap[$0] * outerSteps[$0] + innerTap[$0] * innerSteps[$0] }, strides)
      }
    }
    var counts = Array(repeating: 0.0, count: target.taps)
    for place in places.joined() { counts[place] += 1 }
    let (outputs, inputs) = (target.outputs, target.inputs)
    var lifted = Matrix(rows: outerTaps.count * outputs, columns: innerTaps.count * inputs)
    for (row, line) in places.enumerated() {
      for (column, place) in line.enumerated() {
        for out in 0..<outputs {
          let start = (row * outputs + out) * lifted.columns + column * inputs
          for input in 0..<inputs {
            lifted.elements[start + input] = target.elements[place * target.area + out * inputs + input] / counts[place]
          }
        }
      }
    }
    let found = SingularValues(leading: width, of: lifted, seed: seed)
    var last = FilterBank(shape: outer, outputs: outputs, inputs: width)
    var first = FilterBank(shape: inner, outputs: width, inputs: inputs)
    // A stack wider than the lifted matrix needs something in the channels that have no singular vector.
    var generator = SplitMix64(seed: seed)
    let noise = 1e-2 * (found.values.first ?? 1).squareRoot()
    for channel in 0..<width {
      let known = channel < found.values.count
      let scale = known ? found.values[channel].squareRoot() : noise
      for row in 0..<found.left.rows {
        last.elements[row * width + channel] = scale * (known ? found.left[row, channel] : generator.normal())
      }
      for (tap, input) in innerTaps.indices.flatMap({ tap in (0..<inputs).map { (tap, $0) } }) {
        first.elements[tap * first.area + channel * inputs + input] =
          scale * (known ? found.right[tap * inputs + input, channel] : generator.normal())
      }
    }
    return BankStack([first, last], steps: [innerSteps, outerSteps])
  }
}

extension FilterBank {
  /// The taps of a layer with the given taps and steps.
  fileprivate func keeping(kernel: [Int], steps: [Int]) -> FilterBank {
    var result = FilterBank(shape: kernel, outputs: outputs, inputs: inputs)
    let strides = rowMajor(shape)
    for (tap, position) in gridPositions(kernel).enumerated() {
      let source = offset(zip(position, steps).map { $0 * $1 }, strides)
      result.elements.replaceSubrange(
        tap * area..<(tap + 1) * area, with: elements[source * area..<(source + 1) * area])
    }
    return result
  }
}
