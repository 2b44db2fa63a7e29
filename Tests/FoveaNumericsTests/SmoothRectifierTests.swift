import FoveaNumerics
import Testing

/// Values computed by `mpmath` with a hundred digits from the formulas in PyTorch's documentation of `Mish`, `Softplus`
/// and `Hardtanh`.
@Suite struct SmoothRectifierTests {
  private static let arguments: [Double] = [-30, -2.5, -0.5, 0, 0.7, 3, 25]

  @Test(arguments: [
    (
      Activation.mish,
      [
        -2.807286890651921e-12, -0.19681620390653334, -0.22074377465173, 0.0, 0.5611483776438518, 2.9865350049679575,
        25.0,
      ]
    ),
    (
      .softplus(),
      [
        9.357622968839737e-14, 0.07888973429254963, 0.4740769841801067, 0.6931471805599453, 1.103186048885458,
        3.048587351573742, 25.0,
      ]
    ),
    (
      .softplus(beta: 2, threshold: 1),
      [4.37825538134826e-27, 0.003357674244559034, 0.1566308437591114, 0.34657359027997264, 0.7, 3.0, 25.0]
    ),
    (.hardtanh(), [-1, -1, -0.5, 0, 0.7, 1, 1]),
    (.hardtanh(least: -2, greatest: 0.5), [-2, -2, -0.5, 0, 0.5, 0.5, 0.5]),
  ])
  func `functions have the values of their formulas`(function: Activation, values: [Double]) throws {
    let doubles = function(try Tensor<Double>(shape: [1, 7], elements: Self.arguments))
    let floats = function(try Tensor<Float>(shape: [1, 7], elements: Self.arguments.map { Float($0) }))
    for (index, value) in values.enumerated() {
      #expect(abs(doubles.elements[index] - value) <= 4 * value.ulp)
      #expect(abs(floats.elements[index] - Float(value)) <= 4 * Float(value).ulp)
    }
  }
}
