/// Operators that take some of the values, or put values around them.
extension Inference {
  /// What a slice takes of each axis, where it is known.
  struct Slice {
    var start: Int
    var step: Int
    var count: Int
  }

  /// What is taken of each axis; nil where that is not known, and for an axis of which all is taken.
  ///
  /// - Returns: nil where not even the axes are known.
  static func slices(_ view: NodeView) throws(ONNXError) -> [Slice??]? {
    guard let dims = view[0].dims else { return nil }
    let starts = view.integers("starts").map { $0.map(Dim.known) } ?? view[1].numbers?.integers
    let ends = view.integers("ends").map { $0.map(Dim.known) } ?? view[2].numbers?.integers
    let count = starts?.count ?? ends?.count ?? view[1].dims?.first?.value
    let stated = view.integers("axes") ?? (view.has(3) ? view[3].integers : count.map { Array(0..<$0) })
    guard let count, let stated, stated.count == count else { return nil }
    let steps = view.has(4) ? view[4].integers : Array(repeating: 1, count: count)
    var result: [Slice??] = Array(repeating: .some(nil), count: dims.count)
    for (index, axis) in stated.enumerated() {
      let axis = try view.axis(axis, rank: dims.count)
      guard let starts, let ends, let steps, starts.count == count, ends.count == count, steps.count == count else {
        result[axis] = .none
        continue
      }
      guard steps[index] != 0 else { throw view.error("has a step of 0") }
      result[axis] = slice(dims[axis], starts[index], ends[index], step: steps[index])
    }
    return result
  }

  private static func slice(_ dim: Dim, _ start: Dim, _ end: Dim, step: Int) -> Slice?? {
    if step == 1, start == 0, end == dim || end.value.map({ $0 >= Int(Int32.max) }) == true { return .some(nil) }
    guard let extent = dim.value, let first = start.value, let last = end.value else { return .none }
    func bounded(_ value: Int, _ least: Int, _ most: Int) -> Int {
      // A number far below zero stands for the beginning.
      min(max(value < 0 ? (value < -extent ? -1 : value + extent) : value, least), most)
    }
    if step > 0 {
      let from = max(bounded(first, 0, extent), 0)
      let to = max(bounded(last, 0, extent), 0)
      return .some(Slice(start: from, step: step, count: to > from ? (to - from - 1) / step + 1 : 0))
    }
    guard step > Int.min else { return .none }
    let from = bounded(first, -1, extent - 1)
    let to = bounded(last, -1, extent - 1)
    return .some(Slice(start: from, step: step, count: from > to ? (from - to - 1) / -step + 1 : 0))
  }

  static func slice(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard let dims = view[0].dims else { return output }
    guard let slices = try slices(view) else {
      output.dims = Array(repeating: .unknown, count: dims.count)
      return output
    }
    output.dims = zip(dims, slices).map { dim, slice in
      switch slice {
      case .none: .unknown
      case .some(nil): dim
      case .some(.some(let slice)): .known(slice.count)
      }
    }
    if let numbers = view[0].numbers, let shape = dims.known, let target = output.dims?.known {
      let strides = Places.strides(shape)
      var start = 0
      for (axis, slice) in slices.enumerated() {
        if case .some(.some(let slice)) = slice, slice.count > 0 { start += slice.start * strides[axis] }
      }
      let steps = zip(strides, slices).map { stride, slice in
        if case .some(.some(let slice)) = slice { stride * slice.step } else { stride }
      }
      output.numbers = numbers.picked(Places.gather(target, strides: steps, from: start))
    }
    return output
  }

  static func gather(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard let dims = view[0].dims, !dims.isEmpty, let indices = view[1].dims else { return output }
    let axis = try view.axis(view.integer("axis") ?? 0, rank: dims.count)
    output.dims = Array(dims[..<axis]) + indices + Array(dims[(axis + 1)...])
    guard let extent = dims[axis].value, let places = view[1].integers else { return output }
    for place in places where place < -extent || place >= extent {
      throw view.error("takes the entry \(place) of \(extent)")
    }
    guard let numbers = view[0].numbers, let shape = dims.known, let count = output.dims?.product,
      count <= Numbers.limit
    else { return output }
    let outer = shape[..<axis].reduce(1, *)
    let inner = shape[(axis + 1)...].reduce(1, *)
    output.numbers = numbers.picked(
      (0..<outer).flatMap { row in
        places.flatMap { place in
          let start = (row * extent + (place < 0 ? place + extent : place)) * inner
          return start..<start + inner
        }
      })
    return output
  }

  static func gatherND(_ view: NodeView) -> InferredValue {
    var output = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    let batch = view.integer("batch_dims") ?? 0
    guard let dims = view[0].dims, let indices = view[1].dims, let depth = indices.last?.value, depth >= 0, batch >= 0,
      depth + batch <= dims.count
    else { return output }
    output.dims = Array(indices.dropLast()) + Array(dims[(batch + depth)...])
    return output
  }

  /// The rows before and behind each axis; nil where they are not known.
  static func rows(_ view: NodeView, rank: Int) throws(ONNXError) -> [(before: Dim, after: Dim)]? {
    guard let rows = view.integers("pads").map({ $0.map(Dim.known) }) ?? view[1].numbers?.integers else { return nil }
    var axes = Array(0..<rank)
    if view.has(3) {
      guard let stated = view[3].integers else { return nil }
      axes = []
      for axis in stated { axes.append(try view.axis(axis, rank: rank)) }
    }
    guard rows.count == 2 * axes.count else {
      throw view.error("has \(rows.count) numbers of rows, expected \(2 * axes.count)")
    }
    var result: [(before: Dim, after: Dim)] = Array(repeating: (0, 0), count: rank)
    for (index, axis) in axes.enumerated() { result[axis] = (rows[index], rows[axes.count + index]) }
    return result
  }

  static func pad(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard let dims = view[0].dims else { return output }
    guard let rows = try rows(view, rank: dims.count) else {
      output.dims = Array(repeating: .unknown, count: dims.count)
      return output
    }
    output.dims = zip(dims, rows).map { $0 + $1.before + $1.after }
    if rows.allSatisfy({ $0.before == 0 && $0.after == 0 }) { output.numbers = view[0].numbers }
    return output
  }

  static func scatterND(_ view: NodeView) -> InferredValue {
    var output = InferredValue(view[0].type, view[0].dims, isConstant: view.isConstant)
    guard view.text("reduction") ?? "none" == "none", let shape = view[0].dims?.known,
      let depth = view[1].dims?.last?.value,
      depth > 0, depth <= shape.count, let indices = view[1].integers, let old = view[0].numbers,
      let new = view[2].numbers, let all = Numbers.joined([old, new])
    else { return output }
    let strides = Places.strides(shape)
    let run = shape[depth...].reduce(1, *)
    var places = Array(0..<old.count)
    for row in 0..<indices.count / depth {
      var start = 0
      for axis in 0..<depth {
        let index = indices[row * depth + axis]
        guard index >= -shape[axis], index < shape[axis] else { return output }
        start += (index < 0 ? index + shape[axis] : index) * strides[axis]
      }
      guard (row + 1) * run <= new.count else { return output }
      for offset in 0..<run { places[start + offset] = old.count + row * run + offset }
    }
    output.numbers = all.picked(places)
    return output
  }
}
