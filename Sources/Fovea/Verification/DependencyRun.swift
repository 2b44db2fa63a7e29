import FoveaGraph
import FoveaNumerics

/// Which input rows the units of every layer depend on, found by running the layers on masks.
///
/// An image of the batch is 1 in some rows of the input and 0 elsewhere. Layers with windows run on the core with one
/// channel and weights of 1, and whatever comes out above 0 becomes 1 again: numbers that are not negative cannot
/// cancel, so a unit is 1 exactly if it depends on one of the rows. Layers that work on every value pass masks on,
/// whatever their function does to 0. All channels stand together: a unit depends on a row if any of its channels does.
///
/// The last image tells the units at a border: those whose window, or that of a unit they depend on, reaches beyond its
/// map. It begins as 0 everywhere.
struct DependencyRun {
  /// What is known of a layer.
  struct State {
    /// Images with that of the border at the end, one channel, space; nil where every path gathers the whole map, or
    /// there is none.
    var masks: Tensor<Float>?
    /// Whether some path gathers the whole map.
    var gathers = false
    /// Whether units are entries of a vector, each at its former place.
    var isFlattened = false
    /// Whether rows are mirrored, repeated or wrapped around at some border, so that units there see others than their
    /// window's.
    var repeatsRows = false

    /// Whether nothing of the input is seen.
    var seesNothing: Bool { masks == nil && !gathers }
  }

  let graph: Graph
  /// The axis of a layer's map beyond whose ends a border is seen.
  let watched: (LayerID) -> Int?

  /// Runs the layers in order; `use` sees the state of each, nil where it cannot be told.
  ///
  /// - Parameter inputs: the masks of the input of a shape.
  func callAsFunction(
    _ inputs: (Shape) throws(NumericsError) -> Tensor<Float>, use: (LayerID, State?) -> Void
  ) throws(ExecutionError) {
    var states = [State?](repeating: nil, count: graph.layers.count)
    let lastUses = Self.lastUses(graph)
    for id in graph.ids {
      do throws(NumericsError) {
        if graph.isInput(id) {
          let shape = graph.shape(of: id)
          states[id.position] = shape.elements.value == nil ? nil : State(masks: try inputs(shape))
        } else {
          states[id.position] = try state(of: id, reading: graph[id].inputs.map { states[$0.position] })
        }
      } catch {
        throw .layer(path: graph.path(of: id), reason: error.description)
      }
      use(id, states[id.position])
      for input in graph[id].inputs where lastUses[input.position] == id { states[input.position] = nil }
    }
  }

  private static func lastUses(_ graph: Graph) -> [LayerID?] {
    var uses = [LayerID?](repeating: nil, count: graph.layers.count)
    for id in graph.ids {
      for input in graph[id].inputs { uses[input.position] = id }
    }
    return uses
  }

