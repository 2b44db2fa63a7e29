package import FoveaNumerics

/// What a stack costs beside the one kernel that it replaces.
package struct StackCost: Hashable, Sendable {
  /// Multiply-accumulates for one image; a bias is none.
  package let macs: Int
  package let directMacs: Int
  package let parameters: Int
  package let directParameters: Int
  /// Numbers on the maps between the layers, all together.
  package let hiddenActivations: Int
  /// Numbers on the result.
  package let outputActivations: Int

  /// Relative change: −0.45 is 45 % fewer.
  package var macsChange: Double { Self.change(macs, directMacs) }
  package var parametersChange: Double { Self.change(parameters, directParameters) }
  /// The change of everything that the layers write.
  package var activationsChange: Double { Self.change(hiddenActivations + outputActivations, outputActivations) }

  /// The costs of `stack` in place of `direct` over an input of `size`; each layer as large as its own padding makes
  /// it.
  package init(of stack: [Kernel], replacing direct: Kernel, input size: [Int]) throws(NumericsError) {
    let single = try Self.layer(direct, size)
    var (macs, parameters, written) = (0, 0, 0)
    var current = size
    for layer in stack {
      let cost = try Self.layer(layer, current)
      macs = try Self.sum(macs, cost.macs)
      parameters = try Self.sum(parameters, layer.parameters)
      written = try Self.sum(written, cost.written)
      current = cost.size
    }
    self.macs = macs
    self.parameters = parameters
    directMacs = single.macs
    directParameters = direct.parameters
    outputActivations = single.written
    hiddenActivations = max(written - single.written, 0)
  }

  private static func layer(
    _ kernel: Kernel, _ size: [Int]
  ) throws(NumericsError) -> (macs: Int, written: Int, size: [Int]) {
    let output = try kernel.windows.outputSizes(size)
    var written = kernel.outputs
    for extent in output { written = try product(written, extent) }
    let macs = try product(written, kernel.inputs / kernel.groups * kernel.taps)
    return (macs, written, output)
  }

  private static func product(_ a: Int, _ b: Int) throws(NumericsError) -> Int {
    let (value, overflow) = a.multipliedReportingOverflow(by: b)
    if overflow { throw .shape("a cost exceeds \(Int.max)") }
    return value
  }

  private static func sum(_ a: Int, _ b: Int) throws(NumericsError) -> Int {
    let (value, overflow) = a.addingReportingOverflow(b)
    if overflow { throw .shape("a cost exceeds \(Int.max)") }
    return value
  }

  private static func change(_ new: Int, _ old: Int) -> Double {
    old == 0 ? 0 : Double(new) / Double(old) - 1
  }
}

extension Kernel {
  /// Weights and biases.
  package var parameters: Int { weights.count + (bias?.count ?? 0) }
}
