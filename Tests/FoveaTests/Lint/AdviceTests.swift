import FoveaGraph
import Testing

@testable import Fovea
@testable import FoveaLanguage
@testable import FoveaText

/// What findings advise: the cause of a difference, and what can be changed at the network's input.
@Suite struct AdviceTests {
  private static func network(_ layers: String, _ input: String) -> Network {
    Network(Specification(SourceText(path: "net.yaml", text: RuleExample.layers(layers, input: input, why: "").text)))
  }

  private static func help(_ rule: String, _ layers: String, _ input: String) throws -> String {
    try #require(network(layers, input).diagnostics.first { $0.rule == rule }?.help)
  }

  private static func finding(_ rule: String, _ layers: String, _ input: String) throws -> Diagnostic {
    let context = try #require(LintContext(network(layers, input)))
    return try #require(RuleCatalog.rule(named: rule)?.check(context).first)
  }

  @Test(arguments: [
    (
      "- identity:\n  name: top\n- max_pool: {kernel: 2}\n- upsample: {scale: 2}\n- concat: {skip: top, up: []}",
      "3x33x33",
      "one branch has 1 row more: 33 is no multiple of 2, the stride of `max_pool`, and what is rounded there does not come "
        + "back: resize one branch to the other"
    ),
    (
      "- identity:\n  name: top\n- conv: {out: 3, kernel: 3}\n- add: {skip: top, new: []}", "3x33x33",
      "one branch has 2 rows more: `conv` has less padding than the kernel takes away, and `padding: half` keeps the rows"
    ),
    (
      "- identity:\n  name: top\n- conv: {out: 3, kernel: 4, padding: 1}\n- add: {skip: top, new: []}", "3x33",
      "one branch has 1 row more: `conv` has less padding than the kernel takes away, and `padding: same` keeps the rows"
    ),
    (
      "- identity:\n  name: top\n- max_pool: {kernel: 2}\n- conv_transpose: {out: 3, kernel: 3, stride: 2}\n"
        + "- add: {skip: top, new: []}", "3x32x32",
      "one branch has 1 row more: the kernel, the padding and the output padding of `conv_transpose` do not come to a "
        + "multiple of the stride"
    ),
    (
      "- conv: {out: 3, kernel: 3}\n  name: top\n- crop: {margin: 1}\n- add: {skip: top, new: []}", "3x33x33",
      "one branch has 2 rows more: `crop` cuts rows off: crop both branches, or one to the other"
    ),
    (
      "- identity:\n  name: top\n- conv: {out: 3, kernel: 3, stride: 2, padding: 1}\n- add: {skip: top, new: []}",
      "3x15x15",
      "a stride, a pooling or an upsampling is on one branch and not on the other"
    ),
  ])
  func `branches of different sizes are told what makes them differ`(
    layers: String, input: String, help: String
  ) throws {
    #expect(try Self.help("join-shape-mismatch", layers, input) == help)
  }

  private static let wave = """
    - conv: {out: 8, kernel: 10, stride: 5}
    - conv: {out: 8, kernel: 8, stride: 4}
    - conv: {out: 8, kernel: 4, stride: 2}
    - conv: {out: 8, kernel: 4, stride: 2}
    - conv: {out: 8, kernel: 4, stride: 2}
    """

  @Test(arguments: [
    (
      wave, "1x200",
      "its input needs a length of at least 4, or 1 more row of padding in all; for that the network's input "
        + "needs a length of at least 465"
    ),
    (
      "- max_pool: {kernel: [2, 4]}\n- conv: {out: 8, kernel: 5}", "3x8x12",
      "its input needs a height of at least 5, or 1 more row of padding in all; for that the network's input needs a height "
        + "of at least 10 and a width of at least 20"
    ),
    (
      "- max_pool: {kernel: 2}\n- max_pool: {kernel: 2}\n- max_pool: {kernel: 2}\n- max_pool: {kernel: 2}", "3x8x32",
      "its input needs a height of at least 2, or 1 more row of padding in all; for that the network's input needs a height "
        + "of at least 16"
    ),
    (
      "- conv: {out: 8, kernel: 7}", "3x6x6",
      "its input needs a height of at least 7, or 1 more row of padding in all"
    ),
  ])
  func `a window that does not fit is told what the network's input needs`(
    layers: String, input: String, help: String
  ) throws {
    #expect(try Self.help("empty-output", layers, input) == help)
  }

  @Test(arguments: [
    (
      "- max_pool: {kernel: 2}\n- conv: {out: 8, kernel: 3, stride: 2}", "3x64x66",
      "pad 1 row more at the end, or use a height of 31 or 33 here, an input with a height of 62 or 66"
    ),
    (
      "- conv: {out: 8, kernel: 4, stride: 4}\n- max_pool: {kernel: 2}", "3x100",
      "set `ceil: true`, or use a length of 24 or 26 here, an input with a length of 96 or 104"
    ),
    (
      "- conv: {out: 8, kernel: 3, padding: 1}\n- max_pool: {kernel: 2}\n- max_pool: {kernel: 2}", "3x32x34",
      "set `ceil: true`, or use a width of 16 or 18 here, an input with a width of 32 or 36"
    ),
    ("- max_pool: {kernel: 2}", "3x33x32", "set `ceil: true`, or use a height of 32 or 34 here"),
  ])
  func `a border that is left out is told which inputs leave none`(layers: String, input: String, help: String) throws {
    #expect(try Self.finding("dropped-border", layers, input).help == help)
  }

