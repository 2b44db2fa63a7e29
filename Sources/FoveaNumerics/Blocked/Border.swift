/// Zeros around an image.
package struct Border: Hashable, Sendable {
  /// Before the first element of each axis.
  let before: SpatialSize
  /// After the last one.
  let after: SpatialSize

  /// No zeros at all.
  package static let tight = Border(before: SpatialSize([], fill: 0), after: SpatialSize([], fill: 0))

  init(before: SpatialSize, after: SpatialSize) {
    self.before = before
    self.after = after
  }

  /// What windows read outside of an image to give outputs of some extent.
  init(_ windows: Windows, input: SpatialSize, output: SpatialSize) {
    func after(_ window: AxisWindow, _ input: Int, _ output: Int) -> Int {
      max(0, (output - 1) * window.stride + window.extent - window.padding.before - input)
    }
    before = SpatialSize([windows.depth, windows.height, windows.width].map(\.padding.before))
    self.after = SpatialSize([
      after(windows.depth, input.depth, output.depth), after(windows.height, input.height, output.height),
      after(windows.width, input.width, output.width),
    ])
  }

  /// As many zeros as the wider one of two borders has on each side.
  package func union(_ other: Border) -> Border {
    func wider(_ one: SpatialSize, _ other: SpatialSize) -> SpatialSize {
      SpatialSize([max(one.depth, other.depth), max(one.height, other.height), max(one.width, other.width)])
    }
    return Border(before: wider(before, other.before), after: wider(after, other.after))
  }
}
