/// The largest number of bytes that one tensor may take, for everything inside `MemoryLimit.$bytes.withValue(_:)`.
public enum MemoryLimit {
  /// The limit in force; 16 GiB unless set.
  @TaskLocal public static var bytes: Int = 16 << 30
}

/// The number of elements of `shape`, once it is known that they fit the memory limit.
func checkedCount<Element: TensorElement>(_ shape: [Int], of type: Element.Type) throws(NumericsError) -> Int {
  if let negative = shape.first(where: { $0 < 0 }) {
    throw .shape("a tensor has no axis of size \(negative): \(shape)")
  }
  if shape.contains(0) { return 0 }
  let stride = MemoryLayout<Element>.stride
  var count = 1
  var overflowed = false
  for size in shape {
    let (product, overflow) = count.multipliedReportingOverflow(by: size)
    count = product
    overflowed = overflowed || overflow
  }
  let (bytes, overflow) = count.multipliedReportingOverflow(by: stride)
  let limit = MemoryLimit.bytes
  if overflowed || overflow || bytes > limit {
    let needed = shape.reduce(Double(stride)) { $0 * Double($1) }
    throw .tooLarge(shape: shape, bytes: needed, limit: limit)
  }
  return count
}
