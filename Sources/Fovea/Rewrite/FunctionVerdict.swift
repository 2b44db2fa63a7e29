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
    let reach = StackReach(of: layers, replacing: direct)
    self = .kernel(reachable: reach.reachable, all: reach.all)
  }
}
