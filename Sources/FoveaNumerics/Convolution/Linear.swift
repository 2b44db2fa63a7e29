/// A fully connected layer over the last axis: `y = x · wᵀ + b`, weights of shape `[out, in]`.
public struct Linear: Hashable, Sendable {
  /// A linear layer has no attributes.
  public init() {}

  /// The shape of the result over an input.
  public func outputShape(input: [Int], weight: [Int]) throws(NumericsError) -> [Int] {
    guard let features = input.last, weight.count == 2, weight[1] == features else {
      throw .shape("linear weights of shape \(weight) do not fit an input of shape \(input)")
    }
    return input.dropLast() + [weight[0]]
  }

  /// The layer, on the kernels of an instruction set: the one in `FOVEA_ISA` unless one is named.
  public func callAsFunction<Element: TensorElement>(
    _ input: Tensor<Element>, weight: Tensor<Element>, bias: Tensor<Element>? = nil,
    instructionSet: InstructionSet? = nil, on pool: ThreadPool = .shared
  ) throws(NumericsError) -> Tensor<Element> {
    let shape = try outputShape(input: input.shape, weight: weight.shape)
    try checkBias(bias?.shape, channels: weight.shape[0])
    var output = try Tensor<Element>(shape: shape)
    let set: InstructionSet
    if let instructionSet { set = try .named(instructionSet.rawValue) } else { set = try .current() }
    guard output.count > 0, input.count > 0, let kernels = KernelSet<Element>.kernels(set) else {
      return try reference(input, weight: weight, bias: bias)
    }
    let (rows, features) = (weight.shape[0], weight.shape[1])
    let start = bias?.elements ?? Array(repeating: 0, count: rows)
    let bands = min(rows, 4 * pool.threads)
    unsafe input.elements.withUnsafeBufferPointer { input in
      unsafe weight.elements.withUnsafeBufferPointer { weight in
        unsafe start.withUnsafeBufferPointer { start in
          unsafe output.elements.withUnsafeMutableBufferPointer { output in
            guard let x = input.baseAddress, let w = weight.baseAddress, let b = start.baseAddress,
              let y = output.baseAddress
            else { return }
            pool.run(bands) { band, _ in
              let (first, end) = (band * rows / bands, (band + 1) * rows / bands)
              for item in 0..<output.count / rows {
                unsafe kernels.dotProducts(
                  end - first, features, w + first * features, x + item * features, b + first,
                  y + (item * rows + first))
              }
            }
          }
        }
      }
    }
    return output
  }

  /// The layer in plain loops.
  public func reference<Element: TensorElement>(
    _ input: Tensor<Element>, weight: Tensor<Element>, bias: Tensor<Element>? = nil
  ) throws(NumericsError) -> Tensor<Element> {
    let shape = try outputShape(input: input.shape, weight: weight.shape)
    try checkBias(bias?.shape, channels: weight.shape[0])
    var output = try Tensor<Element>(shape: shape)
    multiply(
      input.elements, weight.elements, bias?.elements, features: weight.shape[1],
      rows: weight.shape[0], &output.elements)
    return output
  }
}

@specialized(where Element == Float)
@specialized(where Element == Double)
private func multiply<Element: TensorElement>(
  _ input: [Element], _ weight: [Element], _ bias: [Element]?, features: Int, rows: Int,
  _ output: inout [Element]
) {
  guard !output.isEmpty else { return }
  for index in output.indices {
    let (row, item) = (index % rows, index / rows)
    var sum = bias?[row] ?? 0
    for feature in 0..<features { sum += weight[row * features + feature] * input[item * features + feature] }
    output[index] = sum
  }
}
