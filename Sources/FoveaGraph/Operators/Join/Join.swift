/// How the shapes of several branches become one.
enum Join {
  /// The shape of branches that are combined value by value: an extent of one is repeated along the axis.
  static func broadcast(_ inputs: Operands, by name: String) throws(ShapeError) -> Shape {
    try combine(inputs, by: name) { _, extents in broadcast(extents) }
  }

  /// The shape of branches that lie one after another along an axis.
  static func concatenation(
    _ inputs: Operands, along role: AxisRole, by name: String
  ) throws(ShapeError) -> Shape {
    guard let axis = inputs.first.axis(of: role) else { throw .noAxis(role, of: inputs.first, name) }
    if let clash = differingAxes(inputs) { throw .clash(name, inputs.all, clash, remains: nil) }
    let sum = try Extent(given: inputs.all.reduce(0) { $0 + Figure($1.extent(axis)) })
    return try combine(inputs, by: name) { $0 == axis ? (sum, nil) : equal($1) }
  }

  /// What one unit of a concatenation along a spatial axis sees of one branch: its own unit, if it has one there.
  ///
  /// The period is the whole output, so that the windows of units beyond its border lie beyond that of the branch.
  static func view(ofPart part: Int, of inputs: Operands, along role: AxisRole) -> View {
    let extents = inputs.all.map { shape in shape.axis(of: role).flatMap { shape.extent($0).value } }
    let before = extents[..<part].reduce(Figure(0)) { $0 + ($1.map { Figure($0) } ?? .unknown) }
    let units = extents[part...].reduce(before) { $0 + ($1.map { Figure($0) } ?? .unknown) }
    guard let start = before.value, let units = units.value, let count = extents[part] else { return .unknown }
    let axis = inputs[part].axis(of: role)
    return View.windows(rank: inputs[part].rank) {
      $0 + 1 == axis ? PeriodicWindow.part(count, from: start, of: units) : .identity
    }
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

  /// Combines the extents of each axis: 0 for the channels, then the spatial axes.
  private static func combine(
    _ inputs: Operands, by name: String, _ agree: (_ axis: Int, [Extent]) -> Agreement
  ) throws(ShapeError) -> Shape {
    let (first, shapes) = (inputs.first, inputs.all)
    if let clash = differingAxes(inputs) { throw .clash(name, shapes, clash, remains: nil) }
    let channels = agree(0, shapes.map(\.channels))
    var output = first
    output.channels = channels.extent
    var clash = channels.clash.map { (axis: 0, operands: $0) }
    for axis in 0..<first.rank {
      let agreement = agree(axis + 1, shapes.map { $0.spatial[axis] })
      output.spatial[axis] = agreement.extent
      clash = clash ?? agreement.clash.map { (axis + 1, $0) }
    }
    if let clash { throw .clash(name, shapes, clash.operands, axis: clash.axis, remains: output) }
    return output
  }

  /// The first two branches that have not the same axes in the same order.
  private static func differingAxes(_ inputs: Operands) -> (Int, Int)? {
    let first = inputs.first
    return inputs.all.firstIndex { $0.rank != first.rank || $0.layout != first.layout }.map { (0, $0) }
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
  fileprivate static func noAxis(_ role: AxisRole, of shape: Shape, _ name: String) -> ShapeError {
    let names = (0...shape.rank).map { "`\(shape.name(ofAxis: $0))`" }
    return ShapeError(
      rule: "wrong-rank", "`\(name)` cannot join along the \(role.name) of \(shape), which has none",
      attribute: "axis", help: (names.count == 1 ? "its axis is " : "its axes are ") + names.joined(separator: ", "))
  }

  fileprivate static func clash(
    _ name: String, _ shapes: [Shape], _ operands: (Int, Int), axis: Int? = nil, remains: Shape?
  ) -> ShapeError {
    let (first, second) = (shapes[operands.0], shapes[operands.1])
    let layouts = first.layout != second.layout && first.rank == second.rank
    var error = ShapeError(
      rule: "join-shape-mismatch",
      "`\(name)` cannot join \(first) and \(second)"
        + (layouts ? ", one with its channels first and one with its channels last" : ""),
      operands: [operands.0, operands.1], axis: axis, remains: remains)
    if let axis {
      error.label = "\(first.name(ofAxis: axis)) \(first.extent(axis)) against \(second.extent(axis))"
      error.help = help(name, first, second, axis: axis)
    }
    return error
  }

  /// What usually lies behind two extents that differ.
  private static func help(_ name: String, _ first: Shape, _ second: Shape, axis: Int) -> String? {
    guard let one = first.extent(axis).value, let other = second.extent(axis).value else { return nil }
    let strides = Set((0..<first.rank).map { ratio(first.extent($0 + 1), second.extent($0 + 1)) })
    let stride = strides.count == 1 ? strides.first ?? nil : nil
    if axis == 0 {
      if name == Multiply.name { return "both need the same number of channels, or one of them a single one" }
      guard let stride, stride.factor > 1, !first.isSinglePosition, !second.isSinglePosition else {
        return "both need the same number of channels"
      }
      let (wide, narrow) = stride.isFirstLarger ? (first, second) : (second, first)
      return "`conv: {out: \(narrow.channels), kernel: 1, stride: \(stride.factor)}` makes \(narrow) of \(wide)"
    }
    if let stride, stride.factor > 1 {
      return "\(max(one, other)) is \(stride.factor) · \(min(one, other)): "
        + "a stride, a pooling or an upsampling is on one branch and not on the other"
    }
    return nil
  }

  /// How many times larger one extent is than the other; nil if none is a multiple of the other.
  private static func ratio(_ first: Extent, _ second: Extent) -> Ratio? {
    guard let first = first.value, let second = second.value,
      max(first, second).isMultiple(of: min(first, second))
    else { return nil }
    return Ratio(factor: max(first, second) / min(first, second), isFirstLarger: first > second)
  }

  private struct Ratio: Hashable {
    let factor: Int
    let isFirstLarger: Bool
  }
}
