import FoveaText

/// Operators that put values under other axes.
extension Inference {
  static func shape(_ view: NodeView) throws(ONNXError) -> InferredValue {
    guard let dims = view[0].dims else { return InferredValue(.int64, [.unknown]) }
    func bound(_ value: Int) -> Int { min(max(value < 0 ? value + dims.count : value, 0), dims.count) }
    let start = bound(view.integer("start") ?? 0)
    let end = bound(view.integer("end") ?? dims.count)
    return .vector(start < end ? Array(dims[start..<end]) : [])
  }

  static func transpose(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard let dims = view[0].dims else { return output }
    let order = view.integers("perm") ?? Array(dims.indices.reversed())
    guard order.count == dims.count, Set(order) == Set(dims.indices) else {
      throw view.error("has the order \(order), which is none of \(dims.count) axes")
    }
    output.dims = order.map { dims[$0] }
    if let numbers = view[0].numbers, let shape = dims.known {
      let strides = Places.strides(shape)
      output.numbers = numbers.picked(Places.gather(order.map { shape[$0] }, strides: order.map { strides[$0] }))
    }
    return output
  }

  /// The extents that are stated for as many values: 0 keeps an extent, -1 follows from the others.
  static func reshape(_ view: NodeView) throws(ONNXError) -> InferredValue {
    let input = view[0]
    var output = InferredValue(input.type, nil, input.numbers, isConstant: view.isConstant)
    guard let stated = view[1].numbers?.integers ?? view.integers("shape").map({ $0.map { .known($0) } }) else {
      output.numbers = nil
      if let count = view[1].dims?.first?.value, count <= StoredTensor.mostAxes {
        output.dims = Array(repeating: .unknown, count: count)
      }
      return output
    }
    guard let dims = input.dims else {
      output.numbers = nil
      output.dims = stated.map { $0 == 0 || $0 == -1 ? .unknown : $0 }
      return output
    }
    let keepsZero = view.integer("allowzero") == 1
    var target: [Dim] = []
    for (axis, dim) in stated.enumerated() {
      if dim == 0, !keepsZero {
        guard axis < dims.count else { throw view.error("keeps the extent \(axis) of \(dims.text), which has none") }
        target.append(dims[axis])
      } else {
        target.append(dim)
      }
    }
    output.dims = try resolved(target, of: dims, view)
    return output
  }

  /// The extents with the one that follows from the others.
  private static func resolved(_ target: [Dim], of dims: [Dim], _ view: NodeView) throws(ONNXError) -> [Dim] {
    let open = target.indices.filter { target[$0] == -1 }
    guard open.count <= 1, !target.contains(where: { $0.value.map { $0 < -1 } == true }) else {
      throw view.error("has the shape \(target.text), of which one extent at most can follow from the others")
    }
    var rest = dims
    var others: [Dim] = []
    for (axis, dim) in target.enumerated() where !open.contains(axis) {
      // The same name on both sides cancels out.
      if dim.value == nil, dim != .unknown, let same = rest.firstIndex(of: dim) {
        rest.remove(at: same)
      } else {
        others.append(dim)
      }
    }
    guard let axis = open.first else {
      if let count = rest.product, let wanted = others.product, count != wanted {
        throw view.error("cannot give \(dims.text) the shape \(target.text)")
      }
      return target
    }
    var result = target
    result[axis] = .unknown
    guard let divisor = others.product else { return result }
    let names = rest.filter { $0.value == nil }
    guard let product = rest.filter({ $0.value != nil }).product else { return result }
    guard divisor > 0, product % divisor == 0 else {
      if names.isEmpty, divisor != 0 { throw view.error("cannot give \(dims.text) the shape \(target.text)") }
      return result
    }
    if names.isEmpty { result[axis] = .known(product / divisor) }
    if names.count == 1, product == divisor { result[axis] = names[0] }
    return result
  }

