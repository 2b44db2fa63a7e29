import Fovea
import Mustache

/// A template of a report in the language Mustache.
package struct ReportTemplate: Sendable {
  /// A template that cannot be read.
  package struct Failure: Error, Hashable, Sendable {
    /// The line, from 1.
    package let line: Int
    /// The column, from 1.
    package let column: Int
    /// What is wrong there.
    package let message: String
  }

  /// How values are written into the text.
  package enum Content: String, Sendable {
    case markdown = "MARKDOWN"
    case html = "HTML"
    case text = "TEXT"
  }

  private let template: MustacheTemplate
  private let content: Content

  /// Reads a template.
  ///
  /// - Parameter content: how values are escaped, unless the template says otherwise.
  /// - Throws: what is wrong with the first tag that cannot be read.
  package init(_ text: String, content: Content) throws(Failure) {
    Self.register
    self.content = content
    // The pragma is on a line of its own, which leaves nothing in the result.
    let pragma = "{{% CONTENT_TYPE: \(content.rawValue)}}\n"
    do {
      template = try MustacheTemplate(string: pragma + text)
    } catch let error as MustacheTemplate.ParserError {
      throw Failure(
        line: max(1, error.context.lineNumber - 1), column: error.context.columnNumber,
        message: Self.message(error.error))
    } catch {
      throw Failure(line: 1, column: 1, message: "the template cannot be read")
    }
  }

  /// The text with the values of a context in the places of its tags.
  func render(_ context: [String: Any]) -> String { template.render(context) }

  private static let register: Void = MustacheContentTypes.register(MarkdownContent(), named: Content.markdown.rawValue)

  private static func message(_ error: any Error) -> String {
    switch error {
    case MustacheTemplate.Error.sectionCloseNameIncorrect:
      "this ends another section than the one that is open"
    case MustacheTemplate.Error.unfinishedName: "the tag has no end, or its name has a character that no name has"
    case MustacheTemplate.Error.expectedSectionEnd: "a section has no end"
    case MustacheTemplate.Error.invalidSetDelimiter: "new delimiters are written {{=<% %>=}}"
    case MustacheTemplate.Error.transformAppliedToInheritanceSection: "a block takes no function"
    case MustacheTemplate.Error.illegalTokenInsideInheritSection, MustacheTemplate.Error.textInsideInheritSection:
      "only blocks can stand inside a parent"
    case MustacheTemplate.Error.invalidConfigVariableSyntax, MustacheTemplate.Error.unrecognisedConfigVariable:
      "the pragma is {{% CONTENT_TYPE: MARKDOWN}}, HTML or TEXT"
    case _: "the tag has no end"
    }
  }
}

/// Values in Markdown.
private struct MarkdownContent: MustacheContentType {
  func escapeText(_ text: String) -> String { MarkdownText.escape(text) }
}
