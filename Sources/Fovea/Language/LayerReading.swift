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
    list.layers.reserveCapacity(document.children(of: node).reduce(0) { count, _ in count + 1 })
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
      guard let head = head(node) else {
        reportUnknownHead(node)
        return nil
      }
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
    var operation: (head: DocumentSyntax.Head, key: NodeID, body: NodeID)?
    var second: NodeID?
    var unknown: [NodeID] = []
    var keys = DocumentSyntax.LayerKeys()
    var first: (key: NodeID, value: NodeID)?
    for (key, value) in document.entries(of: node) {
      let value = document.resolve(value)
      if let head = head(key) {
        if operation == nil { operation = (head, key, value) } else { second = second ?? key }
        continue
      }
      switch document.text(of: key) {
      case "name": keys.name = checkedName(value)
      case "from": keys.from = value
      case "when": keys.when = value
      case "repeat": keys.repeated = value
      case "weights": keys.weights = value
      case "first": first = (key, value)
      default: unknown.append(key)
      }
    }
    guard let (head, headKey, body) = operation else {
      if let key = unknown.first {
        reportUnknownHead(key)
      } else {
        report("this layer has no operator", at: node, marksStart: true, help: "add a key such as `conv`")
      }
      return nil
    }
    if let second {
      let names = "`\(document.text(of: headKey))` and `\(document.text(of: second))`"
      report(
        "a layer has one operator, found \(names)", at: second, notes: [note("the first is here", at: headKey)],
        help: "begin a new layer with `- `")
    }
    var layer = DocumentSyntax.Layer(head: head, key: headKey)
    if keys != DocumentSyntax.LayerKeys() { layer.keys = keys }
    let misplaced = readUnknown(unknown, beside: layer)
    readBody(body, of: &layer, isForgiven: misplaced)
    if let first {
      layer.first = readArguments(first.value, names: parameterNames(of: head), of: head)
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
          "`\(name)` stands beside `\(layer.head.name)`, not below it", at: key,
          notes: [note("it belongs to this", at: layer.key)],
          help: "indent it further, or write `\(layer.head.name): {\(name): …}`")
      } else {
        report(
          "unknown key `\(name)` of a layer", at: key,
          help: suggestion(name, among: LayerReading.keys)
            ?? "beside its operator a layer has the keys " + LayerReading.keys.map { "`\($0)`" }.joined(separator: ", ")
        )
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

  private func head(_ key: NodeID) -> DocumentSyntax.Head? {
    if let kind = OperatorSchema.kind(named: key, in: document) { return .operation(kind) }
    if blockIndices.isEmpty { return nil }
    let name = document.text(of: key)
    return blockIndices[name].map { .block($0, name: name) }
  }

  private mutating func reportUnknownHead(_ key: NodeID) {
    let name = document.text(of: key)
    report(
      name.isEmpty ? "a layer is missing here" : "unknown operator or block `\(name)`", at: key,
      help: suggestion(name, among: OperatorSchema.names + blockIndices.keys.sorted()))
  }

  private mutating func readBody(_ body: NodeID?, of layer: inout DocumentSyntax.Layer, isForgiven: Bool) {
    if case .operation(let kind) = layer.head, OperatorSchema.of(kind).arity == .branches {
      layer.branches = readBranches(body, of: layer)
      return
    }
    if let body, !document.isAbsent(body) {
      let count = diagnostics.count
      layer.arguments = readArguments(body, names: parameterNames(of: layer.head), of: layer.head)
      // What is missing may be what is misspelt.
      if diagnostics.count > count { return }
    }
    guard !isForgiven else { return }
    let missing = missingParameters(of: layer)
    guard !missing.isEmpty else { return }
    let names = parameterNames(of: layer.head)
    report("`\(layer.head.name)` needs \(missing.map { "`\(names[$0])`" }.joined(separator: " and "))", at: layer.key)
  }

  /// The positions of the attributes or parameters that must be given and are not.
  private func missingParameters(of layer: DocumentSyntax.Layer) -> [Int] {
    let required: [Bool]
    var defaults: [DocumentSyntax.Argument] = []
    switch layer.head {
    case .operation(let kind):
      required = OperatorSchema.of(kind).isRequired
      defaults = self.defaults(of: kind)
    case .block(let index, _):
      required = block(index).required
    }
    var missing: [Int] = []
    for index in required.indices where required[index] {
      let isGiven = layer.arguments.contains { $0.index == index } || defaults.contains { $0.index == index }
      if !isGiven { missing.append(index) }
    }
    return missing
  }

  private func parameterNames(of head: DocumentSyntax.Head) -> [String] {
    switch head {
    case .operation(let kind): OperatorSchema.of(kind).names
    case .block(let index, _): block(index).parameters.map(\.name)
    }
  }

  /// Reads a mapping of attributes or parameters.
  mutating func readArguments(_ node: NodeID, names: [String], of head: DocumentSyntax.Head) -> [DocumentSyntax
    .Argument]
  {
    guard document.kind(of: node) == .mapping else {
      reportNoMapping(node, names: names, of: head)
      return []
    }
    var arguments: [DocumentSyntax.Argument] = []
    var unknown: Set<String> = []
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
        let name = document.text(of: key)
        guard unknown.insert(name).inserted else { continue }
        report(
          "`\(head.name)` has no \(head.noun) `\(name)`", rule: "unknown-\(head.noun)", at: key,
          help: suggestion(name, among: names)
            ?? (names.isEmpty
              ? "it has none" : "its \(head.noun)s are " + names.map { "`\($0)`" }.joined(separator: ", ")))
      }
    }
    return arguments
  }

  /// Whether a scalar has a parenthesis that is not closed.
  private func isCut(_ node: NodeID?) -> Bool {
    guard let node else { return false }
    let text = document.bytes(of: node)
    return text.count { $0 == UInt8(ascii: "(") } > text.count { $0 == UInt8(ascii: ")") }
  }

  private mutating func reportNoMapping(_ node: NodeID, names: [String], of head: DocumentSyntax.Head) {
    let example = names.first.map { "write `\(head.name): {\($0): \(document.text(of: node))}`" }
    report(
      names.isEmpty
        ? "`\(head.name)` has no \(head.noun)s, found \(found(node))"
        : "`\(head.name)` must be a mapping of \(head.noun)s, found \(found(node))",
      at: node, help: document.kind(of: node) == .scalar ? example : nil)
  }

  private mutating func readBranches(_ body: NodeID?, of layer: DocumentSyntax.Layer) -> [DocumentSyntax.Branch] {
    let name = layer.head.name
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
