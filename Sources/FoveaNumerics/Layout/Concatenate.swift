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
    let outer = shape[..<axis].reduce(1, *)
    let runs = tensors.map { $0.shape[axis...].reduce(1, *) }
    let starts = runs.indices.map { runs[..<$0].reduce(0, +) }
    let length = runs.reduce(0, +)
    return try unsafe Tensor(shape, on: .shared, scratch: []) { _, target in
      ThreadPool.shared.run(outer * tensors.count) { item, _ in
        let (part, place) = (item % tensors.count, item / tensors.count)
        unsafe tensors[part].elements.withUnsafeBufferPointer { source in
          guard let source = source.baseAddress else { return }
          unsafe (target + (place * length + starts[part])).update(
            from: source + place * runs[part], count: runs[part])
        }
      }
    }
  }
}
