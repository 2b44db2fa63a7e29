/// Operators with a window that slides over a map, and those that resize maps.
extension Inference {
  static func convolution(_ view: NodeView, weight index: Int = 1) throws(ONNXError) -> InferredValue {
    let (input, weight) = (view[0], view[index])
    var output = InferredValue(input.type, nil, isConstant: view.isConstant)
    guard let dims = input.dims, let weights = weight.dims else { return output }
    guard dims.count >= 3, weights.count == dims.count else {
      throw view.error("applies kernels \(weights.text) to \(dims.text)")
    }
    let groups = view.integer("group") ?? 1
    guard groups > 0 else { throw view.error("has \(groups) groups") }
    let depth = weights[1] * .known(groups)
    if depth.contradicts(dims[1]) {
      throw view.error("has kernels for \(depth) channels, but the map \(dims.text) has \(dims[1])")
    }
    if let out = weights[0].value, out % groups != 0 {
      throw view.error("has \(out) kernels, which do not divide into \(groups) groups")
    }
    output.dims = [dims[0], weights[0]] + Array(repeating: .unknown, count: dims.count - 2)
    guard let window = try WindowAttributes(view, kernel: Array(weights.dropFirst(2)).known) else { return output }
    guard window.rank == dims.count - 2 else { throw view.error("has a window of \(window.rank) axes on \(dims.text)") }
    for axis in 0..<window.rank { output.dims?[axis + 2] = try window.count(dims[axis + 2], axis, view) }
    return output
  }

  static func transposedConvolution(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard let dims = view[0].dims, let weights = view[1].dims else { return output }
    guard dims.count >= 3, weights.count == dims.count else {
      throw view.error("applies kernels \(weights.text) to \(dims.text)")
    }
    if weights[0].contradicts(dims[1]) {
      throw view.error("has kernels for \(weights[0]) channels, but the map \(dims.text) has \(dims[1])")
    }
    output.dims =
      [dims[0], weights[1] * .known(view.integer("group") ?? 1)]
      + Array(repeating: .unknown, count: dims.count - 2)
    guard let window = try WindowAttributes(view, kernel: Array(weights.dropFirst(2)).known),
      window.rank == dims.count - 2
    else { return output }
    let added = view.integers("output_padding") ?? Array(repeating: 0, count: window.rank)
    let stated = view.integers("output_shape").map { Array($0.suffix(window.rank)) }
    guard added.count == window.rank, stated.map({ $0.count == window.rank }) ?? true else {
      throw view.error("has a window of \(window.rank) axes and another number of output rows")
    }
    for axis in 0..<window.rank {
      output.dims?[axis + 2] = try window.transposedCount(
        dims[axis + 2], axis, added: added[axis], stated: stated?[axis], view)
    }
    return output
  }

  static func pooling(_ view: NodeView) throws(ONNXError) -> [InferredValue] {
    var output = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard let dims = view[0].dims else { return [output, output] }
    guard let window = try WindowAttributes(view), window.rank == dims.count - 2 else {
      throw view.error("has no window for \(dims.text)")
    }
    output.dims = dims
    for axis in 0..<window.rank { output.dims?[axis + 2] = try window.count(dims[axis + 2], axis, view) }
    return [output, InferredValue(.int64, output.dims, isConstant: view.isConstant)]
  }

  static func globalPooling(_ view: NodeView) -> InferredValue {
    InferredValue(
      view[0].type, view[0].dims.map { $0.enumerated().map { $0.offset < 2 ? $0.element : 1 } },
      isConstant: view.isConstant)
  }

  /// A map in another size, by stated extents or by factors.
  static func resize(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard let dims = view[0].dims else { return output }
    output.dims = Array(repeating: .unknown, count: dims.count)
    let isOld = view.node.type == "Upsample" || view.opset < 11
    let axes =
      try view.integers("axes").map { axes throws(ONNXError) in
        try axes.map { axis throws(ONNXError) in try view.axis(axis, rank: dims.count) }
      } ?? Array(dims.indices)
    if view.has(3), view[3].dims != [0] {
      if let policy = view.text("keep_aspect_ratio_policy"), policy != "stretch" { return output }
      guard let sizes = view[3].numbers?.integers else { return output }
      guard sizes.count == axes.count else { throw view.error("states \(sizes.count) extents of \(axes.count)") }
      output.dims = dims
      for (axis, size) in zip(axes, sizes) { output.dims?[axis] = size }
      return output
    }
    let scales: [Double]?
    if case .floats(let stated) = view.node.attributes["scales"] {
      scales = stated.map(Double.init)
    } else {
      scales = view[isOld ? 1 : 2].numbers?.reals
    }
    guard let scales else { return output }
    guard scales.count == axes.count, scales.allSatisfy({ $0 > 0 && $0 < 0x1p20 }) else {
      throw view.error("states \(scales.count) factors of \(axes.count)")
    }
    output.dims = dims
    for (axis, scale) in zip(axes, scales) {
      if scale == 1 { continue }
      // The factors are of 32 bits, and the product is rounded down.
      output.dims?[axis] = dims[axis].value.map { .known(Int((Float($0) * Float(scale)).rounded(.down))) } ?? .unknown
    }
    return output
  }

  static func depthToSpace(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard let dims = view[0].dims, let size = view.integer("blocksize") else { return output }
    guard dims.count == 4, (1...1_000_000).contains(size) else {
      throw view.error("has blocks of \(size) on \(dims.text)")
    }
    let block = Dim.known(size)
    if view.node.type == "SpaceToDepth" {
      for axis in 2...3 where dims[axis].value.map({ $0 % size != 0 }) == true {
        throw view.error("has blocks of \(size) on \(dims.text)")
      }
      output.dims = [dims[0], dims[1] * block * block, dims[2] / block, dims[3] / block]
    } else {
      if let channels = dims[1].value, channels % (size * size) != 0 {
        throw view.error("has blocks of \(size) on \(dims.text)")
      }
      output.dims = [dims[0], dims[1] / (block * block), dims[2] * block, dims[3] * block]
    }
    return output
  }
}