  private func state(of id: LayerID, reading states: [State?]) throws(NumericsError) -> State? {
    let layer = graph[id]
    let input = graph.operands(of: layer).first
    switch layer.operation {
    case .globalAvgPool, .globalMaxPool:
      // Whatever the map's units see, this sees it all.
      if !input.isSinglePosition, states[0]?.seesNothing != true { return State(gathers: true) }
      return states[0]
    case .adaptiveAvgPool, .adaptiveMaxPool:
      if graph.shape(of: id).isSinglePosition, !input.isSinglePosition, states[0]?.seesNothing != true {
        return State(gathers: true)
      }
    case .add, .multiply: return try joined(states, giving: graph.shape(of: id))
    case .parameter: return State()
    case .attention(let attention) where !attention.positions.isLocal:
      if !input.isSinglePosition, states[0]?.seesNothing != true { return State(gathers: true) }
      return states[0]
    case .classToken(let token):
      let tokens = Shape(channels: Extent(1), spatial: [Extent(token.count)])
      return try placed([State(), states[0]], of: [tokens, input], along: 1)
    case .concat(let concat):
      guard concat.axis != .channels, let axis = input.axis(of: concat.axis.role) else {
        return try joined(states, giving: graph.shape(of: id))
      }
      return try placed(states, of: graph.operands(of: layer).all, along: axis)
    case .input, .conv, .convTranspose, .linear, .maxPool, .avgPool, .batchNorm, .layerNorm, .groupNorm, .instanceNorm,
      .localResponseNorm, .relu, .relu6, .leakyRelu, .prelu, .elu, .gelu, .silu, .hardswish, .hardsigmoid, .sigmoid,
      .tanh, .hardtanh, .mish, .softplus, .glu, .softmax, .dropout, .stochasticDepth, .layerScale, .identity, .flatten,
      .reshape, .permute, .pad, .crop,
      .upsample, .pixelShuffle, .pixelUnshuffle, .channelShuffle, .sliceChannels, .attention,
      .positionEmbedding, .slice, .select, .roll, .opaque:
      break
    }
    guard var state = states[0] else { return nil }
    // What has seen the whole map, or nothing of it, stays so however it is arranged.
    if state.masks == nil { return state }
    switch layer.operation {
    case .conv(var conv):
      (conv.out, conv.groups, conv.input, conv.bias) = (1, 1, nil, false)
      return try applied(.conv(conv), of: id, to: state)
    case .convTranspose(var conv):
      (conv.out, conv.groups, conv.input, conv.bias) = (1, 1, nil, false)
      return try applied(.convTranspose(conv), of: id, to: state)
    case .pad(let pad):
      state.repeatsRows = state.repeatsRows || pad.mode != .zeros
      return try applied(layer.operation, of: id, to: state)
    case .maxPool, .avgPool, .adaptiveAvgPool, .adaptiveMaxPool, .crop, .upsample, .slice, .roll:
      return try applied(layer.operation, of: id, to: state)
    case .pixelShuffle(let shuffle):
      guard let masks = state.masks else { return state }
      let copies = (0..<input.rank).reduce(1) { count, _ in count * shuffle.factor }
      state.masks = try Tensor.concatenating(Array(repeating: masks, count: copies), axis: 1)
      return try applied(layer.operation, of: id, to: state)
    case .pixelUnshuffle: return try applied(layer.operation, of: id, to: state)
    case .linear, .softmax: return Self.gathered(state, where: state.isFlattened)
    case .groupNorm:
      if input.rank == 0 { return Self.gathered(state, where: state.isFlattened) }
      state.gathers = state.gathers || !input.isSinglePosition
    case .layerNorm(let norm):
      if input.rank == 0 { return Self.gathered(state, where: state.isFlattened) }
      if norm.over == .all { state.gathers = state.gathers || !input.isSinglePosition }
    case .batchNorm(let norm): if !norm.track, !input.isSinglePosition { state.gathers = true }
    case .instanceNorm(let norm): if !norm.track, !input.isSinglePosition { state.gathers = true }
    case .flatten(let flatten):
      guard flatten.axes == .spatial else {
        state.isFlattened = state.isFlattened || !input.isSinglePosition
        break
      }
      guard let masks = state.masks else { break }
      state.masks = try masks.reshaped(Array(masks.shape.prefix(2)) + [-1])
    case .select(let select):
      guard let masks = state.masks, let axis = input.axis(of: select.axis.role) else { break }
      let row = try masks.slicing(select.index..<select.index + 1, axis: axis + 1)
      var sizes = row.shape
      // A single unit keeps an axis, as that of a pooled map does.
      if sizes.count > 3 { sizes.remove(at: axis + 1) }
      state.masks = try row.reshaped(sizes)
    case .attention(let attention):
      guard var masks = state.masks else { break }
      for axis in 0..<input.rank {
        masks = try masks.united(attention.positions.lists(of: masks.shape[axis + 2], axis: axis), axis: axis + 2)
      }
      state.masks = try bordered(masks, behind: id)
    case .reshape:
      let output = graph.shape(of: id)
      if output.rank == 0 {
        state.isFlattened = state.isFlattened || !input.isSinglePosition
      } else if input.spatial != output.spatial || input.layout != output.layout {
        if input.rank > 0, input.layout == output.layout, !state.isFlattened, let positions = input.positions.value,
          positions == output.positions.value, let masks = state.masks
        {
          state.masks = try masks.reshaped(Array(masks.shape.prefix(2)) + output.spatial.map { $0.value ?? 0 })
          return state
        }
        guard input.isSinglePosition, output.isSinglePosition, input.rank == output.rank else { return nil }
      }
    case .permute(let permute):
      let order = permute.order.filter { $0 != input.channelAxis }
      let sorted = order.sorted()
      guard order != sorted, let masks = state.masks else { break }
      state.masks = try masks.permuted([0, 1] + order.compactMap { sorted.firstIndex(of: $0) }.map { $0 + 2 })
    case .opaque: return nil
    case .localResponseNorm, .relu, .relu6, .leakyRelu, .prelu, .elu, .gelu, .silu, .hardswish, .hardsigmoid, .sigmoid,
      .tanh, .hardtanh, .mish, .softplus, .glu, .dropout, .stochasticDepth, .layerScale, .identity, .channelShuffle,
      .sliceChannels, .input, .globalAvgPool, .globalMaxPool, .add, .multiply, .concat, .parameter, .classToken,
      .positionEmbedding:
      break
    }
    return state
  }

  /// A layer that reads all channels: for a flattened map these are all of its places.
  private static func gathered(_ state: State, where isGathering: Bool) -> State {
    isGathering && state.masks != nil ? State(gathers: true) : state
  }

  private func joined(_ states: [State?], giving output: Shape) throws(NumericsError) -> State? {
    var result = State()
    for state in states {
      guard let state else { return nil }
      result.gathers = result.gathers || state.gathers
      guard let masks = state.masks else { continue }
      // One unit that is repeated over a map has a window that no unit's place tells.
      if output.rank > 0, !output.isSinglePosition, masks.shape.dropFirst(2).allSatisfy({ $0 == 1 }) { return nil }
      result.isFlattened = result.isFlattened || state.isFlattened
      result.repeatsRows = result.repeatsRows || state.repeatsRows
      if let sum = result.masks {
        guard sum.rank == masks.rank else { return nil }
        result.masks = try (sum + masks).map { $0 > 0 ? 1 : 0 }
      } else {
        result.masks = masks
      }
    }
    return result
  }

