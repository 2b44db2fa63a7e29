import FoveaFilters
import FoveaGraph
package import FoveaNumerics

/// What a rewritten layer computes beside the one that it replaces.
package struct FunctionVerdict: Hashable, Sendable {
  package enum Interior: Hashable, Sendable {
    /// The composition has the layer's weights, bit by bit.
    case sameWeights
    /// The composition is the layer's kernel up to rounding; `error` is ‖W − W′‖ / ‖W‖, `cancellation` how much larger
    /// the terms are than what they add up to.
    case sameUpToRounding(error: Double, cancellation: Double)
    /// The best that was found, or that there is where `isBestOfForm`; no weights of this form and these widths have a
    /// relative error below `lowerBound`.
    case approximation(error: Double, lowerBound: Double, isBestOfForm: Bool)
    /// Nothing stands between the layers, so that together they are one kernel of the same size; weights are not chosen
    /// yet.
    ///
    /// The kernels that they can be are a set of at most `reachable` of `all` dimensions.
    case kernel(reachable: Int, all: Int)
    /// An activation stands between the layers: another function.
    case another
  }

  /// For which inputs the interior is meant.
  package enum Domain: Hashable, Sendable {
    case anything
    /// Inputs that are not negative, as those behind a rectifier are.
    case nonnegative
  }

  package let interior: Interior
  package let domain: Domain
  /// How many outputs along the two sides of each axis are computed from other padding; empty where all padding is in
  /// front.
  package let border: [AxisPadding]

  package init(_ interior: Interior, domain: Domain = .anything, border: [AxisPadding] = []) {
    self.interior = interior
    self.domain = domain
    self.border = border
  }
}

extension FunctionVerdict.Interior {
  /// The dimensions of what layers without weights can be together, with nothing between them.
  init(of layers: [ConvolutionSizes], replacing direct: ConvolutionSizes) {
    let all = direct.weights
    if layers.allSatisfy({ $0.groups == direct.groups }) {
      // Each group is a stack of its own.
      let plan = StackPlan(
        inputs: direct.inputs / direct.groups,
        layers: layers.map { StackPlan.Layer(windows: $0.windows, outputs: $0.outputs / $0.groups) })
      self = .kernel(reachable: min(plan.reachableDimension * direct.groups, all), all: all)
      return
    }
    // A change of basis of a hidden map leaves the composition as it is; it must keep the groups on both sides.
    var dimension = layers.reduce(0) { $0 + $1.weights }
    for (one, next) in zip(layers, layers.dropFirst()) {
      dimension -= one.outputs * one.outputs / max(one.groups, next.groups)
    }
    self = .kernel(reachable: max(min(dimension, all), 0), all: all)
  }
}

extension ConvolutionSizes {
  /// The number of weights.
  var weights: Int { kernel.reduce(inputs / groups * outputs, *) }
}
