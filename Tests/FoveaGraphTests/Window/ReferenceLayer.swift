import FoveaGraph

/// A layer along one axis, by the definition of what a unit reads and by the window under test.
enum ReferenceLayer: Sendable, CustomStringConvertible {
  case sliding(kernel: Int, stride: Int, dilation: Int, padding: Int)
  case transposed(kernel: Int, stride: Int, dilation: Int, padding: Int)
  case shifted(Int)
  case pixelShuffle(Int)
  case pixelUnshuffle(Int)
  case nearest(input: Int, output: Int)
  case linear(input: Int, output: Int, alignCorners: Bool)
  case adaptive(input: Int, output: Int)

  var description: String {
    switch self {
    case .sliding(let kernel, let stride, let dilation, let padding): "conv k\(kernel)s\(stride)d\(dilation)p\(padding)"
    case .transposed(let kernel, let stride, let dilation, let padding):
      "transposed k\(kernel)s\(stride)d\(dilation)p\(padding)"
    case .shifted(let offset): "shifted \(offset)"
    case .pixelShuffle(let factor): "shuffle \(factor)"
    case .pixelUnshuffle(let factor): "unshuffle \(factor)"
    case .nearest(let input, let output): "nearest \(input)->\(output)"
    case .linear(let input, let output, let aligned): "linear \(input)->\(output) \(aligned ? "aligned" : "")"
    case .adaptive(let input, let output): "adaptive \(input)->\(output)"
    }
  }

  /// The input rows that unit `o` reads, found by trying every row near it.
  func rows(_ o: Int) -> Set<Int> {
    switch self {
    case .sliding(let kernel, let stride, let dilation, let padding):
      return Set((0..<kernel).map { o * stride - padding + $0 * dilation })
    case .transposed(let kernel, let stride, let dilation, let padding):
      let reach = abs(o) + abs(padding) + kernel * dilation + 1
      return Set((-reach...reach).filter { i in (0..<kernel).contains { i * stride - padding + $0 * dilation == o } })
    case .shifted(let offset): return [o + offset]
    case .pixelShuffle(let factor): return near(o) { $0 * factor <= o && o < ($0 + 1) * factor }
    case .pixelUnshuffle(let factor): return near(o * factor) { $0 >= o * factor && $0 < (o + 1) * factor }
    case .nearest(let input, let output):
      return [Int((Double(o) * Double(input) / Double(output)).rounded(.down))]
    case .linear(let input, let output, let aligned):
      let centre =
        aligned
        ? Double(o) * Double(input - 1) / Double(output - 1)
        : (Double(o) + 0.5) * Double(input) / Double(output) - 0.5
      return near(Int(centre)) { 1 - abs(Double($0) - centre) > 1e-9 }
    case .adaptive(let input, let output):
      let (start, end) = (Double(o * input) / Double(output), Double((o + 1) * input) / Double(output))
      return Set(Int(start.rounded(.down))..<Int(end.rounded(.up)))
    }
  }

  private func near(_ row: Int, where condition: (Int) -> Bool) -> Set<Int> {
    let reach = abs(row) + 8
    return Set((row - reach...row + reach).filter(condition))
  }

  /// A period and its step, not necessarily the smallest.
  var period: (units: Int, rows: Int) {
    switch self {
    case .sliding(_, let stride, _, _): (1, stride)
    case .transposed(_, let stride, _, _): (stride, 1)
    case .shifted: (1, 1)
    case .pixelShuffle(let factor): (factor, 1)
    case .pixelUnshuffle(let factor): (1, factor)
    case .nearest(let input, let output), .adaptive(let input, let output): (output, input)
    case .linear(let input, let output, let aligned): aligned ? (output - 1, input - 1) : (output, input)
    }
  }

  var window: PeriodicWindow? {
    switch self {
    case .sliding(let kernel, let stride, let dilation, let padding):
      PeriodicWindow(kernel: kernel, stride: stride, dilation: dilation, padding: padding)
    case .transposed(let kernel, let stride, let dilation, let padding):
      .transposed(kernel: kernel, stride: stride, dilation: dilation, padding: padding)
    case .shifted(let offset): .shifted(by: offset)
    case .pixelShuffle(let factor): .pixelShuffle(factor)
    case .pixelUnshuffle(let factor): .pixelUnshuffle(factor)
    case .nearest(let input, let output): .nearest(input: input, output: output)
    case .linear(let input, let output, let aligned): .linear(input: input, output: output, alignCorners: aligned)
    case .adaptive(let input, let output): .adaptive(input: input, output: output)
    }
  }

  /// A random layer; `coarse` allows those that change the rate.
  static func random(coarse: Bool, using generator: inout SplitMix64) -> ReferenceLayer {
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    switch coarse ? pick(0...9) : 0 {
    case 0, 1:
      if pick(0...5) == 0 { return .shifted(pick(-3...3)) }
      return .sliding(kernel: pick(1...4), stride: 1, dilation: pick(1...4), padding: pick(0...4))
    case 2, 3: return .sliding(kernel: pick(1...4), stride: pick(1...3), dilation: pick(1...3), padding: pick(0...3))
    case 4: return .transposed(kernel: pick(1...4), stride: pick(1...3), dilation: pick(1...3), padding: pick(0...3))
    case 5: return pick(0...1) == 0 ? .pixelShuffle(pick(1...3)) : .pixelUnshuffle(pick(1...3))
    case 6: return .nearest(input: pick(1...4), output: pick(1...4))
    case 7: return .linear(input: pick(1...4), output: pick(1...4), alignCorners: false)
    case 8: return .linear(input: pick(2...4), output: pick(2...4), alignCorners: true)
    default: return .adaptive(input: pick(1...5), output: pick(1...4))
    }
  }
}
