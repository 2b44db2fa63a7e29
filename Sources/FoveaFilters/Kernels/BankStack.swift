package import FoveaNumerics

/// The weights of a stack without groups, with how far apart the taps of each layer lie.
package struct BankStack: Equatable, Sendable {
  package var banks: [FilterBank]
  /// For each layer and axis, in input pixels.
  package let steps: [[Int]]

  package init(_ banks: [FilterBank], steps: [[Int]]) {
    precondition(banks.count == steps.count && !banks.isEmpty, "steps for each layer")
    self.banks = banks
    self.steps = steps
  }

  /// Normal random weights, each filter of length about 1.
  package init(random plan: StackPlan, using generator: inout SplitMix64) {
    self.init(
      zip(plan.widths, plan.layers).map { inputs, layer in
        let scale = 1 / Double(inputs * layer.taps).squareRoot()
        return FilterBank(
          shape: layer.windows.map(\.kernel), outputs: layer.outputs, inputs: inputs,
          elements: generator.normals(inputs * layer.outputs * layer.taps).map { $0 * scale })
      }, steps: plan.steps)
  }

  /// The one bank that the stack computes, taps in steps of one pixel.
  package var composition: FilterBank {
    composition(of: banks)
  }

  private func composition(of banks: [FilterBank]) -> FilterBank {
    var result = banks[0].spread(by: steps[0])
    for (bank, step) in zip(banks, steps).dropFirst() { result = bank.composed(after: result, steps: step) }
    return result
  }

  /// How much larger the terms are than what they add up to: ‖|W_L|∘…∘|W_1|‖ / ‖W‖. Rounding errors grow by it.
  package var cancellation: Double {
    composition(of: banks.map(\.magnitudes)).norm / composition.norm
  }

  /// ‖W − composition‖ / ‖W‖.
  package func error(to target: FilterBank) -> Double {
    let norm = target.norm
    return norm == 0 ? composition.norm : (target - composition).norm / norm
  }

  /// The stack whose composition is the mirror image of this one's.
  package var mirrored: BankStack {
    BankStack(banks.reversed().map(\.mirrored), steps: steps.reversed())
  }

  /// Convolutions that compute what `kernel` does if the composition is its bank: its padding in the first layer, its
  /// bias in the last.
  ///
  /// - Parameter groups: the groups of each layer; 1 unless given.
  package func kernels(replacing kernel: Kernel, plan: StackPlan, groups: [Int]? = nil) -> [Kernel] {
    banks.indices.map { index in
      let windows = plan.layers[index].windows.indices.map { axis in
        plan.layers[index].windows[axis].with(
          padding: index == 0 ? kernel.windows[axis].padding : AxisPadding())
      }
      return Kernel(
        banks[index], windows: windows, groups: groups?[index] ?? 1,
        bias: index == banks.count - 1 ? kernel.bias : nil)
    }
  }
}

extension Kernel {
  /// Convolutions that compute what this one does if each stack's composition is the bank of one group, in order.
  package func replaced(byGroups stacks: [BankStack], plan: StackPlan) -> [Kernel] {
    precondition(stacks.count == groups, "one stack for each group")
    let parts = stacks.map { stack in
      let none = Kernel(
        windows: windows, inputs: plan.inputs, outputs: plan.outputs,
        weights: Array(repeating: 0, count: plan.inputs * plan.outputs * taps))
      return stack.kernels(replacing: none, plan: plan)
    }
    return plan.layers.indices.map { index in
      Kernel(
        windows: parts[0][index].windows, inputs: plan.widths[index] * groups,
        outputs: plan.widths[index + 1] * groups, groups: groups, weights: parts.flatMap { $0[index].weights },
        bias: index == plan.layers.count - 1 ? bias : nil)
    }
  }
}
