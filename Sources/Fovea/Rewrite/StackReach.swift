import FoveaFilters
import FoveaNumerics

/// How many of all kernels layers without weights can be together, with nothing between them.
package struct StackReach: Hashable, Sendable {
  /// At most the dimension of the set that they can be.
  package let reachable: Int
  /// The number of weights of the kernel, the dimension of all.
  package let all: Int

  init(of layers: [ConvolutionSizes], replacing direct: ConvolutionSizes) {
    all = direct.weights
    if layers.allSatisfy({ $0.groups == direct.groups }) {
      // Each group is a stack of its own.
      let plan = StackPlan(
        inputs: direct.inputs / direct.groups,
        layers: layers.map { StackPlan.Layer(windows: $0.windows, outputs: $0.outputs / $0.groups) })
      reachable = min(plan.reachableDimension * direct.groups, all)
      return
    }
    // A change of basis of a hidden map leaves the composition as it is; it must keep the groups on both sides.
    var dimension = layers.reduce(0) { $0 + $1.weights }
    for (one, next) in zip(layers, layers.dropFirst()) {
      dimension -= one.outputs * one.outputs / max(one.groups, next.groups)
    }
    reachable = max(min(dimension, all), 0)
  }

  /// The share of the dimensions.
  package var share: Double { Double(reachable) / Double(max(all, 1)) }
}

extension ConvolutionSizes {
  /// The number of weights.
  var weights: Int { kernel.reduce(inputs / groups * outputs, *) }

  /// The sizes of a convolution with weights.
  init(_ kernel: Kernel) {
    self.init(
      inputs: kernel.inputs, outputs: kernel.outputs, groups: kernel.groups, windows: kernel.windows,
      hasBias: kernel.bias != nil, size: nil)
  }
}
