import FoveaText

/// A piece of a template.
indirect enum TemplatePart: Hashable, Sendable {
  case text(String)
  /// A value, escaped for a content or written as it is.
  case value(TemplateExpression, escaped: ReportTemplate.Content)
  /// Parts that are written for each element of a list, or once where something is so; inverted, where it is not.
  case section(TemplateExpression, isInverted: Bool, offset: Int, [TemplatePart])
}

/// What stands in a tag: a name with dots, `.`, or a function.
enum TemplateExpression: Hashable, Sendable {
  /// The value of a name; none for the value that the section is about.
  case value([String])
  /// The number of elements.
  case count([String])
  /// Whether this element of a list is its first.
  case first
  /// Whether this element of a list is its last.
  case last
  /// The place of this element in a list, from 0.
  case index
}

/// Reads a template in Mustache.
///
/// Mustache takes a section without an end as open to the end of the text, and writes nothing for a name that it does
/// not know. Here both are mistakes. Lambdas, partials and inheritance are left out, since there is no code and no
/// other template that they could name.
///
/// The language is described in the manual, mustache(5): https://mustache.github.io/mustache.5.html.
struct TemplateParser {
  /// Sections in sections are read and written by recursion.
  static let maximumDepth = 32

  private struct OpenSection {
    let name: String
    let expression: TemplateExpression
    let isInverted: Bool
    let offset: Int
    var parts: [TemplatePart] = []
  }

  private let bytes: [UInt8]
  private let names: Set<String>
  private var content: ReportTemplate.Content
  private var delimiters = (opening: Array("{{".utf8), closing: Array("}}".utf8))
  private var sections: [OpenSection] = []
  private var parts: [TemplatePart] = []
  /// The first byte that no part holds yet.
  private var pending = 0

  /// The parts of a text.
  ///
  /// - Parameters:
  ///   - content: how values are escaped, unless the template says otherwise.
  ///   - names: the names of all values that there are, at any depth.
  /// - Throws: the first mistake.
  static func parts(
    of text: String, content: ReportTemplate.Content, names: Set<String>
  ) throws(ReportTemplate.Failure) -> [TemplatePart] {
    var parser = TemplateParser(bytes: Array(text.utf8), names: names, content: content)
    try parser.read()
    return parser.parts
  }

  private init(bytes: [UInt8], names: Set<String>, content: ReportTemplate.Content) {
    (self.bytes, self.names, self.content) = (bytes, names, content)
  }

  private mutating func read() throws(ReportTemplate.Failure) {
    var position = 0
    while let start = first(delimiters.opening, from: position) {
      var begin = start + delimiters.opening.count
      let sigil = begin < bytes.count ? bytes[begin] : 0
      if Array("#^/><$!=&%{".utf8).contains(sigil) { begin += 1 }
      let ending = (sigil == UInt8(ascii: "{") ? [UInt8(ascii: "}")] : []) + delimiters.closing
      guard let end = first(ending, from: begin) else {
        throw ReportTemplate.Failure(offset: start, message: "the tag has no end")
      }
      position = end + ending.count
      try add(sigil, String(decoding: bytes[begin..<end], as: UTF8.self), at: start..<position)
    }
    if let open = sections.last {
      throw ReportTemplate.Failure(offset: open.offset, message: "the section `\(open.name)` has no end")
    }
    append(textBefore: bytes.count)
  }

