import FoveaText

/// Zeros on the two sides of one axis.
public struct AxisPadding: Hashable, Sendable {
  /// Zeros before the first element.
  public var before: Int
  /// Zeros after the last element.
  public var after: Int

  /// The same number of zeros on both sides.
  public init(_ both: Int = 0) {
    before = both
    after = both
  }

  /// Different numbers of zeros on the two sides.
  public init(before: Int, after: Int) {
    self.before = before
    self.after = after
  }
}

/// How a sliding window of `kernel` taps moves along one axis.
///
/// Tap `t` of output `o` reads input `o·stride + t·dilation − padding.before`. Every number is at most 2³¹ − 1, so that
/// no expression over them overflows.
public struct AxisWindow: Hashable, Sendable {
  /// The number of taps.
  public let kernel: Int
  /// The step between neighbouring outputs.
  public let stride: Int
  /// The step between neighbouring taps.
  public let dilation: Int
  /// Imagined elements around the axis.
  public let padding: AxisPadding

  /// A window along one axis, once its numbers are found to make sense.
  public init(kernel: Int, stride: Int = 1, dilation: Int = 1, padding: AxisPadding = AxisPadding())
    throws(NumericsError)
  {
    for (name, value) in [("kernel", kernel), ("stride", stride), ("dilation", dilation)]
    where value < 1 || value > Self.largest {
      throw .attribute("\(name) must be between 1 and \(Self.largest), not \(value)")
    }
    for value in [padding.before, padding.after] where value < 0 || value > Self.largest {
      throw .attribute("padding must be between 0 and \(Self.largest), not \(value)")
    }
    self.kernel = kernel
    self.stride = stride
    self.dilation = dilation
    self.padding = padding
  }

  /// A window that touches nothing but the element itself.
  static let identity = AxisWindow()

  private init() {
    kernel = 1
    stride = 1
    dilation = 1
    padding = AxisPadding()
  }

  static let largest = Int(Int32.max)
}

extension AxisWindow {
  /// The number of inputs from the first to the last tap.
  public var extent: Int { dilation * (kernel - 1) + 1 }

  /// The number of outputs over `input` elements.
  ///
  /// With `ceiling`, a last window that starts inside the input or the padding before it counts although it overhangs.
  public func outputSize(_ input: Int, ceiling: Bool = false) throws(NumericsError) -> Int {
    guard input >= 0, input <= Self.largest else {
      throw .shape("an axis must have between 0 and \(Self.largest) elements, not \(input)")
    }
    let count = windowCount(
      on: input, padding: (padding.before, padding.after), span: extent, stride: stride, ceiling: ceiling)
    guard let count else {
      throw .shape("a window over \(extent) elements does not fit \(input + padding.before + padding.after)")
    }
    return count
  }
}

extension Collection<AxisWindow> {
  /// The number of outputs on each axis of a map with the given sizes.
  package func outputSizes(_ sizes: some Collection<Int>) throws(NumericsError) -> [Int] {
    var outputs: [Int] = []
    for (window, size) in zip(self, sizes) { outputs.append(try window.outputSize(size)) }
    return outputs
  }
}

/// Three numbers, one per spatial axis; axes that a tensor lacks come first and have size 1.
struct SpatialSize: Hashable, Sendable {
  var depth: Int
  var height: Int
  var width: Int

  var count: Int { depth * height * width }

  /// One to three sizes, the missing leading ones filled with `fill`.
  init(_ sizes: some Collection<Int>, fill: Int = 1) {
    let all = Array(repeating: fill, count: 3 - sizes.count) + sizes
    (depth, height, width) = (all[0], all[1], all[2])
  }
}

/// Three windows, one per spatial axis; axes that a tensor lacks come first and have the identity window.
struct Windows: Hashable, Sendable {
  let depth: AxisWindow
  let height: AxisWindow
  let width: AxisWindow

  init(_ windows: [AxisWindow]) {
    let all = Array(repeating: .identity, count: 3 - windows.count) + windows
    (depth, height, width) = (all[0], all[1], all[2])
  }

  /// The number of taps along each axis.
  var kernel: SpatialSize { SpatialSize([depth.kernel, height.kernel, width.kernel]) }
}

/// `values`, or one `standard` value per axis where none were given.
func perAxis<Value>(_ values: [Value], rank: Int, standard: Value, _ name: String) throws(NumericsError) -> [Value] {
  if values.isEmpty { return Array(repeating: standard, count: rank) }
  guard values.count == rank else {
    throw .attribute("\(name) has \(values.count) values for \(rank) spatial axes")
  }
  return values
}
