import FoveaFilters
import FoveaGraph
import FoveaText
import Mustache

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
  }

  private let template: MustacheTemplate

  /// Reads a template.
  ///
  /// - Parameters:
  ///   - content: how values are escaped, unless the template says otherwise.
  ///   - names: the names of all values that there are, at any depth.
  /// - Throws: the first mistake.
  package init(_ text: String, content: Content, names: Set<String>) throws(Failure) {
    for tag in try TemplateTags(text).tags { try Self.check(tag, names) }
    Self.register
    // The pragma stands on a line of its own, of which nothing is left in the result.
    let pragma = "{{% CONTENT_TYPE: \(content.rawValue)}}\n"
    do {
      template = try MustacheTemplate(string: pragma + text)
    } catch let error as MustacheTemplate.ParserError {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(
        max(0, error.context.lineNumber - 2))
      let start = lines.reduce(0) { $0 + $1.utf8.count + 1 }
      throw Failure(
        offset: min(text.utf8.count, start + error.context.columnNumber - 1), message: Self.message(error.error))
    } catch {
      throw Failure(offset: 0, message: "the template cannot be read")
    }
  }

  /// The text with the values of a context in the places of its tags.
  func render(_ context: [String: Any]) -> String { template.render(context) }

  private static let register: Void = MustacheContentTypes.register(MarkdownContent(), named: Content.markdown.rawValue)

  private static func check(_ tag: TemplateTags.Tag, _ names: Set<String>) throws(Failure) {
    switch tag.kind {
    case .end, .block: return
    case .include: throw Failure(offset: tag.offset, message: "there is no other template to include")
    case .value, .section:
      for part in tag.name.split(separator: ".").map(String.init) where !names.contains(part) {
        throw Failure(
          offset: tag.offset, message: "there is no value `\(part.excerpt)`",
          help: Spelling.nearest(to: part, among: names.sorted()).map { "did you mean `\($0)`?" }
            ?? "the page Reports of the documentation lists the values")
      }
    }
  }

  private static func message(_ error: any Error) -> String {
    switch error {
    case MustacheTemplate.Error.unfinishedName: "the tag has no end, or its name has a character that no name has"
    case MustacheTemplate.Error.transformAppliedToInheritanceSection: "a block takes no function"
    case MustacheTemplate.Error.invalidConfigVariableSyntax, MustacheTemplate.Error.unrecognisedConfigVariable:
      "a pragma is {{% CONTENT_TYPE: MARKDOWN}}, with MARKDOWN, HTML or TEXT"
    case _: "the tag cannot be read"
    }
  }
}

/// Values in Markdown.
private struct MarkdownContent: MustacheContentType {
  func escapeText(_ text: String) -> String { MarkdownText.escape(text) }
}
