extension Tensor {
  /// The axes in another order: axis `i` of the result is axis `order[i]` of this tensor.
  public func permuted(_ order: [Int]) throws(NumericsError) -> Tensor {
    guard order.sorted() == Array(0..<rank) else {
      throw .attribute("\(order) is no order of \(rank) axes")
    }
    let own = strides
    let shape = order.map { self.shape[$0] }
    var result: [Element] = []
    result.reserveCapacity(count)
    var index = Array(repeating: 0, count: rank)
    let steps = order.map { own[$0] }
    guard let width = shape.last, let step = steps.last, count > 0 else { return Tensor(trusted: shape, elements) }
    for _ in 0..<count / width {
      var source = 0
      for axis in index.indices { source += index[axis] * steps[axis] }
      for column in 0..<width { result.append(elements[source + column * step]) }
      advance(&index, in: shape, skippingLast: 1)
    }
    return Tensor(trusted: shape, result)
  }
}
