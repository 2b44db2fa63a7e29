@testable import FoveaGraph

/// A random network, traced layer by layer as it is built.
struct RandomNetwork {
  private(set) var builder: GraphBuilder
  private(set) var traces: [TracedMap] = []
  private var generator: SplitMix64
  private let rank: Int
  private var current = LayerID(0)
  /// The maps that a join can read.
  private var maps: [LayerID] = []

  /// Fewer units between the borders tell too little.
  private static let fewestUnits = 20
  private static let mostPaths = 6

  init(seed: Int, rank: Int, isBranching: Bool) {
    generator = SplitMix64(seed: seed)
    builder = GraphBuilder(name: "random \(seed)")
    self.rank = rank
    var extents = Extents()
    for _ in 0..<rank { extents.append(Extent(Int.random(in: 200...320, using: &generator))) }
    current = builder.addInput("input", shape: Shape(channels: Extent(4), spatial: extents))
    traces.append(TracedMap.trace(builder.graph.layers[0], current, in: builder.graph, behind: []))
    maps.append(current)
    for _ in 0..<Int.random(in: 3...8, using: &generator) {
      if isBranching, pick(0...1) == 0 { branch() } else { _ = add(randomLayer()) }
    }
    if pick(0...5) == 0, let flat = add(.flatten(Flatten())) {
      var linear = Linear()
      linear.out = 3
      if pick(0...1) == 0 { _ = add(.linear(linear), behind: [flat]) }
    }
  }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  /// A value for each axis, or one for all.
  private mutating func axes(_ range: ClosedRange<Int>) -> AxisValues {
    let values = (0..<rank).map { _ in pick(range) }
    return pick(0...1) == 0 ? AxisValues(values[0]) : AxisValues(values) ?? 1
  }

  /// Adds a layer if it can be applied and enough of the map is left; returns it.
  @discardableResult
  private mutating func add(_ operation: Operation, behind inputs: [LayerID]? = nil) -> LayerID? {
    let layer = Layer(operation, inputs: LayerInputs(inputs ?? [current]), name: LayerName("l\(builder.count)"))
    var longer = builder
    let (id, error) = longer.add(layer)
    if error != nil { return nil }
    let trace = TracedMap.trace(layer, id, in: longer.graph, behind: traces)
    if let axes = trace.axes {
      let isClear = axes.allSatisfy { axis in
        axis.paths.count <= Self.mostPaths && axis.rate.rows <= 8 * axis.rate.units
          && axis.rate.units <= 6 * axis.rate.rows && axis.interior.rows.count >= Self.fewestUnits
      }
      if !isClear { return nil }
    }
    builder = longer
    traces.append(trace)
    if !longer.graph.shape(of: id).isSinglePosition, !trace.isAdrift {
      current = id
      maps.append(id)
    }
    return id
  }

  private mutating func branch() {
    let graph = builder.graph
    let shape = graph.shape(of: current)
    switch pick(0...5) {
    case 0: gate()
    case 1: pooledContext()
    case 2: residual()
    case 3:
      // An earlier map, cropped to the size of this one.
      let rates = traces[current.position].axes ?? []
      let larger = maps.filter { map in
        let isAligned = zip(traces[map.position].axes ?? [], rates).allSatisfy { $0.hasRate(of: $1) }
        return map != current && isAligned
          && zip(graph.shape(of: map).spatial, shape.spatial).allSatisfy { ($0.value ?? 0) >= ($1.value ?? 0) }
      }
      guard let earlier = larger.randomElement(using: &generator) else { return residual() }
      let late = current
      var crop = Crop()
      crop.size = AxisValues(shape.spatial.map { $0.value ?? 1 })
      guard let kept = add(.crop(crop), behind: [earlier]) else { return }
      current = late
      _ = add(.concat(Concat()), behind: [kept, late])
    default:
      let others = maps.filter { $0 != current && graph.shape(of: $0).spatial == shape.spatial }
      guard let other = others.randomElement(using: &generator) else { return residual() }
      let isSame = graph.shape(of: other) == shape
      let join: Operation = !isSame ? .concat(Concat()) : pick(0...1) == 0 ? .add(Add()) : .multiply(Multiply())
      _ = add(join, behind: [current, other])
    }
  }

  /// A main path and a shortcut, either of which may step.
  private mutating func residual() {
    let start = current
    let stride = axes(1...2)
    var main = Conv()
    (main.out, main.window.kernel, main.window.stride, main.window.padding) = (4, axes(1...3), stride, .same)
    var second = Conv()
    (second.out, second.window.kernel, second.window.dilation) = (4, axes(1...3), axes(1...2))
    second.window.padding = .same
    guard add(.conv(main)) != nil else { return }
    let end = add(.conv(second)) ?? current
    var shortcut = Conv()
    (shortcut.out, shortcut.window.stride) = (4, stride)
    guard let short = add(.conv(shortcut), behind: [start]) else { return }
    _ = add(.add(Add()), behind: [end, short])
  }

