/// Zeros around an image.
package struct Border: Hashable, Sendable {
  /// Before the first element of each axis.
  let before: Extent
  /// After the last one.
  let after: Extent

  /// No zeros at all.
  package static let tight = Border(before: Extent([], fill: 0), after: Extent([], fill: 0))

  init(before: Extent, after: Extent) {
    self.before = before
    self.after = after
  }

  /// What windows read outside of an image to give outputs of some extent.
  init(_ windows: Windows, input: Extent, output: Extent) {
    func after(_ window: AxisWindow, _ input: Int, _ output: Int) -> Int {
      max(0, (output - 1) * window.stride + window.extent - window.padding.before - input)
    }
    before = Extent([windows.depth, windows.height, windows.width].map(\.padding.before))
    self.after = Extent([
      after(windows.depth, input.depth, output.depth), after(windows.height, input.height, output.height),
      after(windows.width, input.width, output.width),
    ])
  }

  /// As many zeros as the wider one of two borders has on each side.
  package func union(_ other: Border) -> Border {
    func wider(_ one: Extent, _ other: Extent) -> Extent {
      Extent([max(one.depth, other.depth), max(one.height, other.height), max(one.width, other.width)])
    }
    return Border(before: wider(before, other.before), after: wider(after, other.after))
  }
}
