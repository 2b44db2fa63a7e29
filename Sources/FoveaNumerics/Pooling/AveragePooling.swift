/// The mean of each window.
public struct AveragePooling: Hashable, Sendable {
  /// The number of taps per axis.
  public var kernel: [Int]
  /// The step between windows, per axis; default the kernel.
  public var stride: [Int]
  /// Imagined zeros around the input, per axis; default 0.
  public var padding: [AxisPadding]
  /// Whether a last window may overhang.
  public var ceiling: Bool
  /// Whether padding counts in the divisor; what overhangs the padding never does.
  public var countsPadding: Bool
  /// A divisor in place of the number of elements.
  public var divisor: Int?

  /// Attributes with their usual defaults.
  public init(
    kernel: [Int], stride: [Int] = [], padding: [AxisPadding] = [], ceiling: Bool = false, countsPadding: Bool = true,
    divisor: Int? = nil
  ) {
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.ceiling = ceiling
    self.countsPadding = countsPadding
    self.divisor = divisor
  }

  /// The shape of the result over an input.
  public func outputShape(input: [Int]) throws(NumericsError) -> [Int] { try geometry(input).outputShape }

  /// The pooled tensor. A window that lies in the padding altogether gives 0.
  public func callAsFunction<Element: TensorElement>(
    _ input: Tensor<Element>, on pool: ThreadPool = .shared
  ) throws(NumericsError) -> Tensor<Element> {
    let geometry = try geometry(input.shape)
    if divisor == 0 { throw .attribute("an average has no divisor 0") }
    return try unsafe Tensor(geometry.outputShape, on: pool, scratch: []) { _, target in
      unsafe input.elements.withUnsafeBufferPointer { source in
        let items = max(1, min(geometry.planes, 4 * pool.threads))
        pool.run(items) { item, _ in
          unsafe average(
            geometry, item * geometry.planes / items..<(item + 1) * geometry.planes / items, source,
            countsPadding: countsPadding, divisor: divisor, target)
        }
      }
    }
  }

  private func geometry(_ shape: [Int]) throws(NumericsError) -> PoolingGeometry {
    try PoolingGeometry(
      input: shape, kernel: kernel, stride: stride, dilation: [], padding: padding, ceiling: ceiling)
  }
}

@specialized(where Element == Float)
@specialized(where Element == Double)
private func average<Element: TensorElement>(
  _ geometry: PoolingGeometry, _ planes: Range<Int>, _ input: UnsafeBufferPointer<Element>, countsPadding: Bool,
  divisor: Int?, _ output: UnsafeMutablePointer<Element>
) {
  let (size, result, windows) = (geometry.input, geometry.output, geometry.windows)
  let columns = (0..<result.width).map { Taps(windows.width, output: $0, size: size.width) }
  var next = planes.lowerBound * result.count
  for plane in planes {
    for z in 0..<result.depth {
      let depths = Taps(windows.depth, output: z, size: size.depth)
      for y in 0..<result.height {
        let rows = Taps(windows.height, output: y, size: size.height)
        for x in 0..<result.width {
          var sum: Element = 0
          for iz in depths.indices {
            for iy in rows.indices {
              let row = ((plane * size.depth + iz) * size.height + iy) * size.width
              for ix in columns[x].indices { unsafe sum += input[row + ix] }
            }
          }
          // In floating point, since a window may reach far into the padding.
          let counted =
            countsPadding
            ? padded(windows.depth, z, size.depth) * padded(windows.height, y, size.height)
              * padded(windows.width, x, size.width)
            : depths.count * rows.count * columns[x].count
          let elements = divisor.map(Double.init) ?? counted
          unsafe output[next] = elements == 0 ? 0 : sum / Element(elements)
          next += 1
        }
      }
    }
  }
}

extension Taps {
  fileprivate var count: Double { Double(max(0, end - first)) }
}

/// The part of one window that lies on the axis or its padding.
private func padded(_ window: AxisWindow, _ output: Int, _ size: Int) -> Double {
  let start = output * window.stride - window.padding.before
  return Double(min(start + window.kernel, size + window.padding.after) - start)
}
