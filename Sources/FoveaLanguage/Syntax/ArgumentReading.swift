import FoveaGraph
import FoveaText

/// What stands below an operator or a block: attributes, parameters, operands.
extension Reader {
  /// Reads what is below a layer's operator or block.
  mutating func readBody(_ body: NodeID?, of layer: inout DocumentSyntax.Layer) {
    if layer.head.isUnknown { return }
    var isMisspelt = false
    if case .operation(let kind) = layer.head, schemas[kind].arity.hasNames {
      readOperands(body, of: &layer, schemas[kind])
      isMisspelt = layer.isBroken
    } else if let body, !document.isAbsent(body) {
      let count = diagnostics.count
      let arguments = readArguments(body, names: parameterNames(of: layer.head), of: layer.head)
      if layer.arguments.isEmpty { layer.arguments = arguments } else { layer.arguments += arguments }
      isMisspelt = diagnostics.count > count
    }
    let missing = missingParameters(of: layer)
    guard !missing.isEmpty else { return }
    if case .operation = layer.head { layer.isBroken = true }
    // What is missing may be what is misspelt.
    if isMisspelt { return }
    let names = parameterNames(of: layer.head)
    var notes: [Diagnostic.Note] = []
    if case .block(let index, _) = layer.head {
      notes.append(note("`\(names[missing[0]])` has no default", at: block(index).parameters[missing[0]].key))
    }
    report(
      "`\(layer.head.name)` needs \(missing.map { "`\(names[$0])`" }.joined(separator: " and "))", at: layer.key,
      notes: notes)
  }

  private func entryCount(_ body: NodeID?) -> Int {
    body.map { document.entries(of: $0).reduce(0) { count, _ in count + 1 } } ?? 0
  }

  /// The positions of the attributes or parameters that must be given and are not.
  mutating func missingParameters(of layer: DocumentSyntax.Layer) -> [Int] {
    let required: [Bool]
    var defaults: [DocumentSyntax.Argument] = []
    switch layer.head {
    case .operation(let kind):
      required = schemas[kind].isRequired
      defaults = self.defaults(of: kind)
    case .block(let index, _):
      required = block(index).required
    case .unknown:
      required = []
    }
    var missing: [Int] = []
    for index in required.indices where required[index] {
      let isGiven = layer.arguments.contains { $0.index == index } || defaults.contains { $0.index == index }
      if !isGiven { missing.append(index) }
    }
    return missing
  }

  /// Reads a mapping of attributes or parameters.
  mutating func readArguments(
    _ node: NodeID, names: [String], of head: DocumentSyntax.Head
  ) -> [DocumentSyntax.Argument] {
    guard document.kind(of: node) == .mapping else {
      reportNoMapping(node, names: names, of: head)
      return []
    }
    var arguments: [DocumentSyntax.Argument] = []
    arguments.reserveCapacity(entryCount(node))
    var unknown: [(name: String, argument: NodeID, value: NodeID)] = []
    var previous: NodeID?
    for (key, value) in document.entries(of: node) {
      let value = document.resolve(value)
      if let index = names.firstIndex(where: { document.hasText($0, key) }) {
        // A key that stands twice is reported by the YAML reader; the first one holds.
        if !arguments.contains(where: { $0.index == index }) {
          arguments.append(DocumentSyntax.Argument(index: index, key: key, value: value))
        }
        previous = value
      } else if isCut(previous), document.isFlow(node), document.isAbsent(value) {
        // The rest of an expression that a comma has cut in two; the first half is reported where it is computed.
        continue
      } else {
        unknown.append((document.text(of: key), key, value))
      }
    }
    if !unknown.isEmpty { read(unknown, names: names, of: head, into: &arguments) }
    return arguments
  }

  /// Reports arguments with unknown names; a misspelt one stands for the one that is meant.
  private mutating func read(
    _ unknown: [(name: String, argument: NodeID, value: NodeID)], names: [String], of head: DocumentSyntax.Head,
    into arguments: inout [DocumentSyntax.Argument]
  ) {
    var reported: Set<String> = []
    for (name, key, value) in unknown where reported.insert(name).inserted {
      let help = suggestion(name, among: names)
      report(
        "`\(head.name)` has no \(head.noun) `\(name.excerpt)`", rule: "unknown-\(head.noun)", at: key,
        help: help
          ?? (names.isEmpty
            ? "it has none" : "its \(head.noun)s are " + names.map { "`\($0)`" }.joined(separator: ", ")))
      if help != nil, let meant = Spelling.nearest(to: name, among: names),
        let index = names.firstIndex(of: meant), !arguments.contains(where: { $0.index == index })
      {
        arguments.append(DocumentSyntax.Argument(index: index, key: key, value: value))
      }
    }
  }

  /// Whether a scalar has a parenthesis that is not closed.
  private func isCut(_ node: NodeID?) -> Bool {
    guard let node else { return false }
    let text = document.bytes(of: node)
    return text.count { $0 == UInt8(ascii: "(") } > text.count { $0 == UInt8(ascii: ")") }
  }

  private mutating func reportNoMapping(_ node: NodeID, names: [String], of head: DocumentSyntax.Head) {
    let example = names.first.map { "write `\(head.name): {\($0): \(document.text(of: node).excerpt)}`" }
    report(
      names.isEmpty
        ? "`\(head.name)` has no \(head.noun)s, found \(found(node))"
        : "`\(head.name)` must be a mapping of \(head.noun)s, found \(found(node))",
      at: node, help: document.kind(of: node) == .scalar ? example : nil)
  }

}
