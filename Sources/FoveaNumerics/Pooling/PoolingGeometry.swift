/// Where the windows of a pooling layer lie, shared by its maximum and its average.
struct PoolingGeometry {
  let planes: Int
  let windows: Windows
  let input: SpatialSize
  let output: SpatialSize
  let outputShape: [Int]

  init(input shape: [Int], kernel: [Int], stride: [Int], dilation: [Int], padding: [AxisPadding], ceiling: Bool)
    throws(NumericsError)
  {
    let rank = shape.count - 2
    guard (1...3).contains(rank), kernel.count == rank else {
      throw .shape("a pooling kernel \(kernel) does not fit an input of shape \(shape)")
    }
    try checkedCount(shape, of: Float.self)
    // A pooling window that names no stride moves by its own size.
    let stride = stride.isEmpty ? kernel : try perAxis(stride, rank: rank, standard: 1, "stride")
    let dilation = try perAxis(dilation, rank: rank, standard: 1, "dilation")
    let padding = try perAxis(padding, rank: rank, standard: AxisPadding(), "padding")
    var windows: [AxisWindow] = []
    var sizes: [Int] = []
    for axis in 0..<rank {
      let window = try AxisWindow(
        kernel: kernel[axis], stride: stride[axis], dilation: dilation[axis], padding: padding[axis])
      sizes.append(try window.outputSize(shape[axis + 2], ceiling: ceiling))
      windows.append(window)
    }
    planes = shape[0] * shape[1]
    self.windows = Windows(windows)
    self.input = SpatialSize(shape.dropFirst(2))
    output = SpatialSize(sizes)
    outputShape = Array(shape.prefix(2)) + sizes
  }
}

extension AxisWindow {
  /// The outputs, of so many, whose windows lie inside an axis of `size` elements altogether.
  func inner(_ outputs: Int, of size: Int) -> Range<Int> {
    // x · stride − padding ≥ 0 and x · stride − padding + extent ≤ size
    let first = (padding.before + stride - 1) / stride
    let room = size - extent + padding.before
    let end = min(outputs, room < 0 ? 0 : room / stride + 1)
    return min(first, end)..<end
  }
}
