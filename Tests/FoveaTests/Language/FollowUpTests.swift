import FoveaGraph
import Testing

@testable import Fovea
@testable import FoveaLanguage
@testable import FoveaText

/// What is said behind a mistake, and about layers that people know by other names.
@Suite struct FollowUpTests {
  private static func errors(_ layers: String, _ input: String) -> [Diagnostic] {
    Network(Specification(SourceText(path: "net.yaml", text: "fovea: 1\ninput: \(input)\nlayers:\n\(layers)")))
      .diagnostics
  }

  @Test(arguments: [
    (
      "  - flatten\n  - conv: {out: 4, kernel: 3}\n  - linear: {out: 5}\n  - conv: {out: \"in.length\", kernel: 3}\n",
      "8x16"
    ),
    ("  - permut: {}\n  - linear: {out: 5}\n  - conv: {out: \"in.height\", kernel: 3}\n", "8x16"),
    ("  - frobnicate\n  - linear: {out: 5}\n  - linear: {out: \"in.width\"}\n", "8x16x16"),
    (
      "  - flatten\n  - max_pool: {kernel: 2}\n  - conv: {out: 5, kernel: [3, 3]}\n  - conv: {out: 4, kernel: [1, 1, 1]}\n",
      "8x16"
    ),
    (
      "  - conv: {out: 4, kernel: [3, 3]}\n  - linear: {out: 5}\n  - upsample: {scale: 2}\n  - conv: {out: \"in.depth\", kernel: 1}\n",
      "8x16"
    ),
  ])
  func `a mistake leaves no others behind that come of a shape which nobody stated`(layers: String, input: String) {
    let errors = Self.errors(layers, input)
    #expect(errors.count == 1, "\(errors.map(\.message))")
  }

  @Test func `a mistake behind a shape that is stated is told`() {
    let errors = Self.errors("  - frobnicate\n  - flatten\n  - conv: {out: 4, kernel: 3}\n", "8x16")
    #expect(errors.map(\.rule) == ["language", "wrong-rank"])
  }

  @Test(arguments: [
    ("max_unpool", "`upsample: {scale: 2}` or `conv_transpose`"), ("MaxUnpool2d", "`upsample: {scale: 2}`"),
    ("lstm", "`opaque` states its shape"), ("ConvLSTM", "`opaque` states its shape"),
    ("roi_align", "a description of its own"),
    ("grid_sample", "`receptive_field: unknown`"), ("depthwise_conv", "`conv: {groups: in.channels}`"),
    ("DepthwiseConv2d", "`conv: {groups: in.channels}`"), ("cross_entropy", "a loss belongs to the training"),
    ("Conv2d", "it is called `conv` here"), ("BatchNorm3d", "it is called `batch_norm` here"),
    ("zero_pad", "it is called `pad` here"), ("MaxPool", "it is called `max_pool` here"),
    ("conf", "did you mean `conv`?"), ("softmx", "did you mean `softmax`?"),
  ])
  func `an unknown layer is told what can be done instead`(name: String, advice: String) throws {
    let error = try #require(Self.errors("  - \(name): {kernel: 2}\n", "8x16").first)
    #expect(error.message == "unknown operator or block `\(name)`")
    #expect(error.help?.contains(advice) == true, "\(error.help ?? "")")
  }
}
