import CPeak
import FoveaNumerics

/// One layer: batch 1, weights packed beforehand, N C H W in and out.
struct Layer {
  let name: String
  let inputs: Int
  let outputs: Int
  let size: Int
  let kernel: Int
  var stride = 1
  var dilation = 1
  var groups = 1

  var convolution: Convolution {
    let padding = AxisPadding(dilation * (kernel / 2))
    return Convolution(
      stride: [stride, stride], dilation: [dilation, dilation], padding: [padding, padding], groups: groups)
  }
}

// The same layers, in the same order, as in torch_layers.py.
let layers = [
  Layer(name: "3x3 64@56", inputs: 64, outputs: 64, size: 56, kernel: 3),
  Layer(name: "3x3 128@28", inputs: 128, outputs: 128, size: 28, kernel: 3),
  Layer(name: "3x3 256@14", inputs: 256, outputs: 256, size: 14, kernel: 3),
  Layer(name: "3x3 512@7", inputs: 512, outputs: 512, size: 7, kernel: 3),
  Layer(name: "3x3 64@224", inputs: 64, outputs: 64, size: 224, kernel: 3),
  Layer(name: "3x3 256@56", inputs: 256, outputs: 256, size: 56, kernel: 3),
  Layer(name: "5x5 64@56", inputs: 64, outputs: 64, size: 56, kernel: 5),
  Layer(name: "7x7 64@56", inputs: 64, outputs: 64, size: 56, kernel: 7),
  Layer(name: "stem 7x7/2", inputs: 3, outputs: 64, size: 224, kernel: 7, stride: 2),
  Layer(name: "3x3/2 128@56", inputs: 128, outputs: 128, size: 56, kernel: 3, stride: 2),
  Layer(name: "1x1 64-256@56", inputs: 64, outputs: 256, size: 56, kernel: 1),
  Layer(name: "1x1 256-64@56", inputs: 256, outputs: 64, size: 56, kernel: 1),
  Layer(name: "1x1 1024-256@14", inputs: 1024, outputs: 256, size: 14, kernel: 1),
  Layer(name: "dilated 3x3 256@28", inputs: 256, outputs: 256, size: 28, kernel: 3, dilation: 2),
  Layer(name: "depthwise 3x3 144@56", inputs: 144, outputs: 144, size: 56, kernel: 3, groups: 144),
  Layer(name: "depthwise 7x7 96@56", inputs: 96, outputs: 96, size: 56, kernel: 7, groups: 96),
]

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

var sink: Float = 0
let perRound = peak_rounds(1_000_000, &sink)
let peak = shortest { _ = peak_rounds(1_000_000, &sink) }
let gigaflops = Double(perRound) * 1e6 / peak / 1e9
print("peak of one core: \(gigaflops.rounded()) GFLOP/s; \(try InstructionSet.current())")

var random = RandomTensors()
let single = ThreadPool(threads: 1)
let double = ThreadPool(threads: 2)
func column(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(1, width - text.count)) + text }
func number(_ value: Double, _ digits: Int) -> String {
  let scale = (0..<digits).reduce(1.0) { result, _ in result * 10 }
  return "\((value * scale).rounded() / scale)"
}
print("layer                  algorithm        ms (1)    ms (2)  speed-up  % of peak  max error")
for layer in layers {
  let inputShape = [1, layer.inputs, layer.size, layer.size]
  let weightShape = [layer.outputs, layer.inputs / layer.groups, layer.kernel, layer.kernel]
  let input = try random.next(inputShape)
  // Results of variance 1.
  let weight = try random.next(weightShape, scale: 1 / Float(weightShape.dropFirst().reduce(1, *)).squareRoot())
  for algorithm in [ConvolutionAlgorithm.direct, .winograd] {
    let prepared = try PreparedConvolution(
      layer.convolution, weight: weight, inputShape: inputShape, algorithm: algorithm)
    guard prepared.algorithm == algorithm else { continue }
    let one = try shortest { _ = try prepared(input, on: single) }
    let two = try shortest { _ = try prepared(input, on: double) }
    let work = 2 * Double(prepared.outputShape.reduce(1, *) * weightShape.dropFirst().reduce(1, *))
    let exact = try PreparedConvolution(
      layer.convolution, weight: Tensor<Double>(weight), inputShape: inputShape, algorithm: .direct)(Tensor(input))
    let error = zip(try prepared(input).elements, exact.elements).map { abs(Double($0) - $1) }.max() ?? 0
    let name = prepared.variant.map { "\($0)" } ?? "direct"
    var line = layer.name + column(name, 30 - layer.name.count)
    line += column(number(one * 1e3, 3), 15) + column(number(two * 1e3, 3), 10) + column(number(one / two, 2), 10)
    line += column(number(100 * work / one / 1e9 / gigaflops, 1), 11) + column("\(Float(error))", 14)
    print(line)
  }
}
