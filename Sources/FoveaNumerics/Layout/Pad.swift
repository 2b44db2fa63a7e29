/// Elements added around the spatial axes; negative padding removes elements.
public struct Pad: Hashable, Sendable {
  /// What the added elements are.
  public enum Mode: Hashable, Sendable {
    /// A number.
    case constant(Double)
    /// The mirror image; the edge itself is not repeated.
    case reflect
    /// The nearest element.
    case replicate
  }

  /// Elements per spatial axis.
  public var padding: [AxisPadding]
  /// What the added elements are.
  public var mode: Mode

  /// Zeros unless another mode is named.
  public init(_ padding: [AxisPadding], mode: Mode = .constant(0)) {
    self.padding = padding
    self.mode = mode
  }

  /// The shape of the result over an input.
  public func outputShape(input: [Int]) throws(NumericsError) -> [Int] {
    guard input.count == padding.count + 2 else {
      throw .shape("padding of \(padding.count) spatial axes does not fit a tensor of shape \(input)")
    }
    var shape = Array(input.prefix(2))
    for (size, padding) in zip(input.dropFirst(2), padding) {
      for number in [size, padding.before, padding.after] where abs(Double(number)) > Double(AxisWindow.largest) {
        throw .attribute("\(number) is too large to pad by")
      }
      let padded = size + padding.before + padding.after
      guard padded >= 0 else { throw .shape("an axis of \(size) elements cannot lose \(size - padded)") }
      if mode == .reflect, max(padding.before, padding.after) >= size {
        throw .shape("an axis of \(size) elements has no reflection of \(max(padding.before, padding.after))")
      }
      if mode == .replicate, size == 0, padded > 0 { throw .shape("an empty axis has no edge to repeat") }
      shape.append(padded)
    }
    return shape
  }

  /// The padded tensor.
  public func callAsFunction<Element: TensorElement>(_ input: Tensor<Element>) throws(NumericsError) -> Tensor<Element>
  {
    let shape = try outputShape(input: input.shape)
    try checkedCount(shape, of: Element.self)
    let fill: Element = if case .constant(let value) = mode { Element(value) } else { 0 }
    var result = input
    for (axis, padding) in padding.enumerated() {
      let size = input.shape[axis + 2]
      let sources = (0..<shape[axis + 2]).map { source($0 - padding.before, size) }
      result = try result.selecting(sources, axis: axis + 2, fill: fill)
    }
    return result
  }

  private func source(_ position: Int, _ size: Int) -> Int? {
    if position >= 0 && position < size { return position }
    switch mode {
    case .constant: return nil
    case .replicate: return max(0, min(position, size - 1))
    case .reflect: return position < 0 ? -position : 2 * (size - 1) - position
    }
  }
}

extension Tensor {
  /// Slices of one axis in a given order; nil stands for a slice of `fill`.
  package func selecting(_ sources: [Int?], axis: Int, fill: Element = 0) throws(NumericsError) -> Tensor {
    var shape = shape
    let size = shape[axis]
    shape[axis] = sources.count
    let total = try checkedCount(shape, of: Element.self)
    let inner = self.shape[(axis + 1)...].reduce(1, *)
    var result: [Element] = []
    result.reserveCapacity(total)
    guard total > 0 else { return Tensor(trusted: shape, []) }
    for outer in 0..<self.shape[..<axis].reduce(1, *) {
      for source in sources {
        if let source {
          let first = (outer * size + source) * inner
          result.append(contentsOf: elements[first..<first + inner])
        } else {
          result.append(contentsOf: repeatElement(fill, count: inner))
        }
      }
    }
    return Tensor(trusted: shape, result)
  }
}
