/// What bounds the rounding error of Winograd's algorithm:
/// `|y − ŷ| ≤ γ_N · |Aᵀ| [Σ_c (|G||g||Gᵀ|) ⊙ (|Bᵀ||d||B|)] |A|`.
///
/// N is twice the nonzeros in the fullest row of each matrix, plus the number of input channels, plus 2 where G holds
/// numbers that are no binary fractions.
struct WinogradMajorant: Sendable {
  /// N
  let roundings: Int

  private let variant: WinogradVariant
  private let geometry: ConvolutionGeometry
  private let output: [[Double]]
  private let input: [[Double]]
  /// |G||g||Gᵀ| for each output and input channel.
  private let filters: [Double]

  /// `weight` holds magnitudes.
  init(
    _ variant: WinogradVariant, _ convolution: Convolution, weight: Tensor<Double>, inputShape: [Int]
  ) throws(NumericsError) {
    self.variant = variant
    geometry = try convolution.geometry(input: inputShape, weight: weight.shape, bias: nil)
    let matrices = variant.matrices
    output = magnitudes(matrices.output)
    input = magnitudes(matrices.input)
    let filter = magnitudes(matrices.filter)
    let dyadic = filter.joined().allSatisfy { ($0 * 4096).rounded() == $0 * 4096 }
    let full = [matrices.output, matrices.filter, matrices.input].map { matrix in
      matrix.map { row in row.count { $0 != 0 } }.max() ?? 0
    }
    roundings = 2 * full.reduce(0, +) + geometry.inPerGroup + (dyadic ? 0 : 2)
    let taps = variant.taps
    var filters: [Double] = []
    filters.reserveCapacity(
      try checkedCount([geometry.outChannels, geometry.inPerGroup, variant.size, variant.size], of: Double.self))
    for first in stride(from: 0, to: weight.count, by: taps * taps) {
      let rows = (0..<taps).map { Array(weight.elements[first + $0 * taps..<first + ($0 + 1) * taps]) }
      filters += sandwich(filter, rows).joined()
    }
    self.filters = filters
  }

  /// The majorant at each output, for an input of magnitudes.
  func callAsFunction(_ x: Tensor<Double>) throws(NumericsError) -> Tensor<Double> {
    var result = try Tensor<Double>(shape: geometry.outputShape)
    let (height, width) = (geometry.output.height, geometry.output.width)
    let m = variant.outputs
    for image in 0..<geometry.batch {
      for group in 0..<geometry.groups {
        for row in 0..<variant.tiles(height) {
          for column in 0..<variant.tiles(width) {
            let products = (0..<geometry.inPerGroup).map { channel in
              let plane = image * geometry.inChannels + group * geometry.inPerGroup + channel
              return Array(sandwich(input, tile(x, plane, row * m, column * m)).joined())
            }
            for out in group * geometry.outPerGroup..<(group + 1) * geometry.outPerGroup {
              let sums = sandwich(output, summed(products, out))
              let plane = (image * geometry.outChannels + out) * height
              for (i, line) in sums.enumerated() where row * m + i < height {
                for (j, value) in line.enumerated() where column * m + j < width {
                  result.elements[(plane + row * m + i) * width + column * m + j] = value
                }
              }
            }
          }
        }
      }
    }
    return result
  }

  /// The inputs of one tile, zeros where there are none.
  private func tile(_ x: Tensor<Double>, _ plane: Int, _ row: Int, _ column: Int) -> [[Double]] {
    let (height, width) = (geometry.input.height, geometry.input.width)
    return (0..<variant.size).map { i in
      let y = row + i - geometry.windows.height.padding.before
      return (0..<variant.size).map { j in
        let place = column + j - geometry.windows.width.padding.before
        guard y >= 0, y < height, place >= 0, place < width else { return 0 }
        return x.elements[(plane * height + y) * width + place]
      }
    }
  }

  /// Σ over channels of filter times input, place by place.
  private func summed(_ products: [[Double]], _ out: Int) -> [[Double]] {
    let places = variant.size * variant.size
    var sums = Array(repeating: 0.0, count: places)
    for (channel, product) in products.enumerated() {
      let filter = (out * geometry.inPerGroup + channel) * places
      for place in 0..<places { sums[place] += filters[filter + place] * product[place] }
    }
    return (0..<variant.size).map { Array(sums[$0 * variant.size..<($0 + 1) * variant.size]) }
  }
}

private func magnitudes(_ matrix: [[Double]]) -> [[Double]] { matrix.map { $0.map(\.magnitude) } }
