import Foundation
import FoveaText
import Testing

@testable import FoveaReport

@Suite struct ChartTests {

  /// A chart of every kind of trouble: names that are long, alike and hostile, values that are unknown or extreme.
  private static let curves: LineChart = {
    var chart = LineChart(
      title: "Field of <b>&\"net\"</b>\n", summary: "two curves ]]> and a gap",
      x: ChartAxis("layers", unit: .plain("")),
      y: ChartAxis("extent", unit: .plain("rows"), scale: .logarithmic),
      series: [
        LineChart.Series("field", values: [7, 11, nil, 43, nil, .infinity, 91]),
        LineChart.Series("stride & \u{202E}more", values: [2, 4, 0, 8, -1, .nan, 32]),
      ])
    chart.join = .stepped
    chart.references = [("input: 224", 224), ("never", 0)]
    chart.places = (0..<7).map { ("backbone.stage_\($0).block.main.convolution_of_the_first_kind_\($0)", Double($0)) }
    return chart
  }()

  private static let bars = BarChart(
    title: "Cost", summary: "shares", value: ChartAxis("share", unit: .percent),
    names: [
      "stem", "a|b`c`<i>", "backbone.stage_1.block.main.convolution_1", "backbone.stage_1.block.main.convolution_2",
    ],
    series: [
      BarChart.Series("work", [0.25, 0.5, nil, 0]), BarChart.Series("parameters", [0.1, 0.15, 0.75, .nan]),
    ])

  private static let empty = [
    LineChart(
      title: "none", summary: "", x: ChartAxis("x", unit: .count), y: ChartAxis("y", unit: .count), series: []
    ).svg,
    BarChart(title: "none", summary: "", value: ChartAxis("x", unit: .bytes), names: [], series: []).svg,
  ]

  @Test(arguments: [curves.svg, bars.svg] + empty)
  func `a chart is well-formed, has a title, and nothing in it comes from elsewhere`(svg: String) throws {
    let reading = try SVGReading(svg)
    #expect(reading.names.first == "svg")
    #expect(reading.names.filter { $0 == "title" }.count == 1 && reading.names.contains("desc"))
    #expect(Set(reading.names).isSubset(of: ["svg", "title", "desc", "style", "rect", "line", "text", "path"]))
    #expect(reading.attributes.allSatisfy { !$0.key.hasPrefix("on") && !$0.key.hasSuffix("href") })
    for scalar in svg.unicodeScalars where scalar != "\n" {
      #expect(VisibleText.escape(String(scalar)) == String(scalar))
    }
  }

  @Test(arguments: [curves.svg, bars.svg])
  func `no label touches another or leaves the picture`(svg: String) throws {
    let reading = try SVGReading(svg)
    let boxes = reading.labels.filter { $0.degrees == 0 }
    #expect(boxes.count > 8)
    for (index, box) in boxes.enumerated() {
      #expect(box.left >= 0 && box.right <= 760 && box.top >= 0 && box.bottom <= reading.height, "\(box.text)")
      for other in boxes[..<index] { #expect(!box.touches(other), "\(box.text) and \(other.text)") }
    }
    let turned = reading.labels.filter { $0.degrees == -40 }
    for (one, next) in zip(turned, turned.dropFirst()) { #expect(next.x - one.x >= 16) }
  }

  @Test func `what is not known breaks the curve, and is no zero`() throws {
    let path = try #require(
      Self.curves.svg.split(separator: "\n").first { $0.contains("curve s0") && $0.contains("path") })
    #expect(path.count { $0 == "M" } == 3)
    #expect(Self.bars.svg.contains(">?</text>"))
  }

  @Test func `names that differ stay different`() throws {
    let texts = try SVGReading(Self.bars.svg).labels.map(\.text).filter { $0.contains("stage") || $0.hasPrefix("b") }
    #expect(Set(texts).count == 2)
  }

  @Test(arguments: [("curves.svg", curves.svg), ("bars.svg", bars.svg)])
  func `charts are as recorded`(name: String, svg: String) throws {
    try Golden.compare(svg, with: name, in: "Charts")
  }
}
