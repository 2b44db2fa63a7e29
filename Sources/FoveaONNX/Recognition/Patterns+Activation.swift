import FoveaGraph

extension NodeIndex {
  /// Whether a number is another but for the rounding to 32 bits.
  static func isClose(_ value: Double?, _ expected: Double) -> Bool {
    guard let value else { return false }
    return (value - expected).magnitude <= 1e-5 * max(expected.magnitude, 1e-3)
  }

  /// `x · σ(x)`.
  func silu(_ node: Int) -> Pattern? {
    let x = input(node)
    guard let product = reader(output(node), "Mul"), other(product, than: output(node)) == x else { return nil }
    return Pattern(operation: .silu(SiLU()), input: x, nodes: [node, product])
  }

  /// `x · min(max(x / 6 + 1 / 2, 0), 1)`.
  func hardswish(_ node: Int) -> Pattern? {
    let x = input(node)
    guard isSixth(node), let product = reader(output(node), "Mul"), other(product, than: output(node)) == x else {
      return nil
    }
    return Pattern(operation: .hardswish(Hardswish()), input: x, nodes: [node, product])
  }

  /// Whether a node is the hard sigmoid with the slope 1/6, that of PyTorch, and not ONNX's own, which is 1/5.
  func isSixth(_ node: Int) -> Bool {
    let view = inference.view(of: nodes[node])
    return Self.isClose(view.real("alpha") ?? 0.2, 1 / 6) && Self.isClose(view.real("beta") ?? 0.5, 0.5)
  }

  /// `min(max(x + 3, 0), 6) / 6`, and its product with `x` before or after the division.
  func clippedSwish(_ node: Int) -> Pattern? {
    let bounds = bounds(node)
    guard bounds.map({ $0 == 0 && $1 == 6 }) == true, let sum = producer(input(node), "Add"),
      let (three, x) = number(sum), three == 3
    else { return nil }
    if let product = reader(output(node), "Mul"), other(product, than: output(node)) == x,
      let quotient = sixth(of: output(product))
    {
      return Pattern(operation: .hardswish(Hardswish()), input: x, nodes: [sum, node, product, quotient])
    }
    guard let quotient = sixth(of: output(node)) else { return nil }
    if let product = reader(output(quotient), "Mul"), other(product, than: output(quotient)) == x {
      return Pattern(operation: .hardswish(Hardswish()), input: x, nodes: [sum, node, quotient, product])
    }
    return Pattern(operation: .hardsigmoid(Hardsigmoid()), input: x, nodes: [sum, node, quotient])
  }

  /// The node that divides a value by six.
  private func sixth(of name: String) -> Int? {
    guard let node = reader(name, "Div", "Mul"), let (value, other) = number(node), other == name else { return nil }
    if nodes[node].type == "Mul" { return Self.isClose(value, 1 / 6) ? node : nil }
    return nodes[node].inputs[0] == name && value == 6 ? node : nil
  }

  /// The bounds of a node that moves values to them.
  func bounds(_ node: Int) -> (low: Double, high: Double)? {
    let view = inference.view(of: nodes[node])
    let low = view.has(1) ? constant(nodes[node].inputs[1]) : view.real("min") ?? -.infinity
    let high = view.has(2) ? constant(nodes[node].inputs[2]) : view.real("max") ?? .infinity
    guard let low, let high else { return nil }
    // Old versions state the largest number for no bound.
    return (low <= -3.4e38 ? -.infinity : low, high >= 3.4e38 ? .infinity : high)
  }

  /// `x · tanh(ln(1 + eˣ))`.
  func mish(_ node: Int) -> Pattern? {
    guard let inner = producer(input(node), "Softplus"), let product = reader(output(node), "Mul"),
      other(product, than: output(node)) == input(inner)
    else { return nil }
    return Pattern(operation: .mish(Mish()), input: input(inner), nodes: [inner, node, product])
  }

  /// `x / 2 · (1 + erf(x / √2))`, with the half anywhere.
  func gelu(_ node: Int) -> Pattern? {
    guard let scaled = producer(input(node), "Div", "Mul"), let (value, x) = number(scaled) else { return nil }
    let isScaled =
      nodes[scaled].type == "Mul"
      ? Self.isClose(value, 0.5.squareRoot())
      : nodes[scaled].inputs[0] == x && Self.isClose(value, 2.0.squareRoot())
    guard isScaled, let tail = halfOfOnePlus(output(node), times: x) else { return nil }
    return Pattern(operation: .gelu(GELU()), input: x, nodes: [scaled, node] + tail)
  }

  /// `x / 2 · (1 + tanh(√(2 / π) · (x + 0.044715 · x³)))`.
  func tanhGelu(_ node: Int) -> Pattern? {
    guard let scaled = producer(input(node), "Mul"), let (value, inner) = number(scaled),
      Self.isClose(value, (2 / Double.pi).squareRoot()), let sum = producer(inner, "Add")
    else { return nil }
    for (x, term) in [(0, 1), (1, 0)].map({ (nodes[sum].inputs[$0], nodes[sum].inputs[$1]) }) {
      guard let product = producer(term, "Mul"), let (factor, cube) = number(product), Self.isClose(factor, 0.044715),
        let power = producer(cube, "Pow"), input(power) == x, constant(nodes[power].inputs[1]) == 3,
        let tail = halfOfOnePlus(output(node), times: x)
      else { continue }
      var operation = GELU()
      operation.approximate = .tanh
      return Pattern(operation: .gelu(operation), input: x, nodes: [power, product, sum, scaled, node] + tail)
    }
    return nil
  }

  /// The nodes of `x · (1 + t) / 2` behind `t`.
  private func halfOfOnePlus(_ t: String, times x: String) -> [Int]? {
    guard let sum = reader(t, "Add"), let (one, _) = number(sum), one == 1, let first = reader(output(sum), "Mul"),
      let factor = other(first, than: output(sum))
    else { return nil }
    if factor == x, let half = reader(output(first), "Mul", "Div"), isHalf(half) { return [sum, first, half] }
    if constant(factor) == 0.5, let second = reader(output(first), "Mul"), other(second, than: output(first)) == x {
      return [sum, first, second]
    }
    if let half = producer(factor, "Mul", "Div"), isHalf(half), nodes[half].inputs.contains(x) {
      return [half, sum, first]
    }
    return nil
  }

  private func isHalf(_ node: Int) -> Bool {
    guard let (value, _) = number(node) else { return false }
    return value == (nodes[node].type == "Mul" ? 0.5 : 2)
  }
}
