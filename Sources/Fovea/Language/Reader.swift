import FoveaGraph

/// Reads the structure of a document: which keys stand where. Every mistake is reported, each once.
struct Reader {
  let document: YAMLDocument
  private(set) var diagnostics: [Diagnostic] = []
  /// The positions of the blocks by name, known before any list of layers is read.
  private(set) var blockIndices: [String: Int] = [:]
  fileprivate var syntax = DocumentSyntax()

  static let documentKeys = [
    "fovea", "name", "description", "input", "inputs", "outputs", "params", "variants", "defaults", "blocks", "layers",
    "budget",
  ]

  /// The structure of a document, and what is wrong with it.
  static func read(_ document: YAMLDocument) -> (DocumentSyntax, [Diagnostic]) {
    var reader = Reader(document: document)
    reader.readDocument()
    return (reader.syntax, reader.diagnostics)
  }

  private init(document: YAMLDocument) {
    self.document = document
  }

  private mutating func readDocument() {
    let root = document.resolve(document.root)
    guard document.kind(of: root) == .mapping else {
      report("expected a mapping with `fovea: 1`, found \(found(root))", at: root)
      return
    }
    var values: [String: (key: NodeID, value: NodeID)] = [:]
    for (key, value) in document.entries(of: root) {
      let name = document.text(of: key)
      if Self.documentKeys.contains(name) {
        values[name] = (key, document.resolve(value))
      } else {
        report(
          "unknown key `\(name)`", at: key,
          help: suggestion(name, among: Self.documentKeys)
            ?? "a document has the keys " + Self.documentKeys.map { "`\($0)`" }.joined(separator: ", "))
      }
    }
    readVersion(values["fovea"]?.value, root: root)
    syntax.name = values["name"].flatMap { text($0.value, of: "name") }
    syntax.description = values["description"].flatMap { text($0.value, of: "description") }
    readInputs(single: values["input"], several: values["inputs"], root: root)
    if let parameters = values["params"] { syntax.parameters = readParameters(parameters.value) }
    if let variants = values["variants"] { readVariants(variants.value) }
    if let blocks = values["blocks"] { indexBlocks(blocks.value) }
    if let defaults = values["defaults"] { readDefaults(defaults.value) }
    readBlocks()
    checkRecursion()
    if let layers = values["layers"] {
      syntax.layers = readList(layers.value, of: "`layers`")
      if syntax.layers.layers.isEmpty, document.children(of: layers.value).first(where: { _ in true }) == nil {
        report("`layers` needs at least one layer", at: layers.key)
      }
    } else {
      report("the document has no `layers`", at: root, marksStart: true)
    }
    if let outputs = values["outputs"] { readOutputs(outputs.value) }
    if let budget = values["budget"] { syntax.budgets = entries(budget.value, of: "`budget`") }
  }

  private mutating func readVersion(_ value: NodeID?, root: NodeID) {
    guard let value else {
      report("the document does not say `fovea: 1`", at: root, marksStart: true, help: "begin it with `fovea: 1`")
      return
    }
    if case .integer(1) = Scalar(document.text(of: value)) { return }
    report("this is version 1 of the language, found \(found(value))", at: value, help: "write `fovea: 1`")
  }

  private mutating func readInputs(
    single: (key: NodeID, value: NodeID)?, several: (key: NodeID, value: NodeID)?, root: NodeID
  ) {
    switch (single, several) {
    case (nil, nil):
      report(
        "the document has no `input`", at: root, marksStart: true,
        help: "state channels and sizes: `input: 3x224x224`, with `?` for a size that is not known")
    case (let single?, nil):
      syntax.inputs = [DocumentSyntax.Named(name: "input", key: single.key, value: single.value)]
    case (nil, let several?):
      syntax.inputs = entries(several.value, of: "`inputs`")
      if syntax.inputs.isEmpty, document.kind(of: several.value) == .mapping {
        report("`inputs` needs at least one input", at: several.key)
      }
    case (let single?, let several?):
      report(
        "`input` and `inputs` are both given", at: several.key, notes: [note("`input` is here", at: single.key)])
      syntax.inputs = entries(several.value, of: "`inputs`")
    }
  }

