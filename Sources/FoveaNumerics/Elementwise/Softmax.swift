/// e^x divided by the sum of e^x along one axis, shifted by the maximum so that nothing overflows.
public struct Softmax: Hashable, Sendable {
  /// The axis that sums to 1; negative counts from the end.
  public var axis: Int

  /// Channels unless another axis is named.
  public init(axis: Int = 1) { self.axis = axis }

  /// The normalized tensor.
  public func callAsFunction<Element: TensorElement>(_ input: Tensor<Element>) throws(NumericsError) -> Tensor<Element>
  {
    let axis = try checkedAxis(axis, rank: input.rank)
    var output = input
    guard input.count > 0 else { return output }
    let (size, step) = (input.shape[axis], input.strides[axis])
    for outer in stride(from: 0, to: input.count, by: size * step) {
      for inner in outer..<outer + step {
        let indices = stride(from: inner, to: inner + size * step, by: step)
        var largest = -Element.infinity
        for index in indices where !(input.elements[index] <= largest) { largest = input.elements[index] }
        var sum: Element = 0
        for index in indices {
          output.elements[index] = Element.exponential(input.elements[index] - largest)
          sum += output.elements[index]
        }
        for index in indices { output.elements[index] /= sum }
      }
    }
    return output
  }
}
