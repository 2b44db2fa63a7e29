import FoveaGraph

/// The keys that stand beside a layer's operator.
enum LayerReading {
  static let keys = ["name", "from", "when", "repeat", "first", "weights"]
}

extension Reader {
  /// Reads a list of layers.
  mutating func readList(_ node: NodeID, of what: String) -> DocumentSyntax.List {
    var list = DocumentSyntax.List()
    let node = document.resolve(node)
    guard document.kind(of: node) == .sequence else {
      report(
        "\(what) must be a list of layers, found \(found(node))", at: node,
        help: document.kind(of: node) == .mapping ? "begin each layer with `- `" : nil)
      return list
    }
    for child in document.children(of: node) {
      guard let layer = readLayer(document.resolve(child)) else { continue }
      list.layers.append(layer)
      guard let nameNode = layer.keys.name else { continue }
      let name = document.text(of: nameNode)
      if let earlier = list.names[name] {
        report(
          "the name `\(name)` is used twice in this list", at: nameNode, notes: [note("first here", at: earlier)])
      } else {
        list.names[name] = nameNode
      }
    }
    return list
  }

  private mutating func readLayer(_ node: NodeID) -> DocumentSyntax.Layer? {
    switch document.kind(of: node) {
    case .scalar:
      guard let head = head(node) else { return nil }
      var layer = DocumentSyntax.Layer(head: head, key: node)
      readBody(nil, of: &layer, isForgiven: false)
      return layer
    case .mapping: return readMapping(node)
    case .sequence, .alias:
      report("a layer must be a word or a mapping, found \(found(node))", at: node)
      return nil
    }
  }

  private mutating func readMapping(_ node: NodeID) -> DocumentSyntax.Layer? {
    var heads: [(key: NodeID, value: NodeID)] = []
    var unknown: [NodeID] = []
    var keys = DocumentSyntax.LayerKeys()
    var first: (key: NodeID, value: NodeID)?
    for (key, value) in document.entries(of: node) {
      let value = document.resolve(value)
      switch document.text(of: key) {
      case "name": keys.name = checkedName(value)
      case "from": keys.from = value
      case "when": keys.when = value
      case "repeat": keys.repeated = value
      case "weights": keys.weights = value
      case "first": first = (key, value)
      case let name where OperatorSchema.all[name] != nil || blockIndices[name] != nil: heads.append((key, value))
      default: unknown.append(key)
      }
    }
    guard let (headKey, body) = heads.first else {
      if let key = unknown.first {
        _ = head(key)
      } else {
        report("this layer has no operator", at: node, marksStart: true, help: "add a key such as `conv`")
      }
      return nil
    }
    if heads.count > 1 {
      let names = heads.prefix(2).map { "`\(document.text(of: $0.key))`" }.joined(separator: " and ")
      report(
        "a layer has one operator, found \(names)", at: heads[1].key, notes: [note("the first is here", at: headKey)],
        help: "begin a new layer with `- `")
    }
    guard let head = head(headKey) else { return nil }
    var layer = DocumentSyntax.Layer(head: head, key: headKey)
    layer.keys = keys
    let misplaced = readUnknown(unknown, beside: layer)
    readBody(body, of: &layer, isForgiven: misplaced)
    if let first {
      layer.first = readArguments(
        first.value, names: parameterNames(of: head), of: "`\(layer.headName)`", noun: parameterNoun(of: head))
      if keys.repeated == nil {
        report("`first` is for the first repetition, and this layer has no `repeat`", at: first.key)
      }
    }
    return layer
  }

  /// Reports keys that belong to no layer; true if some are attributes that should be indented.
  private mutating func readUnknown(_ keys: [NodeID], beside layer: DocumentSyntax.Layer) -> Bool {
    var misplaced = false
    for key in keys {
      let name = document.text(of: key)
      if parameterNames(of: layer.head).contains(name) {
        misplaced = true
        report(
          "`\(name)` stands beside `\(layer.headName)`, not below it", at: key,
          notes: [note("it belongs to this", at: layer.key)],
          help: "indent it further, or write `\(layer.headName): {\(name): …}`")
      } else {
        report(
          "unknown key `\(name)` of a layer", at: key,
          help: suggestion(name, among: LayerReading.keys)
            ?? "beside its operator a layer has the keys " + LayerReading.keys.map { "`\($0)`" }.joined(separator: ", "))
      }
    }
    return misplaced
  }

