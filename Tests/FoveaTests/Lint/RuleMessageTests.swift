import FoveaGraph
import Testing

@testable import Fovea
@testable import FoveaLanguage
@testable import FoveaText

/// The numbers that rules of the sampling geometry state, worked out by hand.
struct RuleMessageTests {
  private static func messages(_ rule: String, _ layers: String, input: String = "16x32x32") throws -> [String] {
    let example = RuleExample.layers(layers, input: input, why: "")
    let specification = Specification(SourceText(path: "example.yaml", text: example.text))
    let context = try #require(LintContext(Network(specification)))
    return try #require(RuleCatalog.rule(named: rule)).check(context).map(\.message)
  }

  @Test func `a 1x1 with stride 2 reads a quarter of an even map`() throws {
    #expect(
      try Self.messages("skipped-pixels", "- conv: {out: 8, kernel: 1, stride: 2}") == [
        "`conv` 1x1 with stride 2 reads 256 of 1024 positions of its 16x32x32 input"
      ])
  }

  @Test func `the rows behind the last window are counted`() throws {
    #expect(
      try Self.messages("dropped-border", "- conv: {out: 8, kernel: 3, stride: 4}", input: "16x33x33") == [
        "the last 2 rows of a height of 33 are never read: 8 windows of 3, 4 apart, end at row 30"
      ])
  }

  @Test func `shifts of even kernels add up in pixels of the input`() throws {
    let kernel = "conv: {out: 8, kernel: 2, padding: [[0, 1], [0, 1]]}"
    let messages = try Self.messages(
      "even-kernel-shift", "- \(kernel)\n- max_pool: {kernel: 2}\n- \(kernel)")
    #expect(messages.count == 2)
    #expect(messages.allSatisfy { $0.hasSuffix("at the output `output` it is 1.5 pixels of the input") })
  }

  @Test(arguments: [
    ("16x32x32", "conv: {out: 16, kernel: 3, stride: 2, padding: 1}", "upsample: {scale: 2}"),
    ("16x33x33", "max_pool: {kernel: 2}", "upsample: {to: fine}"),
    ("16x33x33", "max_pool: {kernel: 2, ceil: true}", "upsample: {to: fine, mode: bilinear}"),
    ("16x60x60", "adaptive_avg_pool: {size: 6}", "upsample: {to: fine, mode: bilinear, align_corners: true}"),
    ("16x61x61", "adaptive_avg_pool: {size: 3}", "upsample: {to: fine, mode: bilinear}"),
    ("16x32x32", "max_pool: {kernel: 4}", "conv_transpose: {out: 16, kernel: 4, stride: 4}"),
  ])
  func `a map that is resized to another layer lies within one of its cells`(
    input: String, down: String, up: String
  ) throws {
    let layers = "- identity:\n  name: fine\n- \(down)\n- \(up)\n- concat: {up: [], skip: fine}"
    #expect(try Self.messages("misaligned-join", layers, input: input) == [])
  }

  @Test func `a resized map that looks at another cell is told with the distance and the cell`() throws {
    #expect(
      try Self.messages(
        "misaligned-join",
        "- identity:\n  name: fine\n- max_pool: {kernel: 2}\n- crop: {margin: [[3, 0], [0, 0]]}\n"
          + "- upsample: {to: fine}\n- concat: {up: [], skip: fine}", input: "16x32x32"
      ) == [
        "`up` and `skip` look up to 6.5 pixels of the input apart on the height, more than a cell of 2 pixels before the "
          + "resize: unit 0 is centred on row 6.5 in `up`, on row 0 in `skip`"
      ])
  }

  @Test func `maps that are resized to a size that is no multiple are aligned on average`() throws {
    let layers = "- conv: {out: 16, kernel: 3, stride: 2, padding: 1}\n  name: fine\n"
    let rest = "- conv: {out: 16, kernel: 3, stride: 2, padding: 1}\n- upsample: {to: fine, mode: bilinear}\n"
    #expect(
      try Self.messages("misaligned-join", layers + rest + "- concat: {up: [], skip: fine}", input: "16x65x65") == [])
  }

  @Test func `the rows that a grid leaves out are named`() throws {
    #expect(
      try Self.messages(
        "gridding",
        "- conv: {out: 8, kernel: 3, dilation: 2, padding: half}\n- relu\n- conv: {out: 8, kernel: 3, dilation: 2, padding: half}"
      ) == [
        "units of `conv_2` see 5 of the 9 rows from their first to their last: unit 16 reads none of 13, 15, 17, 19 by any path"
      ])
  }

  @Test func `dead taps are counted on every axis`() throws {
    #expect(
      try Self.messages("dead-taps", "- conv: {out: 8, kernel: 5, padding: half}", input: "16x2x64") == [
        "only 15 of the 25 taps ever meet a pixel of the 16x2x64 input; the others see padding alone, and the layer works "
          + "as a 3x5"
      ])
  }
}
