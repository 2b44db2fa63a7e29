import FoveaGraph
import FoveaText

/// Blocks, and the parameters of blocks and of the document.
extension Reader {
  /// Checks the parameters of a document or a block.
  mutating func readParameters(_ node: NodeID) -> [DocumentSyntax.Named] {
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

  /// Finds the blocks by their names, before any list of layers is read.
  mutating func indexBlocks(_ node: NodeID) {
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
    syntax.blocks[index].kinds = parameters.indices.map { kind(of: parameters[$0], after: parameters[..<$0]) }
    syntax.blocks[index].required = zip(parameters, syntax.blocks[index].kinds).map {
      document.isAbsent($0.value) || $1 != .value
    }
  }

  /// What a block's parameter is given. Its default is an expression: `layer` and `layers` may be other parameters.
  private func kind(
    of parameter: DocumentSyntax.Named, after others: ArraySlice<DocumentSyntax.Named>
  ) -> DocumentSyntax.ParameterKind {
    guard document.isPlain(parameter.value),
      let kind = DocumentSyntax.ParameterKind(rawValue: document.text(of: parameter.value)),
      !others.contains(where: { $0.name == kind.rawValue }),
      !syntax.parameters.contains(where: { $0.name == kind.rawValue })
    else { return .value }
    return kind
  }

  /// Reads the bodies of the blocks.
  mutating func readBlocks() {
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
        checkNames(of: syntax.blocks[index])
      } else {
        if !hasUnknownKey { report("the block `\(block.name)` has no `layers`", at: block.key) }
        syntax.blocks[index].isBroken = true
      }
    }
  }

  /// Reports layers of a block with the name of a parameter that is a layer.
  private mutating func checkNames(of block: DocumentSyntax.Block) {
    for (parameter, kind) in zip(block.parameters, block.kinds) where kind != .value {
      guard let name = block.layers.names[parameter.name] else { continue }
      report(
        "the name `\(parameter.name)` is that of a parameter, which is a layer", at: name,
        notes: [note("the parameter is here", at: parameter.key)], help: "give the layer another name")
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

  /// Reports blocks that use themselves without end.
  mutating func checkRecursion() {
    var cycles = BlockCycles(syntax.blocks)
    for cycle in cycles.all() {
      syntax.isRecursive = true
      let names = (cycle + [cycle[0]]).map { "`\(syntax.blocks[$0].name)`" }
      report(
        "the block \(names[0]) uses itself without end: " + names.joined(separator: " → "),
        at: syntax.blocks[cycle[0]].key, help: "a block can use itself below a `when` that becomes false")
    }
  }
}
