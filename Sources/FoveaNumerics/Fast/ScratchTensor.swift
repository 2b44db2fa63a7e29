extension Tensor {
  /// A tensor that `body` writes, with the help of scratch memory of some shapes.
  init(
    _ shape: [Int], on pool: ThreadPool, scratch shapes: [[Int]],
    _ body: ([AlignedBuffer<Element>], UnsafeMutablePointer<Element>) -> Void
  ) throws(NumericsError) {
    var result: Tensor?
    let count = try checkedCount(shape, of: Element.self)
    try pool.scratch.with(shapes, of: Element.self) { scratch in
      let elements = unsafe Array<Element>(unsafeUninitializedCapacity: count) { buffer, written in
        if let base = buffer.baseAddress { unsafe body(scratch, base) }
        written = count
      }
      result = Tensor(trusted: shape, elements)
    }
    if let result { self = result } else { try self.init(shape: shape) }
  }
}
