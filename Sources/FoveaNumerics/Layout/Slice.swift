extension Tensor {
  /// The channels of a range.
  public func slicingChannels(_ range: Range<Int>) throws(NumericsError) -> Tensor {
    guard rank >= 2 else { throw .shape("a tensor of shape \(shape) has no channels") }
    return try slicing(range, axis: 1)
  }

  /// A part of the spatial axes, one range per axis.
  public func cropped(_ ranges: [Range<Int>]) throws(NumericsError) -> Tensor {
    guard rank == ranges.count + 2 else {
      throw .shape("a crop of \(ranges.count) spatial axes does not fit a tensor of shape \(shape)")
    }
    var result = self
    for (axis, range) in ranges.enumerated() { result = try result.slicing(range, axis: axis + 2) }
    return result
  }

  package func slicing(_ range: Range<Int>, axis: Int) throws(NumericsError) -> Tensor {
    guard range.lowerBound >= 0, range.upperBound <= shape[axis] else {
      throw .shape("axis \(axis) of \(shape) does not contain \(range.lowerBound)..<\(range.upperBound)")
    }
    return try selecting(Array(range), axis: axis)
  }
}
