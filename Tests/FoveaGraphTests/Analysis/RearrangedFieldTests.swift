import Testing

@testable import FoveaGraph

@Suite struct RearrangedFieldTests {
  @Test func `a random network that exchanges, merges and divides axes has the fields that sets of rows give`() {
    var (known, all, rearranged) = (0, 0, 0)
    for seed in 1...200 {
      let network = RearrangingNetwork(seed: seed)
      let graph = network.builder.finish()
      let fields = AnalyzedGraph(graph).receptiveFields
      for (id, map) in zip(graph.ids, network.maps) {
        all += 1
        #expect(graph.shape(of: id).spatial.map { $0.value ?? 0 } == map.extents)
        guard let field = fields[id] else { continue }
        known += 1
        rearranged += field.unitAxes == .parallel ? 0 : 1
        let mismatch = Self.mismatch(field, map)
        #expect(mismatch == nil, "seed \(seed), layer \(id.index) of \(graph.layers.map(\.operation)) \(graph.shapes)")
      }
    }
    #expect(known * 2 > all && rearranged * 10 > all)
  }

  /// The first unit whose windows are not the rows that it sees.
  private static func mismatch(_ field: ReceptiveField, _ map: ProjectedMap) -> String? {
    guard let axes = field.axes, axes.count == map.units[0].count else { return "axes" }
    for (place, seen) in zip(ProjectedMap.places(map.extents), map.units) {
      for (axis, rows) in seen.enumerated() {
        guard field.unitAxes[axis].map({ $0 < place.count }) != false else { return "no axis" }
        let unit = field.unitAxes[axis].map { place[$0] } ?? 0
        guard let window = axes[axis].window.rows(ofUnit: unit) else { return "no rows" }
        let isExact = window.count == rows.count && rows.allSatisfy(window.contains)
        let isHull = window.first == rows.min() && window.last == rows.max()
        if !(axes[axis].window.isEnvelope ? isHull : isExact) { return "unit \(place), axis \(axis)" }
      }
    }
    return nil
  }

  private func conv(_ kernel: [Int], padding: Padding = .valid) -> Operation {
    var conv = Conv()
    (conv.out, conv.window.kernel, conv.window.padding) = (4, AxisValues(kernel) ?? 1, padding)
    return .conv(conv)
  }

  private func reshape(_ extents: Int...) -> Operation {
    var reshape = Reshape()
    reshape.shape = .extents(extents.map { Extent($0) })
    return .reshape(reshape)
  }

  private func permute(_ order: Int...) -> Operation {
    var permute = Permute()
    permute.order = order
    return .permute(permute)
  }

  /// The fields of a chain of layers, with that of the input.
  private func fields(_ input: Shape, _ operations: Operation...) -> [ReceptiveField?] {
    var builder = GraphBuilder(name: "chain")
    var last = builder.addInput("input", shape: input)
    for operation in operations {
      let added = builder.add(Layer(operation, inputs: [last], name: "layer"))
      #expect(added.error == nil)
      last = added.id
    }
    let analysis = AnalyzedGraph(builder.finish())
    return analysis.graph.ids.map { analysis.receptiveFields[$0] }
  }

  @Test func `tokens in row-major order keep rows and columns apart, and give them back`() throws {
    let all = fields("4x6x8", conv([3, 3], padding: .half), reshape(4, 48), reshape(4, 6, 8))
    let tokens = try #require(all[2])
    #expect(tokens.unitAxes[0] == 0 && tokens.unitAxes[1] == 0 && tokens.parallelAxes == nil)
    let windows = try #require(tokens.axes).map(\.window)
    // Token 21 is column 5 of row 2.
    #expect(windows[0].rows(ofUnit: 21) == RowSet(first: 1, last: 3))
    #expect(windows[1].rows(ofUnit: 21) == RowSet(first: 4, last: 6))
    #expect(all[3] == all[1] && all[3] != nil)
  }

  @Test func `exchanged axes have the windows of each other`() throws {
    let all = fields("4x9x8", permute(0, 2, 1), conv([3, 1]), permute(0, 2, 1))
    let turned = try #require(all[2])
    #expect(turned.axes?.map(\.size) == [1, 3] && turned.unitAxes[0] == 1 && turned.unitAxes[1] == 0)
    #expect(all[3]?.parallelAxes?.map(\.size) == [1, 3])
  }

  @Test func `an axis of extent one is left out and added`() throws {
    let all = fields("4x1x8", reshape(4, 8), conv([3]), reshape(4, 6, 1))
    #expect(all[1]?.unitAxes[0] == nil && all[1]?.unitAxes[1] == 0)
    #expect(all[3]?.axes?.map(\.size) == [1, 3] && all[3]?.unitAxes[1] == 0)
  }

