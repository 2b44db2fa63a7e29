/// The largest number of bytes that one tensor may take, for everything inside `MemoryLimit.$bytes.withValue(_:)`.
public enum MemoryLimit {
  /// The limit in force; unless set, the memory of the machine, or of the container where that has less.
  @TaskLocal public static var bytes: Int = SystemMemory.bytes
}

/// The number of elements of `shape`, once it is known that they fit the memory limit.
///
/// Axes of size 0 are left out of that, so that the product of any other axes fits too.
@discardableResult
func checkedCount<Element: TensorElement>(_ shape: [Int], of type: Element.Type) throws(NumericsError) -> Int {
  if let negative = shape.first(where: { $0 < 0 }) {
    throw .shape("a tensor has no axis of size \(negative): \(shape)")
  }
  let stride = MemoryLayout<Element>.stride
  let limit = MemoryLimit.bytes
  var bytes = stride
  var fits = true
  for size in shape where size > 0 {
    let (product, overflow) = bytes.multipliedReportingOverflow(by: size)
    bytes = product
    fits = fits && !overflow
  }
  guard fits, bytes <= limit else {
    throw .tooLarge(shape: shape, bytes: shape.reduce(Double(stride)) { $0 * Double(max(1, $1)) }, limit: limit)
  }
  return shape.contains(0) ? 0 : bytes / stride
}
