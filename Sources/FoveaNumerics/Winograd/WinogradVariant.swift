/// F(m, r): tiles of m by m outputs of an r by r kernel from (m + r − 1)² products.
///
/// Lavin and Gray, *Fast Algorithms for Convolutional Neural Networks*, 2015; the matrices are Toom and Cook's for the
/// points 0, ±1, ±2, ±1/2 and ∞.
public enum WinogradVariant: String, CaseIterable, Sendable {
  /// F(2, 3)
  case f2x3
  /// F(4, 3)
  case f4x3
  /// F(6, 3)
  case f6x3
  /// F(4, 5)
  case f4x5
  /// F(2, 7)
  case f2x7

  /// Outputs of a tile along each axis.
  var outputs: Int {
    switch self {
    case .f2x3, .f2x7: 2
    case .f4x3, .f4x5: 4
    case .f6x3: 6
    }
  }

  /// Taps along each axis.
  var taps: Int {
    switch self {
    case .f2x3, .f4x3, .f6x3: 3
    case .f4x5: 5
    case .f2x7: 7
    }
  }

  /// Products of a tile along each axis.
  var size: Int { outputs + taps - 1 }

  /// Whether the variant computes such a convolution: two axes, a square kernel of its size, stride and dilation 1.
  /// A group of one channel has no sums over channels that the transforms could be shared by.
  func accepts(_ geometry: ConvolutionGeometry) -> Bool {
    guard geometry.outputShape.count == 4, geometry.groups == 1 || geometry.inPerGroup > 1 else { return false }
    return [geometry.windows.height, geometry.windows.width].allSatisfy {
      $0.kernel == taps && $0.stride == 1 && $0.dilation == 1
    }
  }

  /// What whole tiles read outside of the input: zeros after the image stand for what no output needs.
  func border(_ geometry: ConvolutionGeometry) -> Border {
    func after(_ window: AxisWindow, _ input: Int, _ output: Int) -> Int {
      max(0, tiles(output) * outputs + taps - 1 - window.padding.before - input)
    }
    let windows = geometry.windows
    return Border(
      before: geometry.border.before,
      after: SpatialSize(
        [
          after(windows.height, geometry.input.height, geometry.output.height),
          after(windows.width, geometry.input.width, geometry.output.width),
        ], fill: 0))
  }

  /// The cheapest variant for a shape, none where the direct convolution is cheaper.
  ///
  /// Work is counted in multiply-adds of the products; a weight that is read once per chunk costs about as much as 12
  /// of them (measured: the third-level cache delivers a float in the time of 12 multiply-adds), a number that is
  /// transformed as much as 3 per row of its tile.
  static func cheapest(for geometry: ConvolutionGeometry) -> WinogradVariant? {
    let (inputs, outputs) = (Double(geometry.inPerGroup), Double(geometry.outPerGroup))
    guard inputs >= 12, outputs >= 12 else { return nil }
    let pixels = Double(geometry.output.count)
    let taps = Double(geometry.windows.kernel.count)
    var best: WinogradVariant?
    var least = (pixels + 12) * taps * inputs * outputs
    for variant in allCases where variant.accepts(geometry) {
      let tiles = Double(variant.tiles(geometry.output.height) * variant.tiles(geometry.output.width))
      let products = Double(variant.size * variant.size)
      // Weights beyond the third-level cache come from memory, about three times as slowly.
      let weights = products * inputs * outputs * Double(geometry.groups)
      let reading: Double = weights * 4 > 24e6 ? 36 : 12
      let transforms = tiles * products * (inputs + outputs) * 3 * Double(variant.size)
      let cost = products * inputs * outputs * (max(tiles, 4) + reading) + transforms
      if cost < least { (best, least) = (variant, cost) }
    }
    return best
  }

  /// Tiles that cover `outputs` pixels of an axis.
  func tiles(_ pixels: Int) -> Int { (pixels + outputs - 1) / outputs }
}

/// Aᵀ (m by n), G (n by r) and Bᵀ (n by n) of `y = Aᵀ((G g) ⊙ (Bᵀ d))`.
struct WinogradMatrices: Sendable {
  let output: [[Double]]
  let filter: [[Double]]
  let input: [[Double]]
}

/// `left · x · leftᵀ` for a square x of rows.
func sandwich(_ left: [[Double]], _ x: [[Double]]) -> [[Double]] {
  let half = left.map { row in
    x[0].indices.map { column in zip(row, x).reduce(0) { $0 + $1.0 * $1.1[column] } }
  }
  return half.map { row in left.map { other in zip(row, other).reduce(0) { $0 + $1.0 * $1.1 } } }
}
