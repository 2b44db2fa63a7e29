package import FoveaNumerics

/// The sizes of a stack of convolutions, before any weight is known.
package struct StackPlan: Hashable, Sendable {
  /// The sizes of one layer.
  package struct Layer: Hashable, Sendable {
    /// The window along each axis; its padding does not matter here.
    package var windows: [AxisWindow]
    /// The channels that the layer gives.
    package var outputs: Int

    package init(windows: [AxisWindow], outputs: Int) {
      self.windows = windows
      self.outputs = outputs
    }
  }

  package let inputs: Int
  package let layers: [Layer]

  package init(inputs: Int, layers: [Layer]) {
    precondition(!layers.isEmpty && inputs > 0 && layers.allSatisfy { $0.outputs > 0 }, "a stack has layers")
    self.inputs = inputs
    self.layers = layers
  }

  /// Layers of the given numbers of taps on every axis.
  ///
  /// - Parameter widths: the channels of each map: input, between the layers, output.
  package init(kernels: [Int], strides: [Int]? = nil, widths: [Int], rank: Int = 2) {
    precondition(widths.count == kernels.count + 1, "one width for each map")
    let strides = strides ?? Array(repeating: 1, count: kernels.count)
    self.init(
      inputs: widths[0],
      layers: kernels.indices.map { index in
        Layer(
          windows: Array(repeating: .checked(kernel: kernels[index], stride: strides[index]), count: rank),
          outputs: widths[index + 1])
      })
  }
}

extension StackPlan {
  package var outputs: Int { layers[layers.count - 1].outputs }

  /// The channels of each map: input, between the layers, output.
  package var widths: [Int] { [inputs] + layers.map(\.outputs) }

  /// For each layer and axis: how far apart its taps lie, in input pixels.
  package var steps: [[Int]] {
    var strides = Array(repeating: 1, count: layers[0].windows.count)
    return layers.map { layer in
      defer { strides = zip(strides, layer.windows).map { $0 * $1.stride } }
      return zip(strides, layer.windows).map { $0 * $1.dilation }
    }
  }

  /// The taps that a composition has along each axis, holes included.
  package var composedShape: [Int] {
    zip(steps, layers).reduce(Array(repeating: 1, count: layers[0].windows.count)) { shape, layer in
      shape.indices.map { shape[$0] + layer.0[$0] * (layer.1.windows[$0].kernel - 1) }
    }
  }

  /// The number of weights.
  package var parameters: Int {
    zip(widths, layers).reduce(0) { $0 + $1.0 * $1.1.outputs * $1.1.taps }
  }

  /// The number of weights of the one kernel that it replaces.
  package var directParameters: Int { composedShape.reduce(inputs * outputs, *) }

  /// The widest plan of equal hidden widths with at most `share` of the weights of the one kernel; nil where even one
  /// channel is too much.
  package func widest(share: Double) -> StackPlan? {
    let limit = share * Double(directParameters)
    var best: StackPlan?
    for width in 1...max(composedShape.reduce(max(inputs, outputs), *), 1) {
      let plan = with(hidden: Array(repeating: width, count: layers.count - 1))
      guard Double(plan.parameters) <= limit else { break }
      best = plan
    }
    return best
  }

  /// The same stack with other channels between its layers.
  package func with(hidden: [Int]) -> StackPlan {
    precondition(hidden.count == layers.count - 1, "one width between each two layers")
    return StackPlan(
      inputs: inputs,
      layers: zip(layers, hidden + [outputs]).map { Layer(windows: $0.windows, outputs: $1) })
  }
}

extension StackPlan.Layer {
  package var taps: Int { windows.reduce(1) { $0 * $1.kernel } }
}