  @Test(arguments: [
    (
      "- identity:\n  name: top\n- max_pool: {kernel: 2}\n- concat:\n    pooled: []\n    strided:\n"
        + "      - conv: {out: 8, kernel: 3, stride: 2, padding: 1}\n        from: top\n      - crop: {size: 16}",
      "3x33x33",
      "`max_pool` leaves out the last row of a height of 33, which `strided.conv` reads: 16 windows of 2, 2 apart, end at "
        + "row 31"
    ),
    (
      "- identity:\n  name: top\n- conv: {out: 3, kernel: 1, stride: 4}\n  name: few\n- max_pool: {kernel: 4}\n  from: top\n"
        + "- concat:\n    a: []\n    b:\n      - crop: {size: 8}\n        from: few", "3x35x35",
      "`max_pool` leaves out the last 3 rows of a height of 35, which `few` reads, but for 2 rows, which nothing reads: "
        + "8 windows of 4, 4 apart, end at row 31"
    ),
    (
      "- identity:\n  name: top\n- max_pool: {kernel: 2}\n  name: one\n- max_pool: {kernel: 2}\n  from: top\n"
        + "- add: {a: one, b: []}", "3x33x33",
      "the last row of a height of 33 is never read: 16 windows of 2, 2 apart, end at row 31"
    ),
  ])
  func `rows are never read if no reader of a map reads them`(layers: String, input: String, message: String) throws {
    #expect(try Self.finding("dropped-border", layers, input).message == message)
  }

  @Test(arguments: [
    (
      "- add:\n    main:\n      - conv: {out: 3, kernel: 3, stride: 2, padding: 1}\n    shortcut:\n"
        + "      - conv: {out: 3, kernel: 1, stride: 2}", "3x32x32", "rows 1, 3, 5, … are read by `main.conv` alone"
    ),
    (
      "- add:\n    main:\n      - conv: {out: 3, kernel: 1, stride: 2}\n    shortcut:\n"
        + "      - conv: {out: 3, kernel: 1, stride: 2}", "3x32x32", "rows 1, 3, 5, … are never read"
    ),
    (
      "- add:\n    main:\n      - conv: {out: 3, kernel: 3, stride: 4, padding: 1}\n    shortcut:\n"
        + "      - conv: {out: 3, kernel: 1, stride: 4}", "3x32x32", "rows 2, 6, 10, … are never read"
    ),
    (
      "- add:\n    main:\n      - conv: {out: 3, kernel: 3, stride: 2, padding: 1}\n    shortcut:\n"
        + "      - conv: {out: 3, kernel: 1, stride: 2}", "3x?x?", "rows 1 are read by `main.conv` alone"
    ),
  ])
  func `rows between taps are never read if no reader of a map reads them`(
    layers: String, input: String, label: String
  ) throws {
    let context = try #require(LintContext(Self.network(layers, input)))
    let labels = try #require(RuleCatalog.rule(named: "skipped-pixels")).check(context).map(\.label)
    #expect(labels.contains(label), "\(labels)")
  }

  @Test(arguments: [
    (
      "- add:\n    main:\n      - conv: {out: 8, kernel: 3, padding: [[1, 1], [2, 0]]}\n      - relu\n    skip: []",
      "8x80x100"
    ),
    ("- add:\n    main:\n      - conv: {out: 8, kernel: 9, padding: [[7, 1]]}\n    skip: []", "8x100"),
    ("- add:\n    main:\n      - conv: {out: 8, kernel: 5, padding: [[0, 4], [2, 2]]}\n    skip: []", "8x32x32"),
    (
      "- add:\n    main:\n      - pad: {padding: [[0, 0], [8, 0]]}\n      - conv: {out: 8, kernel: [1, 3], dilation: 4}\n"
        + "    skip: []", "8x32x64"
    ),
    (
      "- add:\n    main:\n      - conv: {out: 8, kernel: [1, 3], padding: [0, 2]}\n"
        + "      - crop: {margin: [[0, 0], [0, 2]]}\n      - relu\n      - conv: {out: 8, kernel: [1, 3], dilation: 2,\n"
        + "          padding: [[0, 0], [4, 0]]}\n    skip: []", "8x32x64"
    ),
    (
      "- max_pool: {kernel: 2}\n- add:\n    main:\n      - conv: {out: 8, kernel: 3, padding: [[2, 0], [2, 0]]}\n    skip: []",
      "8x32x64"
    ),
    (
      "- add:\n    main:\n      - conv: {out: 8, kernel: 3, padding: [[2, 0], [1, 1], [0, 2]]}\n    skip: []",
      "8x8x16x16"
    ),
  ])
  func `a shift that padding chose is no misalignment`(layers: String, input: String) throws {
    let context = try #require(LintContext(Self.network(layers, input)))
    #expect(try #require(RuleCatalog.rule(named: "misaligned-join")).check(context).map(\.message) == [])
  }

  @Test(arguments: [
    (
      "- add:\n    main:\n      - conv: {out: 8, kernel: 2, padding: [[0, 1], [0, 1]]}\n    skip: []", "8x32x32",
      "0.5 pixels off"
    ),
    (
      "- add:\n    main:\n      - conv: {out: 8, kernel: 3}\n    skip:\n      - crop: {margin: [[0, 2], [1, 1]]}",
      "8x32x32",
      "1 pixel off"
    ),
    (
      "- add:\n    main:\n      - conv: {out: 8, kernel: 3, padding: [[1, 1], [2, 0]]}\n      - conv: {out: 8, kernel: 2, "
        + "padding: [[0, 1], [0, 1]]}\n    skip: []", "8x32x32", "0.5 pixels off"
    ),
  ])
  func `a shift that an even kernel or a crop leaves is one`(layers: String, input: String, label: String) throws {
    #expect(try Self.finding("misaligned-join", layers, input).label == label)
  }
}