  private mutating func readOutputs(_ node: NodeID) {
    switch document.kind(of: node) {
    case .sequence:
      for child in document.children(of: node) {
        if let name = text(child, of: "outputs") {
          syntax.outputs.append(DocumentSyntax.Named(name: name, key: child, value: child))
        }
      }
    case .mapping: syntax.outputs = entries(node, of: "`outputs`")
    case .scalar, .alias: report("`outputs` must be a list or a mapping of names, found \(found(node))", at: node)
    }
  }

  private mutating func readVariants(_ node: NodeID) {
    for variant in entries(node, of: "`variants`") {
      var assignments: [DocumentSyntax.Named] = []
      if !document.isAbsent(variant.value) {
        assignments = entries(variant.value, of: "variant `\(variant.name)`")
      }
      for assignment in assignments where !syntax.parameters.contains(where: { $0.name == assignment.name }) {
        let known = syntax.parameters.map(\.name)
        report(
          "`\(assignment.name)` is not a parameter of the document", at: assignment.key,
          help: suggestion(assignment.name, among: known) ?? "declare it under `params`")
      }
      syntax.variants.append((variant, assignments))
    }
    if document.kind(of: node) == .mapping, syntax.variants.isEmpty {
      report("`variants` needs at least one variant", at: node)
    }
  }

  private mutating func readDefaults(_ node: NodeID) {
    for entry in entries(node, of: "`defaults`") {
      guard let kind = Operation.Kind(name: entry.name) else {
        let isBlock = blockIndices[entry.name] != nil
        report(
          isBlock ? "`defaults` are for operators, and `\(entry.name)` is a block" : "unknown operator `\(entry.name)`",
          at: entry.key,
          help: isBlock
            ? "give the block's parameters defaults under its `params`" : suggestion(entry.name, among: OperatorSchema.names))
        continue
      }
      let schema = OperatorSchema.of(kind)
      guard schema.arity == .one else {
        report("`\(entry.name)` has branches and no attributes", at: entry.key)
        continue
      }
      syntax.defaults[kind] = readArguments(entry.value, names: schema.names, of: .operation(kind))
    }
  }

  /// Checks the parameters of a document or a block.
  private mutating func readParameters(_ node: NodeID) -> [DocumentSyntax.Named] {
    entries(node, of: "`params`").filter { parameter in
      if OperatorSchema.reservedWords.contains(parameter.name) || ExpressionScanner.keywords.contains(parameter.name)
        || ExpressionArithmetic.Function(rawValue: parameter.name) != nil
      {
        report("`\(parameter.name)` is a word of the language and cannot be a parameter", at: parameter.key)
        return false
      }
      if !isIdentifier(parameter.name) {
        report(
          "a parameter's name has letters, digits and `_`, and begins with a letter; found `\(parameter.name)`",
          at: parameter.key)
        return false
      }
      return true
    }
  }

  private mutating func indexBlocks(_ node: NodeID) {
    for entry in entries(node, of: "`blocks`") {
      if Operation.Kind(name: entry.name) != nil {
        report("the block `\(entry.name)` has the name of an operator", at: entry.key)
      } else if LayerReading.keys.contains(entry.name) || !isIdentifier(entry.name) {
        report("`\(entry.name)` cannot be a block's name", at: entry.key)
      } else {
        blockIndices[entry.name] = syntax.blocks.count
        syntax.blocks.append(DocumentSyntax.Block(name: entry.name, key: entry.key))
        readBlockParameters(entry)
      }
    }
  }

  /// Reads what a use of the block is checked against, before any use is read.
  private mutating func readBlockParameters(_ entry: DocumentSyntax.Named) {
    let index = syntax.blocks.count - 1
    guard let node = document.value(forKey: "params", in: entry.value).map(document.resolve) else { return }
    let parameters = document.isAbsent(node) ? [] : readParameters(node)
    syntax.blocks[index].parameters = parameters
    syntax.blocks[index].required = parameters.map { document.isAbsent($0.value) }
  }

