import FoveaNumerics

/// One layer: batch 1, weights packed beforehand.
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

  // The same layers, in the same order, as in Python/bench.py, and those of ResNet-50 that it leaves out.
  static let all = [
    Layer(name: "3x3 64@224", inputs: 64, outputs: 64, size: 224, kernel: 3),
    Layer(name: "3x3 64@56", inputs: 64, outputs: 64, size: 56, kernel: 3),
    Layer(name: "3x3 256@56", inputs: 256, outputs: 256, size: 56, kernel: 3),
    Layer(name: "3x3 128@28", inputs: 128, outputs: 128, size: 28, kernel: 3),
    Layer(name: "3x3 256@14", inputs: 256, outputs: 256, size: 14, kernel: 3),
    Layer(name: "3x3 512@7", inputs: 512, outputs: 512, size: 7, kernel: 3),
    Layer(name: "5x5 64@56", inputs: 64, outputs: 64, size: 56, kernel: 5),
    Layer(name: "7x7 64@56", inputs: 64, outputs: 64, size: 56, kernel: 7),
    Layer(name: "stem 7x7/2", inputs: 3, outputs: 64, size: 224, kernel: 7, stride: 2),
    Layer(name: "3x3/2 128@56", inputs: 128, outputs: 128, size: 56, kernel: 3, stride: 2),
    Layer(name: "1x1 64-256@56", inputs: 64, outputs: 256, size: 56, kernel: 1),
    Layer(name: "1x1 256-64@56", inputs: 256, outputs: 64, size: 56, kernel: 1),
    Layer(name: "1x1/2 256-512@56", inputs: 256, outputs: 512, size: 56, kernel: 1, stride: 2),
    Layer(name: "1x1 512-128@28", inputs: 512, outputs: 128, size: 28, kernel: 1),
    Layer(name: "1x1 1024-256@14", inputs: 1024, outputs: 256, size: 14, kernel: 1),
    Layer(name: "1x1 2048-512@7", inputs: 2048, outputs: 512, size: 7, kernel: 1),
    Layer(name: "dilated 3x3 256@28", inputs: 256, outputs: 256, size: 28, kernel: 3, dilation: 2),
    Layer(name: "depthwise 3x3 144@56", inputs: 144, outputs: 144, size: 56, kernel: 3, groups: 144),
    Layer(name: "depthwise 7x7 96@56", inputs: 96, outputs: 96, size: 56, kernel: 7, groups: 96),
  ]
}
