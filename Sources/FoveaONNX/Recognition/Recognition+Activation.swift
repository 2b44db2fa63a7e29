import FoveaGraph

extension Recognition {
  /// The activation that a node is by itself, with its weights.
  func activation(
    _ node: Int, _ view: NodeView
  ) -> (operation: Operation, weights: [(array: String, value: String)])? {
    switch view.node.type {
    case "Relu": return (.relu(ReLU()), [])
    case "Sigmoid": return (.sigmoid(Sigmoid()), [])
    case "Tanh": return (.tanh(Tanh()), [])
    case "HardSwish": return (.hardswish(Hardswish()), [])
    case "HardSigmoid": return index.isSixth(node) ? (.hardsigmoid(Hardsigmoid()), []) : nil
    case "Mish": return (.mish(Mish()), [])
    case "Gelu":
      var layer = GELU()
      layer.approximate = view.text("approximate") == "tanh" ? .tanh : .none
      return (.gelu(layer), [])
    case "LeakyRelu":
      var layer = LeakyReLU()
      layer.slope = Double(Float(view.real("alpha") ?? 0.01).description) ?? 0.01
      return (.leakyRelu(layer), [])
    case "Elu":
      var layer = ELU()
      layer.alpha = Double(Float(view.real("alpha") ?? 1).description) ?? 1
      return (.elu(layer), [])
    case "Softplus": return (.softplus(Softplus()), [])
    case "Clip": return index.bounds(node).flatMap(Self.clip).map { ($0, []) }
    case "PRelu":
      guard let map = shape(view.node.inputs[0]), view[1].isConstant, let count = view[1].dims?.product else {
        return nil
      }
      var layer = PReLU()
      layer.perChannel = count > 1
      guard count == 1 || map.channels.value == count else { return nil }
      return (.prelu(layer), weight("weight", view, 1))
    case "Softmax":
      guard let map = shape(view.node.inputs[0]), let channels = map.channelAxis else { return nil }
      let rank = map.extents.count + 1
      let axis = view.integer("axis") ?? (view.opset < 13 ? 1 : -1)
      // Before version 13 all axes behind it were one.
      guard (axis < 0 ? axis + rank : axis) == channels + 1, view.opset >= 13 || channels + 2 == rank else {
        return nil
      }
      return (.softmax(Softmax()), [])
    default: return nil
    }
  }

  private static func clip(_ bounds: (low: Double, high: Double)) -> Operation? {
    switch bounds {
    case (0, 6): return .relu6(ReLU6())
    case (0, .infinity): return .relu(ReLU())
    default:
      guard bounds.low.isFinite, bounds.high.isFinite, bounds.low <= bounds.high else { return nil }
      var layer = Hardtanh()
      (layer.least, layer.greatest) = bounds
      return .hardtanh(layer)
    }
  }
}
