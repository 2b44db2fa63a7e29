/// Resampling of the spatial axes to a given size.
public struct Upsample: Hashable, Sendable {
  /// How values between samples come about.
  public enum Mode: Hashable, Sendable {
    /// The sample at ⌊o·n/m⌋.
    case nearest
    /// Linear interpolation along every axis; with `alignCorners` the outer samples keep their places, otherwise
    /// samples are the centres of pixels.
    case linear(alignCorners: Bool)
  }

  /// The output size per spatial axis.
  public var size: [Int]
  /// How values between samples come about.
  public var mode: Mode

  /// Resampling to `size`.
  public init(size: [Int], mode: Mode = .nearest) {
    self.size = size
    self.mode = mode
  }

  /// The shape of the result over an input.
  public func outputShape(input: [Int]) throws(NumericsError) -> [Int] {
    guard (1...3).contains(size.count), input.count == size.count + 2 else {
      throw .shape("a size \(size) does not fit an input of shape \(input)")
    }
    guard (size + input.dropFirst(2)).allSatisfy({ (1...AxisWindow.largest).contains($0) }) else {
      throw .shape("resampling from \(input) to \(size) needs sizes of at least 1")
    }
    return Array(input.prefix(2)) + size
  }

  /// The resampled tensor, one axis after the other.
  public func callAsFunction<Element: TensorElement>(_ input: Tensor<Element>) throws(NumericsError) -> Tensor<Element>
  {
    let shape = try outputShape(input: input.shape)
    try checkedCount(shape, of: Element.self)
    var result = input
    for axis in 2..<shape.count {
      let (from, to) = (input.shape[axis], shape[axis])
      switch mode {
      case .nearest: result = try result.selecting((0..<to).map { $0 * from / to }, axis: axis)
      case .linear(let aligned):
        let samples: [Sample<Element>] = (0..<to).map { Sample($0, from: from, to: to, alignCorners: aligned) }
        result = try result.interpolated(samples, axis: axis)
      }
    }
    return result
  }
}

/// Two neighbouring samples and the weight of the second.
private struct Sample<Element: TensorElement> {
  let first: Int
  let second: Int
  let weight: Element

  init(_ output: Int, from: Int, to: Int, alignCorners: Bool) {
    let position: Double
    if alignCorners {
      position = to == 1 ? 0 : Double(output) * Double(from - 1) / Double(to - 1)
    } else {
      position = max(0, (Double(output) + 0.5) * Double(from) / Double(to) - 0.5)
    }
    first = min(Int(position), from - 1)
    second = min(first + 1, from - 1)
    weight = Element(position - Double(first))
  }
}

extension Tensor {
  fileprivate func interpolated(_ samples: [Sample<Element>], axis: Int) throws(NumericsError) -> Tensor {
    var shape = shape
    let size = shape[axis]
    shape[axis] = samples.count
    var result = try Tensor(shape: shape)
    let inner = shape[(axis + 1)...].reduce(1, *)
    var next = 0
    for outer in 0..<shape[..<axis].reduce(1, *) {
      for sample in samples {
        let (first, second) = ((outer * size + sample.first) * inner, (outer * size + sample.second) * inner)
        for offset in 0..<inner {
          result.elements[next] =
            (1 - sample.weight) * elements[first + offset] + sample.weight * elements[second + offset]
          next += 1
        }
      }
    }
    return result
  }
}
