/// The maximum over windows of one plane: first of whole rows, element by element, then along the row.
struct RowMaximum<Element: TensorElement> {
  private let geometry: PoolingGeometry
  private let kernels = KernelSet<Element>.current
  /// The outputs of a row whose windows lie inside the image altogether.
  private let inner: Range<Int>

  init(_ geometry: PoolingGeometry) {
    self.geometry = geometry
    inner = geometry.windows.width.inner(geometry.output.width, of: geometry.input.width)
  }

  /// One plane; `row` has room for a row of the input.
  func plane(
    _ source: UnsafePointer<Element>, _ row: UnsafeMutablePointer<Element>, _ target: UnsafeMutablePointer<Element>
  ) {
    let (size, result, windows) = (geometry.input, geometry.output, geometry.windows)
    for z in 0..<result.depth {
      let depths = Taps(windows.depth, output: z, size: size.depth)
      for y in 0..<result.height {
        let rows = Taps(windows.height, output: y, size: size.height)
        var isFirst = true
        for iz in depths.indices {
          for iy in rows.indices {
            let line = unsafe source + (iz * size.height + iy) * size.width
            if isFirst {
              unsafe row.update(from: line, count: size.width)
            } else {
              unsafe kernels.largest(size.width, row, line, row)
            }
            isFirst = false
          }
        }
        let out = unsafe target + (z * result.height + y) * result.width
        if isFirst {
          unsafe out.update(repeating: -.infinity, count: result.width)
        } else {
          unsafe along(row, out)
        }
      }
    }
  }

  private func along(_ row: UnsafePointer<Element>, _ out: UnsafeMutablePointer<Element>) {
    let window = geometry.windows.width
    if !inner.isEmpty {
      unsafe kernels.largestOfRow(
        inner.count, window.kernel, window.dilation, window.stride,
        row + (inner.lowerBound * window.stride - window.padding.before), out + inner.lowerBound)
    }
    for x in 0..<geometry.output.width where !inner.contains(x) {
      var largest = -Element.infinity
      for ix in Taps(window, output: x, size: geometry.input.width).indices {
        let value = unsafe row[ix]
        if value > largest || value.isNaN { largest = value }
      }
      unsafe out[x] = largest
    }
  }
}
