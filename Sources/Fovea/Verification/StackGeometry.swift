package import FoveaFilters
package import FoveaNumerics

/// The window of one kernel beside that of a stack: exact integers, compared one by one.
package struct StackGeometry: Hashable, Sendable {
  /// One property of both sides along all axes.
  package struct Fact: Hashable, Sendable {
    /// What is compared.
    package enum Property: String, Hashable, Sendable, CaseIterable {
      case output
      case receptiveField = "receptive_field"
      case stride
      case padding
      case taps
    }

    package let property: Property
    package let original: String
    package let stack: String

    package var isEqual: Bool { original == stack }
  }

  package let facts: [Fact]
  /// For each axis the taps that no combination of the layers' taps reaches.
  package let holes: [[Int]]

  /// Whether everything is equal, on each axis the very taps.
  package let isSame: Bool

  /// Compares over an input of `size`.
  ///
  /// - Throws: where a window does not fit its map, or the layers of the stack do not fit each other.
  package init(of direct: Kernel, and stack: [Kernel], input size: [Int]) throws(NumericsError) {
    var windows: [ComposedWindow] = []
    for axis in direct.windows.indices {
      guard let window = ComposedWindow(stack.map { $0.windows[axis] }) else {
        throw .shape("the window of the stack is too large to be told")
      }
      windows.append(window)
    }
    holes = windows.map(\.holes)
    let composed = windows.map(\.window)
    let last = stack.last?.outputs ?? 0
    let (one, many) = (try Self.output(of: [direct], size), try Self.output(of: stack, size))
    facts = [
      Fact(
        property: .output, original: Self.text([direct.outputs] + one), stack: Self.text([last] + many)),
      Fact(
        property: .receptiveField, original: Self.text(direct.windows.map(\.extent)),
        stack: Self.text(composed.map(\.extent))),
      Fact(
        property: .stride, original: Self.text(direct.windows.map(\.stride)),
        stack: Self.text(composed.map(\.stride))),
      Fact(
        property: .padding, original: Self.text(direct.windows.map(\.padding)),
        stack: Self.text(composed.map(\.padding))),
      Fact(
        property: .taps, original: Self.text(direct.windows.map(\.kernel)),
        stack: Self.text(windows.map { $0.window.kernel - $0.holes.count })),
    ]
    isSame =
      facts.allSatisfy(\.isEqual) && zip(windows, direct.windows).allSatisfy { $0.isSame(as: $1) }
  }

  private static func output(of layers: [Kernel], _ size: [Int]) throws(NumericsError) -> [Int] {
    var size = size
    for layer in layers { size = try layer.windows.outputSizes(size) }
    return size
  }

  package static func text(_ sizes: [Int]) -> String { sizes.map(String.init).joined(separator: "x") }

  /// Rows before the map on each axis, and those after it where they differ: `3x3`, `1x1/2x2`.
  package static func text(_ padding: [AxisPadding]) -> String {
    let (before, after) = (text(padding.map(\.before)), text(padding.map(\.after)))
    return before == after ? before : "\(before)/\(after)"
  }
}
