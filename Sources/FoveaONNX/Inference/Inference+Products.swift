/// Operators that multiply matrices, and recurrent ones.
extension Inference {
  static func gemm(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard let first = view[0].dims, let second = view[1].dims else { return output }
    guard first.count == 2, second.count == 2 else {
      throw view.error("multiplies \(first.text) and \(second.text), expected two matrices")
    }
    let left = view.integer("transA") == 1 ? Array(first.reversed()) : first
    let right = view.integer("transB") == 1 ? Array(second.reversed()) : second
    if left[1].contradicts(right[0]) { throw view.error("multiplies \(left.text) and \(right.text)") }
    output.dims = [left[0], right[1]]
    return output
  }

  static func matmul(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard var first = view[0].dims, var second = view[1].dims else { return output }
    guard !first.isEmpty, !second.isEmpty else { throw view.error("multiplies \(first.text) and \(second.text)") }
    let (isRow, isColumn) = (first.count == 1, second.count == 1)
    if isRow { first = [1] + first }
    if isColumn { second = second + [1] }
    guard !first[first.count - 1].contradicts(second[second.count - 2]),
      var dims = [Dim].broadcast(Array(first.dropLast(2)), Array(second.dropLast(2)))
    else { throw view.error("multiplies \(first.text) and \(second.text)") }
    if !isRow { dims.append(first[first.count - 2]) }
    if !isColumn { dims.append(second[second.count - 1]) }
    output.dims = dims
    return output
  }

  static func einsum(_ view: NodeView) throws(ONNXError) -> InferredValue {
    var output = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard let sum = Einsum(view.text("equation") ?? "") else { return output }
    guard sum.operands.count == view.count else {
      throw view.error("has an equation of \(sum.operands.count) operands, and \(view.count)")
    }
    guard let extents = try sum.extents(view) else { return output }
    output.dims = sum.result.map { extents[$0] ?? .unknown }
    return output
  }

  /// The outputs of an LSTM, a GRU or a simple recurrent layer: all steps, the last one, and the last cell.
  static func recurrent(_ view: NodeView) -> [InferredValue] {
    let unknown = InferredValue(view[0].type, nil, isConstant: view.isConstant)
    guard let dims = view[0].dims, dims.count == 3, let size = view.integer("hidden_size") else {
      return Array(repeating: unknown, count: 3)
    }
    let directions: Dim = view.text("direction") == "bidirectional" ? 2 : 1
    let isBatchFirst = view.integer("layout") == 1
    var (steps, last) = (unknown, unknown)
    let (length, batch) = isBatchFirst ? (dims[1], dims[0]) : (dims[0], dims[1])
    steps.dims = isBatchFirst ? [batch, length, directions, .known(size)] : [length, directions, batch, .known(size)]
    last.dims = isBatchFirst ? [batch, directions, .known(size)] : [directions, batch, .known(size)]
    return [steps, last, last]
  }
}

/// A sum of products by the letters of its axes, `bhij,hkj->bhik`.
struct Einsum {
  let operands: [[Character]]
  let result: [Character]

  /// Reads an equation without dots.
  init?(_ equation: String) {
    let text = equation.filter { $0 != " " }
    guard text.utf8.count <= 256, !text.contains("."), let arrow = text.firstRange(of: "->") else { return nil }
    operands = text[..<arrow.lowerBound].split(separator: ",", omittingEmptySubsequences: false).map { Array($0) }
    result = Array(text[arrow.upperBound...])
  }

  /// The extent of each letter; nil where an operand's axes are not known.
  func extents(_ view: NodeView) throws(ONNXError) -> [Character: Dim]? {
    var extents: [Character: Dim] = [:]
    for (index, letters) in operands.enumerated() {
      guard let dims = view[index].dims else { return nil }
      guard dims.count == letters.count else {
        throw view.error("names \(letters.count) axes of \(dims.text)")
      }
      for (letter, dim) in zip(letters, dims) {
        if let other = extents[letter], other.contradicts(dim), other != 1, dim != 1 {
          throw view.error("has \(other) and \(dim) for `\(letter)`")
        }
        if extents[letter]?.value == nil || extents[letter] == 1 { extents[letter] = dim }
      }
    }
    return extents
  }
}
