/// The names of a chart's series beside samples of them, in as many lines as they need.
struct ChartLegend {
  /// How the series of a chart look.
  enum Kind {
    case curves, bars
  }

  private static let sample = 30.0
  private static let gap = 18.0

  private var places: [(x: Double, line: Int, name: String)] = []
  private let kind: Kind
  /// The height of all lines; a single series needs no name beside that of the chart.
  let height: Double

  init(_ names: [String], as kind: Kind, left: Double, right: Double) {
    self.kind = kind
    guard names.count > 1 else {
      height = 0
      return
    }
    var (x, line) = (left, 0)
    for name in names {
      let name = TextExtent.shortened(name, to: right - left - Self.sample)
      let width = Self.sample + TextExtent.width(name)
      if x > left, x + width > right { (x, line) = (left, line + 1) }
      places.append((x, line, name))
      x += width + Self.gap
    }
    height = Double(line + 1) * (TextExtent.line + 2)
  }

  func draw(in drawing: inout Drawing, top: Double) {
    for (index, place) in places.enumerated() {
      let y = top + Double(place.line) * (TextExtent.line + 2) + 8
      switch kind {
      case .curves:
        drawing.line(place.x, y, place.x + 24, y, style: ChartStyle.curve(index))
        drawing.mark(index, x: place.x + 12, y: y)
      case .bars: drawing.bar(index, x: place.x, y: y - 5, width: 24, height: 10)
      }
      drawing.text(place.name, x: place.x + Self.sample, y: y + 4)
    }
  }
}

extension Drawing {
  /// Draws the mark of a series about a point.
  mutating func mark(_ series: Int, x: Double, y: Double) {
    add("path", "class=\"mark f\(series % ChartStyle.count)\" d=\"\(ChartStyle.mark(series, x: x, y: y))\"")
  }

  /// Draws a bar of a series.
  mutating func bar(_ series: Int, x: Double, y: Double, width: Double, height: Double) {
    let index = series % ChartStyle.count
    let place = "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
    let size = "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\""
    add("rect", "class=\"bar bar\(ChartStyle.pattern(series)) s\(index) f\(index)\" \(place) \(size)")
  }
}
