import FoveaGraph

extension NodeIndex {
  /// A product with a constant matrix, and the bias that is added to it.
  func linear(_ node: Int) -> Pattern? {
    let (x, weight) = (input(node), nodes[node].inputs.count == 2 ? nodes[node].inputs[1] : "")
    guard !value(x).isConstant, value(weight).isConstant, let dims = value(weight).dims, dims.count == 2,
      let out = dims[1].value
    else { return nil }
    var layer = Linear()
    (layer.out, layer.bias) = (out, false)
    if let sum = reader(output(node), "Add"), let bias = other(sum, than: output(node)), value(bias).isConstant,
      value(bias).dims == [.known(out)]
    {
      layer.bias = true
      return Pattern(
        operation: .linear(layer), input: x, nodes: [node, sum], weights: [("weight", weight), ("bias", bias)])
    }
    return Pattern(operation: .linear(layer), input: x, nodes: [node], weights: [("weight", weight)])
  }

  /// Group normalisation: groups as channels of an instance normalisation, then the scale and shift of each channel.
  func groupNorm(_ node: Int) -> Pattern? {
    guard let folding = producer(input(node), "Reshape"), let unfolding = reader(output(node), "Reshape") else {
      return nil
    }
    let x = input(folding)
    guard let folded = value(input(node)).dims, folded.count == 3, let groups = folded[1].value, groups > 0,
      let dims = value(x).dims, dims.count > 2, value(output(unfolding)).dims == dims, folded[0] == dims[0],
      nodes[node].inputs.count == 3, constant(nodes[node].inputs[1]) == 1, constant(nodes[node].inputs[2]) == 0
    else { return nil }
    var layer = GroupNorm()
    (layer.groups, layer.affine) = (groups, false)
    layer.epsilon = inference.view(of: nodes[node]).real("epsilon") ?? 1e-5
    let channels = [dims[1]] + Array(repeating: Dim.known(1), count: dims.count - 2)
    if let scale = reader(output(unfolding), "Mul"), let factor = other(scale, than: output(unfolding)),
      perChannel(factor, channels), let shift = reader(output(scale), "Add"),
      let addend = other(shift, than: output(scale)), perChannel(addend, channels)
    {
      layer.affine = true
      return Pattern(
        operation: .groupNorm(layer), input: x, nodes: [folding, node, unfolding, scale, shift],
        weights: [("weight", factor), ("bias", addend)])
    }
    return Pattern(operation: .groupNorm(layer), input: x, nodes: [folding, node, unfolding])
  }

  /// Whether a constant has one number for each channel of a map.
  private func perChannel(_ name: String, _ channels: [Dim]) -> Bool {
    let value = value(name)
    return value.isConstant && (value.dims == channels || value.dims == [1] + channels)
  }

  /// The channels as a table of groups, which is transposed: one channel of each group in turn.
  func channelShuffle(_ node: Int) -> Pattern? {
    guard let folding = producer(input(node), "Reshape"), let unfolding = reader(output(node), "Reshape"),
      let dims = value(input(folding)).dims, dims.count > 2, value(output(unfolding)).dims == dims,
      let folded = value(input(node)).dims, folded.count == dims.count + 1, folded[0] == dims[0],
      Array(folded.dropFirst(3)) == Array(dims.dropFirst(2)), let groups = folded[1].value, groups > 0,
      inference.view(of: nodes[node]).integers("perm") == [0, 2, 1] + Array(3..<folded.count)
    else { return nil }
    var layer = ChannelShuffle()
    layer.groups = groups
    return Pattern(operation: .channelShuffle(layer), input: input(folding), nodes: [folding, node, unfolding])
  }
}
