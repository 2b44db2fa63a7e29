/// The receptive field of every layer. A layer that sees what its input sees shares the input's entry.
public struct ReceptiveFields: Hashable, Sendable {
  private var fields: [ReceptiveField] = []
  /// The index into `fields` for each layer; negative where the field is not known.
  private var entry: [Int32] = []
  private var gathering = GatheringLayers()

  /// Computes the fields along the graph, in one pass.
  init(_ graph: Graph) {
    entry.reserveCapacity(graph.layers.count)
    fields.reserveCapacity(graph.layers.count / 2)
    for index in graph.layers.indices {
      entry.append(entry(at: LayerID(index), in: graph))
    }
  }

  /// The field of a layer, or nil when it is not known.
  public subscript(id: LayerID) -> ReceptiveField? {
    let index = entry[id.position]
    return index < 0 ? nil : fields[Int(index)]
  }

  /// The layers that gather the whole map on the paths of a field, in execution order.
  public func gatheringLayers(of field: ReceptiveField) -> [LayerID] {
    gathering.layers(field.through)
  }

  private mutating func entry(at id: LayerID, in graph: Graph) -> Int32 {
    if graph.isInput(id) { return append(ReceptiveField(inputOfRank: graph.shape(of: id).rank)) }
    let operands = graph.operands(ofLayerAt: id.position)
    let output = graph.shapes[id.position]
    var result: Int32?
    for (position, input) in graph.layers[id.position].inputs.enumerated() {
      let view = graph.layers[id.position].operation.view(of: position, in: operands, giving: output)
      let otherRank = operands[position].rank == output.rank ? nil : output.rank
      let seen = entry(seeing: entry[input.position], by: view, at: id, otherRank: otherRank)
      if let earlier = result, earlier != seen {
        result = union(earlier, seen, in: output)
      } else {
        result = seen
      }
    }
    return result ?? -1
  }

  private mutating func append(_ field: ReceptiveField) -> Int32 {
    fields.append(field)
    return Int32(fields.count - 1)
  }

  /// The entry of a unit that has the view `view` of a layer with the entry `input`.
  ///
  /// - Parameter otherRank: the number of spatial axes of the unit's map, where the layer's has another.
  private mutating func entry(seeing input: Int32, by view: View, at id: LayerID, otherRank: Int?) -> Int32 {
    guard input >= 0 else {
      // Whatever the map's units see, pooling over all of it sees everything that they see.
      guard case .everything = view else { return -1 }
      return append(gathered(ReceptiveField(inputOfRank: 0), at: id))
    }
    let field = fields[Int(input)]
    switch view {
    case .pointwise:
      // A single unit may change its axes without a map of them.
      guard let otherRank, !field.isFlattened, otherRank > 0 || field.unitAxes != .parallel else { return input }
      return standing(field)
    case .channels:
      return field.isFlattened && field.axes != nil ? append(gathered(field, at: id)) : input
    case .windows(let windows):
      guard let axes = field.axes else { return input }
      guard !field.isFlattened, let seen = Self.seen(axes, along: field.unitAxes, through: windows) else { return -1 }
      var composed = field
      composed.axes = seen
      return append(composed)
    case .rearranged(let map):
      return rearranged(input, by: map)
    case .everything:
      return field.axes == nil ? input : append(gathered(field, at: id))
    case .normalized:
      guard field.axes != nil else { return input }
      var normalized = field
      normalized.through = gathering.appending(id, to: field.through)
      return append(normalized)
    case .flattened:
      var flattened = field
      flattened.isFlattened = true
      return append(flattened)
    case .broadcast:
      return field.axes == nil ? input : -1
    case .unknown:
      return -1
    }
  }

