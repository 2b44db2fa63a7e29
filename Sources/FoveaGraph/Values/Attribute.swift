/// One attribute of an operator: its name, its type, where it is stored and what it means.
///
/// The table of an operator's attributes is the schema of the language, its reader and writer, and the documentation.
/// The operator's initialiser holds the defaults.
public struct Attribute<Root: Sendable>: Sendable {
  /// The key in a description.
  public let name: String
  /// What it means, in one sentence.
  public let summary: String
  /// Whether it must be given.
  public let isRequired: Bool
  /// What may stand there.
  public let form: AttributeForm

  private let store: @Sendable (inout Root, Value) -> Bool
  private let load: @Sendable (Root) -> Value?

  /// An attribute that must be given.
  public static func required<Stored: AttributeValue>(
    _ name: String, _ path: any WritableKeyPath<Root, Stored> & Sendable, _ summary: String,
    form: AttributeForm = Stored.form
  ) -> Attribute {
    Attribute(name, path, summary, isRequired: true, form: form)
  }

  /// An attribute with the default that the operator's initialiser gives.
  public static func optional<Stored: AttributeValue>(
    _ name: String, _ path: any WritableKeyPath<Root, Stored> & Sendable, _ summary: String,
    form: AttributeForm = Stored.form
  ) -> Attribute {
    Attribute(name, path, summary, isRequired: false, form: form)
  }

  private init<Stored: AttributeValue>(
    _ name: String, _ path: any WritableKeyPath<Root, Stored> & Sendable, _ summary: String, isRequired: Bool,
    form: AttributeForm
  ) {
    self.name = name
    self.summary = summary
    self.isRequired = isRequired
    self.form = form
    store = { root, value in
      guard let stored = Stored(value) else { return false }
      root[keyPath: path] = stored
      return true
    }
    load = { $0[keyPath: path].value }
  }

  /// Stores a value.
  ///
  /// - Throws: what is wrong with the value, as a phrase that follows the attribute's name.
  public func read(_ value: Value, into root: inout Root) throws(AttributeError) {
    if let complaint = form.complaint(about: value) { throw AttributeError(complaint) }
    if !store(&root, value) { throw AttributeError("must be \(form), found \(value)") }
  }

  /// The value that would be written for it, or nil where it is absent.
  public func value(in root: Root) -> Value? { load(root) }
}

/// What is wrong with the value of an attribute: a phrase that follows the attribute's name.
public struct AttributeError: Error, Hashable, Sendable {
  /// The phrase, such as `must be at least 1, found 0`.
  public let complaint: String

  init(_ complaint: String) {
    self.complaint = complaint
  }
}
