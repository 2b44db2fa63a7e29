import Testing

@testable import FoveaGraph

@Suite struct ReceptiveFieldPropertyTests {
  private struct Batch: CustomTestStringConvertible {
    let rank: Int
    let seeds: ClosedRange<Int>
    let isBranching: Bool

    var testDescription: String { "rank \(rank), \(isBranching ? "graphs" : "chains") \(seeds)" }
  }

  private static let batches = [
    Batch(rank: 1, seeds: 1...80, isBranching: false),
    Batch(rank: 1, seeds: 1_001...1_100, isBranching: true),
    Batch(rank: 2, seeds: 2_001...2_040, isBranching: false),
    Batch(rank: 2, seeds: 3_001...3_070, isBranching: true),
    Batch(rank: 3, seeds: 4_001...4_020, isBranching: false),
    Batch(rank: 3, seeds: 5_001...5_030, isBranching: true),
  ]

  @Test(arguments: batches)
  private func `a random network has the fields that are traced unit by unit`(batch: Batch) {
    var tally = Tally()
    for seed in batch.seeds {
      let network = RandomNetwork(seed: seed, rank: batch.rank, isBranching: batch.isBranching)
      let graph = network.builder.finish()
      let mismatch = tally.firstMismatch(in: AnalyzedGraph(graph), with: network.traces)
      #expect(mismatch == nil, "seed \(seed): \(graph.story)")
    }
    #expect(tally.axes > 3 * batch.seeds.count * batch.rank)
    let operators: Set = [
      "conv", "conv_transpose", "max_pool", "avg_pool", "adaptive_avg_pool", "upsample", "pad", "crop", "flatten",
      "linear", "instance_norm", "relu",
    ]
    #expect(tally.operators.isSuperset(of: operators))
    #expect(tally.resolved * 20 > (tally.axes - tally.adrift) * 19)
    #expect(tally.phased * 20 > tally.axes)
    if batch.isBranching {
      #expect(tally.operators.isSuperset(of: ["add", "multiply", "concat", "global_avg_pool", "global_max_pool"]))
      #expect(tally.global * 10 > tally.layers && tally.joined * 10 > tally.axes)
    }
  }
}

/// What was compared.
private struct Tally {
  var layers = 0
  var operators: Set<String> = []
  /// Layers that see the whole map through some path.
  var global = 0
  var axes = 0
  /// Axes with more than one path.
  var joined = 0
  /// Axes whose windows depend on the unit.
  var phased = 0
  /// Axes with paths whose units move at different rates.
  var adrift = 0
  /// Axes with so many units between the borders that the period is certain.
  var resolved = 0

  mutating func firstMismatch(in analysis: AnalyzedGraph, with traces: [TracedMap]) -> String? {
    for (id, trace) in zip(analysis.graph.ids, traces) {
      operators.insert(type(of: analysis.graph[id].operation.base).name)
      if let difference = difference(of: id, in: analysis.receptiveFields, from: trace) {
        return "\(analysis.graph[id].name): \(difference)"
      }
    }
    return nil
  }

  private mutating func difference(of id: LayerID, in fields: ReceptiveFields, from trace: TracedMap) -> String? {
    layers += 1
    guard let field = fields[id] else { return "not known" }
    if field.isGlobal != !trace.through.isEmpty { return "global: \(field.isGlobal)" }
    if fields.gatheringLayers(of: field) != trace.through.sorted() { return "through" }
    global += field.isGlobal ? 1 : 0
    guard let axes = field.axes, let traced = trace.axes else {
      return field.axes == nil && trace.axes == nil ? nil : "axes"
    }
    if axes.count != traced.count { return "rank" }
    for (index, (axis, reference)) in zip(axes, traced).enumerated() {
      if let difference = difference(of: axis, from: reference, isAdrift: trace.isAdrift) {
        return "axis \(index): \(difference)"
      }
    }
    return nil
  }

  private mutating func difference(of field: AxisField, from axis: TracedAxis, isAdrift: Bool) -> String? {
    axes += 1
    joined += axis.paths.count > 1 ? 1 : 0
    phased += field.phases == nil ? 0 : 1
    let (first, seen) = axis.interior
    for (offset, rows) in seen.enumerated() {
      guard let found = field.window.rows(ofUnit: first + offset) else { return "unit \(first + offset) not known" }
      if found.count != rows.count || found.first != rows.first || found.last != rows.last
        || !rows.allSatisfy(found.contains)
      {
        return "unit \(first + offset) sees \(found), not \(rows)"
      }
    }
    // Windows that drift apart repeat nowhere within the map.
    if isAdrift {
      adrift += 1
      return nil
    }
    guard let (period, step) = Self.period(of: seen) else { return nil }
    resolved += 1
    return figures(of: field, differFrom: axis, first: first, seen: seen, period: period, step: step)
  }

  private func figures(
    of field: AxisField, differFrom axis: TracedAxis, first: Int, seen: [[Int]], period: Int, step: Int
  ) -> String? {
    let sizes = seen.map { rows in rows.isEmpty ? 0 : rows[rows.count - 1] - rows[0] + 1 }
    if field.size != sizes.max() { return "size \(field.size), not \(sizes.max() ?? 0)" }
    // Unit 0 lies at the border; the first one of its phase inside the map sees as many rows.
    let distinct = seen.dropFirst((period - first % period) % period).first?.count
    if field.distinct != distinct { return "distinct \(field.distinct ?? -1), not \(distinct ?? 0)" }
    if field.stride != (period == 1 ? step : nil) { return "stride \(field.stride ?? -1), not \(step) by \(period)" }
    let padding = period == 1 ? seen[0].first.map { step * first - $0 } : nil
    if field.padding != padding { return "padding \(field.padding ?? -1), not \(padding ?? -1)" }
    if let phases = field.phases {
      if (phases.period, phases.step) != (period, step) { return "phases \(phases), not \(step) by \(period)" }
      for (offset, rows) in seen.enumerated() {
        let (turn, phase) = ((first + offset) / period, (first + offset) % period)
        let extent = phases.extents[phase]
        if extent?.lowerBound != rows.first.map({ $0 - step * turn }) { return "first row of phase \(phase)" }
        if extent?.upperBound != rows.last.map({ $0 - step * turn }) { return "last row of phase \(phase)" }
      }
    } else if period != 1 {
      return "no phases, not \(step) by \(period)"
    }
    // Where upsampling makes sizes depend on the unit, the narrowest path of a join can lose behind it.
    let paths = axis.sizes
    let smallest = paths.min() ?? 0
    if axis.isUpsampled ? !paths.contains(field.smallest) : field.smallest != smallest {
      return "smallest \(field.smallest), of \(paths)"
    }
    return nil
  }

  /// The fewest units after which what is seen repeats, a number of rows further; nil if too few units tell.
  private static func period(of seen: [[Int]]) -> (units: Int, rows: Int)? {
    for period in 1..<max(seen.count / 2, 1) {
      let pairs = zip(seen, seen.dropFirst(period))
      let shift = pairs.lazy.compactMap { rows, later in rows.first.flatMap { row in later.first.map { $0 - row } } }
      guard let rows = shift.first(where: { _ in true }) else { continue }
      if pairs.allSatisfy({ $0.map { $0 + rows } == $1 }) { return (period, rows) }
    }
    return nil
  }
}

extension Graph {
  /// The layers with their attributes, in order.
  fileprivate var story: Comment {
    Comment(
      rawValue: layers.map { layer in
        "\(layer.name)(\(layer.inputs.map(\.index))) \(type(of: layer.operation.base).name) \(layer.operation)"
      }.joined(separator: "\n"))
  }
}
