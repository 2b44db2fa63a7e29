import FoveaGraph
import Testing

@testable import Fovea
@testable import FoveaLanguage
@testable import FoveaText

@Suite struct `Conditions of --fail-if` {
  @Test(arguments: [
    ("macs>+5%", ComparisonMetric.macs, Budget.Relation.above, ComparisonLimit.Bound.share(millionths: 50_000)),
    ("params >= 30M", .parameters, .atLeast, .value(30_000_000)),
    ("parameters<-1.5k", .parameters, .below, .difference(-1_500)),
    ("weights>100MiB", .weights, .above, .value(104_857_600)),
    ("activations<=+0", .activations, .atMost, .difference(0)),
    ("receptive-field<224", .receptiveField, .below, .value(224)),
    ("receptive_field<-0%", .receptiveField, .below, .share(millionths: 0)),
    ("flops==+0.0001%", .flops, .equal, .share(millionths: 1)),
    ("time>2.5ms", .time, .above, .value(2_500_000)),
  ])
  func `are read`(
    _ text: String, _ metric: ComparisonMetric, _ relation: Budget.Relation, _ bound: ComparisonLimit.Bound
  ) throws {
    let limit = try ComparisonLimit(text)
    #expect(limit.metric == metric && limit.relation == relation && limit.bound == bound)
  }

  @Test(arguments: [
    ("mac>+5%", "did you mean `macs`?"), ("", "the figures are parameters, macs"), ("macs+5%", "needs `>`"),
    ("macs>5%", "needs a sign"), ("macs>+5.00001%", "at most four decimals"), ("macs>+%", "needs a percentage"),
    ("macs>5MiB", "the units are `k`, `M`, `G`, `T`"), ("weights>5M", "the units are `B`"),
    ("receptive-field>5px", "rows have none"), ("time>5", "needs a unit behind the number"),
    ("macs>1.5", "a whole one"), ("macs>99999999999999999999", "fits in 64 bits"),
    ("macs>9999999999T", "fits in 64 bits"),
    ("macs>", "needs a number"), ("macs>1.2.3", "needs a number"),
  ])
  func `say what is wrong with them`(_ text: String, _ message: String) throws {
    do throws(ComparisonLimit.Mistake) {
      _ = try ComparisonLimit(text)
      Issue.record("\(text) is read")
    } catch {
      #expect(error.message.contains(message), "\(error.message)")
    }
  }

  /// A comparison of two convolutions of these widths; 0 stands for an input whose size is not known.
  private func comparison(_ old: Int, _ new: Int) throws -> NetworkComparison {
    func network(_ width: Int, _ label: String) throws -> ComparedNetwork {
      let input = width == 0 ? "3x?x?" : "3x8x8"
      let text = "fovea: 1\ninput: \(input)\nlayers:\n  - conv: {out: \(max(1, width)), kernel: 1, bias: false}\n"
      return ComparedNetwork(label: label, Network(Specification(SourceText(path: "net.yaml", text: text))))
    }
    return NetworkComparison([try network(old, "old"), try network(new, "new")], options: AnalyzedGraph.Options())
  }

  @Test(arguments: [
    ("macs>+5%", 100, 105, false), ("macs>+5%", 100, 106, true), ("macs>=+5%", 100, 105, true),
    ("macs<-5%", 100, 94, true), ("macs<-5%", 100, 95, false), ("macs==+0%", 7, 7, true),
    ("params>+2", 10, 11, true), ("params>+3", 10, 11, false), ("params>33", 10, 11, false),
    ("params>=33", 10, 11, true),
    ("params<+0", 10, 9, true), ("receptive-field>1", 1, 1, false), ("receptive-field>=1", 1, 1, true),
    ("receptive-field>+0", 1, 1, false),
    // What cannot be decided is not passed over.
    ("macs>+5%", 0, 5, true), ("macs<10", 5, 0, true), ("params>+5%", 0, 1, false),
  ])
  func `hold or do not`(_ text: String, _ old: Int, _ new: Int, _ holds: Bool) throws {
    let failures = try ComparisonLimit(text).failures(in: try comparison(old, new))
    #expect(failures.isEmpty != holds, "\(failures.map(\.message))")
    #expect(failures.allSatisfy { $0.message.hasPrefix("new: ") && $0.message.contains(text) })
  }
}
