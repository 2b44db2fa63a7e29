import FoveaText

/// The elements of an SVG picture, in the order in which they are painted.
struct Drawing {
  private(set) var elements = ""

  /// Adds an element of attributes that are ours, and of a text that may be a stranger's.
  mutating func add(_ name: String, _ attributes: String, text: String? = nil) {
    guard let text else { return elements += "<\(name) \(attributes)/>\n" }
    elements += "<\(name) \(attributes)>\(Self.escape(text))</\(name)>\n"
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, style: String) {
    let ends = "x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\" y2=\"\(Self.number(y2))\""
    add("line", "class=\"\(style)\" \(ends)")
  }

  /// How a text lies at its place.
  enum Anchor: String {
    case start, middle, end
  }

  /// Adds a text whose line stands on `y`, turned by `degrees` about its place.
  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, style: String = "", degrees: Int = 0
  ) {
    var attributes = "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
    if !style.isEmpty { attributes = "class=\"\(style)\" " + attributes }
    if anchor != .start { attributes += " text-anchor=\"\(anchor.rawValue)\"" }
    if degrees != 0 { attributes += " transform=\"rotate(\(degrees) \(Self.number(x)) \(Self.number(y)))\"" }
    add("text", attributes, text: text)
  }

  /// The whole picture.
  ///
  /// - Parameter summary: what it shows, for those who do not see it.
  func svg(width: Double, height: Double, title: String, summary: String) -> String {
    let size = "\(Self.number(width)) \(Self.number(height))"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="fovea-chart" viewBox="0 0 \(size)" \
      width="\(Self.number(width))" height="\(Self.number(height))" role="img">
      <title>\(Self.escape(title))</title>
      <desc>\(Self.escape(summary))</desc>
      <style>
      \(ChartStyle.sheet)
      </style>
      <rect class="ground" width="\(Self.number(width))" height="\(Self.number(height))" rx="6"/>
      \(elements)</svg>

      """
  }

  /// A length in pixels, to a tenth.
  static func number(_ value: Double) -> String {
    let text = DecimalText.fixed(value == 0 ? 0 : value, digits: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A text in one line, with nothing that XML or a terminal would obey.
  static func escape(_ text: String) -> String { XMLText.escape(VisibleText.escape(text)) }
}
