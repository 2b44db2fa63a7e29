@testable import FoveaGraph

/// What the unit `o` of a layer reads of its input along one axis, by PyTorch's definition of the layer, on a map
/// without borders.
struct Taps {
  /// The units that are read.
  let units: (_ o: Int) -> [Int]
  /// How many rows of the input lie between neighbouring units, as a fraction.
  let rate: (rows: Int, units: Int)

  private init(rate: (rows: Int, units: Int) = (1, 1), _ units: @escaping (Int) -> [Int]) {
    self.units = units
    self.rate = rate
  }

  /// The taps of a layer with one input of `input` units on the axis, where `output` units come out.
  init(_ operation: Operation, axis: Int, input: Int, output: Int) {
    switch operation {
    case .conv(let conv): self = .sliding(conv.window, axis, input)
    case .maxPool(let pool): self = .sliding(pool.window, axis, input)
    case .avgPool(let pool): self = .sliding(pool.window, axis, input)
    case .convTranspose(let conv): self = .transposed(conv.window, axis)
    case .adaptiveAvgPool:
      // From floor(o·I/O) up to ceil((o + 1)·I/O), which is not read.
      self.init(rate: (input, output)) { o in Array(o * input / output..<((o + 1) * input + output - 1) / output) }
    case .upsample(let upsample):
      switch (upsample.mode, upsample.alignCorners) {
      case (.nearest, _): self.init(rate: (input, output)) { [$0 * input / output] }
      // The coordinate (o + 1/2)·I/O − 1/2.
      case (.bilinear, false):
        self.init(rate: (input, output)) { Self.around((2 * $0 + 1) * input - output, over: 2 * output) }
      // The coordinate o·(I − 1)/(O − 1).
      case (.bilinear, true):
        self.init(rate: (input - 1, output - 1)) { Self.around($0 * (input - 1), over: output - 1) }
      }
    case .pad(let pad): self.init { [$0 - Self.before(pad.padding, axis)] }
    case .crop(let crop):
      let cut = crop.margin.map { Self.before($0, axis) } ?? (input - output) / 2
      self.init { [$0 + cut] }
    default: self.init { [$0] }
    }
  }

  /// `o·s − p + d·t` for every tap `t`.
  private static func sliding(_ window: SlidingWindow, _ axis: Int, _ input: Int) -> Taps {
    let (kernel, dilation) = (window.kernel[axis], window.dilation[axis])
    let stride = window.stride?[axis] ?? kernel
    let reach = dilation * (kernel - 1)
    let padding =
      switch window.padding {
      case .rows(let before, _): before[axis]
      case .half: reach / 2
      case .valid: 0
      // So many rows that ceil(I/s) units fit, half of them in front, rounded down.
      case .same: max(((input + stride - 1) / stride - 1) * stride + reach + 1 - input, 0) / 2
      }
    return Taps(rate: (stride, 1)) { o in (0..<kernel).map { o * stride - padding + dilation * $0 } }
  }

  /// The units `i` that add to `o`: `i·s − p + d·t = o` for some tap `t`.
  private static func transposed(_ window: SlidingWindow, _ axis: Int) -> Taps {
    let (kernel, dilation, stride) = (window.kernel[axis], window.dilation[axis], window.stride?[axis] ?? 1)
    let padding = before(window.padding, axis)
    return Taps(rate: (1, stride)) { o in
      (0..<kernel).map { o + padding - dilation * $0 }.filter { $0 % stride == 0 }.map { $0 / stride }
    }
  }

  /// The units of non-zero weight in linear interpolation.
  private static func around(_ numerator: Int, over denominator: Int) -> [Int] {
    let whole = Int((Double(numerator) / Double(denominator)).rounded(.down))
    return whole * denominator == numerator ? [whole] : [whole, whole + 1]
  }

  private static func before(_ padding: Padding, _ axis: Int) -> Int {
    if case .rows(let before, _) = padding { before[axis] } else { 0 }
  }
}
