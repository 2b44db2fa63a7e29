import Fovea
import FoveaNumerics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Kernels of known character to approximate.
enum KernelFamily: String, CaseIterable, Sendable {
  /// Independent normal weights.
  case gauss
  /// Independent low-pass fields under a Gaussian envelope.
  case smooth
  /// Twice as many Gabor filters as channels, mixed over the channels, with 5 % noise.
  case gabor

  func bank(size: Int, outputs: Int, inputs: Int, seed: UInt64) -> FilterBank {
    var generator = SplitMix64(seed: seed)
    var bank = FilterBank(shape: [size, size], outputs: outputs, inputs: inputs)
    switch self {
    case .gauss:
      bank.elements = generator.normals(bank.elements.count)
    case .smooth:
      for channel in 0..<bank.area {
        for (tap, value) in Self.field(size, &generator).enumerated() {
          bank.elements[tap * bank.area + channel] = value
        }
      }
    case .gabor:
      for _ in 0..<2 * max(outputs, inputs) {
        let atom = Self.atom(size, &generator)
        let (left, right) = (generator.normals(outputs), generator.normals(inputs))
        for (tap, value) in atom.enumerated() {
          for out in 0..<outputs {
            for input in 0..<inputs {
              bank.elements[tap * bank.area + out * inputs + input] += value * left[out] * right[input]
            }
          }
        }
      }
      let noise = 0.05 * bank.norm / Double(bank.elements.count).squareRoot()
      bank.elements = bank.elements.map { $0 + noise * generator.normal() }
    }
    return bank
  }

  /// White noise blurred by a Gaussian of one pixel, under an envelope of a quarter of the kernel's size.
  private static func field(_ size: Int, _ generator: inout SplitMix64) -> [Double] {
    let reach = 3
    let wide = size + 2 * reach
    let noise = generator.normals(wide * wide)
    let blur = (-reach...reach).map { exp(-Double($0 * $0) / 2) }
    let centre = Double(size - 1) / 2
    let spread = Double(size) / 4
    return (0..<size * size).map { tap in
      let (row, column) = (tap / size, tap % size)
      var sum = 0.0
      for (i, a) in blur.enumerated() {
        for (j, b) in blur.enumerated() { sum += a * b * noise[(row + i) * wide + column + j] }
      }
      let (y, x) = (Double(row) - centre, Double(column) - centre)
      return sum * exp(-(x * x + y * y) / (2 * spread * spread))
    }
  }

  private static func atom(_ size: Int, _ generator: inout SplitMix64) -> [Double] {
    let centre = Double(size - 1) / 2
    let (angle, phase) = (generator.uniform() * .pi, generator.uniform() * 2 * .pi)
    let frequency = (0.1 + 0.25 * generator.uniform()) * 2 * .pi
    let spread = Double(size) * (0.18 + 0.12 * generator.uniform())
    return (0..<size * size).map { tap in
      let (y, x) = (Double(tap / size) - centre, Double(tap % size) - centre)
      let along = x * cos(angle) + y * sin(angle)
      return exp(-(x * x + y * y) / (2 * spread * spread)) * cos(frequency * along + phase)
    }
  }
}
