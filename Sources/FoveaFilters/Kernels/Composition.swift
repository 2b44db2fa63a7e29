import FoveaNumerics
import FoveaText

/// The one kernel that a chain of convolutions without activations computes.
///
/// It equals the chain where no intermediate map is padded; `upFront` is that chain: all padding in its first layer.
/// Where the layers pad on their own, `BorderBand` tells which outputs differ.
package struct Composition: Sendable {
  /// The layers, first to last.
  package let layers: [Kernel]
  /// Their composition, with the finest contiguous groups that contain it.
  package let kernel: Kernel
  /// For each axis the taps, as multiples of the composed dilation, that no combination of the layers' taps reaches.
  package let holes: [[Int]]
  /// Pairs of an output and an input in one group that are not connected, such as those of groups of 2 after groups of
  /// 3.
  package let unconnectedPairs: Int

  /// Composes layers, each of which reads what the one before it gives; nil where channels or axes do not fit, or where
  /// a size exceeds what a window may have.
  package init?(_ layers: [Kernel]) {
    guard let first = layers.first, let last = layers.last,
      layers.allSatisfy({ $0.windows.count == first.windows.count }),
      zip(layers, layers.dropFirst()).allSatisfy({ $0.outputs == $1.inputs })
    else { return nil }
    var windows: [AxisWindow] = []
    var holes: [[Int]] = []
    for axis in first.windows.indices {
      guard let window = ComposedWindow(layers.map { $0.windows[axis] }) else { return nil }
      windows.append(window.window)
      holes.append(window.holes)
    }
    let groups = layers.reduce(0) { greatestCommonDivisor($0, $1.groups) }
    guard Self.fits(windows.map(\.kernel), inputs: first.inputs / groups, outputs: last.outputs) else { return nil }
    let spacing = windows.map(\.dilation)
    self.layers = layers
    self.holes = holes
    // Groups do not see each other, so each is composed by itself.
    let parts = (0..<groups).map { group in layers.map { $0.part(group, of: groups) } }
    kernel = Kernel(
      windows: windows, inputs: first.inputs, outputs: last.outputs, groups: groups,
      weights: parts.flatMap { Kernel(Self.bank($0, spacing: spacing), windows: windows).weights },
      bias: layers.contains { $0.bias != nil } ? parts.flatMap { Self.bias($0) ?? [] } : nil)
    unconnectedPairs = Self.unconnectedPairs(layers, groups: groups, inputs: first.inputs, outputs: last.outputs)
  }

  /// More weights than this are not formed.
  package static let largestWeights = 1 << 28

  /// Whether so many weights are formed, and fit the memory four times while they are.
  package static func fits(_ taps: [Int], inputs: Int, outputs: Int) -> Bool {
    var weights = outputs
    for factor in [inputs] + taps {
      let (product, overflow) = weights.multipliedReportingOverflow(by: factor)
      guard !overflow, product <= largestWeights else { return false }
      weights = product
    }
    return weights <= MemoryLimit.bytes / (4 * MemoryLayout<Double>.stride)
  }

  /// The layers with all padding moved to the first: equal to the composed kernel everywhere, biases included.
  package var upFront: [Kernel] {
    layers.enumerated().map { index, layer in
      layer.padded(
        index == 0
          ? kernel.windows.map(\.padding) : Array(repeating: AxisPadding(), count: layer.windows.count))
    }
  }

  /// The steps between the taps of a composition, in input pixels; 1 where it is too large to be composed.
  package static func spacing(of layers: [Kernel]) -> [Int] {
    (layers.first?.windows.indices ?? 0..<0).map { axis in
      ComposedWindow.sizes(of: layers.map { $0.windows[axis] })?.window.dilation ?? 1
    }
  }

  /// The weights of the composition, taps in steps of `spacing` input pixels along each axis, which divide the steps of
  /// all windows with more than one tap.
  package static func bank(_ layers: [Kernel], spacing: [Int]) -> FilterBank {
    var rest = layers[...]
    guard let first = rest.popFirst() else { preconditionFailure("a composition has layers") }
    var strides = first.windows.map(\.stride)
    var result = first.bank.spread(by: zip(first.windows, spacing).map { $0.dilation / $1 })
    for (index, layer) in rest.enumerated() {
      Watch.tell("composing layer \(index + 2) of \(layers.count)")
      let steps = zip(zip(layer.windows, strides), spacing).map { $0.0.dilation * $0.1 / $1 }
      result = layer.bank.composed(after: result, steps: steps)
      strides = zip(layer.windows, strides).map { $0.stride * $1 }
    }
    return result
  }

  /// b = b_L + W̄_L·(b_{L−1} + …), W̄ the sum over the taps; nil where no layer has a bias.
  static func bias(_ layers: [Kernel]) -> [Double]? {
    guard layers.contains(where: { $0.bias != nil }) else { return nil }
    var bias = Matrix(rows: layers[0].inputs, columns: 1)
    for layer in layers {
      bias = layer.bank.sum * bias
      if let own = layer.bias { bias = bias + Matrix(rows: own.count, columns: 1, elements: own) }
    }
    return bias.elements
  }

  private static func unconnectedPairs(_ layers: [Kernel], groups: Int, inputs: Int, outputs: Int) -> Int {
    guard groups > 0, layers.contains(where: { $0.groups != groups }) else { return 0 }
    var connected = 0
    for input in 0..<inputs {
      var reached = [input..<input + 1]
      for layer in layers {
        let (depth, height) = (layer.inputs / layer.groups, layer.outputs / layer.groups)
        var next: [Range<Int>] = []
        for range in reached {
          let run = range.lowerBound / depth * height..<((range.upperBound - 1) / depth + 1) * height
          if let last = next.last, run.lowerBound <= last.upperBound {
            next[next.count - 1] = last.lowerBound..<max(last.upperBound, run.upperBound)
          } else {
            next.append(run)
          }
        }
        reached = next
      }
      connected += reached.reduce(0) { $0 + $1.count }
    }
    return inputs * outputs / groups - connected
  }
}

extension Kernel {
  /// The convolution of one of `count` equal parts of the channels, which do not see each other.
  package func part(_ index: Int, of count: Int) -> Kernel {
    precondition(groups % count == 0, "groups lie in one part each")
    if count == 1 { return self }
    let (rows, size) = (outputs / count, weights.count / count)
    return Kernel(
      windows: windows, inputs: inputs / count, outputs: rows, groups: groups / count,
      weights: Array(weights[index * size..<(index + 1) * size]),
      bias: bias.map { Array($0[index * rows..<(index + 1) * rows]) })
  }
}

extension FilterBank {
  /// The bank with zeros between its taps, which are then `steps` apart.
  func spread(by steps: [Int]) -> FilterBank {
    guard steps.contains(where: { $0 > 1 }) else { return self }
    var result = FilterBank(
      shape: zip(shape, steps).map { ($0 - 1) * $1 + 1 }, outputs: outputs, inputs: inputs)
    let strides = zip(rowMajor(result.shape), steps).map { $0 * $1 }
    for (tap, target) in gridOffsets(shape, strides).enumerated() {
      result.elements.replaceSubrange(
        target * area..<(target + 1) * area, with: elements[tap * area..<(tap + 1) * area])
    }
    return result
  }
}
