/// In which form a convolution reads its input and writes its output: blocks with a border, or planes where that is
/// nil.
package struct MapForms: Hashable, Sendable {
  /// The border of the input.
  package var source: Border?
  /// The border of the output.
  package var result: Border?

  package init(source: Border? = nil, result: Border? = nil) {
    self.source = source
    self.result = result
  }
}
