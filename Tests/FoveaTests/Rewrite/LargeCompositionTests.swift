import Fovea
import FoveaFilters
import FoveaGraph
import FoveaNumerics
import Testing

/// What a composition costs follows its result: neither the size of the input nor what is between two taps.
@Suite struct LargeCompositionTests {
  private static func composed(_ text: String) throws -> ChainComposition {
    let analysis = try analyzed(text)
    return try ChainComposition(try #require(LinearChain.all(in: analysis.graph).first), in: analysis)
  }

  @Test(arguments: [100, 1000]) func `long chains are composed`(length: Int) throws {
    let found = try Self.composed(
      "input: 8x32x32\nlayers:\n  - conv: {out: 8, kernel: 3, padding: half}\n    repeat: \(length)\n")
    #expect(found.windows.map(\.window.kernel) == [2 * length + 1, 2 * length + 1])
    #expect(found.windows.allSatisfy { $0.holes.isEmpty } && found.band.affected == 1024)
  }

  @Test(arguments: [
    ("1x100000000", "3, padding: half"), ("1x90000001", "5, dilation: 3, padding: half"),
    ("2x30000x40000", "3, padding: [1, 0]"), ("1x1000000x1000x1000", "3, padding: half"),
  ]) func `inputs of any size are composed`(input: String, kernel: String) throws {
    let layer = "  - conv: {out: 2, kernel: \(kernel)}\n"
    let band = try Self.composed("input: \(input)\nlayers:\n" + layer + layer).band
    let width = kernel.contains("dilation") ? 6 : 1
    #expect(band.widths.allSatisfy { [AxisPadding(width), AxisPadding(0)].contains($0) })
    #expect(band.affected > 0 && band.affected < band.outputs)
  }

  @Test(arguments: [
    ("1x1200000x1200000x4", "[1000, 1000, 3], dilation: [1000, 1000, 1]", 1001),
    ("1x4x4x1200000", "[1, 1, 1000], dilation: [1, 1, 1000]", 1001),
    ("1x40000000", "1000, dilation: 10000", 1001), ("1x5000x5000", "1500", 1501),
  ]) func `large kernels and what is between their taps take no memory`(
    input: String, kernel: String, composed: Int
  ) throws {
    let dilation = kernel.firstRange(of: ", dilation").map { String(kernel[$0.lowerBound...]) } ?? ""
    let second = kernel.contains("[") ? kernel.contains("3]") ? "[2, 2, 1]" : "[1, 1, 2]" : "2"
    let found = try Self.composed(
      "input: \(input)\nlayers:\n  - conv: {out: 1, kernel: \(kernel)}\n  - conv: {out: 1, kernel: \(second)\(dilation)}\n"
    )
    #expect(found.windows.map(\.window.kernel).max() == composed)
    #expect(found.windows.allSatisfy { $0.holes.isEmpty } && found.band.affected == 0)
  }

  @Test(arguments: [
    ("1x64", "{kernel: 10000, dilation: 1000000, padding: half}", "{kernel: 3, padding: half}"),
    ("1x3000000", "{kernel: 600000}", "{kernel: 600000}"),
    ("1x100000000", "{kernel: 1, stride: 60000}", "{kernel: 1, stride: 60000, padding: 30000}"),
    ("1x3000000", "{kernel: 2, dilation: 1000000}", "{kernel: 60000}"),
    ("1x64", "{kernel: 1, stride: 10000, padding: 1000000}", "{kernel: 1, padding: 1000000}"),
  ]) func `what is too large is refused with the limit`(input: String, first: String, second: String) throws {
    func layer(_ attributes: String) -> String { "  - conv: {out: 1, \(attributes.dropFirst())\n" }
    let analysis = try analyzed("input: \(input)\nlayers:\n" + layer(first) + layer(second))
    let chain = try #require(LinearChain.all(in: analysis.graph).first)
    let error = #expect(throws: LinearChain.Refusal.self) { try ChainComposition(chain, in: analysis) }
    #expect(error?.reason.contains("is too large: at most 1048576 taps along an axis") == true, "\(error as Any)")
  }

  @Test func `a map of more positions than are counted is refused`() throws {
    let window = AxisWindow.checked(kernel: 1, padding: AxisPadding(1_000_000))
    let layer = KernelOutline(windows: [window, window, window], hasBias: false)
    #expect(try BorderBand([layer], input: [9, 9, 9]).outputs == 2_000_009 * 2_000_009 * 2_000_009)
    #expect(throws: NumericsError.self) { try BorderBand([layer, layer], input: [9, 9, 9]) }
  }

  @Test func `the taps that are reached are those of all combinations`() throws {
    var generator = SplitMix64(seed: 5)
    for turn in 0..<500 {
      let windows = (0..<generator.integer(1...5)).map { _ in
        AxisWindow.checked(
          kernel: generator.integer(1...4), stride: generator.integer(1...3), dilation: generator.integer(1...6))
      }
      var (reached, step): (Set<Int>, Int) = ([0], 1)
      for window in windows {
        reached = Set(
          reached.flatMap { place in (0..<window.kernel).map { place + $0 * step * window.dilation } })
        step *= window.stride
      }
      let found = try #require(ComposedWindow(windows))
      let taps = Set(0..<found.window.kernel).subtracting(found.holes)
      #expect(Set(taps.map { $0 * found.window.dilation }) == reached && found.window.stride == step, "turn \(turn)")
    }
  }

  @Test func `weights of dilated layers are composed without what is between their taps`() throws {
    var generator = SplitMix64(seed: 5)
    let layers = (0..<2).map { _ in
      Kernel(
        windows: Array(repeating: .checked(kernel: 3, dilation: 100_000), count: 2), inputs: 1, outputs: 1,
        weights: generator.normals(9))
    }
    let near = layers.map { layer in
      Kernel(windows: [.checked(kernel: 3), .checked(kernel: 3)], inputs: 1, outputs: 1, weights: layer.weights)
    }
    let composition = try #require(Composition(layers)?.kernel)
    #expect(composition.windows == Array(repeating: .checked(kernel: 5, dilation: 100_000), count: 2))
    #expect(composition.weights == Composition(near)?.kernel.weights)
  }
}
