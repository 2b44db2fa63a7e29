/// Bytes at an address that is a multiple of 64, as the kernels' vectors require.
///
/// A class, because it owns memory.
@safe final class AlignedMemory: Sendable {
  nonisolated(unsafe) let base: UnsafeMutableRawPointer
  let bytes: Int

  init(bytes: Int) {
    self.bytes = max(64, bytes)
    unsafe base = UnsafeMutableRawPointer.allocate(byteCount: self.bytes, alignment: 64)
  }

  deinit { unsafe base.deallocate() }
}

/// Numbers in aligned memory. Packed weights are written only while their plan is made; scratch memory belongs to one
/// call, whose threads write disjoint parts.
@safe struct AlignedBuffer<Element: TensorElement>: Sendable {
  nonisolated(unsafe) let base: UnsafeMutablePointer<Element>
  let memory: AlignedMemory

  /// Zeros; a size beyond the memory limit is an error.
  init(shape: [Int]) throws(NumericsError) {
    self.init(zeros: try checkedCount(shape, of: Element.self))
  }

  /// Zeros, at most a few hundred kilobytes of them: the memory limit is not for the work space of one tile.
  init(zeros count: Int) {
    self.init(AlignedMemory(bytes: count * MemoryLayout<Element>.stride))
    unsafe base.clear(count)
  }

  /// Some numbers.
  init(_ numbers: some Collection<Element>) {
    self.init(AlignedMemory(bytes: numbers.count * MemoryLayout<Element>.stride))
    for (index, number) in numbers.enumerated() { unsafe base[index] = number }
  }

  /// Numbers that are still to be written.
  init(_ memory: AlignedMemory) {
    self.memory = memory
    unsafe base = memory.base.bindMemory(to: Element.self, capacity: memory.bytes / MemoryLayout<Element>.stride)
  }
}

extension UnsafeMutablePointer where Pointee: TensorElement {
  /// Writes zeros. `update(repeating:count:)` goes from element to element where code is not specialised.
  func clear(_ count: Int) {
    let bytes = count * MemoryLayout<Pointee>.stride
    unsafe UnsafeMutableRawPointer(self).initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
  }
}