  @Test func `what depends on rows and columns together is not known`() {
    #expect(fields("4x6x8", reshape(4, 48), conv([2]), reshape(4, 47, 1)).allSatisfy { $0 != nil })
    #expect(fields("4x6x8", reshape(4, 48), conv([3], padding: .half), reshape(4, 6, 8))[3] == nil)
    #expect(fields("4x6x8", reshape(4, 4, 12))[1] == nil)
    #expect(fields("4x?x8", reshape(4, 6, 8))[1] == nil)
    #expect(fields("4x6x8", reshape(8, 3, 8))[1] == nil)
    #expect(fields("4x96x96", reshape(4, 9_216))[1] != nil)
    #expect(fields("4x3x5000", reshape(4, 15_000))[1] == nil)
  }
}

/// A random chain with joins, whose layers leave no border.
private struct RearrangingNetwork {
  private(set) var builder: GraphBuilder
  private(set) var maps: [ProjectedMap] = []
  private var generator: SplitMix64
  private var last: LayerID

  init(seed: Int) {
    var generator = SplitMix64(seed: seed)
    builder = GraphBuilder(name: "random \(seed)")
    let extents = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      [1, 2, 4, 6].randomElement(using: &generator) ?? 4
    }
    self.generator = generator
    last = builder.addInput("input", shape: Shape(channels: Extent(2), spatial: Extents(extents.map { Extent($0) })))
    maps = [ProjectedMap(inputOf: extents)]
    for _ in 0..<Int.random(in: 2...7, using: &generator) {
      switch pick(0...7) {
      case 0, 1: permute()
      case 2, 3, 4: reshape()
      case 5: slide()
      case 6: upsample()
      default: join()
      }
    }
  }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  private var map: ProjectedMap { maps[last.position] }

  private mutating func add(_ operation: Operation, _ map: ProjectedMap, behind inputs: [LayerID]? = nil) {
    last = builder.add(Layer(operation, inputs: LayerInputs(inputs ?? [last]), name: "layer")).id
    maps.append(map)
  }

  private mutating func permute() {
    var permute = Permute()
    let order = Array(map.extents.indices).shuffled(using: &generator)
    permute.order = [0] + order.map { $0 + 1 }
    add(.permute(permute), map.permuted(order))
  }

  /// Two neighbouring axes become one, one becomes two, or one of extent one goes or comes.
  private mutating func reshape() {
    var extents = map.extents
    let axis = pick(0...extents.count - 1)
    switch pick(0...3) {
    case 0 where axis + 1 < extents.count:
      extents.replaceSubrange(axis...axis + 1, with: [extents[axis] * extents[axis + 1]])
    case 1 where extents.count < 3:
      let factor = (1...extents[axis]).filter { extents[axis].isMultiple(of: $0) }.randomElement(using: &generator) ?? 1
      extents.replaceSubrange(axis...axis, with: [factor, extents[axis] / factor])
    case 2 where extents.count < 3: extents.insert(1, at: axis)
    case _: if extents.count > 1, let one = extents.firstIndex(of: 1) { extents.remove(at: one) }
    }
    to(extents)
  }

  private mutating func to(_ extents: [Int]) {
    var reshape = Reshape()
    reshape.shape = .extents([Extent(2)] + extents.map { Extent($0) })
    add(.reshape(reshape), map.reshaped(extents))
  }

  private mutating func slide() {
    let kernel = map.extents.map { min($0, pick(1...3)) }
    let stride = map.extents.map { _ in pick(1...2) }
    var pool = MaxPool()
    pool.window.kernel = AxisValues(kernel) ?? 1
    pool.window.stride = AxisValues(stride)
    add(.maxPool(pool), map.windowed(kernel, stride: stride))
  }

  private mutating func upsample() {
    guard map.units.count < 200 else { return }
    var upsample = Upsample()
    upsample.scale = 2
    add(.upsample(upsample), map.repeated(2))
  }

  /// A sum with an earlier map of the same extents, or with itself in another arrangement.
  private mutating func join() {
    let start = last
    let others = maps.indices.filter { maps[$0].extents == map.extents && $0 != last.position }
    if let other = others.randomElement(using: &generator) {
      return add(.add(Add()), map.joined(maps[other]), behind: [start, LayerID(other)])
    }
    let extents = map.extents
    permute()
    to(extents)
    add(.add(Add()), maps[start.position].joined(map), behind: [start, last])
  }
}