  /// Masks one after another along an axis, 1 being the first spatial one; a branch without masks depends on no row.
  private func placed(_ states: [State?], of shapes: [Shape], along axis: Int) throws(NumericsError) -> State? {
    var result = State()
    let known = states.compactMap(\.self)
    guard known.count == states.count else { return nil }
    for state in known {
      result.gathers = result.gathers || state.gathers
      result.repeatsRows = result.repeatsRows || state.repeatsRows
    }
    guard let images = known.lazy.compactMap({ $0.masks?.shape[0] }).first else { return result }
    var parts: [Tensor<Float>] = []
    for (state, shape) in zip(known, shapes) {
      let empty = try Tensor<Float>(shape: [images, 1] + shape.spatial.map { $0.value ?? 0 })
      parts.append(state.masks ?? empty)
    }
    result.masks = try .concatenating(parts, axis: axis + 1)
    return result
  }

  /// The masks behind a layer with windows, run as a network of its own.
  private func applied(_ operation: Operation, of id: LayerID, to state: State) throws(NumericsError) -> State {
    guard let masks = state.masks else { return state }
    var builder = GraphBuilder(name: "probe")
    let spatial = Extents(masks.shape.dropFirst(2).map { Extent($0) })
    var inputs = [builder.addInput("masks", shape: Shape(channels: Extent(masks.shape[1]), spatial: spatial))]
    if let reference = graph[id].reference {
      inputs.append(builder.addInput("size", shape: graph.shape(of: reference)))
    }
    let added = builder.add(
      Layer(operation, inputs: [inputs[0]], reference: inputs.count > 1 ? inputs[1] : nil, name: "layer"))
    if let error = added.error { throw .shape(error.message) }
    let alone = builder.finish()
    var arrays: [String: NPYArray] = [:]
    for array in alone.arrays(of: added.id) {
      arrays["layer.\(array.name)"] = .float32(try Tensor(shape: array.shape, repeating: 1))
    }
    let out: Tensor<Float>
    do throws(ExecutionError) {
      let layer = try PreparedLayer<Float>(
        alone, added.id, weights: NetworkWeights(arrays, for: alone), algorithm: .direct, batch: masks.shape[0])
      let least = try Self.least(operation, giving: graph.shape(of: id))
      out = try layer([masks]).map { $0 > least ? 1 : 0 }
    } catch {
      throw .shape(error.description)
    }
    var result = state
    result.masks = try bordered(out.shape[1] == 1 ? out : Self.united(out), behind: id)
    return result
  }

  /// What a unit that depends on nothing that is marked gives at most.
  ///
  /// Interpolation between two rows has weights of at least 1 / (2 · rows), and roundings of 6·10⁻⁸ where they are 0.
  private static func least(_ operation: Operation, giving output: Shape) throws(ExecutionError) -> Float {
    guard case .upsample = operation else { return 0 }
    let rows = output.spatial.map { $0.value ?? 0 }.max() ?? 0
    guard rows <= largestResized else {
      throw .input("resizing to \(rows) rows is not probed: roundings are told from weights up to \(largestResized)")
    }
    return min(1e-5, 1 / Float(4 * max(rows, 1)))
  }

  private static let largestResized = 1 << 20

  /// The masks of a layer with the units marked whose own window reaches beyond the layer's input.
  private func bordered(_ masks: Tensor<Float>, behind id: LayerID) throws(NumericsError) -> Tensor<Float> {
    let operands = graph.operands(of: graph[id])
    let view = graph[id].operation.view(of: 0, in: operands, giving: graph.shape(of: id))
    guard case .windows(let windows) = view, let input = graph[id].inputs.first else { return masks }
    guard let axis = watched(input), axis < windows.count, let extent = operands[0].spatial[axis].value else {
      return masks
    }
    let size = masks.shape[axis + 2]
    let inner = masks.shape.dropFirst(axis + 3).reduce(1, *)
    let border = masks.elements.count / masks.shape[0] * (masks.shape[0] - 1)
    var elements = masks.elements
    for unit in 0..<size {
      guard let rows = windows[axis].rows(ofUnit: unit), let first = rows.first, let last = rows.last else { continue }
      if first >= 0, last < extent { continue }
      for outer in stride(from: border + unit * inner, to: elements.count, by: size * inner) {
        for place in outer..<outer + inner { elements[place] = 1 }
      }
    }
    return try Tensor(shape: masks.shape, elements: elements)
  }

  /// The union over the channels.
  private static func united(_ masks: Tensor<Float>) throws(NumericsError) -> Tensor<Float> {
    let pixels = masks.shape.dropFirst(2).reduce(1, *)
    let channels = masks.shape[1]
    let elements = (0..<masks.shape[0] * pixels).map { place in
      let (image, pixel) = (place / pixels, place % pixels)
      return (0..<channels).contains { masks.elements[(image * channels + $0) * pixels + pixel] > 0 } ? Float(1) : 0
    }
    return try Tensor(shape: [masks.shape[0], 1] + masks.shape.dropFirst(2), elements: elements)
  }
}
