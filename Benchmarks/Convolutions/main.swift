import FoveaNumerics

/// The shortest of many runs within about 0.4 seconds, in seconds.
func shortest(_ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let start = clock.now
  var best = Double.infinity
  var runs = 0
  while runs < 5 || clock.now - start < .milliseconds(400) {
    let time = try clock.measure { try body() }
    best = min(best, time / .seconds(1))
    runs += 1
  }
  return best
}

func column(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(1, width - text.count)) + text }
func number(_ value: Double, _ digits: Int) -> String {
  let scale = (0..<digits).reduce(1.0) { result, _ in result * 10 }
  return "\((value * scale).rounded() / scale)"
}

let single = ThreadPool(threads: 1)
let shared = ThreadPool.shared
let peak = try ArithmeticPeak.operationsPerSecond(of: Float.self, on: single)
print(
  "peak of one thread: \(number(peak / 1e9, 1)) GFLOP/s; \(try InstructionSet.current()); \(shared.threads) threads")
for depth in [64, 128, 256, 1024] {
  let tile = try ArithmeticPeak.tileOperationsPerSecond(of: Float.self, depth: depth)
  print("micro-kernel over \(depth) channels: \(number(100 * tile / peak, 1)) % of the peak")
}

let only = CommandLine.arguments.dropFirst().first ?? ""
var random = RandomTensors()
print("layer                 maps    algorithm   ms (1)   ms (\(shared.threads))  speed-up  % of peak  max error")
for layer in Layer.all where layer.name.contains(only) {
  let inputShape = [1, layer.inputs, layer.size, layer.size]
  let weightShape = [layer.outputs, layer.inputs / layer.groups, layer.kernel, layer.kernel]
  let input = try random.next(inputShape)
  // Results of variance 1.
  let weight = try random.next(weightShape, scale: 1 / Float(weightShape.dropFirst().reduce(1, *)).squareRoot())
  let exact = try layer.convolution.reference(Tensor<Double>(input), weight: Tensor<Double>(weight)).elements
  for algorithm in [ConvolutionAlgorithm.direct, .winograd] {
    let planes = try PreparedConvolution(
      layer.convolution, weight: weight, inputShape: inputShape, algorithm: algorithm)
    guard planes.algorithm == algorithm else { continue }
    var cases = [(name: "planes", prepared: planes, input: FeatureMap.planes(input))]
    if let border = planes.sourceBorder, planes.writesBlocks {
      // Laid out as blocks by a pooling of single pixels.
      let blocks = try MaxPooling(kernel: [1, 1])(.planes(input), border: border, on: single)
      cases.append(("blocks", try planes.between(MapForms(source: border, result: .tight)), blocks))
    }
    for (name, prepared, map) in cases {
      func run(_ pool: ThreadPool) throws -> FeatureMap<Float> {
        try prepared(map, epilogue: Epilogue(), other: nil, on: pool)
      }
      let one = try shortest { _ = try run(single) }
      let two = try shortest { _ = try run(shared) }
      let work = 2 * Double(prepared.outputShape.reduce(1, *) * weightShape.dropFirst().reduce(1, *))
      let error = zip(try run(single).tensor().elements, exact).map { abs(Double($0) - $1) }.max() ?? 0
      var line = layer.name + column(name, 28 - layer.name.count)
      line += column(prepared.variant.map { "\($0)" } ?? "direct", 12)
      line += column(number(one * 1e3, 3), 10) + column(number(two * 1e3, 3), 9) + column(number(one / two, 2), 10)
      line += column(algorithm == .direct ? number(100 * work / one / peak, 1) : "", 11)
      print(line + column("\(Float(error))", 16))
    }
  }
}
