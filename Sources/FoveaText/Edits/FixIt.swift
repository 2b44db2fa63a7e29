/// A change of the text that removes a finding.
public struct FixIt: Hashable, Sendable {
  /// The replacement of some bytes; an empty span inserts.
  public struct Edit: Hashable, Sendable {
    /// The bytes that go.
    public var span: SourceSpan
    /// What stands in their place.
    public var replacement: String

    /// Creates an edit.
    public init(_ span: SourceSpan, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// What a change does to the network.
  public enum Applicability: String, Hashable, Sendable, CaseIterable {
    /// The network computes the same function: shapes, fields and multiply-accumulates stay.
    case safe
    /// The network computes another function, or another shape.
    case changesResult = "changes-result"
    /// For people to read; never applied.
    case displayOnly = "display-only"
  }

  /// What a change of the text changes of the layers that its finding is about. Of all others it changes nothing.
  package enum Change: Hashable, Sendable {
    /// Nothing: the text says the same in fewer words.
    case nothing
    /// One attribute has another value, as it is written.
    case attribute(String, String)
    /// They go, and what read them reads what they read.
    case removal
  }

  /// What the change does, as an imperative phrase in lower case: `set "bias: false"`.
  public var message: String
  /// The edits; they do not overlap.
  public var edits: [Edit]
  /// What it does to the network.
  public var applicability: Applicability
  /// What it promises; a safe fix is checked against it.
  package var change = Change.nothing

  /// Creates a fix.
  public init(_ message: String, edits: [Edit], applicability: Applicability) {
    self.message = message
    self.edits = edits
    self.applicability = applicability
  }
  package init(_ message: String, edits: [Edit], applicability: Applicability, change: Change) {
    self.init(message, edits: edits, applicability: applicability)
    self.change = change
  }
}
