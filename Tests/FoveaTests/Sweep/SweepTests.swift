import FoveaGraph
import Testing

@testable import Fovea
@testable import FoveaLanguage
@testable import FoveaReport
@testable import FoveaText

@Suite struct `Values of a sweep` {
  private func texts(_ text: String) throws -> [String] {
    let values = try SweepValues(text)
    return (0..<values.count).map(values.text)
  }

  @Test(arguments: [
    ("4", ["4"]), ("1..3", ["1", "2", "3"]), ("32..64:16", ["32", "48", "64"]), ("1..8:3", ["1", "4", "7"]),
    ("16,24,32..40:8", ["16", "24", "32", "40"]), ("0.25..1:0.25", ["0.25", "0.50", "0.75", "1.00"]),
    ("-2..2:2", ["-2", "0", "2"]), ("-0.1..0.1:0.1", ["-0.1", "0.0", "0.1"]),
    ("[3, 4],[5,6]", ["[3, 4]", "[5,6]"]), ("true,false", ["true", "false"]), ("5..5", ["5"]),
  ])
  func `are lists and ranges`(_ text: String, _ expected: [String]) throws {
    #expect(try texts(text) == expected)
  }

  @Test(arguments: [
    ("1..", "needs a range"), ("..3", "needs a range"), ("1..3:0", "a step above 0"), ("1..3:-1", "a step above 0"),
    ("3..1", "from the smaller number"), ("1,,2", "between its commas"), ("", "between its commas"),
    ("a..b", "needs a range"), ("1..3:1:1", "needs a range"), ("1..99999999999999999999", "needs a range"),
    ("-9223372036854775807..9223372036854775807", "more values than 64 bits"),
    ("1..9223372036854775807,1..9223372036854775807", "more values than 64 bits"),
    ("0.0000000000001..1", "more digits"),
  ])
  func `say what is wrong with them`(_ text: String, _ message: String) throws {
    do throws(SweepValues.Mistake) {
      _ = try SweepValues(text)
      Issue.record("\(text) is read")
    } catch {
      #expect(error.message.contains(message), "\(error.message)")
    }
  }

  @Test(arguments: [
    ("3x32..64:32", 2, ["3x32x32", "3x64x64"]), ("3x32..64:32", 1, ["3x32", "3x64"]), ("3x8x9", 2, ["3x8x9"]),
    ("3x8,9x10", 2, ["3x8x10", "3x9x10"]), ("1,3x8x1..2", 2, ["1x8x1", "1x8x2", "3x8x1", "3x8x2"]),
    ("3x4,5x6,7", 3, ["3x4x6", "3x4x7", "3x5x6", "3x5x7"]), ("3x2", 3, ["3x2x2x2"]), ("3x?", 2, ["3x?x?"]),
    ("10", 0, ["10"]),
  ])
  func `make shapes`(_ text: String, _ rank: Int, _ expected: [String]) throws {
    let shapes = try SweepShape(text, rank: rank)
    #expect((0..<shapes.count).map(shapes.text) == expected)
  }

  @Test(arguments: ["3x", "3x0..4", "3xa", "3x1.5..2.5", "1x2x3x4x5", "3x1..9999999999999"])
  func `make no other shapes`(_ text: String) throws {
    #expect(throws: SweepValues.Mistake.self) { try SweepShape(text, rank: 2) }
  }

  @Test func `span grids whose parts are the whole`() throws {
    let axes: [SweepGrid.Axis] = [
      .parameter("a", try SweepValues("1..7")), .parameter("b", try SweepValues("x,y,z")),
      .input(nil, try SweepShape("3x8..16:8", rank: 2)),
    ]
    let grid = try #require(SweepGrid(axes))
    #expect(grid.count == 42)
    #expect(grid.indices(ofPoint: 0) == [0, 0, 0] && grid.indices(ofPoint: 1) == [0, 0, 1])
    #expect(grid.indices(ofPoint: 41) == [6, 2, 1])
    for parts in [1, 2, 5, 8, 42, 50] {
      let ranges = (1...parts).map { grid.part($0, of: parts) }
      #expect(ranges.flatMap(Array.init) == Array(0..<42))
      #expect(ranges.allSatisfy { $0.count <= 42 / parts + 1 })
    }
    let wide = SweepGrid.Axis.parameter("w", try SweepValues("1..4294967296"))
    #expect(SweepGrid([wide, wide]) == nil)
  }
}

@Suite struct `Points of a sweep` {
  private static let text = """
    fovea: 1
    name: swept
    input: 3x32x32
    params: {width: 8, groups: 1}
    layers:
      - conv: {out: width, kernel: 3, stride: 2, padding: half, groups: groups, in: 3}
      - relu
      - conv: {out: width * 2, kernel: 3, padding: half}
        when: in.height > 8
      - {conv: {out: 2 * in.channels, kernel: 3, padding: same, stride: 2}, name: wide}
      - adaptive_avg_pool: {size: 1}
      - flatten
      - {linear: {out: in.channels // 2}, name: head}
    outputs: {map: wide, logits: head}
    """

