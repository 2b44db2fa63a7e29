import FoveaGraph

extension Recognition {
  /// A join of values that depend on the input, or of one of them and a trained constant.
  mutating func addJoin(_ node: Int, _ view: NodeView) -> Bool {
    let (inputs, output) = (view.node.inputs, view.node.outputs[0])
    let operation: Operation = view.node.type == "Mul" ? .multiply(Multiply()) : .add(Add())
    let constants = inputs.filter { index.value($0).isConstant }
    if constants.isEmpty { return inputs.count > 1 && append(operation, inputs, node, output) }
    guard inputs.count == 2, constants.count == 1, let input = inputs.first(where: { $0 != constants[0] }),
      let map = shape(input), let dims = index.value(constants[0]).dims?.known, isTrained(constants[0])
    else { return false }
    // One factor for each channel.
    guard view.node.type == "Mul", let channels = map.channelAxis, dims.reduce(1, *) == map.channels.value else {
      return false
    }
    let place = channels + 1 - (map.extents.count + 1 - dims.count)
    guard dims.indices.contains(place), dims[place] == map.channels.value else { return false }
    return append(.layerScale(LayerScale()), [input], node, output, weights: [("weight", constants[0])])
  }

  mutating func addArrangement(_ node: Int, _ view: NodeView) -> Bool {
    let (input, output) = (view.node.inputs[0], view.node.outputs[0])
    guard let dims = index.value(output).dims else { return false }
    switch view.node.type {
    case "Flatten", "Reshape", "Squeeze", "Unsqueeze": return addReshape(node, view, dims)
    case "Transpose":
      guard let order = view.integers("perm"), order.first == 0 else { return false }
      var layer = Permute()
      layer.order = order.dropFirst().map { $0 - 1 }
      return append(.permute(layer), [input], node, output)
    case "Concat": return addConcat(node, view)
    case "Slice", "Split": return addSlices(node, view)
    case "Pad": return addPad(node, view)
    case "Resize", "Upsample": return addResize(node, view)
    case "DepthToSpace":
      // The order of PyTorch: the channels of a block follow each other.
      guard view.text("mode") == "CRD", let size = view.integer("blocksize") else { return false }
      var layer = PixelShuffle()
      layer.factor = size
      return append(.pixelShuffle(layer), [input], node, output)
    default: return false
    }
  }

  private mutating func addReshape(_ node: Int, _ view: NodeView, _ dims: [Dim]) -> Bool {
    let (input, output) = (view.node.inputs[0], view.node.outputs[0])
    guard let map = shape(input), let extents = Array(dims.dropFirst()).known, !extents.isEmpty else { return false }
    if map.extents.map(\.value) == extents.map(Optional.some) {
      sources[output] = sources[input]
      return true
    }
    if extents.count == 1 { return append(.flatten(Flatten()), [input], node, output) }
    // The channels stay in front; how other axes mix with them the language does not say.
    guard map.layout == .channelsFirst, map.channels.value == extents[0], extents.count <= 4 else { return false }
    var layer = Reshape()
    layer.shape = .extents(extents.map { Extent($0) })
    return append(.reshape(layer), [input], node, output)
  }

  private mutating func addConcat(_ node: Int, _ view: NodeView) -> Bool {
    let (inputs, output) = (view.node.inputs, view.node.outputs[0])
    guard inputs.allSatisfy({ !index.value($0).isConstant }), let map = shape(inputs[0]),
      let axis = try? view.axis(view.integer("axis") ?? 1, rank: map.extents.count + 1), axis > 0
    else { return false }
    if inputs.count == 1 {
      sources[output] = sources[inputs[0]]
      return true
    }
    var layer = Concat()
    if axis - 1 != map.channelAxis {
      guard let name = AxisName(rawValue: map.axes[axis - 1].role.name) else { return false }
      layer.axis = name
    }
    return append(.concat(layer), inputs, node, output)
  }

