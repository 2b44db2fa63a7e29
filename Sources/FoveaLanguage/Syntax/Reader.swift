import FoveaGraph
import FoveaText

/// Reads the structure of a document: which keys stand where. Every mistake is reported, each once.
///
/// One file because the keys of a document are read in an order in which each knows those before it.
package struct Reader {
  let document: YAMLDocument
  private(set) var diagnostics: [Diagnostic] = []
  /// The positions of the blocks by name, known before any list of layers is read.
  private(set) var blockIndices: [String: Int] = [:]
  /// The mappings of the blocks by their keys.
  private var bodies: [NodeID: NodeID] = [:]
  var schemas = OperatorSchemas()
  /// How many layers are read.
  var layerCount = 0
  /// Whether some block has the name of an operator, which is reported.
  private(set) var hidesOperators = false
  /// Whether the blocks could not be read, so that any name may be one of them.
  private(set) var hasUnreadableBlocks = false
  fileprivate var syntax = DocumentSyntax()

  static let documentKeys = [
    "fovea", "name", "description", "input", "inputs", "outputs", "params", "variants", "defaults", "blocks", "layers",
    "budget",
  ]
  /// The most parameters of a document, and of a block: they are searched one by one.
  private static let parameterLimit = 200
  /// How many findings are kept; the last one says that there are more.
  static let findingLimit = 100
  private static let blockKeys = ["params", "layers", "description"]

  /// The structure of a document, and what is wrong with it.
  ///
  /// - Parameter schemas: what is known of the operators.
  static func read(
    _ document: YAMLDocument, schemas: OperatorSchemas = OperatorSchemas()
  ) -> (DocumentSyntax, [Diagnostic]) {
    var reader = Reader(document: document)
    reader.schemas = schemas
    reader.readDocument()
    return (reader.syntax, reader.diagnostics)
  }

  init(document: YAMLDocument) {
    self.document = document
  }

  private mutating func readDocument() {
    let root = document.resolve(document.root)
    guard document.kind(of: root) == .mapping else {
      syntax.isOther = true
      report(
        "a document must be a mapping with `fovea: 1`, found \(found(root))", at: root, marksStart: true,
        help: "begin it with `fovea: 1`, then `input: 3x224x224` and `layers:`")
      return
    }
    guard !isOther(root) else {
      syntax.isOther = true
      report(
        "this is no description of a network: it has none of `fovea`, `input` and `layers`", at: root, marksStart: true,
        help: "begin a description with `fovea: 1`, then `input: 3x224x224` and `layers:`")
      return
    }
    guard readVersion(document.value(forKey: "fovea", in: root).map(document.resolve), root: root) else { return }
    let values = documentValues(root)
    syntax.isReadable = true
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
      syntax.hasNoLayers = document.kind(of: layers.value) != .sequence
      if syntax.layers.layers.isEmpty, document.children(of: layers.value).first(where: { _ in true }) == nil {
        if !syntax.hasNoLayers { report("`layers` needs at least one layer", at: layers.key) }
      }
    } else {
      syntax.hasNoLayers = true
      report("the document has no `layers`", at: root, marksStart: true, help: "add `layers:` with a list of layers")
    }
    if let outputs = values["outputs"] { readOutputs(outputs.value) }
    if let budget = values["budget"] { syntax.budget = readBudget(budget.value, outputs: outputNames) }
  }

  /// Whether a mapping has no key that only a description has, nor one that could be meant for it.
  private func isOther(_ root: NodeID) -> Bool {
    let marks = ["fovea", "input", "inputs", "layers"]
    return !document.entries(of: root).contains { entry in
      let name = document.text(of: entry.key)
      return marks.contains(name) || Spelling.nearest(to: name, among: Self.documentKeys).map(marks.contains) ?? false
    }
  }

  /// The values of the document's keys; a misspelt key stands for the one that was meant.
  private mutating func documentValues(_ root: NodeID) -> [String: (key: NodeID, value: NodeID)] {
    var values: [String: (key: NodeID, value: NodeID)] = [:]
    var unknown: [(key: NodeID, value: NodeID)] = []
    for (key, value) in document.entries(of: root) {
      let name = document.text(of: key)
      let entry = (key: key, value: document.resolve(value))
      if !Self.documentKeys.contains(name) {
        unknown.append(entry)
      } else if values[name] == nil {
        values[name] = entry
      }
    }
    for entry in unknown {
      let name = document.text(of: entry.key)
      let isOperator = Operation.Kind(name: name) != nil
      report(
        "unknown key `\(name.excerpt)`", at: entry.key,
        help: suggestion(name, among: Self.documentKeys)
          ?? (isOperator
            ? "an operator stands in a list under `layers`"
            : "a document has the keys " + Self.documentKeys.map { "`\($0)`" }.joined(separator: ", ")))
      if let meant = Spelling.nearest(to: name, among: Self.documentKeys), values[meant] == nil {
        values[meant] = entry
      }
    }
    return values
  }

  /// The names that a budget can speak of.
  private var outputNames: [String] { syntax.outputs.isEmpty ? ["output"] : syntax.outputs.map(\.name) }

  /// Whether the document is of this version, as far as it says.
  private mutating func readVersion(_ value: NodeID?, root: NodeID) -> Bool {
    guard let value else {
      report("the document does not say `fovea: 1`", at: root, marksStart: true, help: "begin it with `fovea: 1`")
      return true
    }
    let isNumber = document.kind(of: value) == .scalar && document.isPlain(value)
    if isNumber, case .integer(1) = Scalar(document.text(of: value)) { return true }
    let text = document.kind(of: value) == .scalar && !isNumber ? "the text " : ""
    report("the version of the language is 1, found \(text)\(found(value))", at: value, help: "write `fovea: 1`")
    return false
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
      syntax.isReadable = !syntax.inputs.isEmpty
      if syntax.inputs.isEmpty, document.kind(of: several.value) == .mapping {
        report("`inputs` needs at least one input", at: several.key)
      }
    case (let single?, let several?):
      report(
        "`input` and `inputs` are both given", at: several.key, notes: [note("`input` is here", at: single.key)],
        help: "keep one of them")
      syntax.isReadable = document.kind(of: several.value) == .mapping
      syntax.inputs = entries(several.value, of: "`inputs`")
    }
  }

  private mutating func readOutputs(_ node: NodeID) {
    switch document.kind(of: node) {
    case .sequence:
      for child in document.children(of: node) {
        guard let name = text(child, of: "outputs") else { continue }
        if let earlier = syntax.outputs.first(where: { $0.name == name }) {
          report(
            "the output `\(name.excerpt)` is there twice", at: child, notes: [note("first here", at: earlier.key)],
            help: "a mapping such as `{one: \(name.excerpt), other: \(name.excerpt)}` gives a layer two names")
        } else {
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
          "`\(assignment.name.excerpt)` is not a parameter of the document", at: assignment.key,
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
          isBlock
            ? "`defaults` are for operators, and `\(entry.name)` is a block"
            : "unknown operator `\(entry.name.excerpt)`",
          at: entry.key,
          help: isBlock
            ? "give the block's parameters defaults under its `params`"
            : suggestion(entry.name, among: OperatorSchema.names))
        continue
      }
      let schema = schemas[kind]
      guard !schema.arity.hasNames || !schema.names.isEmpty else {
        report("`\(entry.name)` has branches and no attributes", at: entry.key)
        continue
      }
      syntax.defaults[kind] = readArguments(entry.value, names: schema.names, of: .operation(kind))
    }
  }

  /// Checks the parameters of a document or a block.
  private mutating func readParameters(_ node: NodeID) -> [DocumentSyntax.Named] {
    let parameters = entries(node, of: "`params`")
    if parameters.count > Self.parameterLimit {
      report("more than \(Self.parameterLimit) parameters", rule: "limit", at: parameters[Self.parameterLimit].key)
      return Array(parameters.prefix(Self.parameterLimit))
    }
    for parameter in parameters {
      if OperatorSchema.reservedWords.contains(parameter.name) || ExpressionScanner.keywords.contains(parameter.name)
        || ExpressionArithmetic.Function(rawValue: parameter.name) != nil
      {
        report(
          "`\(parameter.name)` is a word of the language and cannot be a parameter", at: parameter.key,
          help: "give the parameter another name")
      } else if !isIdentifier(parameter.name) {
        report(
          "a parameter's name has letters, digits and `_`, and begins with a letter; found `\(parameter.name.excerpt)`",
          at: parameter.key)
      }
    }
    return parameters
  }

  private mutating func indexBlocks(_ node: NodeID) {
    hasUnreadableBlocks = document.kind(of: node) != .mapping
    for entry in entries(node, of: "`blocks`", help: "each block is a key with `params` and `layers` below it") {
      if Operation.Kind(name: entry.name) != nil {
        hidesOperators = true
        report(
          "the block `\(entry.name)` has the name of an operator", at: entry.key, help: "give the block another name")
      } else if LayerReading.keys.contains(entry.name) || !isIdentifier(entry.name) {
        report(
          LayerReading.keys.contains(entry.name)
            ? "`\(entry.name)` is a key of layers and cannot be a block's name"
            : "a block's name has letters, digits and `_`, and begins with a letter; found `\(entry.name.excerpt)`",
          at: entry.key)
      }
      if LayerReading.keys.contains(entry.name) { continue }
      // A block with a bad name is read all the same, so that its uses are no further mistakes.
      blockIndices[entry.name] = syntax.blocks.count
      syntax.blocks.append(DocumentSyntax.Block(name: entry.name, key: entry.key))
      readBlockParameters(entry)
    }
  }

  /// Reads what a use of the block is checked against, before any use is read.
  private mutating func readBlockParameters(_ entry: DocumentSyntax.Named) {
    let index = syntax.blocks.count - 1
    bodies[entry.key] = entry.value
    guard let node = value(of: "params", inBlock: entry.value) else { return }
    let parameters = document.isAbsent(node) ? [] : readParameters(node)
    syntax.blocks[index].parameters = parameters
    syntax.blocks[index].required = parameters.map { document.isAbsent($0.value) }
  }

  private mutating func readBlocks() {
    for index in syntax.blocks.indices {
      let block = syntax.blocks[index]
      guard let body = bodies[block.key] else { continue }
      guard document.kind(of: body) == .mapping else {
        syntax.blocks[index].isBroken = true
        report(
          "the block `\(block.name)` must be a mapping with `params` and `layers`, found \(found(body))",
          at: document.isAbsent(body) ? block.key : body)
        continue
      }
      var hasUnknownKey = false
      for (key, _) in document.entries(of: body) {
        let name = document.text(of: key)
        if !Self.blockKeys.contains(name) {
          hasUnknownKey = true
          report(
            "unknown key `\(name.excerpt)` of a block", at: key,
            help: suggestion(name, among: Self.blockKeys)
              ?? "a block has the keys `params`, `layers` and `description`")
        }
      }
      if let layers = value(of: "layers", inBlock: body) {
        syntax.blocks[index].isBroken = document.kind(of: layers) != .sequence
        syntax.blocks[index].layers = readList(layers, of: "`layers`")
      } else {
        if !hasUnknownKey { report("the block `\(block.name)` has no `layers`", at: block.key) }
        syntax.blocks[index].isBroken = true
      }
    }
  }

  /// The value of one of the keys that a block may have; a misspelt key stands for it where it is missing.
  private func value(of key: String, inBlock body: NodeID) -> NodeID? {
    if let value = document.value(forKey: key, in: body) { return document.resolve(value) }
    let misspelt = document.entries(of: body).first { entry in
      Spelling.nearest(to: document.text(of: entry.key), among: Self.blockKeys) == key
    }
    return misspelt.map { document.resolve($0.value) }
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
    guard diagnostics.count < Self.findingLimit else {
      let more = Diagnostic.Note("there are more mistakes, which are not shown")
      if let last = diagnostics.indices.last, diagnostics[last].notes.last != more {
        diagnostics[last].notes.append(more)
      }
      return
    }
    var span = document.span(of: node)
    if marksStart { span = SourceSpan(start: span.start, end: span.start) }
    diagnostics.append(
      Diagnostic(rule: rule, message: message, span: span, label: label, notes: notes, help: help))
  }

  func note(_ message: String, at node: NodeID) -> Diagnostic.Note {
    Diagnostic.Note(message, at: document.span(of: node))
  }

  func suggestion(_ name: String, among known: [String]) -> String? {
    guard diagnostics.count < Self.findingLimit else { return nil }
    return Spelling.nearest(to: name, among: known).map { "did you mean `\($0)`?" }
  }

  /// What a node is, in words.
  func found(_ node: NodeID) -> String {
    switch document.kind(of: node) {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    case .scalar: document.isAbsent(node) ? "nothing" : "`\(document.text(of: node).excerpt)`"
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
  mutating func entries(_ node: NodeID, of what: String, help: String? = nil) -> [DocumentSyntax.Named] {
    let node = document.resolve(node)
    guard document.kind(of: node) == .mapping else {
      report("\(what) must be a mapping, found \(found(node))", at: node, help: help)
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

  /// The names of the blocks in the order of the description.
  var blockNames: [String] { syntax.blocks.map(\.name) }

  /// The block at a position, for checking its uses.
  func block(_ index: Int) -> DocumentSyntax.Block { syntax.blocks[index] }
}
