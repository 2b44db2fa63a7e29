package import FoveaFilters

/// Which layers are rewritten, and as what.
package struct RewriteOptions: Sendable {
  /// The form; `stack` unless given.
  package var form: RewriteForm?
  /// The channels between the layers: one number for all maps, or one for each; as many as the layer gives where empty.
  package var widths: [Int] = []
  /// What stands between the layers.
  package var between = Between.nothing
  /// Where the padding goes; in front unless an activation makes it another function anyway.
  package var padding: RewritePadding?
  /// The layers by their paths: `*` and `?` stay within a name, `**` does not; a name alone is looked for at any depth,
  /// and stands for all below it.
  package var layers: [String] = []
  /// The layers by their kernels, such as `[7]` for 7x7 or `[1, 7]`.
  package var kernels: [[Int]] = []
  /// The share of a layer's multiply-accumulates and parameters that the best approximation may have; nil where the
  /// form and the widths are given instead.
  package var budget: Double?
  /// The seed of random first layers and of searches.
  package var seed: UInt64 = 0
  /// The type in which the weights of the stacks are written.
  package var precision = StoredPrecision.float64
  /// Whether the factors of a separable or bottleneck form stand the other way round.
  var reversesFactors = false

  package init() {}

  /// Whether layers are chosen; otherwise those are rewritten where it pays.
  package var choosesLayers: Bool { !layers.isEmpty || !kernels.isEmpty }
}
