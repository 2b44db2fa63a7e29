import FoveaGraph
import FoveaText

/// A finding that ends the reading of a text.
struct YAMLError: Error {
  let diagnostic: Diagnostic

  init(_ message: String, at span: SourceSpan, notes: [Diagnostic.Note] = [], help: String? = nil) {
    diagnostic = Diagnostic(rule: "yaml", message: message, span: span, notes: notes, help: help)
  }

  /// A stranger's text for a message, cut to a length that a line can hold.
  static func excerpt(of bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(200), as: UTF8.self)
    return bytes.count > 60 ? text.prefix(40) + "…" : text
  }

  /// In YAML a `?` that stands alone marks a key, in brackets too.
  static func questionMark(at span: SourceSpan) -> YAMLError {
    YAMLError(
      "a `?` alone is not a value in YAML", at: span, help: "quote it: `\"?\"`, or write sizes as one word: `3x?x?`")
  }

  static func secondDocument(at span: SourceSpan) -> YAMLError {
    YAMLError(
      "a second document begins here, expected one document in a file", at: span,
      help: "put each network into a file of its own")
  }
}