  static func flatten(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, [.unknown, .unknown], view[0].numbers, isConstant: view.isConstant)
    guard let dims = view[0].dims else { return output }
    let stated = view.integer("axis") ?? 1
    let axis = stated == dims.count ? stated : try view.axis(stated, rank: max(dims.count, 1))
    output.dims = [dims[..<axis].reduce(1, *), dims[axis...].reduce(1, *)]
    return output
  }

  static func squeeze(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, nil, view[0].numbers, isConstant: view.isConstant)
    guard let dims = view[0].dims, let axes = try view.axes(input: 1, rank: dims.count) else { return output }
    let removed = axes.isEmpty ? dims.indices.filter { dims[$0] == 1 } : axes
    for axis in removed where dims[axis].contradicts(1) {
      throw view.error("cannot drop the axis \(axis) of \(dims.text), whose extent is not 1")
    }
    output.dims = dims.indices.filter { !removed.contains($0) }.map { dims[$0] }
    return output
  }

  static func unsqueeze(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, nil, view[0].numbers, isConstant: view.isConstant)
    guard let dims = view[0].dims, let stated = view.integers("axes") ?? view[1].integers else { return output }
    guard stated.count + dims.count <= StoredTensor.mostAxes else { throw view.error("adds too many axes") }
    var axes: Set<Int> = []
    for axis in stated { axes.insert(try view.axis(axis, rank: dims.count + stated.count)) }
    guard axes.count == stated.count else { throw view.error("adds an axis twice") }
    var rest = dims.makeIterator()
    output.dims = (0..<dims.count + stated.count).map { axes.contains($0) ? 1 : rest.next() ?? .unknown }
    return output
  }

  static func concat(_ view: NodeView) throws(ONNXError) -> InferredValue {
    let parts = view.all
    var output = InferredValue(parts.first?.type, nil, isConstant: view.isConstant)
    let ranks = Set(parts.compactMap(\.rank))
    guard ranks.count <= 1 else { throw view.error("joins values with different numbers of axes") }
    guard let rank = ranks.first, rank > 0 else { return output }
    let axis = try view.axis(view.integer("axis") ?? 1, rank: rank)
    var dims = Array(repeating: Dim.unknown, count: rank)
    var sum: Dim = 0
    for part in parts {
      guard let own = part.dims else {
        sum = .unknown
        continue
      }
      sum = sum + own[axis]
      for other in dims.indices where other != axis {
        if own[other].contradicts(dims[other]) {
          throw view.error("cannot join \(parts.compactMap { $0.dims?.text }.joined(separator: " and ").excerpt)")
        }
        if dims[other].value == nil, own[other] != .unknown { dims[other] = own[other] }
      }
    }
    dims[axis] = sum
    output.dims = dims
    let numbers = parts.compactMap(\.numbers)
    if rank == 1, numbers.count == parts.count { output.numbers = Numbers.joined(numbers) }
    if rank > 1, numbers.count == parts.count, let all = Numbers.joined(numbers) {
      output.numbers = joined(all, parts.compactMap { $0.dims?.known }, axis)
    }
    return output
  }

  private static func joined(_ all: Numbers, _ shapes: [[Int]], _ axis: Int) -> Numbers? {
    guard let first = shapes.first, all.count <= Numbers.limit else { return nil }
    let outer = first[..<axis].reduce(1, *)
    let inner = shapes.map { $0[axis...].reduce(1, *) }
    var places: [Int] = []
    for row in 0..<outer {
      var start = 0
      for (shape, length) in zip(shapes, inner) {
        places += start + row * length..<start + (row + 1) * length
        start += shape.reduce(1, *)
      }
    }
    return all.picked(places)
  }

  static func split(_ view: NodeView) throws(ONNXError) -> [InferredValue] {
    let outputs = view.node.outputs.count
    let part = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard let dims = view[0].dims, !dims.isEmpty else { return Array(repeating: part, count: outputs) }
    let axis = try view.axis(view.integer("axis") ?? 0, rank: dims.count)
    let stated = view.integers("split") ?? (view.has(1) ? view[1].integers : nil)
    var sizes: [Dim] = Array(repeating: .unknown, count: outputs)
    if let stated {
      guard stated.count == outputs, !stated.contains(where: { $0 < 0 }) else {
        throw view.error("splits into \(stated.count) parts, but gives \(outputs)")
      }
      sizes = stated.map { .known($0) }
      if let sum = sizes.reduce(0, +).value, let extent = dims[axis].value, sum != extent {
        throw view.error("splits \(extent) into parts of \(sum) in all")
      }
    } else if !view.has(1), let extent = dims[axis].value, outputs > 0 {
      let size = extent / outputs + (extent % outputs == 0 ? 0 : 1)
      sizes = (0..<outputs).map { .known(max(min(size, extent - $0 * size), 0)) }
    }
    var start = 0
    return sizes.map { size in
      var output = part
      output.dims = dims
      output.dims?[axis] = size
      if dims.count == 1, let numbers = view[0].numbers, let size = size.value, start + size <= numbers.count {
        output.numbers = numbers.picked(Array(start..<start + size))
        start += size
      }
      return output
    }
  }

  static func expand(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard let dims = view[0].dims, let target = view[1].numbers?.integers else {
      if let rank = view[0].rank, let count = view[1].dims?.first?.value, count <= StoredTensor.mostAxes {
        output.dims = Array(repeating: .unknown, count: max(rank, count))
      }
      return output
    }
    guard let result = [Dim].broadcast(dims, target) else {
      throw view.error("cannot repeat \(dims.text) to \(target.text)")
    }
    output.dims = result
    if let numbers = view[0].numbers, let from = dims.known, let shape = result.known, let count = result.product,
      count <= Numbers.limit
    {
      output.numbers = numbers.picked(Places.broadcast(from, to: shape))
    }
    return output
  }

  static func tile(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard let dims = view[0].dims else { return output }
    output.dims = Array(repeating: .unknown, count: dims.count)
    guard let times = view[1].numbers?.integers else { return output }
    guard times.count == dims.count else {
      throw view.error("repeats \(times.count) axes, but there are \(dims.count)")
    }
    output.dims = zip(dims, times).map { $0 * $1 }
    if dims.count == 1, let numbers = view[0].numbers, let count = times.first?.value, count >= 0,
      let all = output.dims?.product, all <= Numbers.limit
    {
      output.numbers = numbers.picked((0..<count).flatMap { _ in 0..<numbers.count })
    }
    return output
  }
}
