/// Pooling to a given output size: output `o` of `m` sees the inputs `⌊o·n/m⌋ ..< ⌈(o+1)·n/m⌉` along each axis.
public struct AdaptivePooling: Hashable, Sendable {
  /// What is kept of a window.
  public enum Reduction: Hashable, Sendable {
    /// The mean.
    case average
    /// The largest element; NaN wins.
    case maximum
  }

  /// What is kept of a window.
  public var reduction: Reduction
  /// The output size per spatial axis.
  public var size: [Int]

  /// Pooling to `size`.
  public init(_ reduction: Reduction, size: [Int]) {
    self.reduction = reduction
    self.size = size
  }

  /// The shape of the result over an input.
  public func outputShape(input: [Int]) throws(NumericsError) -> [Int] {
    let rank = input.count - 2
    guard (1...3).contains(rank), size.count == rank else {
      throw .shape("an adaptive size \(size) does not fit an input of shape \(input)")
    }
    guard (size + input.dropFirst(2)).allSatisfy({ (1...AxisWindow.largest).contains($0) }) else {
      throw .shape("adaptive pooling from \(input) to \(size) needs sizes of at least 1")
    }
    return Array(input.prefix(2)) + size
  }

  /// The pooled tensor.
  public func callAsFunction<Element: TensorElement>(_ input: Tensor<Element>) throws(NumericsError) -> Tensor<Element>
  {
    var output = try Tensor<Element>(shape: try outputShape(input: input.shape))
    pool(
      reduction, input.elements, planes: input.shape[0] * input.shape[1], from: SpatialSize(input.shape.dropFirst(2)),
      to: SpatialSize(size), &output.elements)
    return output
  }
}

/// The mean or the largest element of every channel; spatial axes become 1.
public struct GlobalPooling: Hashable, Sendable {
  /// What is kept of a channel.
  public var reduction: AdaptivePooling.Reduction

  /// Pooling of whole channels.
  public init(_ reduction: AdaptivePooling.Reduction) { self.reduction = reduction }

  /// The pooled tensor.
  public func callAsFunction<Element: TensorElement>(_ input: Tensor<Element>) throws(NumericsError) -> Tensor<Element>
  {
    try AdaptivePooling(reduction, size: Array(repeating: 1, count: max(0, input.rank - 2)))(input)
  }

  /// The pooled maps; the mean of blocks is taken without laying them out as planes, in the same order.
  package func callAsFunction<Element: TensorElement>(
    _ input: FeatureMap<Element>, on pool: ThreadPool = .shared
  ) throws(NumericsError) -> Tensor<Element> {
    guard reduction == .average, case .blocks(let map) = input else { return try self(input.tensor(on: pool)) }
    let (shape, layout, kernels) = (map.shape, map.layout, KernelSet<Element>.current)
    let (blocks, size, pixels) = (layout.blocks.count, layout.blocks.size, Element(layout.image.count))
    let axes = shape.dropFirst(2).map { _ in 1 }
    return try unsafe Tensor(Array(shape.prefix(2)) + axes, on: pool, scratch: [[pool.threads, size]]) {
      scratch, target in
      pool.run(shape[0] * blocks) { item, worker in
        let sum = unsafe scratch[0].base + worker * size
        unsafe sum.clear(size)
        for row in 0..<layout.image.depth * layout.image.height {
          let line = unsafe map.buffer.base + (item * layout.blockStep + layout.rowOffset(row))
          for column in 0..<layout.image.width { unsafe kernels.sums(size, sum, line + column * size, sum) }
        }
        let first = unsafe target + (item / blocks * shape[1] + item % blocks * size)
        for channel in 0..<layout.blocks.filled(item % blocks) { unsafe first[channel] = sum[channel] / pixels }
      }
    }
  }
}

@specialized(where Element == Float)
@specialized(where Element == Double)
private func pool<Element: TensorElement>(
  _ reduction: AdaptivePooling.Reduction, _ input: [Element], planes: Int, from size: SpatialSize,
  to result: SpatialSize,
  _ output: inout [Element]
) {
  var next = 0
  for plane in 0..<planes {
    for z in 0..<result.depth {
      let depths = window(z, of: result.depth, over: size.depth)
      for y in 0..<result.height {
        let rows = window(y, of: result.height, over: size.height)
        for x in 0..<result.width {
          let columns = window(x, of: result.width, over: size.width)
          var sum: Element = 0
          var largest = -Element.infinity
          for iz in depths {
            for iy in rows {
              let row = ((plane * size.depth + iz) * size.height + iy) * size.width
              for ix in columns {
                let value = input[row + ix]
                sum += value
                if value > largest || value.isNaN { largest = value }
              }
            }
          }
          switch reduction {
          case .average: output[next] = sum / Element(depths.count * rows.count * columns.count)
          case .maximum: output[next] = largest
          }
          next += 1
        }
      }
    }
  }
}

private func window(_ output: Int, of outputs: Int, over inputs: Int) -> Range<Int> {
  output * inputs / outputs..<((output + 1) * inputs + outputs - 1) / outputs
}
