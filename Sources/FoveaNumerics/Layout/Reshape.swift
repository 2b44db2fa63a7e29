extension Tensor {
  /// The same elements under another shape; one size may be −1 and is then what remains.
  public func reshaped(_ shape: [Int]) throws(NumericsError) -> Tensor {
    var shape = shape
    if let free = shape.firstIndex(of: -1) {
      shape[free] = 1
      let rest = try checkedCount(shape, of: Element.self)
      guard rest > 0, count % rest == 0 else {
        throw .shape("\(count) elements do not fill \(shape) with axis \(free) free")
      }
      shape[free] = count / rest
    }
    return try Tensor(shape: shape, elements: elements)
  }

  /// The axes from `start` through `end` joined into one; negative axes count from the end.
  public func flattened(from start: Int = 1, through end: Int = -1) throws(NumericsError) -> Tensor {
    if rank == 0 { return Tensor(trusted: [1], elements) }
    let first = try checkedAxis(start, rank: rank)
    let last = try checkedAxis(end, rank: rank)
    guard first <= last else { throw .attribute("axis \(start) does not lie before axis \(end)") }
    let joined = shape[first...last].reduce(1, *)
    return Tensor(trusted: shape[..<first] + [joined] + shape[(last + 1)...], elements)
  }
}
