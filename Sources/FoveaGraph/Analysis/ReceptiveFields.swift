/// The receptive field of every layer. A layer that sees what its input sees shares the input's entry.
public struct ReceptiveFields: Hashable, Sendable {
  private var fields: [ReceptiveField] = []
  /// The index into `fields` for each layer; where the field is not known, -1 less the index into `unknowns`.
  private var entry: [Int32] = []
  private var unknowns: [UnknownField] = []
  /// The entry of the layers that see nothing of the input, if there are any.
  private var nothing: Int32?
  /// The layers that gather the whole map on the paths of the fields.
  package private(set) var gathering = GatheringLayers()

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

  /// Why the field of a layer, or that of its paths which do not gather the whole map, is not known, and from which
  /// layer on; nil where it is.
  public func unknown(_ id: LayerID) -> UnknownField? {
    let index = entry[id.position]
    let cause = index < 0 ? -1 - index : fields[Int(index)].unknownPaths
    return cause.map { unknowns[Int($0)] }
  }

  /// The layers that gather the whole map on the paths of a field, in execution order.
  public func gatheringLayers(of field: ReceptiveField) -> [LayerID] {
    gathering.layers(field.through)
  }

  /// The last of them; nil where there is none.
  package func lastGatheringLayer(of field: ReceptiveField?) -> LayerID? {
    field.flatMap { gathering.last($0.through) }
  }

  private mutating func entry(at id: LayerID, in graph: Graph) -> Int32 {
    if graph.isInput(id) { return append(ReceptiveField(inputOfRank: graph.shape(of: id).rank)) }
    let operands = graph.operands(ofLayerAt: id.position)
    let output = graph.shapes[id.position]
    var result: Int32?
    for (position, input) in graph.layers[id.position].inputs.enumerated() {
      let view = graph.layers[id.position].operation.view(of: position, in: operands, giving: output)
      let isOfOtherRank = operands[position].rank != output.rank
      let known =
        entry(seeing: entry[input.position], by: view, at: id, in: output, isOfOtherRank: isOfOtherRank)
        ?? lost(entry[input.position], at: id, because: Self.reason(view, at: id, in: graph))
      if let earlier = result, earlier != known {
        result = union(earlier, known, at: id, in: output)
      } else {
        result = known
      }
    }
    if let result { return result }
    return nothingEntry()
  }

  private mutating func append(_ field: ReceptiveField) -> Int32 {
    fields.append(field)
    return Int32(fields.count - 1)
  }

  /// The entry of a unit that has the view `view` of a layer with the entry `input`; nil where it is not known.
  ///
  /// - Parameters:
  ///   - map: the unit's map.
  ///   - isOfOtherRank: whether it has another number of spatial axes than the layer's.
  private mutating func entry(
    seeing input: Int32, by view: View, at id: LayerID, in map: Shape, isOfOtherRank: Bool
  ) -> Int32? {
    guard input >= 0 else {
      // Whatever the map's units see, pooling over all of it sees everything that they see.
      guard case .everything = view else { return nil }
      return append(gathered(ReceptiveField(inputOfRank: 0), at: id))
    }
    if input == nothing { return input }
    // Most layers share their input's entry, and need not look at it.
    if case .pointwise = view, !isOfOtherRank { return input }
    let field = fields[Int(input)]
    switch view {
    case .pointwise:
      // A single unit may change its axes without a map of them.
      guard field.axes != nil, !field.isFlattened, map.rank > 0 || field.unitAxes != .parallel else {
        return input
      }
      return standing(field)
    case .channels:
      return field.isFlattened && field.hasOtherPaths ? append(gathered(field, at: id)) : input
    case .windows(let windows):
      guard let axes = field.axes else { return input }
      guard !field.isFlattened, let seen = Self.seen(axes, along: field.unitAxes, through: windows, map)
      else { return nil }
      var composed = field
      composed.axes = seen
      return append(composed)
    case .rearranged(let map):
      return rearranged(input, by: map)
    case .everything:
      return field.hasOtherPaths ? append(gathered(field, at: id)) : input
    case .normalized:
      guard field.hasOtherPaths else { return input }
      var normalized = field
      normalized.through = gathering.appending(id, to: field.through)
      return append(normalized)
    case .flattened:
      var flattened = field
      flattened.isFlattened = true
      return append(flattened)
    case .broadcast, .unknown:
      // However units are arranged that see everything, they see everything.
      return field.axes == nil ? input : nil
    }
  }

  /// The entry where the windows of a layer are not known.
  private mutating func lost(_ input: Int32, at id: LayerID, because reason: UnknownField.Reason) -> Int32 {
    if input < 0 { return input }
    unknowns.append(UnknownField(layer: id, reason: reason))
    return lost(fields[Int(input)], cause: Int32(unknowns.count - 1))
  }

  /// The entry of units with paths that are not known beside those of a field, which may gather the whole map.
  private mutating func lost(_ field: ReceptiveField, cause: Int32) -> Int32 {
    guard field.isGlobal else { return -1 - cause }
    var result = field
    (result.axes, result.unitAxes, result.isFlattened, result.unknownPaths) = (nil, .parallel, false, cause)
    return append(result)
  }

