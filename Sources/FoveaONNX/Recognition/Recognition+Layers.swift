import FoveaGraph

extension Recognition {
  /// Adds the layer that a node is by itself; false where the language has none.
  mutating func recognize(_ node: Int, _ view: NodeView) -> Bool {
    guard view.node.domain.isEmpty, let output = view.node.outputs.first, let input = view.node.inputs.first else {
      return false
    }
    if let activation = activation(node, view) {
      return append(activation.operation, [input], node, output, weights: activation.weights)
    }
    switch view.node.type {
    case "Conv": return addConvolution(node, view)
    case "ConvTranspose": return addTransposedConvolution(node, view)
    case "Gemm": return addGemm(node, view)
    case "MaxPool", "AveragePool": return addPooling(node, view)
    case "GlobalAveragePool": return append(.globalAvgPool(GlobalAvgPool()), [input], node, output)
    case "GlobalMaxPool": return append(.globalMaxPool(GlobalMaxPool()), [input], node, output)
    case "ReduceMean", "ReduceMax": return addGlobalPooling(node, view)
    case "BatchNormalization", "LayerNormalization", "InstanceNormalization", "LRN":
      return addNormalization(node, view)
    case "Add", "Sum", "Mul": return addJoin(node, view)
    case "Dropout":
      sources[output] = sources[input]
      return sources[output] != nil
    default: return addArrangement(node, view)
    }
  }

  /// The window of a node; nil where an operator of the language has no such window.
  private func window(_ attributes: WindowAttributes, of map: Shape) -> SlidingWindow? {
    var window = SlidingWindow()
    guard let kernel = AxisValues(attributes.kernel), let strides = AxisValues(attributes.strides),
      let dilations = AxisValues(attributes.dilations)
    else { return nil }
    (window.kernel, window.stride, window.dilation) = (Self.short(kernel), Self.short(strides), Self.short(dilations))
    switch attributes.padding {
    case .valid: break
    case .sameUpper: window.padding = .same
    case .rows, .sameLower:
      let rows = (0..<attributes.rank).map { axis in
        attributes.rows(axis, of: map.spatial.indices.contains(axis) ? map.spatial[axis].value ?? 1 : 1)
      }
      guard rows.allSatisfy({ $0.before >= 0 && $0.after >= 0 }), let before = AxisValues(rows.map(\.before)),
        let after = AxisValues(rows.map(\.after))
      else { return nil }
      window.padding = .rows(before: Self.short(before), after: Self.short(after))
    }
    return window
  }

  /// One value for all axes, where it is the same.
  private static func short(_ values: AxisValues) -> AxisValues { values.uniform.map { AxisValues($0) } ?? values }

  private mutating func addConvolution(_ node: Int, _ view: NodeView) -> Bool {
    guard let map = shape(view.node.inputs[0]), let weights = view[1].dims?.known, view[1].isConstant,
      let attributes = try? WindowAttributes(view, kernel: Array(weights.dropFirst(2))),
      let window = window(attributes, of: map)
    else { return false }
    var layer = Conv()
    (layer.out, layer.window, layer.groups, layer.bias) = (weights[0], window, view.integer("group") ?? 1, view.has(2))
    return append(
      .conv(layer), [view.node.inputs[0]], node, view.node.outputs[0],
      weights: weight("weight", view, 1) + weight("bias", view, 2))
  }

  private mutating func addTransposedConvolution(_ node: Int, _ view: NodeView) -> Bool {
    guard let map = shape(view.node.inputs[0]), let weights = view[1].dims?.known, view[1].isConstant,
      let attributes = try? WindowAttributes(view, kernel: Array(weights.dropFirst(2))),
      case .rows = attributes.padding, view.integers("output_shape") == nil,
      let window = window(attributes, of: map), let out = index.value(view.node.outputs[0]).dims?[1].value
    else { return false }
    let rows = view.integers("output_padding") ?? Array(repeating: 0, count: attributes.rank)
    guard rows.allSatisfy({ (0..<1 << 20).contains($0) }), let added = AxisValues(rows) else { return false }
    var layer = ConvTranspose()
    layer.groups = view.integer("group") ?? 1
    guard layer.groups > 0, out > 0 else { return false }
    (layer.out, layer.window, layer.bias) = (out, window, view.has(2))
    layer.outputPadding = Self.short(added)
    return append(
      .convTranspose(layer), [view.node.inputs[0]], node, view.node.outputs[0],
      weights: weight("weight", view, 1) + weight("bias", view, 2))
  }