  /// The fields of units behind windows over a map whose own units move along `units`.
  private static func seen(
    _ axes: PerAxis<AxisField>, along units: UnitAxes, through windows: PerAxis<PeriodicWindow>
  ) -> PerAxis<AxisField>? {
    guard units == .parallel else { return seen(axes, movingAlong: units, through: windows) }
    guard axes.count == windows.count else { return nil }
    if let axis = axes.uniform, let window = windows.uniform {
      return axis.seen(through: window).map { PerAxis(repeating: $0, count: axes.count) }
    }
    var result = PerAxis<AxisField>()
    for axis in axes.indices {
      guard let seen = axes[axis].seen(through: windows[axis]) else { return nil }
      result.append(seen)
    }
    return result
  }

  private static func seen(
    _ axes: PerAxis<AxisField>, movingAlong units: UnitAxes, through windows: PerAxis<PeriodicWindow>
  ) -> PerAxis<AxisField>? {
    var result = PerAxis<AxisField>()
    for axis in axes.indices {
      guard let unit = units[axis] else {
        result.append(axes[axis])
        continue
      }
      guard unit < windows.count, let seen = axes[axis].seen(through: windows[unit]) else { return nil }
      result.append(seen)
    }
    return result
  }

  /// The entry of units whose axes are others; negative where the map of axes does not tell it.
  private mutating func rearranged(_ input: Int32, by map: AxisMap) -> Int32 {
    var field = fields[Int(input)]
    guard let axes = field.axes else { return input }
    if field.isFlattened { return -1 }
    if field.unitAxes == .parallel, axes.count != map.entries.count { return -1 }
    var result = PerAxis<AxisField>()
    for axis in axes.indices {
      guard let unit = field.unitAxes[axis] else {
        result.append(axes[axis])
        continue
      }
      guard unit < map.entries.count, let seen = axes[axis].seen(through: map.entries[unit]) else { return -1 }
      result.append(seen.field)
      field.unitAxes[axis] = seen.axis
    }
    field.axes = result
    return append(field)
  }

  /// The entry of a map's only unit, which no axis moves any more; negative where it is not known.
  private mutating func standing(_ field: ReceptiveField) -> Int32 {
    guard let axes = field.axes else { return append(field) }
    var result = field
    var standing = PerAxis<AxisField>()
    for axis in axes.indices {
      guard let only = axes[axis].standing else { return -1 }
      standing.append(only)
      result.unitAxes[axis] = nil
    }
    result.axes = standing
    return append(result)
  }

  private mutating func gathered(_ field: ReceptiveField, at id: LayerID) -> ReceptiveField {
    var result = field
    result.axes = nil
    result.unitAxes = .parallel
    result.isFlattened = false
    result.through = gathering.appending(id, to: field.through)
    return result
  }

  /// The entry of a unit of a map that sees what two others see.
  private mutating func union(_ first: Int32, _ second: Int32, in map: Shape) -> Int32 {
    guard first >= 0, second >= 0 else { return -1 }
    let (left, right) = (fields[Int(first)], fields[Int(second)])
    var result = left
    result.through = gathering.union(left.through, right.through)
    if let leftAxes = left.axes, let rightAxes = right.axes {
      guard leftAxes.count == rightAxes.count, left.isFlattened == right.isFlattened else { return -1 }
      var axes = PerAxis<AxisField>()
      for axis in leftAxes.indices {
        let (leftUnit, rightUnit) = (left.unitAxes[axis], right.unitAxes[axis])
        let unit = leftUnit ?? rightUnit
        guard leftUnit == rightUnit || leftUnit == nil || rightUnit == nil else { return -1 }
        let units = unit.flatMap { $0 < map.rank ? map.spatial[$0].value : nil }
        result.unitAxes[axis] = unit
        guard let joined = leftAxes[axis].joined(with: rightAxes[axis], units: units) else { return -1 }
        axes.append(joined)
      }
      result.axes = axes
    } else {
      let local = left.axes == nil ? right : left
      (result.axes, result.unitAxes, result.isFlattened) = (local.axes, local.unitAxes, local.isFlattened)
    }
    if result == left { return first }
    return result == right ? second : append(result)
  }
}
