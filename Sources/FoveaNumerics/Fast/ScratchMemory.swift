import FoveaText

/// Memory that is handed from one layer to the next: fresh pages cost more than what most layers do in them.
///
/// A class, because it is shared by all layers that run on one pool.
final class ScratchMemory: Sendable {
  private let free = Guarded<[AlignedMemory]>([])

  /// Pieces that are kept while nobody uses them.
  private static let kept = 4

  /// Calls `body` with numbers that are still to be written; a size beyond the memory limit is an error.
  func with<Element: TensorElement>(
    _ shapes: [[Int]], of type: Element.Type, _ body: ([AlignedBuffer<Element>]) -> Void
  ) throws(NumericsError) {
    var buffers: [AlignedBuffer<Element>] = []
    for shape in shapes {
      let count = try checkedCount(shape, of: Element.self)
      buffers.append(AlignedBuffer(take(bytes: count * MemoryLayout<Element>.stride)))
    }
    body(buffers)
    free.withLock { free in
      free += buffers.map(\.memory)
      // The smallest pieces are the easiest to get again.
      free.sort { $0.bytes < $1.bytes }
      free.removeFirst(max(0, free.count - Self.kept))
    }
  }

  /// The smallest free piece that is large enough, or a new one.
  private func take(bytes: Int) -> AlignedMemory {
    free.withLock { free in
      guard let index = free.firstIndex(where: { $0.bytes >= bytes }) else { return AlignedMemory(bytes: bytes) }
      return free.remove(at: index)
    }
  }
}
