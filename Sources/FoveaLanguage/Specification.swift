public import FoveaGraph
public import FoveaText

/// A description that has been read: one network, or a family of variants.
public struct Specification: Sendable {
  /// How a network is made from the description.
  public typealias Options = ElaborationOptions

  /// A network, and what is wrong with it.
  public struct Elaboration: Sendable {
    /// The network. With errors, what could be built in spite of them.
    public let graph: Graph?
    /// Where its layers are written.
    public let places: Places
    /// The entries that its layers were made of.
    package let map: SourceMap
    /// The findings in the order of the text.
    public let diagnostics: [Diagnostic]

    /// Whether there is an error among the findings.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// The text it was read from.
  public let source: SourceText
  private let content: Content

  private enum Content: Sendable {
    case readable(YAMLDocument, DocumentSyntax, [Diagnostic])
    case unreadable([Diagnostic])
  }

  /// Reads a description.
  public init(_ source: SourceText) {
    self.source = source
    let (document, findings) = YAMLDocument.parse(source)
    guard let document else {
      content = .unreadable(findings)
      return
    }
    let (syntax, mistakes) = Reader.read(document)
    content = .readable(document, syntax, findings + mistakes)
  }

  /// Whether the text is YAML, so that its variants, parameters and inputs are known.
  package var isReadable: Bool {
    switch content {
    case .readable: true
    case .unreadable: false
    }
  }

  /// Whether the text is about something else than a network, as most YAML is: it has no key of a description.
  package var isOther: Bool {
    switch content {
    case .readable(_, let syntax, _): syntax.isOther
    case .unreadable:
      !source.bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 4_096).contains { $0.starts(with: "fovea".utf8) }
    }
  }

  /// The nodes of the text and their structure; nil where the text is no YAML.
  package var readable: (document: YAMLDocument, syntax: DocumentSyntax)? {
    guard case .readable(let document, let syntax, _) = content else { return nil }
    return (document, syntax)
  }

  /// The network's name, where the description gives one.
  public var name: String? {
    guard case .readable(_, let syntax, _) = content else { return nil }
    return syntax.name
  }

  /// The names of the variants, in the order of the description.
  public var variants: [String] {
    guard case .readable(_, let syntax, _) = content else { return [] }
    return syntax.variants.map(\.name.name)
  }

  /// The bytes of a variant, from its name to the end of its parameters.
  func span(ofVariant name: String) -> SourceSpan {
    guard case .readable(let document, let syntax, _) = content,
      let variant = syntax.variants.first(where: { $0.name.name == name })?.name
    else { return .none }
    return SourceSpan(start: document.span(of: variant.key).start, end: document.span(of: variant.value).end)
  }

  /// The names of the document's parameters.
  package var parameters: [String] {
    guard case .readable(_, let syntax, _) = content else { return [] }
    return syntax.parameters.map(\.name)
  }

  /// The names of the inputs.
  package var inputs: [String] {
    guard case .readable(_, let syntax, _) = content else { return [] }
    return syntax.inputs.map(\.name)
  }

  /// The names of the outputs.
  package var outputs: [String] {
    guard case .readable(_, let syntax, _) = content, !syntax.outputs.isEmpty else { return ["output"] }
    return syntax.outputs.map(\.name)
  }

  /// The limits that the description sets.
  package var budget: Budget {
    guard case .readable(_, let syntax, _) = content else { return Budget() }
    return syntax.budget
  }

  /// Makes a network of the description.
  public func elaborate(_ options: Options = Options()) -> Elaboration {
    var readings: ShapeReadings?
    return elaborate(options, noting: &readings)
  }

  /// Makes a network of the description, and notes what its expressions ask of shapes, if `readings` is not nil.
  package func elaborate(_ options: Options, noting readings: inout ShapeReadings?) -> Elaboration {
    switch content {
    case .unreadable(let findings):
      return Elaboration(graph: nil, places: Places(), map: SourceMap(), diagnostics: findings)
    case .readable(let document, let syntax, let findings):
      var elaborator = Elaborator(
        document, syntax: syntax, options: options, variant: options.variant ?? variants.first,
        room: Reader.findingLimit - findings.count)
      elaborator.readings = readings
      defer { readings = elaborator.readings }
      var graph: Graph?
      // A block that uses itself cannot be unrolled.
      if !syntax.isRecursive, syntax.isReadable, elaborator.room > 0 {
        do throws(Elaborator.Stop) {
          try elaborator.elaborate()
          graph = elaborator.finish()
        } catch {
          graph = nil
        }
      }
      let all = (findings + elaborator.diagnostics).enumerated().sorted {
        ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
      }
      return Elaboration(
        graph: graph, places: graph == nil ? Places() : elaborator.map.places(in: document), map: elaborator.map,
        diagnostics: all.map(\.element))
    }
  }
}
