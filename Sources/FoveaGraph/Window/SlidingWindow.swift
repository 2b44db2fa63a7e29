import FoveaText

/// A window that slides over a map: what convolutions and pooling have in common.
///
/// On one axis unit `o` reads the input rows `s·o − p + d·t` for the taps `t` in `0..<k`.
public struct SlidingWindow: Hashable, Sendable, BitwiseCopyable {
  /// The number of taps on each axis.
  public var kernel: AxisValues = 1
  /// The step between taps, in input rows.
  public var dilation: AxisValues = 1
  /// The padding.
  public var padding = Padding(0)
  /// The step between neighbouring units, in input rows; nil where it is the kernel's size.
  public var stride: AxisValues?

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
  /// inside the map or its first padding (PyTorch). A window that overhangs by less than a step counts, even if it is
  /// the only one.
  ///
  /// - Throws: `wrong-rank` where an attribute has another number of axes than the map, `empty-output` where the window
  ///   is larger than the padded map.
  public func output(of input: Shape, channels: Extent, ceil: Bool = false) throws(ShapeError) -> Shape {
    try checkRank(input)
    var spatial = Extents()
    for axis in 0..<input.rank {
      spatial.append(try output(of: input.spatial[axis], axis: axis, ceil: ceil, rank: input.rank))
    }
    return Shape(channels: channels, spatial: spatial)
  }

  private func output(of extent: Extent, axis: Int, ceil: Bool, rank: Int) throws(ShapeError) -> Extent {
    guard let rows = extent.value, let padding = padding(axis, of: extent) else { return .unknown }
    let span = span(axis)
    guard let units = windowCount(on: rows, padding: padding, span: span, stride: stride(axis), ceiling: ceil) else {
      throw .emptyOutput(
        window: span, kernel: kernel[axis], rows: rows, padded: rows + padding.before + padding.after, axis: axis,
        rank: rank)
    }
    return Extent(units)
  }

  /// The shape that pooling through the window gives.
  ///
  /// - Throws: also `pool-padding` where padding is more than half of a window.
  func pooled(_ inputs: Operands, by name: String, ceil: Bool) throws(ShapeError) -> Shape {
    let map = try inputs.map(name)
    let output = try output(of: map, channels: map.channels, ceil: ceil)
    guard case .rows(let before, let after) = padding else { return output }
    for axis in 0..<map.rank {
      let rows = max(before[axis], after[axis])
      guard rows <= span(axis) / 2 else { throw .poolPadding(rows, window: span(axis), remains: output) }
    }
    return output
  }

  /// Checks that every attribute has one value, or one for each axis of the map.
  func checkRank(_ input: Shape) throws(ShapeError) {
    try input.check(kernel, is: "kernel")
    if let stride { try input.check(stride, is: "stride") }
    try input.check(dilation, is: "dilation")
    try input.check(padding, is: "padding")
  }

  /// What a unit sees through the window.
  public func view(of input: Shape) -> View {
    View.windows(rank: input.rank, isSquare: isSquare(on: input)) { axis in
      padding(axis, of: input.spatial[axis]).flatMap {
        PeriodicWindow(kernel: kernel[axis], stride: stride(axis), dilation: dilation[axis], padding: $0.before)
      }
    }
  }

  /// Whether the window is stated once for all axes, and so is the same on each.
  private func isSquare(on input: Shape) -> Bool {
    guard kernel.count == nil, (stride ?? kernel).count == nil, dilation.count == nil else { return false }
    switch padding {
    case .rows(let before, _): return before.count == nil
    case .half, .valid: return true
    case .same: return input.spatial.allSatisfy { $0 == input.spatial[0] }
    }
  }
}

extension ShapeError {
  fileprivate static func poolPadding(_ rows: Int, window: Int, remains: Shape) -> ShapeError {
    ShapeError(
      rule: "pool-padding",
      rows < window
        ? "a padding of \(rows) is more than half of a window of \(window) rows"
        : "a padding of \(rows) leaves a window of \(window) row\(window == 1 ? "" : "s") with padding alone",
      attribute: "padding", label: "more than \(window) / 2", help: "the padding can be at most \(window / 2)",
      remains: remains)
  }
}

extension Int {
  /// The quotient rounded up, of a non-negative number.
  func dividedUp(by divisor: Int) -> Int {
    self / divisor + (self % divisor == 0 ? 0 : 1)
  }
}
