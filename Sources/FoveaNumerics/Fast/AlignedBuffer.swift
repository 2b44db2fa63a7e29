/// Numbers at an address that is a multiple of 64, as the kernels' vectors require.
///
/// A class, because it owns memory. The plans that hold one write it only while they are made; scratch buffers belong to
/// one call, whose threads write disjoint parts.
@safe final class AlignedBuffer<Element: TensorElement>: Sendable {
  nonisolated(unsafe) let base: UnsafeMutablePointer<Element>
  let count: Int

  /// Zeros; a size beyond the memory limit is an error.
  init(shape: [Int]) throws(NumericsError) {
    count = try checkedCount(shape, of: Element.self)
    let bytes = max(64, count * MemoryLayout<Element>.stride)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    unsafe base = memory.bindMemory(to: Element.self, capacity: max(1, count))
    unsafe base.initialize(repeating: 0, count: count)
  }

  /// Numbers that are still to be written.
  init(uninitialized shape: [Int]) throws(NumericsError) {
    count = try checkedCount(shape, of: Element.self)
    let bytes = max(64, count * MemoryLayout<Element>.stride)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    unsafe base = memory.bindMemory(to: Element.self, capacity: max(1, count))
  }

  deinit { unsafe base.deallocate() }
}