  private mutating func readBlocks() {
    for index in syntax.blocks.indices {
      let block = syntax.blocks[index]
      guard let body = bodies[block.key] else { continue }
      for (key, _) in document.entries(of: body) {
        let name = document.text(of: key)
        if !["params", "layers", "description"].contains(name) {
          report(
            "unknown key `\(name)` of a block", at: key,
            help: suggestion(name, among: ["params", "layers", "description"])
              ?? "a block has the keys `params`, `layers` and `description`")
        }
      }
      if let layers = document.value(forKey: "layers", in: body) {
        syntax.blocks[index].layers = readList(document.resolve(layers), of: "`layers`")
      } else {
        report("the block `\(block.name)` has no `layers`", at: block.key)
      }
    }
  }

  /// The mappings of the blocks by their keys.
  private var bodies: [NodeID: NodeID] {
    guard let blocks = document.value(forKey: "blocks", in: document.resolve(document.root)) else { return [:] }
    return Dictionary(
      document.entries(of: document.resolve(blocks)).map { ($0.key, document.resolve($0.value)) },
      uniquingKeysWith: { first, _ in first })
  }

  private mutating func checkRecursion() {
    var cycles = BlockCycles(syntax.blocks)
    for cycle in cycles.all() {
      syntax.isRecursive = true
      let names = (cycle + [cycle[0]]).map { "`\(syntax.blocks[$0].name)`" }
      report(
        "the block \(names[0]) uses itself: " + names.joined(separator: " → "),
        at: syntax.blocks[cycle[0]].key)
    }
  }
}

extension Reader {
  /// Reports an error at a node, or only at its first byte.
  mutating func report(
    _ message: String, rule: String = "language", at node: NodeID, marksStart: Bool = false, label: String? = nil,
    notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    var span = document.span(of: node)
    if marksStart { span = SourceSpan(start: span.start, end: span.start) }
    diagnostics.append(
      Diagnostic(rule: rule, message: message, span: span, label: label, notes: notes, help: help))
  }

  func note(_ message: String, at node: NodeID) -> Diagnostic.Note {
    Diagnostic.Note(message, at: document.span(of: node))
  }

  func suggestion(_ name: String, among known: [String]) -> String? {
    Spelling.nearest(to: name, among: known).map { "did you mean `\($0)`?" }
  }

  /// What a node is, in words.
  func found(_ node: NodeID) -> String {
    switch document.kind(of: node) {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    case .scalar: document.isAbsent(node) ? "nothing" : "`\(document.text(of: node))`"
    }
  }

  /// The text of a scalar that is a name or prose.
  mutating func text(_ node: NodeID, of key: String) -> String? {
    let node = document.resolve(node)
    guard document.kind(of: node) == .scalar, !document.isAbsent(node) else {
      report("`\(key)` must be a text, found \(found(node))", at: node)
      return nil
    }
    return document.text(of: node)
  }

  /// The entries of a mapping; any other node is reported.
  mutating func entries(_ node: NodeID, of what: String) -> [DocumentSyntax.Named] {
    let node = document.resolve(node)
    guard document.kind(of: node) == .mapping else {
      report("\(what) must be a mapping, found \(found(node))", at: node)
      return []
    }
    var seen: Set<String> = []
    return document.entries(of: node).compactMap { key, value in
      let name = document.text(of: key)
      // A key that stands twice is reported by the YAML reader; the first one holds.
      guard seen.insert(name).inserted else { return nil }
      return DocumentSyntax.Named(name: name, key: key, value: document.resolve(value))
    }
  }

  func isIdentifier(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
    return name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
  }

  /// The defaults of an operator.
  func defaults(of kind: Operation.Kind) -> [DocumentSyntax.Argument] { syntax.defaults[kind] ?? [] }

  /// The block at a position, for checking its uses.
  func block(_ index: Int) -> DocumentSyntax.Block { syntax.blocks[index] }
}
