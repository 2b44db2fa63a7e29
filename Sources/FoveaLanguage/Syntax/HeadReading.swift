import FoveaGraph
import FoveaText

/// The names of operators and blocks.
extension Reader {
  /// The operator or block that a key names.
  func head(_ key: NodeID) -> DocumentSyntax.Head? {
    if !hidesOperators {
      if let kind = OperatorSchema.kind(named: key, in: document) { return .operation(kind) }
      if blockIndices.isEmpty { return nil }
    }
    return head(named: document.text(of: key))
  }

  private func head(named name: String) -> DocumentSyntax.Head? {
    blockIndices[name].map { .block($0, name: name) } ?? Operation.Kind(name: name).map { .operation($0) }
  }

  /// Reports a name that no operator and no block has.
  ///
  /// - Returns: the one that is meant, if what is given fits it.
  mutating func unknownHead(_ key: NodeID, body: NodeID?) -> DocumentSyntax.Head {
    let name = document.text(of: key)
    if !document.isAbsent(key), hasUnreadableBlocks { return .unknown(name) }
    let isFull = diagnostics.count >= Self.findingLimit
    let known = Spelling.nearest(to: name, among: blockNames) == nil ? KnownLayer(name) : nil
    let meant =
      isFull
      ? nil : known.map { $0.name } ?? Spelling.nearest(to: name, among: OperatorSchema.names + blockNames)
    report(
      name.isEmpty ? "a layer is missing here" : "unknown operator or block `\(name.excerpt)`", at: key,
      help: known?.advice ?? meant.map { "did you mean `\($0)`?" }
        ?? (name.isEmpty
          ? "remove the `-`, or write a layer after it"
          : "a layer that the language has no word for is written `opaque`"))
    guard let head = meant.flatMap(head(named:)) else { return .unknown(name) }
    return fits(body, head, key: key) ? head : .unknown(name)
  }

  private mutating func fits(_ body: NodeID?, _ head: DocumentSyntax.Head, key: NodeID) -> Bool {
    var given: [String] = []
    if let body, !document.isAbsent(body) {
      guard document.kind(of: body) == .mapping else { return false }
      given = document.entries(of: body).map { document.text(of: $0.key) }
    }
    if case .operation(let kind) = head, schemas[kind].arity.hasNames { return !given.isEmpty }
    let names = parameterNames(of: head)
    let required = missingParameters(of: DocumentSyntax.Layer(head: head, key: key))
    return given.allSatisfy(names.contains) && required.allSatisfy { given.contains(names[$0]) }
  }

  /// The names of its attributes or parameters.
  mutating func parameterNames(of head: DocumentSyntax.Head) -> [String] {
    switch head {
    case .operation(let kind): schemas[kind].names
    case .block(let index, _): block(index).parameters.map(\.name)
    case .unknown: []
    }
  }
}