  private mutating func checkedName(_ node: NodeID) -> NodeID? {
    guard let name = text(node, of: "name") else { return nil }
    let complaint: String? =
      if name.utf8.count > 200 {
        "is longer than 200 bytes"
      } else if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
        "has control characters"
      } else if name.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
        "is a number, as repetitions are"
      } else if name.split(separator: ".", omittingEmptySubsequences: false).contains("") {
        "has an empty part"
      } else {
        nil
      }
    if let complaint {
      report("the name of a layer \(complaint)", at: node)
      return nil
    }
    return node
  }

  private mutating func head(_ key: NodeID) -> DocumentSyntax.Head? {
    let name = document.text(of: key)
    if let schema = OperatorSchema.all[name] { return .operation(schema.kind) }
    if let index = blockIndices[name] { return .block(index, name: name) }
    report(
      name.isEmpty ? "a layer is missing here" : "unknown operator or block `\(name)`", at: key,
      help: suggestion(name, among: OperatorSchema.names + blockIndices.keys.sorted()))
    return nil
  }

  private mutating func readBody(_ body: NodeID?, of layer: inout DocumentSyntax.Layer, isForgiven: Bool) {
    if case .operation(let kind) = layer.head, OperatorSchema.of(kind).arity == .branches {
      layer.branches = readBranches(body, of: layer)
      return
    }
    let name = layer.headName
    if let body, !document.isAbsent(body) {
      let count = diagnostics.count
      layer.arguments = readArguments(
        body, names: parameterNames(of: layer.head), of: "`\(name)`", noun: parameterNoun(of: layer.head))
      // What is missing may be what is misspelt.
      if diagnostics.count > count { return }
    }
    guard !isForgiven else { return }
    let missing = requiredNames(of: layer).map { "`\($0)`" }
    if !missing.isEmpty {
      report("`\(name)` needs \(missing.joined(separator: " and "))", at: layer.key)
    }
  }

  private func requiredNames(of layer: DocumentSyntax.Layer) -> [String] {
    let names = parameterNames(of: layer.head)
    let required: [Bool]
    var given = Set(layer.arguments.map(\.index))
    switch layer.head {
    case .operation(let kind):
      required = OperatorSchema.of(kind).isRequired
      given.formUnion(defaults(of: kind).map(\.index))
    case .block(let index, _):
      required = block(index).required
    }
    return names.indices.filter { required[$0] && !given.contains($0) }.map { names[$0] }
  }

  private func parameterNames(of head: DocumentSyntax.Head) -> [String] {
    switch head {
    case .operation(let kind): OperatorSchema.of(kind).names
    case .block(let index, _): block(index).parameters.map(\.name)
    }
  }

  private func parameterNoun(of head: DocumentSyntax.Head) -> String {
    switch head {
    case .operation: "attribute"
    case .block: "parameter"
    }
  }

  /// Reads a mapping of attributes or parameters.
  mutating func readArguments(
    _ node: NodeID, names: [String], of what: String, noun: String
  ) -> [DocumentSyntax.Argument] {
    guard document.kind(of: node) == .mapping else {
      let name = names.first.map { "`\(what.filter { $0 != "`" }): {\($0): \(document.text(of: node))}`" }
      report(
        names.isEmpty
          ? "\(what) has no \(noun)s, found \(found(node))"
          : "\(what) must be a mapping of \(noun)s, found \(found(node))",
        at: node, help: document.kind(of: node) == .scalar ? name.map { "write \($0)" } : nil)
      return []
    }
    var isInBrokenExpression = false
    return entries(node, of: what).compactMap { entry in
      if let index = names.firstIndex(of: entry.name) {
        let text = document.text(of: entry.value)
        isInBrokenExpression = text.utf8.count { $0 == UInt8(ascii: "(") } > text.utf8.count { $0 == UInt8(ascii: ")") }
        return DocumentSyntax.Argument(index: index, key: entry.key, value: entry.value)
      }
      // The rest of an expression that a comma has cut in two; the first half is reported where it is computed.
      if isInBrokenExpression, document.isFlow(node), document.isAbsent(entry.value) { return nil }
      report(
        "\(what) has no \(noun) `\(entry.name)`", rule: "unknown-\(noun)", at: entry.key,
        help: suggestion(entry.name, among: names)
          ?? (names.isEmpty
            ? "it has none" : "its \(noun)s are " + names.map { "`\($0)`" }.joined(separator: ", ")))
      return nil
    }
  }

  private mutating func readBranches(_ body: NodeID?, of layer: DocumentSyntax.Layer) -> [DocumentSyntax.Branch] {
    let name = layer.headName
    guard let body, document.kind(of: body) == .mapping else {
      report(
        "`\(name)` needs a mapping of named branches, found \(body.map { found($0) } ?? "nothing")",
        at: body.flatMap { document.isAbsent($0) ? nil : $0 } ?? layer.key,
        help: "such as `\(name): {main: [conv_bn], shortcut: []}`")
      return []
    }
    let branches = entries(body, of: "`\(name)`")
    if branches.isEmpty { report("`\(name)` needs at least one branch", at: layer.key) }
    return branches.compactMap { entry in
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
  }
}
