package import FoveaNumerics

/// A convolution together with its weights.
package struct Kernel: Equatable, Sendable {
  /// How the filters move along each axis.
  package let windows: [AxisWindow]
  /// Contiguous groups of channels that do not see each other.
  package let groups: Int
  package let inputs: Int
  package let outputs: Int
  /// Output, input inside its group, then the taps, row-major.
  package var weights: [Double]
  /// One number for each output.
  package var bias: [Double]?

  /// A kernel over weights in the order that deep-learning libraries use.
  package init(
    windows: [AxisWindow], inputs: Int, outputs: Int, groups: Int = 1, weights: [Double], bias: [Double]? = nil
  ) {
    precondition((1...3).contains(windows.count), "a kernel has one to three axes")
    precondition(groups > 0 && inputs % groups == 0 && outputs % groups == 0, "groups divide the channels")
    precondition(
      weights.count == windows.reduce(outputs * (inputs / groups)) { $0 * $1.kernel }, "weights fill the kernel")
    precondition(bias.map { $0.count == outputs } ?? true, "a bias has one number for each output")
    self.windows = windows
    self.groups = groups
    self.inputs = inputs
    self.outputs = outputs
    self.weights = weights
    self.bias = bias
  }

  /// A kernel over a dense bank; with groups, weights between different groups are left out.
  package init(_ bank: FilterBank, windows: [AxisWindow], groups: Int = 1, bias: [Double]? = nil) {
    precondition(bank.shape == windows.map(\.kernel), "a window has the taps of its bank")
    let (depth, height) = (bank.inputs / groups, bank.outputs / groups)
    var weights: [Double] = []
    weights.reserveCapacity(bank.outputs * depth * bank.taps)
    for out in 0..<bank.outputs {
      for input in out / height * depth..<(out / height + 1) * depth {
        for tap in 0..<bank.taps { weights.append(bank.elements[tap * bank.area + out * bank.inputs + input]) }
      }
    }
    self.init(
      windows: windows, inputs: bank.inputs, outputs: bank.outputs, groups: groups, weights: weights, bias: bias)
  }
}

extension Kernel {
  /// The number of taps along each axis.
  package var shape: [Int] { windows.map(\.kernel) }

  /// The number of taps of one filter.
  package var taps: Int { shape.reduce(1, *) }

  /// The weights without groups: zeros where groups do not see each other.
  package var bank: FilterBank {
    var bank = FilterBank(shape: shape, outputs: outputs, inputs: inputs)
    let (depth, height) = (inputs / groups, outputs / groups)
    var next = 0
    for out in 0..<outputs {
      for input in out / height * depth..<(out / height + 1) * depth {
        for tap in 0..<bank.taps {
          bank.elements[tap * bank.area + out * inputs + input] = weights[next]
          next += 1
        }
      }
    }
    return bank
  }

  /// The bank of one group.
  package func bank(ofGroup group: Int) -> FilterBank {
    let (depth, height) = (inputs / groups, outputs / groups)
    var bank = FilterBank(shape: shape, outputs: height, inputs: depth)
    var next = group * height * depth * bank.taps
    for out in 0..<height {
      for input in 0..<depth {
        for tap in 0..<bank.taps {
          bank.elements[tap * bank.area + out * depth + input] = weights[next]
          next += 1
        }
      }
    }
    return bank
  }

  /// The same kernel with other padding.
  package func padded(_ padding: [AxisPadding]) -> Kernel {
    Kernel(
      windows: zip(windows, padding).map { $0.with(padding: $1) }, inputs: inputs, outputs: outputs, groups: groups,
      weights: weights, bias: bias)
  }

  /// The same convolution with other weights.
  package func with(weights: [Double], bias: [Double]?) -> Kernel {
    Kernel(windows: windows, inputs: inputs, outputs: outputs, groups: groups, weights: weights, bias: bias)
  }

  /// Its attributes, for `FoveaNumerics`.
  package var convolution: Convolution {
    Convolution(
      stride: windows.map(\.stride), dilation: windows.map(\.dilation), padding: windows.map(\.padding), groups: groups)
  }

  /// The weights in a precision.
  package func weightTensor<Element: TensorElement>(_: Element.Type = Element.self) throws(NumericsError)
    -> Tensor<Element>
  {
    try Tensor(shape: [outputs, inputs / groups] + shape, elements: Element.nearest(weights))
  }

  /// The bias in a precision.
  package func biasTensor<Element: TensorElement>(_: Element.Type = Element.self) throws(NumericsError)
    -> Tensor<Element>?
  {
    guard let bias else { return nil }
    return try Tensor(shape: [outputs], elements: Element.nearest(bias))
  }
}

extension AxisWindow {
  /// A window whose numbers are known to make sense.
  package static func checked(
    kernel: Int, stride: Int = 1, dilation: Int = 1, padding: AxisPadding = AxisPadding()
  ) -> AxisWindow {
    do {
      return try AxisWindow(kernel: kernel, stride: stride, dilation: dilation, padding: padding)
    } catch {
      preconditionFailure(error.description)
    }
  }

  /// The same window with other padding.
  package func with(padding: AxisPadding) -> AxisWindow {
    .checked(kernel: kernel, stride: stride, dilation: dilation, padding: padding)
  }
}
