import FoveaNumerics
import Testing

@Suite struct TensorTests {
  @Test func `a shape beyond the memory limit is an error that says how much it needs`() {
    let error = #expect(throws: NumericsError.self) {
      try MemoryLimit.$bytes.withValue(1 << 20) { try Tensor<Float>(shape: [1024, 1024]) }
    }
    #expect(error?.description == "a tensor of shape [1024, 1024] needs 4 MiB, the limit is 1 MiB")
  }

  @Test func `a shape whose size overflows is an error`() {
    let huge = Array(repeating: Int.max, count: 4)
    let error = #expect(throws: NumericsError.self) { try Tensor<Double>(shape: huge) }
    guard case .tooLarge(huge, let bytes, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(bytes > 1e76)
  }

  @Test func `negative sizes and the wrong number of elements are errors`() {
    #expect(throws: NumericsError.self) { try Tensor<Float>(shape: [2, -1]) }
    #expect(throws: NumericsError.self) { try Tensor<Float>(shape: [2, 2], elements: [1, 2, 3]) }
  }

  @Test func `a tensor may be empty, but its other axes have to fit the memory limit`() throws {
    #expect(try Tensor<Float>(shape: [3, 0, 5]).count == 0)
    #expect(throws: NumericsError.self) { try Tensor<Float>(shape: [Int.max, 0, Int.max]) }
  }

  @Test func `windows that reach far beyond the input are errors or results, not traps`() throws {
    let input = try Tensor<Float>(shape: [1, 1, 2, 2, 2], repeating: 8)
    let far = AxisPadding(1 << 30)
    let wide = Array(repeating: Int(Int32.max), count: 3)
    let pooled = try AveragePooling(kernel: wide, stride: wide, padding: [far, far, far])(input)
    #expect(pooled.shape == [1, 1, 1, 1, 1])
    let weight = try Tensor<Float>(shape: [1, 1, 1, 1, 1])
    #expect(throws: NumericsError.self) {
      try PreparedConvolution(Convolution(padding: [far, far, far]), weight: weight, inputShape: input.shape)
    }
    #expect(throws: NumericsError.self) { try Pad([far, far, far])(input) }
    #expect(throws: NumericsError.self) { try Upsample(size: wide)(input) }
  }

  @Test(arguments: [0, -1, Int.max, Int.min])
  func `attributes and sizes that make no sense are errors, not traps`(_ number: Int) throws {
    let input = try Tensor<Float>(shape: [1, 2, 5])
    let weight = try Tensor<Float>(shape: [2, 2, 3])
    for convolution in [
      Convolution(stride: [number]), Convolution(dilation: [number]), Convolution(groups: number),
    ] {
      #expect(throws: NumericsError.self) { try convolution.reference(input, weight: weight) }
    }
    if number != 0 {
      #expect(throws: NumericsError.self) {
        try Convolution(padding: [.init(before: number, after: 0)]).reference(input, weight: weight)
      }
      #expect(throws: NumericsError.self) {
        try TransposedConvolution(outputPadding: [number]).reference(input, weight: weight)
      }
    }
    if abs(Double(number)) > 1 { #expect(throws: NumericsError.self) { try Pad([.init(number)])(input) } }
    #expect(throws: NumericsError.self) { try MaxPooling(kernel: [number])(input) }
    #expect(throws: NumericsError.self) { try AdaptivePooling(.average, size: [number])(input) }
    #expect(throws: NumericsError.self) { try Upsample(size: [number])(input) }
    #expect(throws: NumericsError.self) { try input.channelShuffled(groups: number) }
  }

  @Test func `NaN survives pooling and rectification`() throws {
    let input = try Tensor<Float>(shape: [1, 1, 3], elements: [1, .nan, 2])
    #expect(try MaxPooling(kernel: [3])(input).elements[0].isNaN)
    #expect(Activation.relu(input).elements[1].isNaN)
  }
}
