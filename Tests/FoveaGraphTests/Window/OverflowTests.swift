import FoveaGraph
import Testing

@Suite struct OverflowTests {
  /// A number of any magnitude, often next to a limit.
  private func extreme(_ generator: inout SplitMix64) -> Int {
    let bits = Int.random(in: 0...63, using: &generator)
    let power = bits == 63 ? Int.max : 1 << bits
    switch Int.random(in: 0...3, using: &generator) {
    case 0: return power
    case 1: return power - 1
    case 2: return power / 3
    default: return Int.random(in: 1...5, using: &generator)
    }
  }

  private func fits(_ value: Int128) -> Bool { Int(exactly: value) != nil }

  @Test func `a chain is exact as long as its figures and offsets fit, and not known beyond`() throws {
    var (known, unknown) = (0, 0)
    for seed in 1...4_000 {
      var generator = SplitMix64(seed: seed)
      var field = AxisField.input
      var (first, size, step): (Int128, Int128, Int128) = (0, 1, 1)
      for _ in 0..<5 {
        let (kernel, stride) = (extreme(&generator), extreme(&generator))
        let (dilation, padding) = (extreme(&generator), extreme(&generator) - extreme(&generator))
        guard kernel >= 1, stride >= 1, dilation >= 1,
          let layer = PeriodicWindow(kernel: kernel, stride: stride, dilation: dilation, padding: padding)
        else { continue }
        let shift = step * Int128(padding)
        first -= shift
        let (growth, overflow) = (step * Int128(dilation)).multipliedReportingOverflow(by: Int128(kernel - 1))
        let reach = overflow ? Int128(Int.max) : growth
        size += reach
        step *= Int128(stride)
        guard let seen = field.seen(through: layer) else {
          let figures = [first, size, first + size - 1, step, shift, reach - shift]
          #expect(!figures.allSatisfy(fits), "seed \(seed)")
          unknown += 1
          break
        }
        field = seen
        let rows = try #require(field.window.rows(ofUnit: 0))
        #expect(rows.first.map { Int128($0) } == first, "seed \(seed)")
        #expect(Int128(field.size) == size, "seed \(seed)")
        #expect(field.stride.map { Int128($0) } == step, "seed \(seed)")
        known += 1
      }
    }
    #expect(known > 500 && unknown > 500)
  }

  @Test func `no layer, composition or join of any size traps`() {
    var results = 0
    for seed in 1...200 {
      var generator = SplitMix64(seed: seed)
      var windows: [PeriodicWindow] = [.identity]
      for _ in 0..<8 {
        let (a, b, c) = (extreme(&generator), extreme(&generator), extreme(&generator))
        let signed = Bool.random(using: &generator) ? a : -a
        let small = Int.random(in: 1...6, using: &generator)
        let layers: [PeriodicWindow?] = [
          PeriodicWindow(kernel: small, stride: b, dilation: c, padding: signed),
          PeriodicWindow(kernel: b, stride: small, dilation: c, padding: signed),
          .transposed(kernel: b, stride: small, dilation: c, padding: signed),
          .transposed(kernel: small, stride: b, dilation: c, padding: signed),
          .shifted(by: signed), .pixelShuffle(small), .pixelUnshuffle(b),
          .nearest(input: b, output: small), .linear(input: b, output: small),
          .linear(input: b, output: small, alignCorners: true), .adaptive(input: b, output: small),
          .adaptive(input: small, output: small + 1),
        ]
        guard let layer = layers.randomElement(using: &generator) ?? nil else { continue }
        windows.append(layer)
        for window in windows.suffix(4) {
          guard let seen = window.seen(through: layer) else { continue }
          windows.append(seen)
          let field = AxisField(seen).joined(with: AxisField(window))
          #expect(seen.size >= (seen.distinct ?? 0))
          #expect((field?.size ?? .max) >= seen.size)
          _ = (field?.phases, field?.padding, field?.doubledCentre, seen.rows(ofUnit: signed)?.contains(a))
          results += 1
        }
      }
    }
    #expect(results > 1_000)
  }
}
