import FoveaGraph
import FoveaText

/// What stands below an operator whose operands have names: these, and its attributes beside them.
extension Reader {
  /// Reads the attributes and the operands; a key that is the name of an attribute is one, every other an operand.
  mutating func readOperands(_ body: NodeID?, of layer: inout DocumentSyntax.Layer, _ schema: OperatorSchema) {
    let name = layer.head.name
    guard let body, document.kind(of: body) == .mapping else {
      report(
        "`\(name)` needs a mapping of named \(schema.operandNoun), found \(body.map { found($0) } ?? "nothing")",
        at: body.flatMap { document.isAbsent($0) ? nil : $0 } ?? layer.key, help: schema.exampleOfOperands)
      layer.isBroken = true
      return
    }
    var branches: [DocumentSyntax.Branch] = []
    for entry in entries(body, of: "`\(name)`") {
      if let index = schema.names.firstIndex(of: entry.name) {
        if document.kind(of: entry.value) == .sequence, !schema.forms[index].takesList {
          report(
            "`\(entry.name)` is an attribute of `\(name)` and no branch", at: entry.key,
            help: "give the branch another name; the attribute is \(schema.forms[index])")
          layer.isBroken = true
        } else {
          layer.arguments.append(DocumentSyntax.Argument(index: index, key: entry.key, value: entry.value))
        }
      } else if isOperand(entry, of: schema), let branch = readBranch(entry) {
        branches.append(branch)
      } else {
        layer.isBroken = true
      }
    }
    layer.branches = checked(branches, of: &layer, schema)
    // A key that stands twice is reported by the YAML reader.
    if branches.isEmpty || hasRepeatedKeys(body) { layer.isBroken = true }
  }

  /// Whether an operator with a fixed list of operands has one of this name; any name is that of a branch.
  private mutating func isOperand(_ entry: DocumentSyntax.Named, of schema: OperatorSchema) -> Bool {
    guard case .operands(let names) = schema.arity, !names.contains(entry.name) else { return true }
    report(
      "`\(schema.kind.name)` has no operand `\(entry.name.excerpt)`", at: entry.key,
      help: suggestion(entry.name, among: names + schema.names)
        ?? "its operands are " + names.map { "`\($0)`" }.joined(separator: ", "))
    return false
  }

  /// The operands in the order of the operator; one that is missing is reported.
  private mutating func checked(
    _ branches: [DocumentSyntax.Branch], of layer: inout DocumentSyntax.Layer, _ schema: OperatorSchema
  ) -> [DocumentSyntax.Branch] {
    let name = schema.kind.name
    guard case .operands(let names) = schema.arity else {
      if branches.isEmpty, !layer.isBroken { report("`\(name)` needs at least one branch", at: layer.key) }
      return branches
    }
    let given = names.map { name in branches.first { $0.name == name } }
    let missing = zip(names, given).filter { $1 == nil }.map { "`\($0.0)`" }
    if !missing.isEmpty {
      // What is missing may be what is misspelt.
      if !layer.isBroken { report("`\(name)` needs \(missing.joined(separator: " and "))", at: layer.key) }
      layer.isBroken = true
    }
    return given.compactMap(\.self)
  }

  private mutating func readBranch(_ entry: DocumentSyntax.Named) -> DocumentSyntax.Branch? {
    switch document.kind(of: entry.value) {
    case .sequence:
      return DocumentSyntax.Branch(
        name: entry.name, key: entry.key, body: .layers(readList(entry.value, of: "the branch `\(entry.name)`")))
    case .scalar where !document.isAbsent(entry.value):
      return DocumentSyntax.Branch(name: entry.name, key: entry.key, body: .reference(entry.value))
    case .scalar, .mapping, .alias:
      report(
        "the branch `\(entry.name)` must be a list of layers or the name of one, found \(found(entry.value))",
        at: document.isAbsent(entry.value) ? entry.key : entry.value,
        help: document.kind(of: entry.value) == .mapping
          ? "begin each layer with `- `" : "an empty list `[]` is the branch that does nothing")
      return nil
    }
  }

  private func hasRepeatedKeys(_ mapping: NodeID) -> Bool {
    let names = document.entries(of: mapping).map { document.text(of: $0.key) }
    return Set(names).count < names.count
  }
}

extension OperatorSchema {
  /// What its operands are called.
  fileprivate var operandNoun: String {
    switch arity {
    case .none, .one, .branches: "branches"
    case .operands: "operands"
    }
  }

  /// How its operands are written.
  fileprivate var exampleOfOperands: String {
    switch arity {
    case .none, .one, .branches: "such as `\(kind.name): {main: [conv_bn], shortcut: []}`"
    case .operands(let names):
      "such as `\(kind.name): {\(names.map { "\($0): []" }.joined(separator: ", "))}`"
    }
  }
}
