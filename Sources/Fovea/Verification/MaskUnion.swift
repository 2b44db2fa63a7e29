import FoveaNumerics

extension Tensor<Float> {
  /// Masks of which each row of one axis is the union of all rows of its list; rows beyond the axis are left out.
  func united(_ lists: [[Int]], axis: Int) throws(NumericsError) -> Tensor {
    let (size, inner) = (shape[axis], strides[axis])
    var masks = elements
    for start in Swift.stride(from: 0, to: count, by: size * inner) {
      for list in lists {
        let rows = list.filter { $0 < size }
        for place in start..<start + inner {
          let isSeen = rows.contains { elements[place + $0 * inner] > 0 }
          for row in rows { masks[place + row * inner] = isSeen ? 1 : 0 }
        }
      }
    }
    return try Tensor(shape: shape, elements: masks)
  }
}
