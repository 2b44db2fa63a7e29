public import FoveaText

/// One finding about a network description: what is wrong, where, and what to do about it.
///
/// Findings are values and are never thrown. A message is one phrase in lower case without a full stop; it states the
/// rule, the value found and what was expected. The remedy goes into `help`.
public struct Diagnostic: Hashable, Sendable {
  /// How much a finding matters.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    case error, warning, info
  }

  /// A further place, or a fact, that explains a finding.
  public struct Note: Hashable, Sendable {
    /// One phrase.
    public var message: String
    /// The place it speaks of, if it has one.
    public var span: SourceSpan?

    /// Creates a note, with the place it speaks of.
    public init(_ message: String, at span: SourceSpan? = nil) {
      self.message = message
      self.span = span
    }
  }

  /// The name of the rule that found it, such as `join-shape-mismatch`.
  public var rule: String
  /// How much it matters.
  public var severity: Severity
  /// What is wrong, in one phrase.
  public var message: String
  /// The layer that it is about; nil where it is about a text or a whole network.
  public var layer: LayerID?
  /// The place to mark.
  public var span: SourceSpan
  /// A few words printed beside the mark.
  public var label: String?
  /// Other places and facts.
  public var notes: [Note]
  /// The remedy, in one phrase.
  public var help: String?
  /// Changes of the text that remove it.
  public var fixIts: [FixIt]

  /// Creates a finding.
  public init(
    rule: String, severity: Severity = .error, message: String, layer: LayerID? = nil, span: SourceSpan = .none,
    label: String? = nil, notes: [Note] = [], help: String? = nil, fixIts: [FixIt] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.layer = layer
    self.span = span
    self.label = label
    self.notes = notes
    self.help = help
    self.fixIts = fixIts
  }
}

extension Diagnostic {
  /// The finding at the place of its layer.
  package func placed(by places: Places) -> Diagnostic {
    var placed = self
    if let span = layer.flatMap(places.span(of:)) { placed.span = span }
    return placed
  }
}
