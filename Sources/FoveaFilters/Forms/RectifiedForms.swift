import FoveaNumerics

/// Stacks that a rectifier between the layers does not change.
package enum RectifiedForms {
  /// Every hidden channel twice, once negated: z = max(z, 0) − max(−z, 0). For all inputs and any padding, at twice the
  /// cost of the first and the last layer and four times that of those between; nil where the layers' groups differ.
  package static func doubled(_ layers: [Kernel]) -> [Kernel]? {
    guard let first = layers.first, layers.allSatisfy({ $0.groups == first.groups }) else { return nil }
    return layers.indices.map { index in
      layers[index].doubled(inputs: index > 0, outputs: index + 1 < layers.count)
    }
  }

  /// Hidden biases raised so far that nothing is negative while every input is at most `limit` in size, and taken off
  /// again by the next layer. Exact in exact arithmetic where all padding is in the first layer; nil where it is not.
  package static func shifted(_ layers: [Kernel], limit: Double) -> [Kernel]? {
    guard layers.dropFirst().allSatisfy({ $0.windows.allSatisfy { $0.padding == AxisPadding() } }) else { return nil }
    var result: [Kernel] = []
    var raised = Matrix(rows: layers.first?.inputs ?? 0, columns: 1)
    for (index, layer) in layers.enumerated() {
      let own = layer.bias ?? Array(repeating: 0, count: layer.outputs)
      let taken = layer.bank.sum * raised
      var bias = zip(own, taken.elements).map { $0 - $1 }
      if index + 1 < layers.count {
        let prefix = Array(layers[...index])
        let bank = Composition.bank(prefix, spacing: Composition.spacing(of: prefix))
        let constant = Composition.bias(prefix) ?? Array(repeating: 0, count: layer.outputs)
        let sizes = bank.magnitudes.sum
        // A little more than needed, so that rounding leaves nothing negative.
        let raise = (0..<layer.outputs).map { out in
          max((sizes.row(out).reduce(0, +) * limit - constant[out]) * (1 + 0x1p-16), 0)
        }
        bias = zip(bias, raise).map { $0 + $1 }
        raised = Matrix(rows: raise.count, columns: 1, elements: raise)
      }
      result.append(layer.with(weights: layer.weights, bias: bias))
    }
    return result
  }
}

extension Kernel {
  fileprivate func doubled(inputs doublesInputs: Bool, outputs doublesOutputs: Bool) -> Kernel {
    let (depth, height) = (inputs / groups * taps, outputs / groups)
    var weights: [Double] = []
    var newBias: [Double] = []
    for group in 0..<groups {
      for sign in doublesOutputs ? [1.0, -1] : [1] {
        for out in group * height..<(group + 1) * height {
          let row = self.weights[out * depth..<(out + 1) * depth].map { sign * $0 }
          weights += row
          if doublesInputs { weights += row.map { -$0 } }
          if let bias { newBias.append(sign * bias[out]) }
        }
      }
    }
    return Kernel(
      windows: windows, inputs: inputs * (doublesInputs ? 2 : 1), outputs: outputs * (doublesOutputs ? 2 : 1),
      groups: groups, weights: weights, bias: bias == nil ? nil : newBias)
  }
}
