/// The maximum over windows of one block of channels, which may be a single one, a plane: first of whole rows, element
/// by element, then along the row.
struct BlockMaximum<Element: TensorElement> {
  private let geometry: PoolingGeometry
  private let source: BlockedLayout
  private let result: BlockedLayout
  private let kernels = KernelSet<Element>.current
  /// The outputs of a row whose windows lie inside the image altogether.
  private let inner: Range<Int>

  init(_ geometry: PoolingGeometry, from source: BlockedLayout, to result: BlockedLayout) {
    self.geometry = geometry
    self.source = source
    self.result = result
    inner = geometry.windows.width.inner(geometry.output.width, of: geometry.input.width)
  }

  /// Planes.
  init(_ geometry: PoolingGeometry) {
    func plane(_ image: SpatialSize) -> BlockedLayout {
      BlockedLayout(groups: 1, blocks: ChannelBlocks(1), image: image, border: .tight)
    }
    self.init(geometry, from: plane(geometry.input), to: plane(geometry.output))
  }

  /// One block; `row` has room for a row of the input.
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
      let first = unsafe row + (inner.lowerBound * window.stride - window.padding.before) * block
      let target = unsafe out + inner.lowerBound * block
      if block == 1 {
        unsafe kernels.largestOfRow(inner.count, window.kernel, window.dilation, window.stride, first, target)
      } else {
        unsafe kernels.largestOfRuns(
          inner.count, window.kernel, window.dilation, window.stride, block, first, target)
      }
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
