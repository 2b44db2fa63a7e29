extension Tensor {
  /// Tensors joined along one axis, channels unless another is named.
  public static func concatenating(_ tensors: [Tensor], axis: Int = 1) throws(NumericsError) -> Tensor {
    guard let first = tensors.first else { throw .shape("there is nothing to concatenate") }
    let axis = try checkedAxis(axis, rank: first.rank)
    var size = 0
    for tensor in tensors {
      guard tensor.rank == first.rank, tensor.shape[..<axis] == first.shape[..<axis],
        tensor.shape[(axis + 1)...] == first.shape[(axis + 1)...]
      else {
        throw .shape("shapes \(first.shape) and \(tensor.shape) differ beside axis \(axis)")
      }
      size += tensor.shape[axis]
    }
    var shape = first.shape
    shape[axis] = size
    var elements: [Element] = []
    elements.reserveCapacity(try checkedCount(shape, of: Element.self))
    for outer in 0..<shape[..<axis].reduce(1, *) {
      for tensor in tensors {
        let run = tensor.shape[axis...].reduce(1, *)
        elements.append(contentsOf: tensor.elements[outer * run..<(outer + 1) * run])
      }
    }
    return Tensor(trusted: shape, elements)
  }
}
