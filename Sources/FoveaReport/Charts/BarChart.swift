import FoveaText

/// Values of things that have names, as bars side by side, one line or group for each thing.
package struct BarChart: Sendable {
  /// The bars of one colour, a value for each name; nil where it is not known.
  package struct Series: Sendable {
    package let name: String
    package let values: [Double?]

    package init(_ name: String, _ values: [Double?]) { (self.name, self.values) = (name, values) }
  }

  /// The title above the chart.
  package var title: String
  /// What the chart shows, for those who do not see it.
  package var summary: String
  /// The axis of the values.
  package var value: ChartAxis
  /// The things, from the top down.
  package var names: [String]
  package var series: [Series]

  package init(title: String, summary: String, value: ChartAxis, names: [String], series: [Series]) {
    (self.title, self.summary, self.value, self.names, self.series) = (title, summary, value, names, series)
  }

  private static let width = 760.0
  private static let nameColumns = 30
  private static let nameRoom = 210.0
  private static let gap = 8.0

  /// The chart as SVG; the same bytes on every machine.
  package var svg: String {
    var drawing = Drawing()
    let values = series.flatMap { $0.values.compactMap(\.self) }.filter(value.shows)
    drawing.text(TextExtent.shortened(title, to: Self.width - 40), x: 16, y: 26, style: "heading")
    guard !names.isEmpty, let least = values.min(), let most = values.max() else {
      drawing.text("no value is known", x: 16, y: 52, style: "quiet")
      return drawing.svg(width: Self.width, height: 72, title: title, summary: summary)
    }
    let ticks = ChartTicks(value, from: least, to: most, count: 6)
    let legend = ChartLegend(series.map(\.name), as: .bars, left: 16, right: Self.width - 16)
    let shown = ColumnText.shortened(names.map(VisibleText.escape), to: Self.nameColumns).map {
      TextExtent.shortened($0, to: Self.nameRoom)
    }
    let left = 24 + (shown.map { TextExtent.width($0) }.max() ?? 0)
    let labels = values.map { TextExtent.width(value.unit.text($0), size: 11) }.max() ?? 0
    let right = Self.width - 16 - labels
    let top = 44 + legend.height
    let thickness = series.count == 1 ? 14.0 : 11
    let pitch = thickness * Double(series.count) + Self.gap
    let bottom = top + pitch * Double(names.count)
    func x(_ value: Double) -> Double { left + (right - left) * ticks.position(value) }
    legend.draw(in: &drawing, top: 36)
    for tick in ticks.ticks {
      drawing.line(x(tick.value), top, x(tick.value), bottom, style: "grid")
      drawing.text(tick.text, x: x(tick.value), y: bottom + 17, anchor: .middle, style: "quiet")
    }
    let base = x(value.scale == .linear ? min(max(0, ticks.lower), ticks.upper) : ticks.lower)
    for (row, name) in shown.enumerated() {
      let y = top + Double(row) * pitch + Self.gap / 2
      drawing.text(
        name, x: left - 8, y: y + (pitch - Self.gap) / 2 + 4, anchor: .end)
      for (index, bars) in series.enumerated() {
        let y = y + Double(index) * thickness
        let known = row < bars.values.count ? bars.values[row].flatMap { value.shows($0) ? $0 : nil } : nil
        if let known {
          drawing.bar(
            index, x: min(base, x(known)), y: y + 0.5, width: (x(known) - base).magnitude, height: thickness - 1)
        }
        drawing.text(
          known.map(value.unit.text) ?? "?", x: (known.map { max(base, x($0)) } ?? base) + 5,
          y: y + thickness / 2 + 4, style: "label")
      }
    }
    drawing.line(base, top, base, bottom, style: "axis")
    drawing.text(ticks.title, x: (left + right) / 2, y: bottom + 36, anchor: .middle, style: "quiet")
    return drawing.svg(width: Self.width, height: bottom + 50, title: title, summary: summary)
  }
}
