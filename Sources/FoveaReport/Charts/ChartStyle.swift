/// The colours, dashes and marks of charts.
///
/// The colours are those of Okabe and Ito, *Color Universal Design* (2008), which people with any kind of colour vision
/// can tell apart: the five with a contrast of at least 3 to the ground, in its light and its dark form. Each series
/// has a dash pattern and a mark of its own too, so that a print in grey can be read.
enum ChartStyle {
  /// The colours on a light ground and on a dark one.
  static let colours: [(light: String, dark: String)] = [
    ("#0072b2", "#56b4e9"), ("#d55e00", "#e69f00"), ("#009e73", "#009e73"), ("#cc79a7", "#cc79a7"),
    ("#000000", "#f0e442"),
  ]
  static let ground = (light: "#ffffff", dark: "#0d1117")

  private static let dashes = ["none", "7 3", "2 3", "9 3 2 3", "12 4"]

  /// The number of series before colours come again, then with other dashes and marks.
  static var count: Int { colours.count }

  /// The dash pattern and the mark of a series.
  static func pattern(_ index: Int) -> Int { (index + index / count) % count }

  /// The classes of a curve of a series.
  static func curve(_ index: Int) -> String { "curve s\(index % count) d\(pattern(index))" }

  /// The rules that a picture carries with it.
  static let sheet: String = {
    let base = """
      .fovea-chart{color:#1f2328;font:12px system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif}
      .fovea-chart .ground{fill:\(ground.light)}
      .fovea-chart text{fill:currentColor}
      .fovea-chart .heading{font-size:14px;font-weight:600}
      .fovea-chart .label{font-size:11px}
      .fovea-chart .quiet{fill-opacity:.72}
      .fovea-chart .axis{stroke:currentColor;stroke-opacity:.6}
      .fovea-chart .grid{stroke:currentColor;stroke-opacity:.13}
      .fovea-chart .reference{stroke:currentColor;stroke-opacity:.7;stroke-dasharray:4 4}
      .fovea-chart .halo{stroke:\(ground.light);stroke-width:3px;stroke-linejoin:round;paint-order:stroke}
      .fovea-chart .curve{fill:none;stroke-width:2;stroke-linejoin:round}
      .fovea-chart .mark{stroke:\(ground.light);stroke-width:1}
      .fovea-chart .bar{stroke-width:1}
      .fovea-chart .bar1,.fovea-chart .bar3{fill-opacity:.35}
      """
    let marks = (0..<count).map { index in
      ".fovea-chart .s\(index){stroke:\(colours[index].light)}.fovea-chart .f\(index){fill:\(colours[index].light)}"
        + ".fovea-chart .d\(index){stroke-dasharray:\(dashes[index])}"
    }
    let dark = (0..<count).map { index in
      ".fovea-chart .s\(index){stroke:\(colours[index].dark)}.fovea-chart .f\(index){fill:\(colours[index].dark)}"
    }
    let night = """
      @media (prefers-color-scheme:dark){
      .fovea-chart{color:#e6edf3}
      .fovea-chart .ground{fill:\(ground.dark)}
      .fovea-chart .mark,.fovea-chart .halo{stroke:\(ground.dark)}
      \(dark.joined(separator: "\n"))
      }
      """
    return ([base] + marks + [night]).joined(separator: "\n")
  }()

  /// The outline of the mark of a series about a point.
  static func mark(_ index: Int, x: Double, y: Double) -> String {
    let corners: [(Double, Double)]
    switch pattern(index) {
    case 0:
      corners = [
        (-1.3, -3.2), (1.3, -3.2), (3.2, -1.3), (3.2, 1.3), (1.3, 3.2), (-1.3, 3.2), (-3.2, 1.3), (-3.2, -1.3),
      ]
    case 1: corners = [(-3, -3), (3, -3), (3, 3), (-3, 3)]
    case 2: corners = [(0, -4), (4, 3), (-4, 3)]
    case 3: corners = [(0, -4.4), (4.4, 0), (0, 4.4), (-4.4, 0)]
    case _: corners = [(0, 4), (4, -3), (-4, -3)]
    }
    return "M"
      + corners.map { "\(Drawing.number(x + $0.0)) \(Drawing.number(y + $0.1))" }.joined(separator: "L") + "Z"
  }
}
