import Testing

@testable import FoveaNumerics

@Suite struct BoundTests {
  @Test func `γ of n roundings is n·u/(1 − n·u)`() {
    let model = RoundingModel.deterministic
    #expect(model.growth(4, unitRoundoff: 0.125) == 1)
    #expect(model.growth(8, unitRoundoff: 0.125) == .infinity)
  }

  @Test func `the probabilistic bound grows with the root of the roundings`() {
    let lambda = RoundingModel.lambda(roundings: 3.2e8, failure: 1e-6)
    #expect(abs(lambda - 8.26) < 0.01)
    let model = RoundingModel.probabilistic(lambda: lambda)
    let (few, many) = (model.growth(100, unitRoundoff: 6e-8), model.growth(10_000, unitRoundoff: 6e-8))
    #expect(abs(many / few - 10) < 0.01)
    #expect(many < RoundingModel.deterministic.growth(10_000, unitRoundoff: 6e-8))
  }

  @Test(arguments: [ConvolutionAlgorithm.direct, .winograd])
  func `the bound of a stack holds, with both algorithms`(_ algorithm: ConvolutionAlgorithm) throws {
    var random = RandomNumbers(seed: 8)
    let input: Tensor<Float> = try random.tensor([1, 6, 11, 10])
    let convolution = Convolution(padding: [.init(1), .init(1)])
    var bounded = try BoundedTensor(exact: input)
    var probable = bounded
    var exact = try Tensor<Double>(input)
    var channels = 6
    for width in [9, 17, 4] {
      let weight: Tensor<Float> = try random.tensor([width, channels, 3, 3])
      let bias: Tensor<Float> = try random.tensor([width])
      let layer = try BoundedConvolution(
        convolution, weight: weight, bias: bias, inputShape: bounded.value.shape, algorithm: algorithm)
      #expect(layer.algorithm == algorithm)
      bounded = try layer(bounded).rectified()
      probable = try layer(probable, model: .probabilistic(lambda: 4)).rectified()
      exact = Activation.relu(try convolution.reference(exact, weight: Tensor(weight), bias: Tensor(bias)))
      channels = width
    }
    #expect(worst(bounded.value, exact, bounded.error) <= 1)
    #expect(worst(probable.value, exact, probable.error) <= 1)
    #expect(probable.error.elements.reduce(0, +) < bounded.error.elements.reduce(0, +))
  }

  @Test func `zeros neither add roundings nor bounds`() throws {
    let weight = try Tensor<Float>(shape: [2, 3, 1, 1], elements: [1, 0, 0, 0, 0, 0])
    let input = try Tensor<Float>(shape: [1, 3, 1, 1], elements: [0.1, 0.2, 0.3])
    let layer = try BoundedConvolution(Convolution(), weight: weight, inputShape: input.shape)
    let result = try layer(BoundedTensor(exact: input))
    let one = RoundingModel.deterministic.growth(1, unitRoundoff: Float.unitRoundoff) * Double(Float(0.1))
    #expect(result.error.elements[0] >= one)
    #expect(result.error.elements[0] < one * 1.001)
    #expect(result.error.elements[1] == 0)
  }

  @Test func `the majorant of F(2, 3) is some 7 times the direct one, that of F(4, 3) some 54 times`() throws {
    var random = RandomNumbers(seed: 9)
    let convolution = Convolution(padding: [.init(1), .init(1)])
    let weight: Tensor<Double> = try random.tensor([4, 8, 3, 3]).map(\.magnitude)
    let input: Tensor<Double> = try random.tensor([1, 8, 12, 12]).map(\.magnitude)
    let direct = try convolution.reference(input, weight: weight).elements.reduce(0, +)
    func ratio(_ variant: WinogradVariant) throws -> Double {
      let majorant = try WinogradMajorant(variant, convolution, weight: weight, inputShape: input.shape)
      return try majorant(input).elements.reduce(0, +) / direct
    }
    #expect((4...9).contains(try ratio(.f2x3)))
    #expect((30...90).contains(try ratio(.f4x3)))
  }

  @Test func `integers are exact up to 2^24 in Float and 2^53 in Double, fractions never`() throws {
    let weight = try Tensor<Float>(shape: [1, 2, 1], repeating: 4096)
    var majorant = try IntegerMajorant(try Tensor<Float>(shape: [1, 2, 1], repeating: 2048))
    try majorant.append(Convolution(), weight: weight)
    #expect(majorant.largest == 16_777_216)
    #expect(majorant.isExact(in: Float.self))
    try majorant.append(Convolution(), weight: Tensor<Float>(shape: [1, 1, 1], repeating: 2))
    #expect(!majorant.isExact(in: Float.self))
    #expect(majorant.isExact(in: Double.self))
    try majorant.append(Convolution(), weight: Tensor<Float>(shape: [1, 1, 1], repeating: 0.5))
    #expect(!majorant.isExact(in: Double.self))
  }
}
