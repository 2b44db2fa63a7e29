/// The largest element of each window; padding never wins, NaN always does.
public struct MaxPooling: Hashable, Sendable {
  /// The number of taps per axis.
  public var kernel: [Int]
  /// The step between windows, per axis; default the kernel.
  public var stride: [Int]
  /// The step between taps, per axis; default 1.
  public var dilation: [Int]
  /// Imagined elements around the input, per axis; default 0.
  public var padding: [AxisPadding]
  /// Whether a last window may overhang.
  public var ceiling: Bool

  /// Attributes with their usual defaults.
  public init(
    kernel: [Int], stride: [Int] = [], dilation: [Int] = [], padding: [AxisPadding] = [], ceiling: Bool = false
  ) {
    self.kernel = kernel
    self.stride = stride
    self.dilation = dilation
    self.padding = padding
    self.ceiling = ceiling
  }

  /// The shape of the result over an input.
  public func outputShape(input: [Int]) throws(NumericsError) -> [Int] { try geometry(input).outputShape }

  /// The pooled tensor. A window that lies in the padding altogether gives −∞.
  public func callAsFunction<Element: TensorElement>(
    _ input: Tensor<Element>, on pool: ThreadPool = .shared
  ) throws(NumericsError) -> Tensor<Element> {
    let geometry = try geometry(input.shape)
    let maximum = BlockMaximum<Element>(geometry)
    return try unsafe Tensor(
      geometry.outputShape, on: pool, scratch: [[pool.threads, max(1, geometry.input.width)]]
    ) { scratch, target in
      unsafe input.elements.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress else {
          unsafe target.update(repeating: -.infinity, count: geometry.planes * geometry.output.count)
          return
        }
        pool.run(geometry.planes) { plane, worker in
          unsafe maximum(
            source + plane * geometry.input.count, scratch[0].base + worker * geometry.input.width,
            target + plane * geometry.output.count)
        }
      }
    }
  }

  /// The pooled maps, with a border; blocks as they are, not as planes.
  package func callAsFunction<Element: TensorElement>(
    _ input: FeatureMap<Element>, border: Border, on pool: ThreadPool = .shared
  ) throws(NumericsError) -> FeatureMap<Element> {
    let geometry = try geometry(input.shape)
    let input = try input.blocked(on: pool)
    let output = try BlockedMap<Element>(unwritten: geometry.outputShape, border: border)
    let maximum = BlockMaximum<Element>(geometry, from: input.layout, to: output.layout)
    let row = geometry.input.width * ChannelBlocks.full
    try pool.scratch.with([[pool.threads, row]], of: Element.self) { scratch in
      pool.run(input.shape[0] * input.layout.blocks.count) { item, worker in
        unsafe maximum(
          input.buffer.base + item * input.layout.blockStep, scratch[0].base + worker * row,
          output.buffer.base + item * output.layout.blockStep)
      }
    }
    return .blocks(output)
  }

  /// The pooled tensor in plain loops.
  func reference<Element: TensorElement>(_ input: Tensor<Element>) throws(NumericsError) -> Tensor<Element> {
    let geometry = try geometry(input.shape)
    var output = try Tensor<Element>(shape: geometry.outputShape)
    pool(geometry, input.elements, &output.elements)
    return output
  }

  private func geometry(_ shape: [Int]) throws(NumericsError) -> PoolingGeometry {
    try PoolingGeometry(
      input: shape, kernel: kernel, stride: stride, dilation: dilation, padding: padding, ceiling: ceiling)
  }
}

@specialized(where Element == Float)
@specialized(where Element == Double)
private func pool<Element: TensorElement>(_ geometry: PoolingGeometry, _ input: [Element], _ output: inout [Element]) {
  let (size, result, windows) = (geometry.input, geometry.output, geometry.windows)
  let columns = (0..<result.width).map { Taps(windows.width, output: $0, size: size.width) }
  var next = 0
  for plane in 0..<geometry.planes {
    for z in 0..<result.depth {
      let depths = Taps(windows.depth, output: z, size: size.depth)
      for y in 0..<result.height {
        let rows = Taps(windows.height, output: y, size: size.height)
        for column in columns {
          var largest = -Element.infinity
          for iz in depths.indices {
            for iy in rows.indices {
              let row = ((plane * size.depth + iz) * size.height + iy) * size.width
              for ix in column.indices {
                let value = input[row + ix]
                if value > largest || value.isNaN { largest = value }
              }
            }
          }
          output[next] = largest
          next += 1
        }
      }
    }
  }
}
