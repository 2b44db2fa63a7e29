package import FoveaGraph

/// What a rule found at one layer.
package struct Finding: Hashable, Sendable {
  /// The layer that it is about; nil where it is about the whole network.
  package var layer: LayerID?
  /// What is wrong.
  package var diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic, layer: LayerID? = nil) {
    self.layer = layer
    self.diagnostic = diagnostic
  }
}
