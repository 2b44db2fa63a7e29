/// Operators that give one value for several, and those that make values of a shape.
extension Inference {
  static func reduction(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard let dims = view[0].dims, let stated = try view.axes(input: 1, rank: dims.count) else { return output }
    if stated.isEmpty, view.integer("noop_with_empty_axes") == 1 { return view[0] }
    let axes = Set(stated.isEmpty ? Array(dims.indices) : stated)
    let keeps = view.integer("keepdims") ?? 1 == 1
    output.dims = dims.indices.compactMap { axes.contains($0) ? (keeps ? 1 : nil) : dims[$0] }
    guard axes.count == dims.count, case .integers(let values) = view[0].numbers else { return output }
    switch view.node.type {
    case "ReduceProd": output.numbers = .integers([values.reduce(1, *)])
    case "ReduceSum": output.numbers = .integers([values.reduce(0, +)])
    case "ReduceMax": output.numbers = values.known?.max().map { .integers([.known($0)]) }
    case "ReduceMin": output.numbers = values.known?.min().map { .integers([.known($0)]) }
    default: break
    }
    return output
  }

  static func position(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(.int64, nil, isConstant: view.isConstant)
    guard let dims = view[0].dims, !dims.isEmpty else { return output }
    let axis = try view.axis(view.integer("axis") ?? 0, rank: dims.count)
    let keeps = view.integer("keepdims") ?? 1 == 1
    output.dims = dims.indices.compactMap { $0 == axis ? (keeps ? 1 : nil) : dims[$0] }
    return output
  }

  static func constant(_ view: NodeView) throws(ONNXError) -> InferredValue {
    for (name, value) in view.node.attributes {
      switch (name, value) {
      case ("value", .tensor(let tensor)): return try InferredValue(tensor)
      case ("value_int", .integer(let value)):
        return InferredValue(.int64, [], .integers([.known(value)]), isConstant: true)
      case ("value_ints", .integers(let values)): return .vector(values.map { .known($0) })
      case ("value_float", .float(let value)):
        return InferredValue(.float32, [], .reals([Double(value)]), isConstant: true)
      case ("value_floats", .floats(let values)):
        return InferredValue(.float32, [.known(values.count)], .reals(values.map(Double.init)), isConstant: true)
      case ("value_string", _): return InferredValue(.string, [], isConstant: true)
      case ("value_strings", .texts(let values)):
        return InferredValue(.string, [.known(values.count)], isConstant: true)
      default: break
      }
    }
    throw view.error("has no value that is read")
  }

  static func constantOfShape(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var value = InferredValue(.float32, [], .reals([0]), isConstant: true)
    if case .tensor(let tensor) = view.node.attributes["value"] { value = try InferredValue(tensor) }
    // An extent that only has a name leaves nothing of the input in the values.
    var output = InferredValue(value.type, nil, isConstant: view[0].numbers != nil || view.isConstant)
    guard let dims = view[0].numbers?.integers else {
      if let rank = view[0].dims?.first?.value, rank <= StoredTensor.mostAxes {
        output.dims = Array(repeating: .unknown, count: rank)
      }
      return output
    }
    guard !dims.contains(where: { $0.value.map { $0 < 0 } == true }), dims.count <= StoredTensor.mostAxes else {
      throw view.error("has the shape \(dims.text)")
    }
    output.dims = dims
    if let count = dims.product, count <= Numbers.limit, value.numbers?.count == 1 {
      output.numbers = value.numbers?.picked(Array(repeating: 0, count: count))
    }
    return output
  }

  static func range(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, [.unknown], isConstant: view.isConstant)
    if let start = view[0].integers?.first, let end = view[1].integers?.first, let step = view[2].integers?.first {
      guard step != 0 else { throw view.error("has a step of 0") }
      let (length, overflow) = end.subtractingReportingOverflow(start)
      guard !overflow, step != .min else { return output }
      let count = length.signum() == step.signum() ? (abs(length) - 1) / abs(step) + 1 : 0
      output.dims = [.known(count)]
      if count <= Numbers.limit { output.numbers = .integers((0..<count).map { .known(start + $0 * step) }) }
    } else if let start = view[0].scalar, let end = view[1].scalar, let step = view[2].scalar, step != 0 {
      let count = max(((end - start) / step).rounded(.up), 0)
      guard count < 0x1p40 else { return output }
      output.dims = [.known(Int(count))]
      if Int(count) <= Numbers.limit, view[0].numbers?.integers == nil {
        output.numbers = .reals((0..<Int(count)).map { start + Double($0) * step })
      }
    }
    return output
  }

  static func nonZero(_ view: NodeView) -> InferredValue {
    var output = InferredValue(
      .int64, [view[0].rank.map { .known($0) } ?? .unknown, .unknown], isConstant: view.isConstant)
    guard let shape = view[0].dims?.known, let values = view[0].numbers?.reals else { return output }
    let places = values.indices.filter { values[$0] != 0 }
    output.dims = [.known(shape.count), .known(places.count)]
    let strides = Places.strides(shape)
    output.numbers = .integers(
      shape.indices.flatMap { axis in places.map { .known($0 / strides[axis] % shape[axis]) } })
    return output
  }

  static func topK(_ view: NodeView) throws(ONNXError) -> [InferredValue] {
    var output = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard var dims = view[0].dims, !dims.isEmpty else { return [output, output] }
    let axis = try view.axis(view.integer("axis") ?? -1, rank: dims.count)
    dims[axis] = (view.integer("k").map { .known($0) } ?? view[1].numbers?.integers?.first) ?? .unknown
    output.dims = dims
    return [output, InferredValue(.int64, dims, isConstant: view.isConstant)]
  }

  static func oneHot(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[2].type, nil, isConstant: view.isConstant)
    guard var dims = view[0].dims else { return output }
    let axis = try view.axis(view.integer("axis") ?? -1, rank: dims.count + 1)
    dims.insert(view[1].numbers?.integers?.first ?? .unknown, at: axis)
    output.dims = dims
    return output
  }
}