  private mutating func addGemm(_ node: Int, _ view: NodeView) -> Bool {
    guard view.integer("transA") ?? 0 == 0, view.real("alpha") ?? 1 == 1, view.real("beta") ?? 1 == 1,
      view[1].isConstant, let weights = view[1].dims?.known, weights.count == 2
    else { return false }
    var layer = Linear()
    layer.out = view.integer("transB") == 1 ? weights[0] : weights[1]
    layer.bias = view.has(2)
    if layer.bias {
      guard view[2].isConstant, view[2].dims?.product == layer.out else { return false }
    }
    return append(
      .linear(layer), [view.node.inputs[0]], node, view.node.outputs[0],
      weights: weight("weight", view, 1) + weight("bias", view, 2))
  }

  private mutating func addPooling(_ node: Int, _ view: NodeView) -> Bool {
    guard let map = shape(view.node.inputs[0]), let attributes = try? WindowAttributes(view),
      let window = window(attributes, of: map)
    else { return false }
    // The places of the maxima are asked for.
    if view.node.outputs.count > 1, !view.node.outputs[1].isEmpty { return false }
    let operation: Operation
    if view.node.type == "MaxPool" {
      var layer = MaxPool()
      (layer.window, layer.ceil) = (window, attributes.ceil)
      operation = .maxPool(layer)
    } else {
      guard attributes.dilations.allSatisfy({ $0 == 1 }) else { return false }
      var layer = AvgPool()
      (layer.window, layer.ceil) = (window, attributes.ceil)
      layer.countsPadding = view.integer("count_include_pad") == 1 || window.padding == Padding(0)
      operation = .avgPool(layer)
    }
    return append(operation, [view.node.inputs[0]], node, view.node.outputs[0])
  }

  /// A mean or a maximum over all spatial axes, with or without them in the output.
  private mutating func addGlobalPooling(_ node: Int, _ view: NodeView) -> Bool {
    let (input, output) = (view.node.inputs[0], view.node.outputs[0])
    guard let map = shape(input), map.layout == .channelsFirst, map.rank > 0,
      let axes = try? view.axes(input: 1, rank: map.rank + 2), axes.sorted() == Array(2..<map.rank + 2),
      let dims = index.value(input).dims
    else { return false }
    let operation: Operation =
      view.node.type == "ReduceMean" ? .globalAvgPool(GlobalAvgPool()) : .globalMaxPool(GlobalMaxPool())
    if view.integer("keepdims") ?? 1 == 1 { return append(operation, [input], node, output) }
    guard let source = sources[input] else { return false }
    let pooled = Array(dims.prefix(2)) + Array(repeating: Dim.known(1), count: map.rank)
    // The value between has a name that no file gives.
    let between = output + "\0pooled"
    guard append(operation, [source], node, between, pooled), let middle = sources[between] else { return false }
    return append(.flatten(Flatten()), [middle], node, output, Array(dims.prefix(2)))
  }

  private mutating func addNormalization(_ node: Int, _ view: NodeView) -> Bool {
    let (input, output) = (view.node.inputs[0], view.node.outputs[0])
    guard let map = shape(input), view.node.outputs.dropFirst().allSatisfy(\.isEmpty) else { return false }
    var weights = weight("weight", view, 1) + weight("bias", view, 2)
    guard (1..<max(view.count, 1)).allSatisfy({ !view.has($0) || view[$0].isConstant }) else { return false }
    switch view.node.type {
    case "BatchNormalization":
      guard view.integer("training_mode") ?? 0 == 0, view.integer("spatial") ?? 1 == 1 else { return false }
      var layer = BatchNorm()
      layer.epsilon = view.real("epsilon") ?? 1e-5
      // What ONNX keeps of the old statistics PyTorch takes of the new ones.
      layer.momentum = 1 - (view.real("momentum") ?? 0.9)
      weights += weight("running_mean", view, 3) + weight("running_var", view, 4)
      return append(.batchNorm(layer.tidied), [input], node, output, weights: weights)
    case "LayerNormalization":
      var layer = LayerNorm()
      layer.epsilon = view.real("epsilon") ?? 1e-5
      layer.bias = view.has(2)
      let axis = (view.integer("axis") ?? -1)
      let rank = map.extents.count + 1
      let first = axis < 0 ? axis + rank : axis
      if first == rank - 1, map.layout == .channelsLast || map.rank == 0 {
        layer.over = .channels
      } else if first == 1 {
        layer.over = .all
      } else {
        return false
      }
      return append(.layerNorm(layer.tidied), [input], node, output, weights: weights)
    case "InstanceNormalization":
      var layer = InstanceNorm()
      (layer.affine, layer.epsilon) = (true, view.real("epsilon") ?? 1e-5)
      return append(.instanceNorm(layer.tidied), [input], node, output, weights: weights)
    default:
      var layer = LocalResponseNorm()
      layer.size = view.integer("size") ?? 1
      guard (1...1_000_000).contains(layer.size) else { return false }
      layer.alpha = view.real("alpha") ?? 1e-4
      layer.beta = view.real("beta") ?? 0.75
      layer.constant = view.real("bias") ?? 1
      return append(.localResponseNorm(layer), [input], node, output)
    }
  }
}
