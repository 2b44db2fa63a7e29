package import FoveaFilters
package import FoveaGraph
import FoveaNumerics

/// A convolution and the stack that can take its place, with the three verdicts on it.
///
/// The first one, the same geometry, holds for every proposal: shape, receptive field, effective stride and padding are
/// those of the layer, and no tap of its window is left out.
package struct RewriteProposal: Equatable, Sendable {
  package let layer: LayerID
  package let path: String
  package let direct: ConvolutionSizes
  package let form: RewriteForm
  package let stack: RewriteStack
  /// The layers of the stack with their channels.
  package let layers: [ConvolutionSizes]
  /// Whether it computes the same.
  package let function: FunctionVerdict
  /// Whether it is cheaper.
  package let cost: RewriteCost
  /// The layers with their weights; none where the layer's are not known.
  package let kernels: [Kernel]
  /// What was tried within a budget, nearest first.
  package let candidates: [RewriteCandidate]
  /// Whether a search ended at the time limit, so that more time may find something nearer.
  package var isStopped = false

  /// The channels of each map: `64→192→192`.
  package var widthsText: String { StackText.widths(direct, layers) }

  /// The kernels in order, runs of equal ones counted: `3x3/2 + 3x3`, `3 of 3x3`.
  package var kernelsText: String {
    StackText.kernels(layers, showsGroups: layers.contains { $0.groups != direct.groups })
  }
}

/// A layer that is left as it is, and why.
package struct RewriteRefusal: Hashable, Sendable {
  package let layer: LayerID
  package let path: String
  /// The kernel as people write it.
  package let kernel: String
  /// One phrase.
  package let reason: String
  /// What to do instead; nil where there is nothing.
  package let help: String?
  /// Whether a search ended at the time limit, so that more time may find something.
  package let isStopped: Bool

  package init(
    layer: LayerID, path: String, kernel: String, reason: String, help: String? = nil, isStopped: Bool = false
  ) {
    self.layer = layer
    self.path = path
    self.kernel = kernel
    self.reason = reason
    self.help = help
    self.isStopped = isStopped
  }
}
