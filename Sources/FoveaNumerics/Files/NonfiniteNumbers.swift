/// The elements of an array that are infinite, or not a number.
package struct NonfiniteNumbers: Hashable, Sendable {
  /// The place of the first one along the axes.
  package let index: [Int]
  /// What stands there.
  package let text: String
  /// How many there are.
  package let count: Int

  /// Looks for them; nil where all elements are finite.
  package init?<Element: TensorElement>(in tensor: Tensor<Element>) {
    guard let first = tensor.elements.firstIndex(where: { !$0.isFinite }) else { return nil }
    var rest = first
    index = Array(
      tensor.shape.reversed().map { size in
        defer { rest /= max(size, 1) }
        return rest % max(size, 1)
      }.reversed())
    text = "\(tensor.elements[first])"
    count = tensor.elements[first...].count { !$0.isFinite }
  }

  /// Looks for them in an array as it is stored.
  package init?(in array: NPYArray) {
    switch array {
    case .float32(let tensor): self.init(in: tensor)
    case .float64(let tensor): self.init(in: tensor)
    }
  }
}

extension NonfiniteNumbers: CustomStringConvertible {
  package var description: String {
    "\(text) at \(index)"
      + (count == 1 ? ", which is not finite" : ", the first of \(count) numbers that are not finite")
  }
}
