import FoveaGraph

/// Values over a number, or over places in their order, as curves.
package struct LineChart: Sendable {
  /// One curve.
  package struct Series: Sendable {
    /// A point of the plane.
    package struct Point: Hashable, Sendable {
      package let x: Double
      package let y: Double

      package init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
    }

    package let name: String
    /// The points from left to right; the curve is broken where a value is not known.
    package let points: [Point?]

    package init(_ name: String, _ points: [Point?]) { (self.name, self.points) = (name, points) }

    /// Values at 0, 1, 2, ….
    package init(_ name: String, values: [Double?]) {
      self.init(name, values.enumerated().map { index, value in value.map { Point(x: Double(index), y: $0) } })
    }
  }

  /// How points are joined.
  package enum Join: Sendable {
    case straight
    /// A value holds up to the next one.
    case stepped
  }

  /// The title above the chart.
  package var title: String
  /// What the chart shows, for those who do not see it.
  package var summary: String
  package var x: ChartAxis
  package var y: ChartAxis
  package var series: [Series]
  package var join = Join.straight
  /// Values to compare with, each drawn across the chart with its name.
  package var references: [(name: String, value: Double)] = []
  /// Names of places along the x axis, in their order, instead of its numbers.
  package var places: [(name: String, x: Double)] = []

  package init(title: String, summary: String, x: ChartAxis, y: ChartAxis, series: [Series]) {
    (self.title, self.summary, self.x, self.y, self.series) = (title, summary, x, y, series)
  }

  private static let width = 760.0
  private static let plotHeight = 270.0
  /// With more points only some have a mark.
  private static let markedPoints = 40

  /// The chart as SVG; the same bytes on every machine.
  package var svg: String {
    var drawing = Drawing()
    let series = series.map { shown in
      Series(shown.name, shown.points.map { $0.flatMap { x.shows($0.x) && y.shows($0.y) ? $0 : nil } })
    }
    let points = series.flatMap { $0.points.compactMap(\.self) }
    let references = references.filter { y.shows($0.value) }
    drawing.text(TextExtent.shortened(title, to: Self.width - 40), x: 16, y: 26, style: "heading")
    guard let least = points.map(\.x).min(), let most = points.map(\.x).max() else {
      drawing.text("no value is known", x: 16, y: 52, style: "quiet")
      return drawing.svg(width: Self.width, height: 72, title: title, summary: summary)
    }
    let values = points.map(\.y) + references.map(\.value)
    let vertical = ChartTicks(y, from: values.min() ?? 0, to: values.max() ?? 1, count: 6)
    let horizontal = ChartTicks(x, from: least, to: most, count: 10, isTight: true)
    let legend = ChartLegend(series.map(\.name), as: .curves, left: 16, right: Self.width - 16)
    let top = 46 + legend.height
    let labels = vertical.ticks.map { TextExtent.width($0.text) }.max() ?? 0
    let frame = Frame(
      left: 42 + labels, right: Self.width - 24, top: top, bottom: top + Self.plotHeight, horizontal: horizontal,
      vertical: vertical)
    legend.draw(in: &drawing, top: 36)
    drawGrid(frame, in: &drawing)
    let depth = places.isEmpty ? drawNumbers(frame, in: &drawing) : drawPlaces(frame, in: &drawing)
    for (index, curve) in series.enumerated() { draw(curve, index, frame, in: &drawing) }
    for reference in references {
      let y = frame.y(reference.value)
      drawing.line(frame.left, y, frame.right, y, style: "reference")
      drawing.text(reference.name, x: frame.left + 6, y: y - 5, style: "halo")
    }
    let foot = frame.bottom + depth + 20
    drawing.text(
      horizontal.title, x: (frame.left + frame.right) / 2, y: foot, anchor: .middle, style: "quiet")
    return drawing.svg(width: Self.width, height: foot + 14, title: title, summary: summary)
  }

  /// Where the curves lie.
  private struct Frame {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let horizontal: ChartTicks
    let vertical: ChartTicks

    func x(_ value: Double) -> Double { left + (right - left) * horizontal.position(value) }
    func y(_ value: Double) -> Double { bottom - (bottom - top) * vertical.position(value) }
  }

  private func drawGrid(_ frame: Frame, in drawing: inout Drawing) {
    for tick in frame.vertical.ticks {
      let y = frame.y(tick.value)
      drawing.line(frame.left, y, frame.right, y, style: "grid")
      drawing.text(tick.text, x: frame.left - 8, y: y + 4, anchor: .end, style: "quiet")
    }
    drawing.line(frame.left, frame.bottom, frame.right, frame.bottom, style: "axis")
    drawing.text(
      TextExtent.shortened(frame.vertical.title, to: frame.bottom - frame.top), x: 20,
      y: (frame.top + frame.bottom) / 2,
      anchor: .middle, style: "quiet", degrees: -90)
  }

  /// Draws the numbers below the chart, and tells how far they reach down.
  private func drawNumbers(_ frame: Frame, in drawing: inout Drawing) -> Double {
    var free = 0.0
    for tick in frame.horizontal.ticks {
      let x = frame.x(tick.value)
      drawing.line(x, frame.bottom, x, frame.bottom + 4, style: "axis")
      let half = TextExtent.width(tick.text) / 2
      guard x - half >= free, x + half <= Self.width - 4 else { continue }
      drawing.text(tick.text, x: x, y: frame.bottom + 17, anchor: .middle, style: "quiet")
      free = x + half + 6
    }
    return 20
  }

  /// Draws the names of places below the chart, turned where they would touch, and tells how far they reach down.
  private func drawPlaces(_ frame: Frame, in drawing: inout Drawing) -> Double {
    let places = places.filter { (frame.horizontal.lower...frame.horizontal.upper).contains($0.x) }
    let xs = places.map { frame.x($0.x) }
    let widths = places.map { TextExtent.width($0.name) }
    let isLevel = places.indices.allSatisfy { index in
      xs[index] + widths[index] / 2 <= Self.width - 4 && xs[index] - widths[index] / 2 >= 4
        && (index == 0 || xs[index] - widths[index] / 2 >= xs[index - 1] + widths[index - 1] / 2 + 8)
    }
    var (free, depth) = (0.0, 20.0)
    for (place, x) in zip(places, xs) {
      drawing.line(x, frame.bottom, x, frame.bottom + 4, style: "axis")
      guard x >= free else { continue }
      if isLevel {
        drawing.text(place.name, x: x, y: frame.bottom + 17, anchor: .middle, style: "quiet")
      } else {
        // Turned by 40°, a name reaches 0.77 of its width to the left, and 0.64 down.
        let name = TextExtent.shortened(place.name, to: min(130, (x - 4) / 0.77))
        drawing.text(name, x: x + 3, y: frame.bottom + 15, anchor: .end, style: "quiet", degrees: -40)
        depth = max(depth, 18 + 0.64 * TextExtent.width(name))
        free = x + TextExtent.line + 4
      }
    }
    return depth
  }

  private func draw(_ curve: Series, _ index: Int, _ frame: Frame, in drawing: inout Drawing) {
    var path = ""
    var isDown = false
    for point in curve.points {
      guard let point else {
        isDown = false
        continue
      }
      let (x, y) = (Drawing.number(frame.x(point.x)), Drawing.number(frame.y(point.y)))
      if !isDown {
        path += "M\(x) \(y)"
      } else if join == .stepped {
        path += "H\(x)V\(y)"
      } else {
        path += "L\(x) \(y)"
      }
      isDown = true
    }
    drawing.add("path", "class=\"\(ChartStyle.curve(index))\" d=\"\(path)\"")
    let every = max(1, curve.points.count / Self.markedPoints)
    for (place, point) in curve.points.enumerated() {
      guard let point else { continue }
      let isAlone =
        (place == 0 || curve.points[place - 1] == nil)
        && (place == curve.points.count - 1 || curve.points[place + 1] == nil)
      if isAlone || place.isMultiple(of: every) { drawing.mark(index, x: frame.x(point.x), y: frame.y(point.y)) }
    }
  }
}