  private func axes() throws -> [SweepGrid.Axis] {
    [
      .parameter("groups", try SweepValues("1,2,3")), .parameter("width", try SweepValues("3..9:3")),
      .input(nil, try SweepShape("3x1..40:3", rank: 2)),
    ]
  }

  /// A point computed by itself, by way of the analysis that the other commands use.
  private func expected(_ values: [String], text: String) throws -> Network {
    var options = Specification.Options()
    options.settings = [
      ("groups", .integer(try #require(Int(values[0])))), ("width", .integer(try #require(Int(values[1])))),
    ]
    options.inputs = [(nil, try ShapeText.shape(of: values[2]).get())]
    return Network(Specification(SourceText(path: "swept.yaml", text: text)), options)
  }

  @Test(arguments: [
    Self.text,
    // A size that an expression asks for is in the layers themselves.
    Self.text.replacingFirst("width * 2", "in.height + in.width"),
    Self.text.replacingFirst("- flatten\n", "- flatten\n  - identity: {}\n    when: in.channels == 2 * width\n"),
    Self.text.replacingFirst("adaptive_avg_pool: {size: 1}", "identity"),
  ])
  func `are what an analysis of each alone says`(_ text: String) throws {
    let grid = try #require(SweepGrid(try axes()))
    let specification = Specification(SourceText(path: "swept.yaml", text: text))
    let evaluator = SweepEvaluator(Network(specification), grid: grid)
    let points = evaluator.points(0..<grid.count)
    #expect(points.count == 126)
    var failures = 0
    for point in points {
      let network = try expected(point.values, text: text)
      switch point.result {
      case .failure(let failure):
        failures += 1
        #expect(network.diagnostics.first { $0.severity == .error }?.message == failure.message)
      case .success(let figures):
        let analyzed = try #require(network.analysis, "\(point.values)")
        let totals = analyzed.totals
        #expect(figures.parameters == totals.parameters && figures.macs == totals.macs, "\(point.values)")
        #expect(figures.flops == totals.flops && figures.weightBytes == totals.weightBytes, "\(point.values)")
        #expect(figures.peakActivationBytes == totals.peakActivationBytes, "\(point.values)")
        for (output, expected) in zip(figures.outputs, analyzed.graph.outputs) {
          let field = analyzed.receptiveFields[expected.layer]
          #expect(output.shape == analyzed.graph.shape(of: expected.layer), "\(point.values)")
          #expect(output.isGlobal == field?.isGlobal && output.isUnknown == (field == nil), "\(point.values)")
          #expect(output.axes == field?.axes ?? analyzed.gatheredField(of: expected.layer)?.axes, "\(point.values)")
        }
      }
    }
    // Two groups never divide three channels, and nine do not divide into others.
    #expect(failures >= 42 && failures < 126)
  }

  @Test func `are the same in whatever parts they are computed`() throws {
    let grid = try #require(SweepGrid(try axes()))
    let specification = Specification(SourceText(path: "swept.yaml", text: Self.text))
    let evaluator = SweepEvaluator(Network(specification), grid: grid)
    func rows(_ range: Range<Int>) -> String {
      evaluator.points(range).map {
        SweepCSV.row($0, outputs: specification.outputs) + SweepJSON.object($0, grid)
      }.joined()
    }
    let whole = rows(0..<grid.count)
    for size in [1, 5, 14, 100] {
      let parts = stride(from: 0, to: grid.count, by: size).map { rows($0..<min($0 + size, grid.count)) }
      #expect(parts.joined() == whole)
    }
  }

  @Test func `hold figures that are not known or only bounded`() throws {
    let text = """
      fovea: 1
      name: partly
      input: 16x8x8
      params: {width: 4}
      layers:
        - opaque: {shape: [16, 8, 8], parameters: unknown, receptive_field: pointwise}
        - conv: {out: width, kernel: 1}
      """
    let grid = try #require(SweepGrid([.parameter("width", try SweepValues("1,2"))]))
    let specification = Specification(SourceText(path: "partly.yaml", text: text))
    let point = SweepEvaluator(Network(specification), grid: grid).points(1..<2)[0]
    let row = SweepCSV.row(point, outputs: ["output"])
    #expect(row.hasPrefix("2,>=34,"), "\(row)")
    #expect(SweepJSON.object(point, grid).contains("\"parameters\": {\"at_least\": 34}"))
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, _ other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return replacingCharacters(range, other)
  }

  private func replacingCharacters(_ range: Range<String.Index>, _ other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
