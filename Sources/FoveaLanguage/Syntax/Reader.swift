import FoveaGraph
import FoveaText

/// Reads the structure of a document: which keys stand where. Every mistake is reported, each once.
///
/// The keys of a document are read in an order in which each knows those before it.
package struct Reader {
  let document: YAMLDocument
  var diagnostics: [Diagnostic] = []
  /// The positions of the blocks by name, known before any list of layers is read.
  var blockIndices: [String: Int] = [:]
  /// The mappings of the blocks by their keys.
  var bodies: [NodeID: NodeID] = [:]
  var schemas = OperatorSchemas()
  /// How many layers are read.
  var layerCount = 0
  /// Whether some block has the name of an operator, which is reported.
  var hidesOperators = false
  /// Whether the blocks could not be read, so that any name may be one of them.
  var hasUnreadableBlocks = false
  var syntax = DocumentSyntax()

  static let documentKeys = [
    "fovea", "name", "description", "input", "inputs", "outputs", "params", "variants", "defaults", "blocks", "layers",
    "budget",
  ]
  /// The most parameters of a document, and of a block: they are searched one by one.
  static let parameterLimit = 200
  /// How many findings are kept; the last one says that there are more.
  static let findingLimit = 100
  static let blockKeys = ["params", "layers", "description"]

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
}
