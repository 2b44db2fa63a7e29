extension MaxPooling {
  /// The pooled maps, with a border; blocks as they are, not as planes.
  package func callAsFunction<Element: TensorElement>(
    _ input: FeatureMap<Element>, border: Border, on pool: ThreadPool = .shared
  ) throws(NumericsError) -> FeatureMap<Element> {
    let geometry = try PoolingGeometry(
      input: input.shape, kernel: kernel, stride: stride, dilation: dilation, padding: padding, ceiling: ceiling)
    let input = try input.blocked(on: pool)
    let output = try BlockedMap<Element>(unwritten: geometry.outputShape, border: border)
    let block = BlockMaximum<Element>(geometry, from: input.layout, to: output.layout)
    let row = geometry.input.width * ChannelBlocks.full
    try pool.scratch.with([[pool.threads, row]], of: Element.self) { scratch in
      pool.run(input.shape[0] * input.layout.blocks.count) { item, worker in
        unsafe block(
          input.buffer.base + item * input.layout.blockStep, scratch[0].base + worker * row,
          output.buffer.base + item * output.layout.blockStep)
      }
    }
    return .blocks(output)
  }
}

/// The maximum over windows of one block of channels: first of whole rows, element by element, then along the row.
private struct BlockMaximum<Element: TensorElement> {
  private let geometry: PoolingGeometry
  private let source: BlockedLayout
  private let result: BlockedLayout
  private let kernels = KernelSet<Element>.current
  private let inner: Range<Int>

  init(_ geometry: PoolingGeometry, from source: BlockedLayout, to result: BlockedLayout) {
    self.geometry = geometry
    self.source = source
    self.result = result
    inner = geometry.windows.width.inner(geometry.output.width, of: geometry.input.width)
  }

  func callAsFunction(
    _ x: UnsafePointer<Element>, _ row: UnsafeMutablePointer<Element>, _ out: UnsafeMutablePointer<Element>
  ) {
    let (size, windows) = (geometry.input, geometry.windows)
    let numbers = size.width * source.blocks.size
    for z in 0..<geometry.output.depth {
      let depths = Taps(windows.depth, output: z, size: size.depth)
      for y in 0..<geometry.output.height {
        var isFirst = true
        for iz in depths.indices {
          for iy in Taps(windows.height, output: y, size: size.height).indices {
            let line = unsafe x + source.rowOffset(iz * size.height + iy)
            if isFirst {
              unsafe row.update(from: line, count: numbers)
            } else {
              unsafe kernels.largest(numbers, row, line, row)
            }
            isFirst = false
          }
        }
        let target = unsafe out + result.rowOffset(z * geometry.output.height + y)
        if isFirst {
          unsafe target.update(repeating: -.infinity, count: geometry.output.width * result.blocks.size)
        } else {
          unsafe along(row, target)
        }
      }
    }
  }

  private func along(_ row: UnsafePointer<Element>, _ out: UnsafeMutablePointer<Element>) {
    let (window, block) = (geometry.windows.width, source.blocks.size)
    if !inner.isEmpty {
      unsafe kernels.largestOfRuns(
        inner.count, window.kernel, window.dilation, window.stride, block,
        row + (inner.lowerBound * window.stride - window.padding.before) * block, out + inner.lowerBound * block)
    }
    for x in 0..<geometry.output.width where !inner.contains(x) {
      let target = unsafe out + x * block
      unsafe target.update(repeating: -.infinity, count: block)
      for ix in Taps(window, output: x, size: geometry.input.width).indices {
        unsafe kernels.largest(block, target, row + ix * block, target)
      }
    }
  }
}
