import FoveaGraph
import FoveaNumerics
import Testing

@testable import Fovea
@testable import FoveaLanguage
@testable import FoveaText

/// For which sizes of the input a network has shapes.
@Suite struct NetworkSizesTests {
  private static func network(_ layers: String, _ input: String) -> Network {
    Network(Specification(SourceText(path: "net.yaml", text: "fovea: 1\ninput: \(input)\nlayers:\n\(layers)")))
  }

  private static func sizes(_ layers: String, _ input: String) throws -> NetworkSizes {
    try NetworkSizes(try #require(network(layers, input).openGraph))
  }

  private static let unet = """
      - conv: {out: 4, kernel: 3, padding: half}
        name: a
      - max_pool: {kernel: 2}
        name: b
      - max_pool: {kernel: 2}
      - upsample: {scale: 2}
      - concat: {skip: b, up: []}
      - upsample: {scale: 2}
      - concat: {skip: a, up: []}

    """

  @Test(arguments: [
    (unet, "3x30x30", 4, 4, "a multiple of 4", "a multiple of 4"),
    ("  - conv: {out: 4, kernel: 7}\n", "3x4x4", 7, 1, "any size from 7 on", "any size from 7 on"),
    (
      "  - max_pool: {kernel: 2}\n  - conv: {out: 4, kernel: 3}\n", "3x32x32", 6, 1, "any size from 6 on",
      "a multiple of 2 from 6 on"
    ),
    (
      "  - max_pool: {kernel: 2}\n    name: top\n  - max_pool: {kernel: 2}\n  - upsample: {scale: 2}\n  - concat: {skip: top, up: []}\n",
      "3x30x30", 4, 4, "a multiple of 4, or 1 more than one from 4 on", "a multiple of 4"
    ),
    (
      "  - max_pool: {kernel: 8}\n    name: top\n  - adaptive_avg_pool: {size: 7}\n    from: input\n  - concat: {skip: top, up: []}\n",
      "3x56x56", 56, nil, "56 to 63", "56"
    ),
  ])
  func `least size, divisor and all sizes are those worked out by hand`(
    layers: String, input: String, least: Int, divisor: Int?, text: String, whole: String
  ) throws {
    let sizes = try Self.sizes(layers, input)
    #expect(sizes.together == nil && sizes.axes.count == 2)
    for axis in sizes.axes {
      #expect(axis.fitting.least == least && axis.fitting.divisor == divisor)
      #expect(axis.fitting.text == text && axis.whole.text == whole)
    }
  }

  @Test func `the nearest sizes are below and above`() throws {
    let fitting = try Self.sizes(Self.unet, "3x?x?").axes[0].fitting
    #expect(fitting.nearest(to: 30) == (28, 32) && fitting.nearest(to: 32) == (28, 36))
    #expect(fitting.nearest(to: 2) == (nil, 4) && fitting.nearest(to: 1_000_001) == (1_000_000, 1_000_004))
    let one = try Self.sizes(
      "  - max_pool: {kernel: 8}\n    name: top\n  - adaptive_avg_pool: {size: 7}\n    from: input\n  - concat: {a: top, b: []}\n",
      "3x?x?")
    #expect(one.axes[0].fitting.nearest(to: 500) == (63, nil) && one.axes[0].fitting.nearest(to: 20) == (nil, 56))
  }

  @Test func `axes that a linear layer binds to each other are told together`() throws {
    let layers = "  - max_pool: {kernel: 32}\n  - flatten\n  - linear: {out: 10, in: 147}\n"
    let together = try #require(try Self.sizes(layers, "3x224x224").together)
    #expect(together.fitting.text == "224 to 255" && together.whole.text == "224")
  }

  @Test func `every output has the sizes of the layers that it depends on`() throws {
    let text = """
      fovea: 1
      input: 3x?x?
      outputs: {fine: top, coarse: low}
      layers:
        - max_pool: {kernel: 2}
          name: low
        - upsample: {scale: 2}
        - concat: {image: input, up: []}
          name: top
      """
    let network = Network(Specification(SourceText(path: "net.yaml", text: text)))
    let sizes = try NetworkSizes(try #require(network.openGraph))
    #expect(
      sizes.outputs.map { $0.axes.map(\.text) } == [
        ["a multiple of 2", "a multiple of 2"], ["any size from 2 on", "any size from 2 on"],
      ])
  }

  /// Random networks with joins over one to three axes, of which random sizes are built.
  @Test(arguments: 0..<300)
  func `sizes that are told are those with which a network can be built`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed, name: "network sizes")
    let rank = 1 + Int(seed % 3)
    func list(_ range: ClosedRange<Int>) -> String {
      "[" + (0..<rank).map { _ in "\(generator.integer(range))" }.joined(separator: ", ") + "]"
    }
    func step() -> String {
      switch generator.integer(0...7) {
      case 0: "max_pool: {kernel: \(list(1...3))}"
      case 1: "max_pool: {kernel: \(list(2...3)), stride: 2, padding: 1}"
      case 2: "conv: {out: 2, kernel: \(list(1...4)), stride: \(list(1...3)), padding: \(list(0...2))}"
      case 3: "conv: {out: 2, kernel: 3, dilation: \(list(1...3)), padding: half}"
      case 4: "avg_pool: {kernel: 2, ceil: true}"
      case 5: "conv_transpose: {out: 2, kernel: \(list(2...4)), stride: 2, padding: \(list(0...1))}"
      case 6: "conv: {out: 2, kernel: 3, stride: 2, padding: same}"
      default: "pad: {padding: \(list(0...2))}"
      }
    }
    var layers = ""
    for _ in 0..<generator.integer(0...2) { layers += "  - \(step())\n" }
    layers += "  - conv: {out: 2, kernel: 1}\n    name: top\n"
    for _ in 0...generator.integer(0...1) { layers += "  - \(step())\n" }
    switch generator.integer(0...3) {
    case 0: layers += "  - upsample: {scale: \(list(1...3))}\n  - add: {skip: top, up: []}\n"
    case 1: layers += "  - upsample: {to: top}\n  - concat: {skip: top, up: []}\n  - max_pool: {kernel: 2}\n"
    case 2: layers += "  - crop: {size: \(list(2...5))}\n"
    default: layers += "  - adaptive_avg_pool: {size: \(list(1...4))}\n  - concat: {skip: top, up: []}\n"
    }
    func input(_ sizes: [String]) -> String { (["2"] + sizes).joined(separator: "x") }
    let open = try #require(Self.network(layers, input(Array(repeating: "?", count: rank))).openGraph, "\(layers)")
    let sizes = try NetworkSizes(open)
    #expect(sizes.together == nil)
    for _ in 0..<12 {
      // Half of them fit on all axes, as far as it is told.
      let isGuided = generator.integer(0...1) == 0
      let trial = (0..<rank).map { axis -> Int in
        let size = generator.integer(1...70)
        return isGuided ? sizes.axes[axis].fitting.nearest(to: size).above ?? size : size
      }
      let isTold = zip(sizes.axes, trial).allSatisfy { $0.fitting.contains($1) }
      #expect(
        Self.network(layers, input(trial.map(String.init))).hasErrors == !isTold, "\(trial) of\n\(layers)")
    }
  }
}
