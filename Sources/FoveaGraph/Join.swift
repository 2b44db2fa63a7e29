/// How the shapes of several branches become one.
enum Join {
  /// The shape of branches that are combined value by value: an extent of one is repeated along the axis.
  static func broadcast(_ inputs: Operands, by name: String) throws(ShapeError) -> Shape {
    try combine(inputs, by: name, channels: { broadcast($0) }, spatial: { broadcast($0) })
  }

  /// The shape of branches that are put together along the channels.
  static func concatenation(_ inputs: Operands, by name: String) throws(ShapeError) -> Shape {
    let channels = try Extent(given: inputs.all.reduce(0) { $0 + Figure($1.channels) })
    return try combine(inputs, by: name, channels: { _ in (channels, nil) }, spatial: { equal($0) })
  }

  /// What one unit of a combination sees of one branch.
  static func view(of input: Shape, giving output: Shape) -> View {
    if input.isVector { return input.channels == output.channels ? .pointwise : .channels }
    if input.isSinglePosition { return output.isSinglePosition ? .pointwise : .broadcast }
    let isRepeated = zip(input.spatial, output.spatial).contains { $0.value == 1 && $1.value != 1 }
    guard isRepeated else { return .pointwise }
    return View.windows(rank: input.rank) { axis in
      guard input.spatial[axis].value == 1 else { return .identity }
      return output.spatial[axis].value.flatMap { PeriodicWindow.nearest(input: 1, output: $0) }
    }
  }

  /// The extent on one axis, and the positions of two branches that contradict each other, if any do.
  private typealias Agreement = (extent: Extent, clash: (Int, Int)?)

  private static func combine(
    _ inputs: Operands, by name: String, channels: ([Extent]) -> Agreement, spatial: ([Extent]) -> Agreement
  ) throws(ShapeError) -> Shape {
    let (first, shapes) = (inputs.first, inputs.all)
    if let other = shapes.firstIndex(where: { $0.rank != first.rank || $0.layout != first.layout }) {
      throw .clash(name, shapes, (0, other), remains: nil)
    }
    let channels = channels(shapes.map(\.channels))
    var output = first
    output.channels = channels.extent
    var clash = channels.clash
    for axis in 0..<first.rank {
      let agreement = spatial(shapes.map { $0.spatial[axis] })
      output.spatial[axis] = agreement.extent
      clash = clash ?? agreement.clash
    }
    if let clash { throw .clash(name, shapes, clash, remains: output) }
    return output
  }

  /// All extents are the same, as far as they are known.
  private static func equal(_ extents: [Extent]) -> Agreement {
    guard let known = extents.firstIndex(where: { $0.value != nil }) else { return (.unknown, nil) }
    guard let other = extents.firstIndex(where: { $0.contradicts(extents[known]) }) else {
      return (extents[known], nil)
    }
    return (.unknown, (known, other))
  }

  /// All extents but those of one are the same. One that is not known may be one.
  private static func broadcast(_ extents: [Extent]) -> Agreement {
    guard let known = extents.firstIndex(where: { $0.value.map { $0 > 1 } == true }) else {
      return (extents.allSatisfy { $0.value == 1 } ? Extent(1) : .unknown, nil)
    }
    guard let other = extents.firstIndex(where: { $0.value != 1 && $0.contradicts(extents[known]) }) else {
      return (extents[known], nil)
    }
    return (.unknown, (known, other))
  }
}

extension ShapeError {
  fileprivate static func clash(
    _ name: String, _ shapes: [Shape], _ operands: (Int, Int), remains: Shape?
  ) -> ShapeError {
    let (first, second) = (shapes[operands.0], shapes[operands.1])
    let layouts = first.layout != second.layout && first.rank == second.rank
    return ShapeError(
      rule: "join-shape-mismatch",
      "`\(name)` cannot join \(first) and \(second)"
        + (layouts ? ", one with its channels first and one with its channels last" : ""),
      label: "\(first) and \(second)", operands: [operands.0, operands.1], remains: remains)
  }
}
