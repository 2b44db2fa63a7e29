import FoveaGraph
import FoveaNumerics

extension PreparedLayer {
  func padded(_ x: Tensor<Element>, by pad: FoveaGraph.Pad) throws(NumericsError) -> Tensor<Element> {
    guard case .rows(let before, let after) = pad.padding else { return x }
    let padding = (0..<output.rank).map { AxisPadding(before: before[$0], after: after[$0]) }
    switch pad.mode {
    case .zeros: return try FoveaNumerics.Pad(padding)(x)
    case .reflect: return try FoveaNumerics.Pad(padding, mode: .reflect)(x)
    case .replicate: return try FoveaNumerics.Pad(padding, mode: .replicate)(x)
    case .circular:
      var result = x
      for (axis, rows) in padding.enumerated() {
        let size = x.shape[axis + 2]
        let ranges = [size - rows.before..<size, 0..<size, 0..<rows.after]
        var parts: [Tensor<Element>] = []
        for range in ranges where !range.isEmpty { parts.append(try result.cropped(axis: axis, to: range)) }
        result = try .concatenating(parts, axis: axis + 2)
      }
      return result
    }
  }

  func cropped(_ x: Tensor<Element>, by crop: Crop) throws(NumericsError) -> Tensor<Element> {
    let ranges = (0..<output.rank).map { axis in
      let (rows, kept) = (x.shape[axis + 2], output.spatial[axis].value ?? 0)
      let start: Int
      if case .rows(let before, _) = crop.margin { start = before[axis] } else { start = (rows - kept) / 2 }
      return start..<start + kept
    }
    return try x.cropped(ranges)
  }
}

extension Tensor {
  fileprivate func cropped(axis: Int, to range: Range<Int>) throws(NumericsError) -> Tensor {
    var ranges = shape.dropFirst(2).map { 0..<$0 }
    ranges[axis] = range
    return try cropped(ranges)
  }

  /// What `body` makes of the tensor with its last axis moved behind the batch; the axis is moved back.
  func channelsMoved(_ body: (Tensor) throws(NumericsError) -> Tensor) throws(NumericsError) -> Tensor {
    let moved = try body(permuted([0, rank - 1] + (1..<rank - 1)))
    return try moved.permuted([0] + (2..<rank) + [1])
  }
}
