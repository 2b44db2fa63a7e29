/// Where the results of an image go, and what is done with them there.
enum Results<Element: TensorElement> {
  case planes(PlaneResults<Element>)
  case blocks(BlockResults<Element>)

  /// The results of another image.
  func moved(toImage n: Int) -> Results {
    switch self {
    case .planes(let results): .planes(results.moved(toImage: n))
    case .blocks(let results): .blocks(results.moved(toImage: n))
    }
  }
}

extension FeatureMap {
  /// The maps that `body` writes with the help of scratch memory of some shapes: blocks if a border is named, otherwise
  /// planes.
  static func written(
    _ shape: [Int], border: Border?, on pool: ThreadPool, scratch shapes: [[Int]], epilogue: Epilogue<Element>,
    other: FeatureMap?, _ kernels: KernelSet<Element>, _ body: ([AlignedBuffer<Element>], Results<Element>) -> Void
  ) throws(NumericsError) -> FeatureMap {
    guard epilogue.fits(channels: shape[1]), epilogue.readsOther == (other != nil), (other?.shape ?? shape) == shape
    else {
      throw .shape("what follows a convolution does not fit its results of shape \(shape)")
    }
    if let border {
      let map = try BlockedMap<Element>(unwritten: shape, border: border)
      let other = try other?.blocked(on: pool)
      let results = unsafe BlockResults(
        map.buffer.base, map.layout, other: unsafe other?.buffer.base, other?.layout ?? map.layout, epilogue, kernels)
      try pool.scratch.with(shapes, of: Element.self) { scratch in body(scratch, .blocks(results)) }
      return .blocks(map)
    }
    let other = try other?.tensor(on: pool)
    let size = shape.dropFirst().reduce(1, *)
    return .planes(
      try unsafe Tensor(shape, on: pool, scratch: shapes) { scratch, target in
        guard let other else {
          unsafe body(scratch, .planes(PlaneResults(target, nil, imageStep: size, epilogue, kernels)))
          return
        }
        unsafe other.elements.withUnsafeBufferPointer { other in
          unsafe body(
            scratch, .planes(PlaneResults(target, other.baseAddress, imageStep: size, epilogue, kernels)))
        }
      })
  }
}
