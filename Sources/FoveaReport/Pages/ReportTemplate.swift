import FoveaText

/// A template of a report in the language Mustache.
package struct ReportTemplate: Sendable {
  /// A mistake in a template.
  package struct Failure: Error, Hashable, Sendable {
    /// The first byte of what is wrong.
    package let offset: Int
    /// What is wrong there.
    package let message: String
    /// What to do about it.
    package var help: String?
  }

  /// How values are written into the text.
  package enum Content: String, Sendable {
    case markdown = "MARKDOWN"
    case html = "HTML"
    case text = "TEXT"

    fileprivate func escape(_ text: String) -> String {
      switch self {
      case .markdown: MarkdownText.escape(text)
      case .html: XMLText.escape(text).replacing("'", with: "&#39;")
      case .text: text
      }
    }
  }

  /// The most parts that are written: lists in lists multiply.
  static let maximumParts = 1_000_000

  private let parts: [TemplatePart]

  /// Reads a template.
  ///
  /// - Parameters:
  ///   - content: how values are escaped, unless the template says otherwise.
  ///   - names: the names of all values that there are, at any depth.
  /// - Throws: the first mistake.
  package init(_ text: String, content: Content, names: Set<String>) throws(Failure) {
    parts = try TemplateParser.parts(of: text, content: content, names: names)
  }

  /// The text with values in the places of its tags.
  ///
  /// - Throws: where the template repeats so much that nobody would wait for its end.
  func render(_ values: [String: TemplateValue]) throws(Failure) -> String {
    var writer = Writer(values)
    try writer.write(parts)
    return writer.text
  }
}

/// Writes the parts of a template.
private struct Writer {
  /// A value that the parts are about, and its place in the list that it is an element of.
  private struct Frame {
    let value: TemplateValue
    var place: (index: Int, count: Int)?
  }

  private var frames: [Frame]
  private var written = 0
  private(set) var text = ""

  init(_ values: [String: TemplateValue]) { frames = [Frame(value: .group(values))] }

  mutating func write(_ parts: [TemplatePart]) throws(ReportTemplate.Failure) {
    for part in parts {
      written += 1
      switch part {
      case .text(let part): text += part
      case .value(let expression, let content):
        if case .text(let value)? = value(of: expression) { text += content.escape(value) }
      case .section(let expression, let isInverted, let offset, let parts):
        guard written < ReportTemplate.maximumParts else {
          throw ReportTemplate.Failure(
            offset: offset, message: "the sections repeat each other more than \(ReportTemplate.maximumParts) times")
        }
        try write(parts, isInverted: isInverted, of: value(of: expression))
      }
    }
  }

  private mutating func write(
    _ parts: [TemplatePart], isInverted: Bool, of value: TemplateValue?
  ) throws(ReportTemplate.Failure) {
    switch value {
    case nil, .flag(false)?, .list([])?: if isInverted { try write(parts) }
    case _ where isInverted: break
    case .flag(true)?: try write(parts)
    case .list(let elements)?:
      for (index, element) in elements.enumerated() {
        try write(parts, in: Frame(value: element, place: (index, elements.count)))
      }
    case .text?, .group?: if let value { try write(parts, in: Frame(value: value)) }
    }
  }

  private mutating func write(_ parts: [TemplatePart], in frame: Frame) throws(ReportTemplate.Failure) {
    frames.append(frame)
    try write(parts)
    frames.removeLast()
  }

  private func value(of expression: TemplateExpression) -> TemplateValue? {
    let place = frames.last { $0.place != nil }?.place
    switch expression {
    case .value(let names): return value(names)
    case .first: return place.map { .flag($0.index == 0) }
    case .last: return place.map { .flag($0.index == $0.count - 1) }
    case .index: return place.map { .text(String($0.index)) }
    case .count(let names):
      switch value(names) {
      case .list(let elements)?: return .text(String(elements.count))
      case nil, .flag(false)?: return "0"
      case .text?, .flag?, .group?: return "1"
      }
    }
  }

  /// The value of a name: its first part is looked up from the innermost section outwards.
  private func value(_ names: [String]) -> TemplateValue? {
    guard let head = names.first else { return frames.last?.value }
    func member(_ name: String, of value: TemplateValue) -> TemplateValue? {
      if case .group(let members) = value { members[name] } else { nil }
    }
    for frame in frames.reversed() {
      guard let found = member(head, of: frame.value) else { continue }
      return names.dropFirst().reduce(found) { value, name in value.flatMap { member(name, of: $0) } }
    }
    return nil
  }
}
