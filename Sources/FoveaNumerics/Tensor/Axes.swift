/// An axis from the front or, negative, from the back.
func checkedAxis(_ axis: Int, rank: Int) throws(NumericsError) -> Int {
  guard axis >= -rank, axis < rank else {
    throw .attribute("a tensor with \(rank) axes has no axis \(axis)")
  }
  return axis < 0 ? axis + rank : axis
}

/// A statistic, scale or shift has one number per channel.
func checkPerChannel(_ shape: [Int]?, channels: Int) throws(NumericsError) {
  if let shape, shape != [channels] {
    throw .shape("a tensor of shape \(shape) does not give one number to each of \(channels) channels")
  }
}

/// The next index in row-major order, the last axes left alone.
func advance(_ index: inout [Int], in shape: [Int], skippingLast skipped: Int = 0) {
  for axis in shape.indices.dropLast(skipped).reversed() {
    index[axis] += 1
    if index[axis] < shape[axis] { return }
    index[axis] = 0
  }
}