  /// Channels of a map, each part a layer of its own.
  private mutating func addSlices(_ node: Int, _ view: NodeView) -> Bool {
    let input = view.node.inputs[0]
    guard let map = shape(input), let channels = map.channelAxis, let source = sources[input] else { return false }
    var parts: [(output: String, start: Int, count: Int)] = []
    if view.node.type == "Slice" {
      guard let slices = try? Inference.slices(view) else { return false }
      var taken: Inference.Slice?
      for (axis, slice) in slices.enumerated() {
        guard let slice else { return false }
        if let slice {
          guard axis == channels + 1, slice.step == 1, slice.count > 0 else { return false }
          taken = slice
        }
      }
      guard let taken else {
        sources[view.node.outputs[0]] = source
        return true
      }
      parts = [(view.node.outputs[0], taken.start, taken.count)]
    } else {
      guard (try? view.axis(view.integer("axis") ?? 0, rank: map.extents.count + 1)) == channels + 1 else {
        return false
      }
      var start = 0
      for output in view.node.outputs {
        guard let count = index.value(output).dims?[channels + 1].value, count > 0 else { return false }
        parts.append((output, start, count))
        start += count
      }
    }
    for part in parts where !part.output.isEmpty {
      var layer = SliceChannels()
      (layer.start, layer.count) = (part.start, part.count)
      guard let dims = index.value(part.output).dims, append(.sliceChannels(layer), [source], node, part.output, dims)
      else { return false }
    }
    return true
  }

  private mutating func addPad(_ node: Int, _ view: NodeView) -> Bool {
    let (input, output) = (view.node.inputs[0], view.node.outputs[0])
    guard let map = shape(input), map.layout == .channelsFirst, map.rank > 0,
      let rows = try? Inference.rows(view, rank: map.rank + 2),
      rows[..<2].allSatisfy({ $0.before == 0 && $0.after == 0 })
    else { return false }
    let before = rows.dropFirst(2).compactMap(\.before.value)
    let after = rows.dropFirst(2).compactMap(\.after.value)
    guard before.count == map.rank, after.count == map.rank, (before + after).allSatisfy({ (0..<1 << 20).contains($0) })
    else { return false }
    if (before + after).allSatisfy({ $0 == 0 }) {
      sources[output] = sources[input]
      return true
    }
    guard let first = AxisValues(before), let last = AxisValues(after) else { return false }
    var layer = Pad()
    layer.padding = .rows(before: first, after: last)
    switch view.text("mode") ?? "constant" {
    case "constant":
      guard !view.has(2) || view[2].scalar == 0, view.real("value") ?? 0 == 0 else { return false }
      layer.mode = .zeros
    case "reflect": layer.mode = .reflect
    case "edge": layer.mode = .replicate
    case "wrap": layer.mode = .circular
    default: return false
    }
    return append(.pad(layer), [input], node, output)
  }

  private mutating func addResize(_ node: Int, _ view: NodeView) -> Bool {
    let (input, output) = (view.node.inputs[0], view.node.outputs[0])
    guard let map = shape(input), map.layout == .channelsFirst, let target = index.value(output).dims?.known,
      target.count == map.rank + 2, target[1] == map.channels.value,
      let extents = Array(map.spatial.map { $0.value.map { Dim.known($0) } ?? .unknown }).known
    else { return false }
    let sizes = Array(target.dropFirst(2))
    guard sizes.allSatisfy({ (1..<1 << 20).contains($0) }) else { return false }
    let isWhole = zip(sizes, extents).allSatisfy { $0 % $1 == 0 }
    var layer = Upsample()
    let way = view.text("coordinate_transformation_mode") ?? (view.opset < 11 ? "asymmetric" : "half_pixel")
    switch view.text("mode") ?? "nearest" {
    case "nearest":
      let rounding = view.text("nearest_mode") ?? "round_prefer_floor"
      // By a whole factor the nearest row is the same in both of these ways.
      let isFloor = way == "asymmetric" && (view.opset < 11 || rounding == "floor")
      guard isFloor || isWhole && way.hasSuffix("half_pixel") && rounding.hasPrefix("round_prefer") else {
        return false
      }
    case "linear":
      layer.mode = .bilinear
      switch way {
      case "align_corners": layer.alignCorners = true
      case "half_pixel": break
      case "pytorch_half_pixel": guard sizes.allSatisfy({ $0 > 1 }) else { return false }
      default: return false
      }
      guard zip(sizes, extents).allSatisfy({ $0 >= $1 }) || view.integer("antialias") ?? 0 == 0 else { return false }
    default: return false
    }
    if isWhole, let scale = AxisValues(zip(sizes, extents).map { $0 / $1 }) {
      layer.scale = scale.uniform.map { AxisValues($0) } ?? scale
    } else {
      layer.size = AxisValues(sizes)
    }
    return append(.upsample(layer), [input], node, output)
  }
}
