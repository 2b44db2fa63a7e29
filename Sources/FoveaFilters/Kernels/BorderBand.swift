package import FoveaNumerics

/// Where a chain whose layers pad with zeros on their own differs from its composition.
///
/// An output differs exactly when a walk back from it reaches a position outside the map of a layer before the last,
/// and the value that the composition has there is not zero anyway: it sees an input pixel or a bias. (For all weights
/// but a set of measure zero.)
package struct BorderBand: Sendable {
  /// For each axis, what the walk from each output meets.
  private let walks: [[Walk]]
  /// For each layer before the last: whether it or one before it has a bias.
  private let biased: [Bool]

  /// The band of a chain over an input of `size`.
  package init(_ layers: [Kernel], input size: [Int]) throws(NumericsError) {
    var biased: [Bool] = []
    for layer in layers.dropLast() { biased.append(layer.bias != nil || biased.last == true) }
    self.biased = biased
    var walks: [[Walk]] = []
    for (axis, extent) in size.enumerated() {
      let windows = layers.map { $0.windows[axis] }
      var extents = [extent]
      for window in windows { extents.append(try window.outputSize(extents[extents.count - 1])) }
      walks.append((0..<(extents.last ?? 0)).map { Walk(from: $0, windows: windows, extents: extents) })
    }
    self.walks = walks
  }

  /// Whether the output at a position differs.
  package func contains(_ position: [Int]) -> Bool {
    let walks = zip(walks, position).map { $0[$1] }
    return biased.indices.contains { layer in
      walks.indices.contains { axis in
        biased[layer]
          ? walks[axis].leaves[layer]
          : walks[axis].leavesInSight[layer]
            && walks.indices.allSatisfy { $0 == axis || walks[$0].sees[layer] }
      }
    }
  }

  /// Along each axis, the outputs on the two sides among which are all that differ where the other axes are far from
  /// their borders.
  package var widths: [AxisPadding] {
    walks.map { walks in
      let affected = walks.map { walk in
        biased.indices.contains { biased[$0] ? walk.leaves[$0] : walk.leavesInSight[$0] }
      }
      let middle = affected.count / 2
      let before = (affected[..<middle].lastIndex(of: true) ?? -1) + 1
      let after = affected.count - (affected[middle...].firstIndex(of: true) ?? affected.count)
      return AxisPadding(before: before, after: after)
    }
  }

  /// The number of output positions.
  package var outputs: Int { walks.reduce(1) { $0 * $1.count } }

  /// The number of output positions that differ.
  package var affected: Int {
    let kinds = walks.map { walks in Dictionary(grouping: walks.indices) { walks[$0] }.values.map { $0 } }
    var count = 0
    for choice in gridPositions(kinds.map(\.count)) {
      let members = zip(kinds, choice).map { $0[$1] }
      if contains(members.map { $0[0] }) { count += members.reduce(1) { $0 * $1.count } }
    }
    return count
  }

  /// The share of output positions that differ, 0 to 1.
  package var share: Double { outputs == 0 ? 0 : Double(affected) / Double(outputs) }
}

/// What a walk back from one output along one axis meets on each map between two layers.
private struct Walk: Hashable, Sendable {
  /// A position outside the map.
  private(set) var leaves: [Bool]
  /// A position outside the map that sees an input pixel.
  private(set) var leavesInSight: [Bool]
  /// A position that sees an input pixel.
  private(set) var sees: [Bool]

  init(from output: Int, windows: [AxisWindow], extents: [Int]) {
    leaves = []
    leavesInSight = []
    sees = []
    var places: Set<Int> = [output]
    for layer in windows.indices.dropFirst().reversed() {
      places = Self.read(places, by: windows[layer])
      let outside = places.filter { $0 < 0 || $0 >= extents[layer] }
      let before = windows[..<layer]
      leaves.append(!outside.isEmpty)
      leavesInSight.append(Self.seePixel(outside, before, extents[0]))
      sees.append(Self.seePixel(places, before, extents[0]))
    }
    leaves.reverse()
    leavesInSight.reverse()
    sees.reverse()
  }

  private static func seePixel(_ places: Set<Int>, _ windows: ArraySlice<AxisWindow>, _ extent: Int) -> Bool {
    windows.reversed().reduce(places) { read($0, by: $1) }.contains { $0 >= 0 && $0 < extent }
  }

  private static func read(_ places: Set<Int>, by window: AxisWindow) -> Set<Int> {
    Set(
      places.flatMap { place in
        (0..<window.kernel).map { place * window.stride + $0 * window.dilation - window.padding.before }
      })
  }
}
