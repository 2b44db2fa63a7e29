import FoveaGraph
import FoveaNumerics
import Testing

@testable import Fovea
@testable import FoveaLanguage
@testable import FoveaText

/// For which sizes of the input the joins of a network hold.
@Suite struct FittingSizeTests {
  private static func network(_ layers: String, _ input: String) -> Network {
    Network(Specification(SourceText(path: "net.yaml", text: "fovea: 1\ninput: \(input)\nlayers:\n\(layers)")))
  }

  private static func finding(_ layers: String, _ input: String) -> Diagnostic? {
    Linter().lint(network(layers, input)).map(\.diagnostic).first { $0.rule == "input-not-multiple" }
  }

  private static let pooled = """
      - max_pool: {kernel: 2}
        name: top
      - max_pool: {kernel: 2}
      - upsample: {scale: 2}
      - concat: {skip: top, up: []}

    """
  private static let stem = """
      - conv: {out: 8, kernel: 3, stride: 2, padding: 1}
        name: top
      - max_pool: {kernel: 2}
      - upsample: {scale: 2}
      - concat: {skip: top, up: []}

    """
  private static let uneven = """
      - identity: {}
        name: top
      - max_pool: {kernel: [2, 8]}
      - upsample: {scale: [2, 8]}
      - concat: {skip: top, up: []}

    """
  private static let thirds = """
      - max_pool: {kernel: 2}
        name: top
      - max_pool: {kernel: 3}
      - upsample: {scale: 3}
      - concat: {skip: top, up: []}

    """
  private static let hourglass = """
      - conv: {out: 8, kernel: 7, stride: 2, padding: 3}
      - conv: {out: 8, kernel: 3, stride: 2, padding: 1}
        name: a
      - max_pool: {kernel: 2}
        name: b
      - max_pool: {kernel: 2}
      - upsample: {scale: 2}
      - add: {skip: b, up: []}
      - upsample: {scale: 2}
      - add: {skip: a, up: []}

    """

  @Test(arguments: [
    (pooled, "the input's is a multiple of 4, or 1 more than one, and it is not known: at "),
    (stem, "the input's is a multiple of 4, or 3 more than one, and it is not known: at "),
    (thirds, "the input's is a multiple of 6, or 1 more than one, and it is not known: at "),
    (hourglass, "the input's is a multiple of 16, or 13, 14 or 15 more than one, and it is not known: at "),
    (uneven, "the input's height is a multiple of 2 and its width is a multiple of 8, and they are not known: at "),
  ])
  func `the remainders that fit are told, axis by axis`(layers: String, condition: String) throws {
    let message = try #require(Self.finding(layers, "3x?x?")?.message)
    #expect(message.contains("have the same size only where \(condition)"), "\(message)")
  }

  @Test(arguments: [
    (pooled, "3x30x30", "its height is 30 and its width is 30", "29 and 32"),
    (stem, "3x30x32", "its height is 30", "28 and 31"),
    (uneven, "3x30x60", "its width is 60", "56 and 64 for the width"),
    (uneven, "3x31x64", "its height is 31", "30 and 32 for the height"),
  ])
  func `a size that does not fit has the nearest that do`(
    layers: String, input: String, found: String, nearest: String
  ) throws {
    let finding = try #require(Self.finding(layers, input))
    #expect(finding.severity == .error && finding.message.hasSuffix("and \(found)"), "\(finding.message)")
    #expect(finding.help?.hasPrefix("the nearest sizes that fit are \(nearest);") == true, "\(finding.help ?? "")")
  }

  @Test(arguments: [(pooled, "3x29x32"), (stem, "3x31x28"), (uneven, "3x30x64"), (thirds, "3x25x24")])
  func `a size that fits is no finding`(layers: String, input: String) {
    #expect(!Self.network(layers, input).hasErrors)
    #expect(Self.finding(layers, input) == nil)
  }

  /// Chains with a join, of which every size from 64 to 160 is tried.
  @Test(arguments: 0..<40)
  func `the sizes that are told are those that have shapes`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed, name: "fitting sizes")
    let steps = [
      "max_pool: {kernel: 2}", "max_pool: {kernel: 3, stride: 2}", "max_pool: {kernel: 3, stride: 2, padding: 1}",
      "conv: {out: 4, kernel: 3, stride: 2, padding: 1}", "conv: {out: 4, kernel: 2, stride: 2}",
      "max_pool: {kernel: 3}", "max_pool: {kernel: 2, ceil: true}", "conv: {out: 4, kernel: 3, padding: half}",
    ]
    func step() -> String { "  - \(steps[generator.integer(0...steps.count - 1)])\n" }
    var layers = step() + "  - identity: {}\n    name: top\n"
    for _ in 0...generator.integer(0...1) { layers += step() }
    layers += "  - upsample: {scale: \(generator.integer(2...4))}\n  - concat: {skip: top, up: []}\n"
    let open = try #require(Self.network(layers, "4x?").analysis)
    let told = InputNotMultiple.joins(in: open).first?.axes.first?.sizes
    let fitting = (64...160).filter { !Self.network(layers, "4x\($0)").hasErrors }
    if let told {
      #expect(fitting == (64...160).filter(told.contains), "\(layers)")
    } else {
      #expect(fitting.isEmpty || fitting.count == 97, "\(layers)")
    }
  }
}
