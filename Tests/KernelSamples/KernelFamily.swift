package import FoveaFilters
import FoveaNumerics

/// Random kernels of known character, to try approximations on: how well a stack fits depends on the kernel.
///
/// Spreads and frequencies are such that the forms whose optimum is known, which no search affects, err as stated where
/// the search for stacks was designed; `Benchmarks/README.md` has the figures of both.
package enum KernelFamily: String, CaseIterable, Sendable {
  /// Independent normal weights.
  case gauss
  /// Independent fields for each pair of channels: white noise blurred by a Gaussian of 1 pixel, under a Gaussian
  /// envelope of 0.35 kernel sizes.
  case smooth
  /// Twice as many Gabor filters as channels, each with a normal random vector over the inputs and one over the
  /// outputs, and 5 % of noise. Frequencies from 0.1 to 0.35 per pixel, envelopes from 0.2 to 0.3 kernel sizes, normal
  /// amplitudes.
  case gabor
  /// The first layer of a network on colour images, each output one filter in shades of one colour: two of three are
  /// Gabor filters on brightness, frequencies up to 0.25 per pixel, the third a blob of one colour against others; 3 %
  /// of noise.
  case stem

  /// A bank of `size` × `size` taps.
  package func bank(size: Int, outputs: Int, inputs: Int, seed: UInt64) -> FilterBank {
    var generator = SplitMix64(seed: seed)
    var bank = FilterBank(shape: [size, size], outputs: outputs, inputs: inputs)
    switch self {
    case .gauss:
      bank.elements = generator.normals(bank.elements.count)
    case .smooth:
      for pair in 0..<bank.area { bank.add(Self.field(size, &generator), at: pair, times: 1) }
    case .gabor:
      for _ in 0..<2 * max(outputs, inputs) {
        let frequency = 0.1 + 0.25 * generator.uniform()
        let spread = 0.2 + 0.1 * generator.uniform()
        let atom = Self.atom(size, frequency: frequency, spread: spread, &generator)
        let amplitude = generator.normal()
        let (left, right) = (generator.normals(outputs), generator.normals(inputs))
        for pair in 0..<bank.area {
          bank.add(atom, at: pair, times: amplitude * left[pair / inputs] * right[pair % inputs])
        }
      }
      bank.addNoise(0.05, &generator)
    case .stem:
      for out in 0..<outputs {
        let isBlob = out % 3 == 2
        let frequency = isBlob ? 0 : 0.02 + 0.23 * generator.uniform()
        let spread = 0.12 + 0.18 * generator.uniform()
        let atom = Self.atom(size, frequency: frequency, spread: spread, &generator)
        let colour = generator.normals(inputs)
        let mean = colour.reduce(0, +) / Double(inputs)
        for input in 0..<inputs {
          let share = isBlob ? colour[input] - mean : 1 + 0.3 * colour[input]
          bank.add(atom, at: out * inputs + input, times: share)
        }
      }
      bank.addNoise(0.03, &generator)
    }
    return bank
  }

  private static func field(_ size: Int, _ generator: inout SplitMix64) -> [Double] {
    let reach = 4
    let wide = size + 2 * reach
    let noise = generator.normals(wide * wide)
    let blur = (-reach...reach).map { gaussian(Double($0), spread: 1) }
    let envelope = envelope(size, spread: 0.35)
    return (0..<size * size).map { tap in
      var sum = 0.0
      for (row, a) in blur.enumerated() {
        for (column, b) in blur.enumerated() {
          sum += a * b * noise[(tap / size + row) * wide + tap % size + column]
        }
      }
      return sum * envelope[tap]
    }
  }

  /// A Gabor filter of length 1 at the centre.
  private static func atom(
    _ size: Int, frequency: Double, spread: Double, _ generator: inout SplitMix64
  ) -> [Double] {
    let centre = Double(size - 1) / 2
    let (angle, phase) = (generator.uniform() * .pi, generator.uniform() * 2 * .pi)
    let (cosine, sine) = (Double.cosine(angle), Double.sine(angle))
    let atom = envelope(size, spread: spread).enumerated().map { tap, value in
      let along = (Double(tap % size) - centre) * cosine + (Double(tap / size) - centre) * sine
      return value * Double.cosine(2 * .pi * frequency * along + phase)
    }
    let length = innerProduct(atom, atom).squareRoot()
    return length > 0 ? atom.map { $0 / length } : atom
  }

  /// A Gaussian around the centre, `spread` in kernel sizes.
  private static func envelope(_ size: Int, spread: Double) -> [Double] {
    let line = (0..<size).map { gaussian(Double($0) - Double(size - 1) / 2, spread: spread * Double(size)) }
    return (0..<size * size).map { line[$0 / size] * line[$0 % size] }
  }

  private static func gaussian(_ x: Double, spread: Double) -> Double {
    1 + Double.exponentialMinusOne(-x * x / (2 * spread * spread))
  }
}

extension FilterBank {
  /// Adds a filter between a pair of channels, `output·inputs + input`.
  fileprivate mutating func add(_ filter: [Double], at pair: Int, times factor: Double) {
    for (tap, value) in filter.enumerated() { elements[tap * area + pair] += factor * value }
  }

  /// Adds independent normal numbers, `share` of the root mean square weight.
  fileprivate mutating func addNoise(_ share: Double, _ generator: inout SplitMix64) {
    let scale = share * norm / Double(elements.count).squareRoot()
    for index in elements.indices { elements[index] += scale * generator.normal() }
  }
}
