/// A window that slides over a map: what convolutions and pooling have in common.
///
/// On one axis unit `o` reads the input rows `s·o − p + d·t` for the taps `t` in `0..<k`.
public struct SlidingWindow: Hashable, Sendable, BitwiseCopyable {
  /// The number of taps on each axis.
  public var kernel: AxisValues = 1
  /// The step between neighbouring units, in input rows; nil where it is the kernel's size.
  public var stride: AxisValues?
  /// The step between taps, in input rows.
  public var dilation: AxisValues = 1
  /// The padding.
  public var padding = Padding(0)

  /// Creates a window of one tap.
  public init() {}

  /// Creates a window whose stride is one unless given.
  public init(stride: AxisValues) {
    self.stride = stride
  }

  /// The stride on one axis.
  public func stride(_ axis: Int) -> Int { (stride ?? kernel)[axis] }

  /// The rows between the first and the last tap, both counted: `d·(k − 1) + 1`.
  public func span(_ axis: Int) -> Int { dilation[axis] * (kernel[axis] - 1) + 1 }

  /// The number of taps: the product of the kernel over the axes.
  public func taps(rank: Int) -> Figure {
    (0..<rank).reduce(1) { $0 * Figure(kernel[$1]) }
  }

  /// The rows added before and after one axis; nil where `same` depends on an extent that is not known.
  public func padding(_ axis: Int, of extent: Extent) -> (before: Int, after: Int)? {
    switch padding {
    case .rows(let before, let after): return (before[axis], after[axis])
    case .valid: return (0, 0)
    case .half:
      let rows = (span(axis) - 1) / 2
      return (rows, rows)
    case .same:
      let stride = stride(axis)
      guard stride > 1 else { return split(span(axis) - 1) }
      guard let extent = extent.value else { return nil }
      return split(max((extent.dividedUp(by: stride) - 1) * stride + span(axis) - extent, 0))
    }
  }

  private func split(_ rows: Int) -> (before: Int, after: Int) {
    (rows / 2, rows - rows / 2)
  }

  /// The shape of the map that the window gives, with `channels` channels.
  ///
  /// `⌊(I + p − ke) / s⌋ + 1` on every axis; with `ceil` the quotient is rounded up, except that a window must start
  /// inside the map or its first padding (PyTorch).
  ///
  /// - Throws: `wrong-rank` where an attribute has another number of axes than the map, `empty-output` where the window
  ///   is larger than the padded map.
  public func output(of input: Shape, channels: Extent, ceil: Bool = false) throws(ShapeError) -> Shape {
    try checkRank(input)
    var spatial = PerAxis<Extent>()
    for axis in 0..<input.rank {
      spatial.append(try output(of: input.spatial[axis], axis: axis, ceil: ceil, rank: input.rank))
    }
    return Shape(channels: channels, spatial: spatial)
  }

  private func output(of extent: Extent, axis: Int, ceil: Bool, rank: Int) throws(ShapeError) -> Extent {
    guard let rows = extent.value, let padding = padding(axis, of: extent) else { return .unknown }
    let (span, stride) = (span(axis), stride(axis))
    let padded = rows + padding.before + padding.after
    guard padded >= span else {
      throw .emptyOutput(window: span, kernel: kernel[axis], rows: rows, padded: padded, axis: axis, rank: rank)
    }
    guard ceil else { return Extent((padded - span) / stride + 1) }
    let units = (padded - span).dividedUp(by: stride) + 1
    return Extent((units - 1) * stride >= rows + padding.before ? units - 1 : units)
  }

  /// Checks that every attribute has one value, or one for each axis of the map.
  func checkRank(_ input: Shape) throws(ShapeError) {
    var attributes = [("kernel", kernel.count), ("stride", stride?.count), ("dilation", dilation.count)]
    if case .rows(let before, _) = padding { attributes.append(("padding", before.count)) }
    for (name, count) in attributes {
      if let count, count != input.rank {
        throw .wrongRank(attribute: name, count: count, rank: input.rank)
      }
    }
  }

  /// What a unit sees through the window.
  public func view(of input: Shape) -> View {
    var windows = PerAxis<PeriodicWindow>()
    for axis in 0..<input.rank {
      guard let padding = padding(axis, of: input.spatial[axis]),
        let window = PeriodicWindow(
          kernel: kernel[axis], stride: stride(axis), dilation: dilation[axis], padding: padding.before)
      else { return .unknown }
      windows.append(window)
    }
    return .windows(windows)
  }
}

extension Int {
  /// The quotient rounded up, of a non-negative number.
  func dividedUp(by divisor: Int) -> Int {
    self / divisor + (self % divisor == 0 ? 0 : 1)
  }
}
