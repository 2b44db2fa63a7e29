extension Tensor {
  /// The sum of two tensors; axes of size 1 stretch, missing leading axes count as 1.
  public static func + (left: Tensor, right: Tensor) throws(NumericsError) -> Tensor {
    if left.shape == right.shape { return unsafe left.joined(with: right, KernelSet.current.sums) }
    return try left.combined(with: right) { $0 + $1 }
  }

  /// The product of two tensors, element by element; axes of size 1 stretch, missing leading axes count as 1.
  public static func * (left: Tensor, right: Tensor) throws(NumericsError) -> Tensor {
    if left.shape == right.shape { return unsafe left.joined(with: right, KernelSet.current.products) }
    if left.isGate(of: right) { return left.gating(right) }
    if right.isGate(of: left) { return right.gating(left) }
    return try left.combined(with: right) { $0 * $1 }
  }

  private func joined(
    with other: Tensor,
    _ body: (Int, UnsafePointer<Element>, UnsafePointer<Element>, UnsafeMutablePointer<Element>) -> Void
  ) -> Tensor {
    unsafe other.elements.withUnsafeBufferPointer { other in
      guard let other = other.baseAddress else { return self }
      return unsafe parallelMap(on: .shared) { place, count, source, target in
        unsafe body(count, source, other + place, target)
      }
    }
  }

  /// Whether there is one number here for each channel of each image there.
  private func isGate(of map: Tensor) -> Bool {
    rank == map.rank && rank > 2 && shape.prefix(2) == map.shape.prefix(2)
      && shape.dropFirst(2).allSatisfy { $0 == 1 }
  }

  private func gating(_ map: Tensor) -> Tensor {
    let kernels = KernelSet<Element>.current
    let plane = map.shape.dropFirst(2).reduce(1, *)
    return unsafe map.parallelMap(runs: count, on: .shared) { run, source, target in
      unsafe kernels.shiftAndScale(plane, source, 0, elements[run], 0, target)
    }
  }

  /// Element-wise combination with broadcasting.
  @inline(__always)
  private func combined(
    with other: Tensor, _ body: (Element, Element) -> Element
  ) throws(NumericsError) -> Tensor {
    let joint = try broadcastShape(shape, other.shape)
    var result = try Tensor(shape: joint)
    guard let width = joint.last, result.count > 0 else { return result }
    let (steps, otherSteps) = (broadcastStrides(shape, to: joint), broadcastStrides(other.shape, to: joint))
    let (step, otherStep) = (steps[joint.count - 1], otherSteps[joint.count - 1])
    var index = Array(repeating: 0, count: joint.count)
    for row in stride(from: 0, to: result.count, by: width) {
      var (source, otherSource) = (0, 0)
      for axis in joint.indices {
        source += index[axis] * steps[axis]
        otherSource += index[axis] * otherSteps[axis]
      }
      for column in 0..<width {
        result.elements[row + column] = body(
          elements[source + column * step], other.elements[otherSource + column * otherStep])
      }
      advance(&index, in: joint, skippingLast: 1)
    }
    return result
  }
}

/// The shape that two shapes stretch to.
package func broadcastShape(_ left: [Int], _ right: [Int]) throws(NumericsError) -> [Int] {
  let rank = max(left.count, right.count)
  let a = Array(repeating: 1, count: rank - left.count) + left
  let b = Array(repeating: 1, count: rank - right.count) + right
  var joint: [Int] = []
  for (first, second) in zip(a, b) {
    guard first == second || first == 1 || second == 1 else {
      throw .shape("shapes \(left) and \(right) do not match")
    }
    joint.append(first == 1 ? second : first)
  }
  return joint
}

/// Strides that stand still along stretched axes.
private func broadcastStrides(_ shape: [Int], to joint: [Int]) -> [Int] {
  let own = zip(shape, rowMajorStrides(shape)).map { $0 == 1 ? 0 : $1 }
  return Array(repeating: 0, count: joint.count - shape.count) + own
}