  private mutating func add(_ sigil: UInt8, _ text: String, at tag: Range<Int>) throws(ReportTemplate.Failure) {
    switch sigil {
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      let expression = try expression(text, at: tag.lowerBound)
      skip(tag)
      sections.append(
        OpenSection(
          name: Self.trimmed(text), expression: expression, isInverted: sigil == UInt8(ascii: "^"),
          offset: tag.lowerBound))
      if sections.count > Self.maximumDepth {
        throw ReportTemplate.Failure(
          offset: tag.lowerBound, message: "sections are nested more than \(Self.maximumDepth) deep")
      }
    case UInt8(ascii: "/"):
      let name = Self.trimmed(text)
      guard let open = sections.last else {
        throw ReportTemplate.Failure(offset: tag.lowerBound, message: "no section `\(name.excerpt)` is open here")
      }
      guard open.name == name else {
        throw ReportTemplate.Failure(
          offset: tag.lowerBound, message: "expected the end of `\(open.name)`, found the end of `\(name.excerpt)`")
      }
      skip(tag)
      let closed = sections.removeLast()
      append(.section(closed.expression, isInverted: closed.isInverted, offset: closed.offset, closed.parts))
    case UInt8(ascii: "!"): skip(tag)
    case UInt8(ascii: "="):
      let words = text.dropLast().split(whereSeparator: \.isWhitespace)
      guard text.hasSuffix("="), words.count == 2 else {
        throw ReportTemplate.Failure(offset: tag.lowerBound, message: "new delimiters are written {{=<% %>=}}")
      }
      skip(tag)
      delimiters = (Array(words[0].utf8), Array(words[1].utf8))
    case UInt8(ascii: "%"):
      let words = text.split { $0.isWhitespace || $0 == ":" }
      guard words.count == 2, words[0] == "CONTENT_TYPE", let named = ReportTemplate.Content(rawValue: String(words[1]))
      else {
        throw ReportTemplate.Failure(
          offset: tag.lowerBound, message: "a pragma is {{% CONTENT_TYPE: MARKDOWN}}, with MARKDOWN, HTML or TEXT")
      }
      skip(tag)
      content = named
    case UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "$"):
      throw ReportTemplate.Failure(
        offset: tag.lowerBound, message: "there is no other template, which could be included or take a block's place")
    case _:
      let isRaw = sigil == UInt8(ascii: "{") || sigil == UInt8(ascii: "&")
      let expression = try expression(text, at: tag.lowerBound)
      append(textBefore: tag.lowerBound)
      append(.value(expression, escaped: isRaw ? .text : content))
      pending = tag.upperBound
    }
  }

  /// Adds the text before a tag that writes nothing; where the tag is alone on its lines, nothing is left of these.
  private mutating func skip(_ tag: Range<Int>) {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var (start, end) = (tag.lowerBound, tag.upperBound)
    while start > pending, isBlank(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, isBlank(bytes[end]) || bytes[end] == UInt8(ascii: "\r") { end += 1 }
    let isAlone =
      (start == 0 || bytes[start - 1] == UInt8(ascii: "\n")) && (end == bytes.count || bytes[end] == UInt8(ascii: "\n"))
    append(textBefore: isAlone ? start : tag.lowerBound)
    pending = isAlone ? min(bytes.count, end + 1) : tag.upperBound
  }

  private mutating func append(textBefore end: Int) {
    guard pending < end else { return }
    append(.text(String(decoding: bytes[pending..<end], as: UTF8.self)))
  }

  private mutating func append(_ part: TemplatePart) {
    if sections.isEmpty { parts.append(part) } else { sections[sections.count - 1].parts.append(part) }
  }

  private func expression(_ text: String, at offset: Int) throws(ReportTemplate.Failure) -> TemplateExpression {
    let text = Self.trimmed(text)
    guard let parenthesis = text.firstIndex(of: "(") else { return .value(try name(text, at: offset)) }
    let function = Self.trimmed(String(text[..<parenthesis]))
    guard text.hasSuffix(")") else {
      throw ReportTemplate.Failure(offset: offset, message: "the function `\(function.excerpt)` has no `)`")
    }
    let argument = Self.trimmed(String(text[text.index(after: parenthesis)...].dropLast()))
    switch function {
    case "count": return .count(try name(argument, at: offset))
    case "first" where argument.isEmpty: return .first
    case "last" where argument.isEmpty: return .last
    case "index" where argument.isEmpty: return .index
    case _:
      throw ReportTemplate.Failure(
        offset: offset, message: "there is no function `\(text.excerpt)`",
        help: "there are first(), last() and index() of the element of a list, and count(name)")
    }
  }

  /// The parts of a name that there is, none for `.`.
  private func name(_ text: String, at offset: Int) throws(ReportTemplate.Failure) -> [String] {
    if text == "." { return [] }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    for part in parts where !names.contains(part) {
      throw ReportTemplate.Failure(
        offset: offset, message: "there is no value `\(part.excerpt)`",
        help: Spelling.nearest(to: part, among: names.sorted()).map { "did you mean `\($0)`?" }
          ?? "the page Reports of the documentation lists the values")
    }
    return parts
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }

  private func first(_ pattern: [UInt8], from start: Int) -> Int? {
    guard let head = pattern.first, bytes.count >= start + pattern.count else { return nil }
    return (start...bytes.count - pattern.count).first {
      bytes[$0] == head && bytes[$0..<$0 + pattern.count].elementsEqual(pattern)
    }
  }
}
