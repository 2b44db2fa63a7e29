@testable import FoveaGraph

/// What every unit of a map sees of the input, traced unit by unit.
struct TracedMap {
  /// The layers that gather the whole map on the way.
  var through: Set<LayerID> = []
  /// The axes, without the paths that gather; nil where there are no others.
  var axes: [TracedAxis]?
  /// Whether paths were joined whose units move at different rates, so that no window repeats.
  var isAdrift = false

  /// The trace of a layer that reads other maps.
  static func trace(_ layer: Layer, _ id: LayerID, in graph: Graph, behind traces: [TracedMap]) -> TracedMap {
    let inputs = layer.inputs.map { traces[$0.position] }
    let output = graph.shape(of: id)
    var map = TracedMap(through: Set(inputs.flatMap(\.through)))
    map.isAdrift = inputs.contains(where: \.isAdrift)
    switch layer.operation {
    case .input(let input):
      map.axes = input.stated.spatial.map { TracedAxis(rows: $0.value ?? 0) }
    case .globalAvgPool, .globalMaxPool:
      map.through.insert(id)
    case .linear:
      if inputs[0].axes != nil { map.through.insert(id) }
    case .instanceNorm:
      map.axes = inputs[0].axes
      map.through.insert(id)
    case .add, .multiply, .concat:
      let joined = inputs.compactMap(\.axes)
      for axes in joined {
        map.axes = map.axes.map { zip($0, axes).map { $0.joined(with: $1) } } ?? axes
      }
      let isUnequal = joined.contains { axes in zip(axes, joined[0]).contains { !$0.hasRate(of: $1) } }
      map.isAdrift = map.isAdrift || isUnequal
    case .flatten:
      map.axes = inputs[0].axes
    default:
      let input = graph.shape(of: layer.inputs[0])
      map.axes = inputs[0].axes.map { axes in
        axes.enumerated().map { index, axis in
          let (before, after) = (input.spatial[index].value ?? 0, output.spatial[index].value ?? 0)
          return axis.seen(Taps(layer.operation, axis: index, input: before, output: after), units: after)
        }
      }
    }
    return map
  }
}

/// What the units of a map see along one axis, path by path.
struct TracedAxis {
  /// For each path through the layers, the rows that each unit sees; nil for a unit that sees a border.
  var paths: [[SeenRows?]]
  var rate = (rows: 1, units: 1)
  /// Whether some layer gives more units than it reads.
  var isUpsampled = false
  private let rows: Int

  /// The axis of the input.
  init(rows: Int) {
    self.rows = rows
    paths = [
      (0..<rows).map { row in
        var seen = SeenRows(rows: rows)
        seen.insert(row)
        return seen
      }
    ]
  }

  func seen(_ taps: Taps, units: Int) -> TracedAxis {
    var axis = self
    axis.rate = Self.lowest(rate.rows * taps.rate.rows, rate.units * taps.rate.units)
    axis.isUpsampled = isUpsampled || Self.lowest(taps.rate.rows, taps.rate.units).units > 1
    let read = (0..<units).map(taps.units)
    axis.paths = paths.map { path in
      read.map { units in
        var union = SeenRows(rows: rows)
        for unit in units {
          guard path.indices.contains(unit), let seen = path[unit] else { return nil }
          union.formUnion(seen)
        }
        return union
      }
    }
    return axis
  }

  /// A fraction in lowest terms.
  private static func lowest(_ rows: Int, _ units: Int) -> (rows: Int, units: Int) {
    var (divisor, rest) = (rows, units)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    return (rows / divisor, units / divisor)
  }

  func joined(with other: TracedAxis) -> TracedAxis {
    var axis = self
    axis.paths += other.paths
    axis.isUpsampled = isUpsampled || other.isUpsampled
    return axis
  }

  func hasRate(of other: TracedAxis) -> Bool { rate == other.rate }

  /// The units between the borders, and the rows that each of them sees over all paths.
  var interior: (first: Int, rows: [[Int]]) {
    let units = paths[0].indices
    let free = units.map { unit in paths.allSatisfy { $0[unit] != nil } }
    let middle = units.upperBound / 2
    guard free.indices.contains(middle), free[middle] else { return (0, []) }
    let first = (free[..<middle].lastIndex(of: false) ?? -1) + 1
    let end = free[middle...].firstIndex(of: false) ?? units.upperBound
    let seen = (first..<end).map { unit in
      var union = SeenRows(rows: rows)
      for path in paths { if let seen = path[unit] { union.formUnion(seen) } }
      return union.members
    }
    return (first, seen)
  }

  /// The rows from first to last along each path, for the unit between the borders where they are most.
  var sizes: [Int] {
    let (first, seen) = interior
    return paths.map { path in
      path[first..<first + seen.count].map { rows in
        let members = rows?.members ?? []
        return members.isEmpty ? 0 : members[members.count - 1] - members[0] + 1
      }.max() ?? 0
    }
  }
}
