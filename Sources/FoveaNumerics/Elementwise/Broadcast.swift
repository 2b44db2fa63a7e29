extension Tensor {
  /// The sum of two tensors; axes of size 1 stretch, missing leading axes count as 1.
  public static func + (left: Tensor, right: Tensor) throws(NumericsError) -> Tensor {
    try left.combined(with: right) { $0 + $1 }
  }

  /// The product of two tensors, element by element; axes of size 1 stretch, missing leading axes count as 1.
  public static func * (left: Tensor, right: Tensor) throws(NumericsError) -> Tensor {
    try left.combined(with: right) { $0 * $1 }
  }

  /// Element-wise combination with broadcasting.
  @inline(__always)
  private func combined(
    with other: Tensor, _ body: (Element, Element) -> Element
  ) throws(NumericsError) -> Tensor {
    if shape == other.shape {
      var result = self
      for index in result.elements.indices {
        result.elements[index] = body(result.elements[index], other.elements[index])
      }
      return result
    }
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

/// The next index in row-major order, the last axes left alone.
func advance(_ index: inout [Int], in shape: [Int], skippingLast skipped: Int = 0) {
  for axis in shape.indices.dropLast(skipped).reversed() {
    index[axis] += 1
    if index[axis] < shape[axis] { return }
    index[axis] = 0
  }
}
