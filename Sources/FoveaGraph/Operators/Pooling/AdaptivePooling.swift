import FoveaText

/// Pooling to a size that is stated: what the adaptive and the global pooling layers have in common.
///
/// On one axis unit `o` of `O` reads the rows `⌊o·I/O⌋ ..< ⌈(o + 1)·I/O⌉` of `I`.
struct AdaptivePooling {
  /// The extents of the output.
  let size: AxisValues

  /// Pooling to a single unit.
  static let global = AdaptivePooling(size: 1)

  func shape(of inputs: Operands, by name: String) throws(ShapeError) -> Shape {
    let map = try inputs.map(name)
    try map.check(size, is: "size")
    return map.with(spatial: Extents((0..<map.rank).lazy.map { Extent(size[$0]) }))
  }

  func view(of input: Shape, giving output: Shape) -> View {
    if output.isSinglePosition { return .whole(.everything, of: input) }
    return View.windows(rank: input.rank) { axis in
      input.spatial[axis].value.flatMap { PeriodicWindow.adaptive(input: $0, output: size[axis]) }
    }
  }

  /// The values in all windows together.
  ///
  /// On one axis they are `I + O − gcd(I, O)`: neighbouring windows share a row unless their border falls on a whole
  /// one.
  func reads(of input: Shape) -> Figure {
    (0..<input.rank).reduce(Figure(input.channels)) { product, axis in
      let rows = input.spatial[axis].value.map { extent in
        Figure(extent) + Figure(size[axis] - greatestCommonDivisor(extent, size[axis]))
      }
      return product * (rows ?? .unknown)
    }
  }

  /// The cost of averaging: an addition for each value of a window but its first, and a division.
  func averaging(_ input: Shape) -> Cost {
    var cost = Cost()
    cost.operations = reads(of: input)
    return cost
  }

  /// The cost of taking the maximum: a comparison for each value of a window but its first.
  func maximum(_ input: Shape, giving output: Shape) -> Cost {
    var cost = Cost()
    cost.operations = reads(of: input) - output.elements
    cost.saved = .inputs
    return cost
  }
}
