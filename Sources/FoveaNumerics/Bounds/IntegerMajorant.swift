/// Whether a chain of convolutions over integers is free of rounding, so that results must agree bit by bit.
///
/// With Ē₀ = |x| and Ēᵢ = |Wᵢ|·Ēᵢ₋₁ + |bᵢ|, every partial sum in every order is an integer of magnitude at most Ē. As
/// long as that does not exceed 2^24 (`Float`) or 2^53 (`Double`) it is represented exactly.
public struct IntegerMajorant: Sendable {
  /// Ē of the last layer.
  public private(set) var values: Tensor<Double>
  /// The largest Ē of all layers; infinite when some number was no integer.
  public private(set) var largest: Double

  /// The majorant of an input.
  public init<Element: TensorElement>(_ input: Tensor<Element>) throws(NumericsError) {
    values = try Tensor<Double>(input).map(\.magnitude)
    largest = 0
    largest = Self.largest(values)
  }

  /// Appends a convolution, computed by any algorithm but Winograd's.
  public mutating func append<Element: TensorElement>(
    _ convolution: Convolution, weight: Tensor<Element>, bias: Tensor<Element>? = nil
  ) throws(NumericsError) {
    let absolute = try Tensor<Double>(weight).map(\.magnitude)
    let absoluteBias: Tensor<Double>? = if let bias { try Tensor<Double>(bias).map(\.magnitude) } else { nil }
    let prepared = try PreparedConvolution(
      convolution, weight: absolute, bias: absoluteBias, inputShape: values.shape, algorithm: .direct)
    values = try prepared(values)
    largest = max(largest, Self.largest(absolute), Self.largest(absoluteBias), Self.largest(values))
  }

  /// Whether nothing is rounded in arithmetic of that type.
  public func isExact<Element: TensorElement>(in type: Element.Type) -> Bool {
    largest <= 2 / Double(Element.ulpOfOne)
  }

  private static func largest(_ magnitudes: Tensor<Double>?) -> Double {
    var largest = 0.0
    for value in magnitudes?.elements ?? [] {
      guard value.rounded() == value, value.isFinite else { return .infinity }
      largest = max(largest, value)
    }
    return largest
  }
}
