/// A convolution of two axes in which every channel has its own filter and its own output, plane by plane: neighbours
/// along a row share a vector, so that nothing has to be laid out anew but the zeros around a plane.
struct PlaneConvolution<Element: TensorElement>: Sendable {
  private let geometry: ConvolutionGeometry
  private let kernels: KernelSet<Element>
  private let weights: [Element]
  private let bias: AlignedBuffer<Element>
  /// Numbers from one column to the next of those that one tap reads: every `stride`th column stands side by side.
  private let phaseWidth: Int
  private let paddedHeight: Int
  /// Columns before the zeros, so that the image begins where a vector does.
  private let lead: Int
  /// Where each tap of a row begins.
  private let columns: [Int]

  /// The heights of kernels that there are tiles for.
  static func accepts(_ geometry: ConvolutionGeometry) -> Bool {
    let (depth, height) = (geometry.windows.depth, geometry.windows.height)
    return geometry.inPerGroup == 1 && geometry.outPerGroup == 1 && depth == .identity && geometry.input.depth == 1
      && [3, 5, 7].contains(height.kernel) && height.stride <= 2 && height.dilation == 1
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  init(
    _ geometry: ConvolutionGeometry, weight: Tensor<Element>, bias: Tensor<Element>?, _ kernels: KernelSet<Element>
  ) throws(NumericsError) {
    self.geometry = geometry
    self.kernels = kernels
    weights = weight.elements
    self.bias = AlignedBuffer(bias?.elements ?? Array(repeating: 0, count: geometry.groups))
    let (window, height) = (geometry.windows.width, geometry.windows.height)
    // Vectors may overhang the last output, and every column of the image has its place.
    // The image begins where a vector does.
    let unit = window.stride * kernels.lanes
    lead = window.padding.before.roundedUp(to: unit) - window.padding.before
    let covered =
      lead / window.stride
      + max(
        geometry.output.width.roundedUp(to: kernels.lanes) + (window.extent - 1) / window.stride + 1,
        (geometry.input.width + window.padding.before) / window.stride + 1)
    phaseWidth = covered.roundedUp(to: kernels.lanes)
    paddedHeight = max(
      (geometry.output.height - 1) * height.stride + height.kernel, geometry.input.height + height.padding.before)
    try checkedCount([paddedHeight, window.stride, phaseWidth], of: Element.self)
    let phase = phaseWidth
    columns = (0..<window.kernel).map { [lead] tap in
      let column = lead + tap * window.dilation
      return column % window.stride * phase + column / window.stride
    }
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  func callAsFunction(
    _ input: FeatureMap<Element>, epilogue: Epilogue<Element>, other: FeatureMap<Element>?, on pool: ThreadPool
  ) throws(NumericsError) -> FeatureMap<Element> {
    let padded = paddedHeight * geometry.windows.width.stride * phaseWidth
    let shapes = [[pool.threads, padded], [pool.threads, kernels.planeRows, kernels.lanes]]
    let planes = geometry.batch * geometry.groups
    // Small planes are taken several at a time.
    let perItem = max(1, min((planes + 4 * pool.threads - 1) / (4 * pool.threads), 4096 / geometry.output.count))
    let source = try ConvolutionInput(input, nil, on: pool)
    return try .written(
      geometry.outputShape, border: nil, on: pool, scratch: shapes, epilogue: epilogue, other: other, kernels
    ) { scratch, results in
      guard case .planes(let results) = results else { preconditionFailure("planes were asked for") }
      let images = (0..<geometry.batch).map { results.moved(toImage: $0) }
      // What is around an image stays as it is from plane to plane.
      unsafe scratch[0].base.clear(pool.threads * padded)
      source.withImages { sources in
        pool.run((planes + perItem - 1) / perItem) { item, worker in
          let padded = unsafe scratch[0].base + worker * padded
          let tile = unsafe scratch[1].base + worker * kernels.planeRows * kernels.lanes
          for plane in item * perItem..<min(planes, (item + 1) * perItem) {
            let (n, channel) = (plane / geometry.groups, plane % geometry.groups)
            let results = images[n]
            unsafe fill(padded, from: sources.image(n) + channel * geometry.input.count)
            unsafe convolve(
              padded, channel: channel, tile, results.pixel(channel, plane: geometry.output.count, 0))
            results.finish(
              channels: channel..<channel + 1, plane: geometry.output.count, place: 0, count: geometry.output.count)
          }
        }
      }
    }
  }

  /// The same convolution between maps of other forms.
  func between(_ forms: MapForms) throws(NumericsError) -> DepthwiseConvolution<Element> {
    let channels = (0..<geometry.groups).map { unsafe bias.base[$0] }
    return try DepthwiseConvolution(
      geometry, weight: Tensor(trusted: [weights.count], weights), bias: Tensor(trusted: [channels.count], channels),
      kernels
    ).between(forms)
  }

  /// Copies an image into the middle of the zeros.
  private func fill(_ padded: UnsafeMutablePointer<Element>, from source: UnsafePointer<Element>) {
    let (size, window) = (geometry.input, geometry.windows.width)
    let before = lead + window.padding.before
    let rowStep = window.stride * phaseWidth
    let first = unsafe padded + geometry.windows.height.padding.before * rowStep
    if window.stride == 1 {
      return unsafe kernels.copyRows(size.height, size.width, source, size.width, first + before, rowStep)
    }
    for y in 0..<size.height {
      for phase in 0..<min(window.stride, size.width) {
        // The first columns of the image, each of which begins a phase.
        let column = phase + before
        let target = unsafe first + (y * rowStep + column % window.stride * phaseWidth + column / window.stride)
        let count = (size.width - phase + window.stride - 1) / window.stride
        unsafe kernels.gatherEvery(window.stride, count, source + y * size.width + phase, target)
      }
    }
  }

  /// One plane, in tiles of rows and vectors; those at the end overlap the ones before.
  private func convolve(
    _ padded: UnsafePointer<Element>, channel: Int, _ buffer: UnsafeMutablePointer<Element>,
    _ target: UnsafeMutablePointer<Element>
  ) {
    let (result, window) = (geometry.output, geometry.windows.height)
    let rowStep = geometry.windows.width.stride * phaseWidth
    let lanes = kernels.lanes
    let rows = result.height >= kernels.planeRows ? kernels.planeRows : 1
    let kernel = geometry.windows.height.kernel * columns.count
    unsafe weights.withUnsafeBufferPointer { weights in
      unsafe columns.withUnsafeBufferPointer { columns in
        guard let weights = weights.baseAddress, let offsets = columns.baseAddress else { return }
        func tile(_ y: Int, _ out: UnsafeMutablePointer<Element>, width: Int) {
          unsafe kernels.planeTile(
            window.kernel, window.stride, rows, width, padded + y * window.stride * rowStep, rowStep, offsets,
            columns.count, weights + channel * kernel, bias.base + channel, out, width)
        }
        for first in stride(from: 0, to: result.height, by: rows) {
          let y = min(first, result.height - rows)
          let out = unsafe target + y * result.width
          guard result.width >= lanes else {
            unsafe tile(y, buffer, width: lanes)
            for row in 0..<rows {
              unsafe (out + row * result.width).update(from: buffer + row * lanes, count: result.width)
            }
            continue
          }
          unsafe tile(y, out, width: result.width)
        }
      }
    }
  }
}
