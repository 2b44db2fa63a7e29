import Testing

@testable import FoveaNumerics

/// Numbers among which are zeros of both signs, infinities and NaN.
private func unusual(_ shape: [Int], _ random: inout RandomNumbers) throws -> Tensor<Float> {
  let special: [Float] = [0, -0.0, .infinity, -.infinity, .nan, 6, 7]
  var tensor: Tensor<Float> = try random.tensor(shape)
  for index in tensor.elements.indices where index % 5 == 0 {
    tensor.elements[index] = special.randomElement(using: &random) ?? 0
  }
  return tensor
}

private func isSame(_ left: Float, _ right: Float) -> Bool { left == right || left.isNaN && right.isNaN }

@Suite struct ElementwiseTests {
  @Test(arguments: InstructionSet.supported)
  func `kernels of every instruction set do what their sentences say`(_ set: InstructionSet) throws {
    let kernels = try #require(KernelSet<Float>.kernels(set))
    var random = RandomNumbers(seed: 1)
    for count in [1, 3, 4, 15, 16, 17, 63, 130] {
      let x = try unusual([count], &random).elements
      let y = try unusual([count], &random).elements
      func result(
        _ body: (UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
      ) throws -> [Float] {
        try unsafe x.withUnsafeBufferPointer { x in
          try unsafe y.withUnsafeBufferPointer { y in
            let (x, y) = try unsafe (#require(x.baseAddress), #require(y.baseAddress))
            return unsafe Array(unsafeUninitializedCapacity: count) { out, written in
              if let out = out.baseAddress { unsafe body(x, y, out) }
              written = count
            }
          }
        }
      }
      let sums = try unsafe result { x, y, out in unsafe kernels.sums(count, x, y, out) }
      #expect(sums.indices.allSatisfy { isSame(sums[$0], x[$0] + y[$0]) })
      let products = try unsafe result { x, y, out in unsafe kernels.products(count, x, y, out) }
      #expect(products.indices.allSatisfy { isSame(products[$0], x[$0] * y[$0]) })
      let scaled = try unsafe result { x, _, out in unsafe kernels.shiftAndScale(count, x, 0.1, 0.7, 0.3, out) }
      #expect(scaled.indices.allSatisfy { isSame(scaled[$0], (x[$0] - 0.1) * 0.7 + 0.3) })
      let rectified = try unsafe result { x, _, out in unsafe kernels.rectify(count, x, 6, out) }
      #expect(rectified.indices.allSatisfy { isSame(rectified[$0], x[$0].isNaN ? x[$0] : min(max(x[$0], 0), 6)) })
      let largest = try unsafe result { x, y, out in unsafe kernels.largest(count, x, y, out) }
      #expect(
        largest.indices.allSatisfy {
          isSame(largest[$0], x[$0].isNaN || y[$0].isNaN ? .nan : max(x[$0], y[$0]))
        })
    }
  }

  @Test(arguments: 0..<20)
  func `the largest of each window is that of plain loops`(_ seed: Int) throws {
    var random = RandomNumbers(seed: seed + 7000)
    for _ in 0..<20 {
      let rank = Int.random(in: 1...3, using: &random)
      func each(_ range: ClosedRange<Int>) -> [Int] { (0..<rank).map { _ in Int.random(in: range, using: &random) } }
      let pooling = MaxPooling(
        kernel: each(1...4), stride: each(1...3), dilation: each(1...2),
        padding: (0..<rank).map { _ in
          AxisPadding(before: Int.random(in: 0...3, using: &random), after: Int.random(in: 0...3, using: &random))
        }, ceiling: Bool.random(using: &random))
      let input = try unusual([2, 3] + each(1...(rank == 3 ? 7 : 19)), &random)
      guard (try? pooling.outputShape(input: input.shape)) != nil else { continue }
      let (found, wanted) = (try pooling(input), try pooling.reference(input))
      #expect(found.shape == wanted.shape)
      #expect(zip(found.elements, wanted.elements).allSatisfy(isSame), "\(pooling) over \(input.shape)")
    }
  }

  @Test(arguments: 0..<12)
  func `what is done with results in the cache is what layers of their own do, to the bit`(_ seed: Int) throws {
    var random = RandomNumbers(seed: seed + 8000)
    for index in 0..<12 {
      let layer = index % 3 == 0 ? Layer.winograd(.f2x3, &random) : Layer.any(&random)
      let input: Tensor<Float> = try random.tensor(layer.input)
      let weight: Tensor<Float> = try random.tensor(layer.weight)
      let (mean, scale): (Tensor<Float>, Tensor<Float>) = try (
        random.tensor(layer.outputChannels), random.tensor(layer.outputChannels)
      )
      let variance: Tensor<Float> = try random.tensor(layer.outputChannels).map { $0 + 2 }
      let normalization = BatchNormalization()
      var epilogue = Epilogue<Float>()
      epilogue.append(normalization, mean: mean, variance: variance, scale: scale, shift: mean)
      epilogue.appendSum()
      epilogue.appendRectifier(limit: 1)
      for set in InstructionSet.supported {
        let prepared = try PreparedConvolution(
          layer.convolution, weight: weight, inputShape: layer.input,
          algorithm: index % 3 == 0 ? .winograd : .direct, instructionSet: set)
        let other: Tensor<Float> = try random.tensor(prepared.outputShape)
        let normalized = try normalization(
          try prepared(input), mean: mean, variance: variance, scale: scale, shift: mean)
        let wanted = try (normalized + other).map { min(max($0, 0), 1) }
        #expect(try prepared(input, epilogue: epilogue, other: other) == wanted, "\(set): \(layer)")
        #expect(throws: NumericsError.self) { _ = try prepared(input, epilogue: epilogue) }
      }
    }
  }
}
