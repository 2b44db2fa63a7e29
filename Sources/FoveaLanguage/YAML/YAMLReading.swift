package import FoveaGraph
package import FoveaText

extension YAMLDocument {
  /// Reads a text.
  ///
  /// The document is nil after any finding but duplicate keys, which leave it usable: both entries are in it, and the
  /// first one holds. Findings come in the order of the text.
  package static func parse(_ source: SourceText) -> (document: YAMLDocument?, diagnostics: [Diagnostic]) {
    let isASCII: Bool
    switch YAMLEncoding(of: source) {
    case .ascii: isASCII = true
    case .utf8: isASCII = false
    case .refused(let diagnostic): return (nil, [diagnostic])
    }
    let text = UnknownSizes.readable(source.bytes) ?? source.bytes
    return YAMLParser.read(text, from: source.contentStart, isASCII: isASCII) { parser in
      var builder = YAMLBuilder(source)
      do throws(YAMLError) {
        try builder.read(&parser)
      } catch {
        return (nil, builder.findings + [error.diagnostic])
      }
      let document = YAMLDocument(source: source, nodes: builder.nodes, sideBuffer: parser.sideBuffer)
      if document.nodes.isEmpty || document.nodes.count == 1 && document.isAbsent(document.root) {
        let message = "the file is empty: expected a mapping with `fovea: 1`"
        let start = UInt32(source.contentStart)
        let span = SourceSpan(start: start, end: start)
        return (nil, builder.findings + [Diagnostic(rule: "yaml", message: message, span: span)])
      }
      let keys = YAMLKeys(checking: document, room: YAMLBuilder.maximumFindings)
      let findings = (builder.findings + keys.findings).sorted { $0.span.start < $1.span.start }
      return (builder.findings.isEmpty && !keys.hasUnusableKey ? document : nil, findings)
    }
  }
}