  private static func reason(_ view: View, at id: LayerID, in graph: Graph) -> UnknownField.Reason {
    switch view {
    case .rearranged: return .axes
    case .broadcast: return .broadcast
    case .unknown:
      if case .opaque = graph[id].operation { return .unstated }
      let inputs = graph[id].inputs.map { graph.shape(of: $0) }
      if (inputs + [graph.shape(of: id)]).contains(where: { $0.positions.value == nil }) { return .size }
      if case .reshape = graph[id].operation { return .axes }
      return .period
    case .pointwise, .channels, .windows, .everything, .normalized, .flattened: return .period
    }
  }

  /// The fields of units of `map` behind windows over a map whose own units move along `units`.
  private static func seen(
    _ axes: PerAxis<AxisField>, along units: UnitAxes, through windows: PerAxis<PeriodicWindow>, _ map: Shape
  ) -> PerAxis<AxisField>? {
    if units == .parallel, axes.count != windows.count { return nil }
    if units == .parallel, let axis = axes.uniform, let window = windows.uniform, let seen = axis.seen(through: window)
    {
      return PerAxis(repeating: seen, count: axes.count)
    }
    var result = PerAxis<AxisField>()
    for axis in axes.indices {
      guard let unit = units[axis] else {
        result.append(axes[axis])
        continue
      }
      guard unit < windows.count,
        let seen = axes[axis].seen(through: windows[unit], units: unit < map.rank ? map.spatial[unit].value : nil)
      else { return nil }
      result.append(seen)
    }
    return result
  }

  /// The entry of units whose axes are others; nil where the map of axes does not tell it.
  private mutating func rearranged(_ input: Int32, by map: AxisMap) -> Int32? {
    var field = fields[Int(input)]
    guard let axes = field.axes else { return input }
    if field.isFlattened { return nil }
    if field.unitAxes == .parallel, axes.count != map.entries.count { return nil }
    var result = PerAxis<AxisField>()
    for axis in axes.indices {
      guard let unit = field.unitAxes[axis] else {
        result.append(axes[axis])
        continue
      }
      guard unit < map.entries.count, let seen = axes[axis].seen(through: map.entries[unit]) else { return nil }
      result.append(seen.field)
      field.unitAxes[axis] = seen.axis
    }
    // A row that sees nothing, such as that of a class token, sees nothing of the other axes either.
    if result.contains(where: { $0.window.step == 0 && $0.size == 0 }) {
      if field.isGlobal { (field.axes, field.unitAxes) = (nil, .parallel) } else { return nothingEntry() }
    } else {
      field.axes = result
    }
    return append(field)
  }

  /// The entry of layers that see nothing of the input.
  private mutating func nothingEntry() -> Int32 {
    let entry = nothing ?? append(.nothing)
    nothing = entry
    return entry
  }

  /// The entry of a map's only unit, which no axis moves any more; nil where it is not known.
  private mutating func standing(_ field: ReceptiveField) -> Int32? {
    guard let axes = field.axes else { return nil }
    var result = field
    var standing = PerAxis<AxisField>()
    for axis in axes.indices {
      guard let only = axes[axis].standing else { return nil }
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
    result.unknownPaths = nil
    result.isFlattened = false
    result.through = gathering.appending(id, to: field.through)
    return result
  }

  /// The entry of a unit of a map that sees what two others see.
  private mutating func union(_ first: Int32, _ second: Int32, at id: LayerID, in map: Shape) -> Int32 {
    if first < 0 { return second < 0 ? first : lost(fields[Int(second)], cause: -1 - first) }
    if second < 0 { return lost(fields[Int(first)], cause: -1 - second) }
    let (left, right) = (fields[Int(first)], fields[Int(second)])
    var result = left.axes == nil ? right : left
    result.through = gathering.union(left.through, right.through)
    if let cause = left.unknownPaths ?? right.unknownPaths { return lost(result, cause: cause) }
    if left.axes != nil, right.axes != nil, !result.join(right, in: map) {
      unknowns.append(UnknownField(layer: id, reason: .union))
      return lost(result, cause: Int32(unknowns.count - 1))
    }
    if result == left { return first }
    return result == right ? second : append(result)
  }
}

extension ReceptiveField {
  /// Whether some path does not gather the whole map.
  fileprivate var hasOtherPaths: Bool { axes != nil || hasUnknownPaths }

  /// Takes in the windows of other units of the same map; false where the union is not known.
  fileprivate mutating func join(_ other: ReceptiveField, in map: Shape) -> Bool {
    guard let own = axes, let others = other.axes, own.count == others.count, isFlattened == other.isFlattened else {
      return false
    }
    if unitAxes == .parallel, other.unitAxes == .parallel, let axis = own.uniform, let another = others.uniform,
      let union = axis.joined(with: another)
    {
      axes = PerAxis(repeating: union, count: own.count)
      return true
    }
    var joined = PerAxis<AxisField>()
    for axis in own.indices {
      let unit = unitAxes[axis] ?? other.unitAxes[axis]
      guard unitAxes[axis] == nil || other.unitAxes[axis] == nil || unitAxes[axis] == other.unitAxes[axis] else {
        return false
      }
      let units = unit.flatMap { $0 < map.rank ? map.spatial[$0].value : nil }
      guard let union = own[axis].joined(with: others[axis], units: units) else { return false }
      unitAxes[axis] = unit
      joined.append(union)
    }
    axes = joined
    return true
  }
}
