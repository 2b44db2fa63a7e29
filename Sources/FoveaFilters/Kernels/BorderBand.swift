package import FoveaNumerics

/// What a layer of a chain reads, and whether it adds a bias.
package struct KernelOutline: Hashable, Sendable {
  /// How the filters move along each axis.
  package let windows: [AxisWindow]
  package let hasBias: Bool

  package init(windows: [AxisWindow], hasBias: Bool) {
    self.windows = windows
    self.hasBias = hasBias
  }
}

extension Kernel {
  package var outline: KernelOutline { KernelOutline(windows: windows, hasBias: bias != nil) }
}

/// Where a chain whose layers pad with zeros on their own differs from its composition.
///
/// An output differs exactly when a walk back from it reaches a position outside the map of a layer before the last,
/// and the value that the composition has there is not zero anyway: it sees an input pixel or a bias. (For all weights
/// but a set of measure zero.)
///
/// The walks are followed forwards, for all outputs at once, as sets of positions. They have few ranges, whatever the
/// size of the input.
package struct BorderBand: Sendable {
  private let axes: [AxisBand]
  /// The number of output positions.
  package let outputs: Int

  /// The band of a chain over an input of `size`.
  ///
  /// - Throws: where a window does not fit its map, or is too large for its taps to be told.
  package init(_ layers: [KernelOutline], input size: [Int]) throws(NumericsError) {
    var axes: [AxisBand] = []
    for (axis, extent) in size.enumerated() {
      axes.append(
        try AxisBand(layers.map { $0.windows[axis] }, hasBias: layers.map(\.hasBias), input: extent))
    }
    var outputs = 1
    for axis in axes {
      let (product, overflow) = outputs.multipliedReportingOverflow(by: axis.extent)
      guard !overflow else {
        throw .shape("the map \(axes.map { String($0.extent) }.joined(separator: "x")) has too many positions to count")
      }
      outputs = product
    }
    self.axes = axes
    self.outputs = outputs
  }

  /// The band of a chain of kernels.
  package init(_ layers: [Kernel], input size: [Int]) throws(NumericsError) {
    try self.init(layers.map(\.outline), input: size)
  }

  /// Whether the output at a position differs.
  package func contains(_ position: [Int]) -> Bool {
    let places = zip(axes, position)
    if places.contains(where: { !$0.biasedInside.contains($1) }) { return true }
    return places.contains { $0.leavesInSight.contains($1) } && places.allSatisfy { $0.sees.contains($1) }
  }

  /// Along each axis, the outputs on the two sides among which are all that differ where the other axes are far from
  /// their borders.
  package var widths: [AxisPadding] { axes.map(\.width) }

  /// The number of output positions that differ.
  package var affected: Int {
    func count(_ places: (AxisBand) -> Int) -> Int { axes.reduce(1) { $0 * places($1) } }
    // A position that leaves in sight sees a pixel, too.
    let seeing = count { $0.sees.clipped(to: $0.biasedInside).count }
    let inside = count {
      $0.sees.clipped(to: $0.biasedInside).count - $0.leavesInSight.clipped(to: $0.biasedInside).count
    }
    return outputs - count { $0.biasedInside.count } + seeing - inside
  }

  /// The share of output positions that differ, 0 to 1.
  package var share: Double { outputs == 0 ? 0 : Double(affected) / Double(outputs) }
}

/// What the walks back from the outputs of one axis meet on the maps between two layers.
private struct AxisBand: Sendable {
  /// The number of outputs.
  let extent: Int
  /// The outputs whose walks stay inside every map behind a bias.
  let biasedInside: Range<Int>
  /// The outputs whose walks leave a map before the first bias, at a position that sees an input pixel.
  let leavesInSight: Places
  /// The outputs that see an input pixel.
  let sees: Places

  init(_ windows: [AxisWindow], hasBias: [Bool], input: Int) throws(NumericsError) {
    guard ComposedWindow.sizes(of: windows) != nil else {
      throw .shape("the window of the chain is too large: \(ComposedWindow.limit)")
    }
    var extent = input
    var sees = Places(0..<input)
    var leaves = Places(0..<0)
    var inside: Range<Int>?
    for (layer, window) in windows.enumerated() {
      extent = try window.outputSize(extent)
      sees = sees.read(by: window)
      leaves = leaves.read(by: window)
      if let range = inside { inside = Self.reading(range, by: window, of: extent) }
      guard layer < windows.count - 1 else { break }
      if inside == nil, hasBias[layer] { inside = 0..<extent }
      if inside == nil { leaves = leaves.union(sees.outside(0..<extent)) }
    }
    self.extent = extent
    biasedInside = inside ?? 0..<extent
    leavesInSight = leaves.clipped(to: 0..<extent)
    self.sees = sees.clipped(to: 0..<extent)
  }

  /// The units of a map of `extent` that read places of a range only.
  private static func reading(_ range: Range<Int>, by window: AxisWindow, of extent: Int) -> Range<Int> {
    let first = (range.lowerBound + window.padding.before).dividedRoundingUp(by: window.stride)
    let last = (range.upperBound - window.extent + window.padding.before).dividedRoundingDown(by: window.stride)
    return range.isEmpty || last < first ? 0..<0 : (first..<last + 1).clamped(to: 0..<extent)
  }

  /// The outputs on the two sides of the map among which are all that differ.
  var width: AxisPadding {
    let middle = extent / 2
    let affected = Places(0..<extent).outside(biasedInside).union(leavesInSight)
    let before = affected.clipped(to: 0..<middle).ranges.last?.upperBound ?? 0
    let after = affected.clipped(to: middle..<extent).ranges.first?.lowerBound ?? extent
    return AxisPadding(before: before, after: extent - after)
  }
}