  /// A product with a gate that is computed from the whole map.
  private mutating func gate() {
    let map = current
    let channels = builder.graph.shape(of: map).channels.value ?? 1
    guard let pooled = add(pick(0...1) == 0 ? .globalAvgPool(GlobalAvgPool()) : .globalMaxPool(GlobalMaxPool())) else {
      return
    }
    var conv = Conv()
    conv.out = channels
    guard let hidden = add(.conv(conv), behind: [pooled]), let gate = add(.sigmoid(Sigmoid()), behind: [hidden]) else {
      return
    }
    _ = add(.multiply(Multiply()), behind: pick(0...1) == 0 ? [map, gate] : [gate, map])
  }

  /// The whole map's average beside every unit.
  private mutating func pooledContext() {
    let map = current
    var upsample = Upsample()
    upsample.size = AxisValues(builder.graph.shape(of: map).spatial.map { $0.value ?? 1 })
    upsample.mode = pick(0...1) == 0 ? .nearest : .bilinear
    guard let pooled = add(.globalAvgPool(GlobalAvgPool())), let spread = add(.upsample(upsample), behind: [pooled])
    else { return }
    maps.removeAll { $0 == spread }
    _ = add(.concat(Concat()), behind: [map, spread])
    if current == spread { current = map }
  }

  private mutating func randomLayer() -> Operation {
    switch pick(0...15) {
    case 0...4:
      var conv = Conv()
      conv.out = 4
      conv.window.kernel = axes(1...4)
      conv.window.dilation = axes(1...3)
      conv.window.stride = pick(0...1) == 0 ? 1 : axes(1...3)
      conv.window.padding =
        [
          .same, .half, .valid, Padding(pick(0...2)), .rows(before: axes(0...4), after: axes(0...4)),
        ][pick(0...4)]
      return .conv(conv)
    case 5:
      var pool = MaxPool()
      (pool.window.kernel, pool.window.dilation, pool.ceil) = (axes(2...3), axes(1...2), pick(0...1) == 0)
      pool.window.stride = pick(0...1) == 0 ? nil : axes(1...3)
      pool.window.padding = Padding(pick(0...1))
      return .maxPool(pool)
    case 6:
      var pool = AvgPool()
      (pool.window.kernel, pool.ceil) = (axes(2...3), pick(0...1) == 0)
      pool.window.stride = pick(0...1) == 0 ? nil : axes(1...3)
      pool.window.padding = .rows(before: axes(0...1), after: axes(0...1))
      return .avgPool(pool)
    case 7...8:
      var conv = ConvTranspose()
      (conv.out, conv.window.kernel, conv.window.stride) = (4, axes(1...4), axes(1...3))
      (conv.window.dilation, conv.outputPadding) = (axes(1...2), pick(0...1) == 0 ? 0 : axes(0...1))
      conv.window.padding = .rows(before: axes(0...2), after: axes(0...2))
      return .convTranspose(conv)
    case 9...11:
      var upsample = Upsample()
      upsample.mode = pick(0...1) == 0 ? .nearest : .bilinear
      let spatial = builder.graph.shape(of: current).spatial.map { $0.value ?? 1 }
      switch pick(0...3) {
      case 0, 1: upsample.scale = axes(1...3)
      case 2: upsample.size = AxisValues(spatial.map { $0 % 2 == 0 ? $0 / 2 * pick(1...3) : $0 })
      default:
        // Corners coincide: 2·(I − 1) + 1 units have a period of two.
        upsample.alignCorners = upsample.mode == .bilinear
        upsample.size = AxisValues(spatial.map { 2 * $0 - 1 })
        if !upsample.alignCorners { (upsample.size, upsample.scale) = (nil, 2) }
      }
      return .upsample(upsample)
    case 12:
      var pad = Pad()
      pad.padding = .rows(before: axes(0...5), after: axes(0...5))
      pad.mode = [.zeros, .reflect, .replicate, .circular][pick(0...3)]
      return .pad(pad)
    case 13:
      var crop = Crop()
      crop.margin = .rows(before: axes(0...5), after: axes(0...5))
      return .crop(crop)
    case 14:
      var pool = AdaptiveAvgPool()
      let spatial = builder.graph.shape(of: current).spatial.map { $0.value ?? 1 }
      pool.size = AxisValues(spatial.map { $0 % 3 == 0 ? $0 / 3 * pick(1...2) : $0 }) ?? 1
      return .adaptiveAvgPool(pool)
    default:
      return pick(0...1) == 0 ? .instanceNorm(InstanceNorm()) : .relu(ReLU())
    }
  }
}
