/// A computed tensor and, for each element, how far it may be from what exact arithmetic gives.
public struct BoundedTensor<Element: TensorElement>: Equatable, Sendable {
  /// What was computed.
  public let value: Tensor<Element>
  /// |value − exact| is at most this.
  public let error: Tensor<Double>

  /// A tensor that is exact, such as an input.
  public init(exact value: Tensor<Element>) throws(NumericsError) {
    self.value = value
    error = try Tensor(shape: value.shape)
  }

  /// A tensor with known error bounds.
  public init(value: Tensor<Element>, error: Tensor<Double>) throws(NumericsError) {
    guard value.shape == error.shape else {
      throw .shape("errors of shape \(error.shape) do not belong to a tensor of shape \(value.shape)")
    }
    self.value = value
    self.error = error
  }

  /// max(x, 0): computed without rounding, and never farther apart afterwards than before.
  public func rectified() -> BoundedTensor {
    BoundedTensor(trusted: Activation.relu(value), error)
  }

  private init(trusted value: Tensor<Element>, _ error: Tensor<Double>) {
    self.value = value
    self.error = error
  }
}
