import FoveaGraph
import FoveaText

/// The keys that stand beside a layer's operator or block.
package enum LayerReading {
  /// The most bytes of a name: a path through a hundred blocks with short names.
  static let nameLimit = 1_000

  /// Those that may stand beside a block.
  package static let keys = operatorKeys + ["replaces"]

  static let operatorKeys = ["name", "from", "when", "repeat", "first", "weights"]
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
    // Two nodes for each layer and more; aliases and bare words may make it grow.
    list.layers.reserveCapacity(min(document.descendantCount(of: node) / 3 + 1, DocumentSyntax.layerLimit))
    for child in document.children(of: node) {
      layerCount += 1
      guard layerCount <= DocumentSyntax.layerLimit else {
        if layerCount == DocumentSyntax.layerLimit + 1 {
          report("more than \(DocumentSyntax.layerLimit) layers are written", rule: "limit", at: child)
        }
        break
      }
      let layer = readLayer(document.resolve(child))
      list.layers.append(layer)
      guard let nameNode = layer.keys.name else { continue }
      let name = document.text(of: nameNode)
      if let earlier = list.names[name] {
        report(
          "the name `\(name.excerpt)` is used twice in this list", at: nameNode,
          notes: [note("first here", at: earlier)])
      } else {
        list.names[name] = nameNode
      }
    }
    return list
  }

  /// Reads one entry of a list; one that cannot be read keeps its place, and its name.
  private mutating func readLayer(_ node: NodeID) -> DocumentSyntax.Layer {
    switch document.kind(of: node) {
    case .scalar:
      let head = head(node) ?? unknownHead(node, body: nil)
      var layer = DocumentSyntax.Layer(head: head, key: node)
      readBody(nil, of: &layer)
      return layer
    case .mapping: return readMapping(node)
    case .sequence, .alias:
      report(
        "a layer must be a word or a mapping, found \(found(node))", at: node, marksStart: !document.isFlow(node),
        help: "lists of layers do not nest; branches stand under `add`, `multiply` or `concat`")
      return DocumentSyntax.Layer(head: .unknown("layer"), key: node)
    }
  }

  private mutating func readMapping(_ node: NodeID) -> DocumentSyntax.Layer {
    var operation: (head: DocumentSyntax.Head, key: NodeID, body: NodeID)?
    var second: NodeID?
    var unknown: [(key: NodeID, value: NodeID)] = []
    var keys = DocumentSyntax.LayerKeys()
    var first: (key: NodeID, value: NodeID)?
    var replaces: (key: NodeID, value: NodeID)?
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
      case "replaces": replaces = (key, value)
      default: unknown.append((key, value))
      }
    }
    if operation == nil, let entry = unknown.first {
      operation = (unknownHead(entry.key, body: entry.value), entry.key, entry.value)
      // What else is unknown may belong to the operator that is meant.
      unknown.removeAll()
    }
    guard let (head, headKey, body) = operation else {
      report("this layer has no operator", at: node, marksStart: true, help: "add a key such as `conv`")
      var layer = DocumentSyntax.Layer(head: .unknown("layer"), key: node)
      layer.keys = keys
      return layer
    }
    if let second {
      let names = "`\(document.text(of: headKey).excerpt)` and `\(document.text(of: second))`"
      report(
        "a layer has one operator, found \(names)", at: second, notes: [note("the first is here", at: headKey)],
        help: "begin a new layer with `- `")
    }
    var layer = DocumentSyntax.Layer(head: head, key: headKey)
    if keys != DocumentSyntax.LayerKeys() { layer.keys = keys }
    if let from = keys.from, case .operation(let kind) = head, schemas[kind].arity == .none {
      report("`\(kind.name)` reads no layer, and `from` names one", at: from, help: "remove `from`")
      layer.isBroken = true
    }
    if let replaces { readReplaced(replaces, of: &layer) }
    if !unknown.isEmpty { readUnknown(unknown, beside: &layer) }
    readBody(body, of: &layer)
    if let first, !head.isUnknown {
      layer.first = readArguments(first.value, names: parameterNames(of: head), of: head)
      if layer.keys.repeated == nil {
        report(
          "`first` is for the first repetition, and this layer has no `repeat`", at: first.key,
          help: "put its values below `\(head.name)`, or add `repeat`")
      }
    }
    return layer
  }

  /// Reads the path of the layer that the use of a block stands for.
  private mutating func readReplaced(
    _ entry: (key: NodeID, value: NodeID), of layer: inout DocumentSyntax.Layer
  ) {
    switch layer.head {
    case .block, .unknown: layer.keys.replaces = checkedName(entry.value, of: "replaces", "the path of a layer")
    case .operation(let kind):
      report(
        "`replaces` is for the use of a block, and `\(kind.name)` is an operator", at: entry.key,
        help: "put the layers that stand for another one into a block")
    }
  }

  /// Reports keys that belong to no layer, and takes them for what they are likely meant to be.
  private mutating func readUnknown(_ unknown: [(key: NodeID, value: NodeID)], beside layer: inout DocumentSyntax.Layer)
  {
    let attributes = parameterNames(of: layer.head)
    let known: [String] =
      switch layer.head {
      case .operation: LayerReading.operatorKeys
      case .block, .unknown: LayerReading.keys
      }
    var misplaced: [(key: NodeID, name: String)] = []
    for (key, value) in unknown {
      let name = document.text(of: key)
      if let index = attributes.firstIndex(of: name) {
        misplaced.append((key, name))
        layer.arguments.append(DocumentSyntax.Argument(index: index, key: key, value: value))
        continue
      }
      report(
        "unknown key `\(name.excerpt)` of a layer", at: key,
        help: suggestion(name, among: known)
          ?? "beside its operator a layer has the keys " + known.map { "`\($0)`" }.joined(separator: ", "))
      switch Spelling.nearest(to: name, among: known) {
      case "name" where layer.keys.name == nil: layer.keys.name = checkedName(value)
      case "from" where layer.keys.from == nil: layer.keys.from = value
      case "when" where layer.keys.when == nil: layer.keys.when = value
      case "repeat" where layer.keys.repeated == nil: layer.keys.repeated = value
      case "weights" where layer.keys.weights == nil: layer.keys.weights = value
      case "replaces" where layer.keys.replaces == nil: readReplaced((key, value), of: &layer)
      default: break
      }
    }
    guard let first = misplaced.first else { return }
    let isOne = misplaced.count == 1
    report(
      misplaced.map { "`\($0.name)`" }.joined(separator: " and ") + (isOne ? " stands" : " stand")
        + " beside `\(layer.head.name)`, not below it", at: first.key,
      notes: [note("\(isOne ? "it belongs" : "they belong") to this", at: layer.key)],
      help: "indent \(isOne ? "it" : "them") further, or write `\(layer.head.name): {\(first.name): …}`")
  }

  private mutating func checkedName(
    _ node: NodeID, of key: String = "name", _ noun: String = "the name of a layer"
  ) -> NodeID? {
    guard let name = text(node, of: key) else { return nil }
    let complaint: String? =
      if name.utf8.count > LayerReading.nameLimit {
        "is longer than \(LayerReading.nameLimit) bytes"
      } else if hasControls(name) {
        "has control characters"
      } else if name.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
        "is a number, as repetitions are"
      } else if hasEmptyPart(name) {
        "has an empty part"
      } else {
        nil
      }
    // A bad name is a name all the same, for those who use it.
    if let complaint { report("\(noun) \(complaint)", at: node) }
    return document.resolve(node)
  }

  /// Whether some scalar is a control: the first 32, and the 33 from delete on.
  private func hasControls(_ name: String) -> Bool {
    // In UTF-8 the later ones are C2 80 to C2 9F.
    var previous: UInt8 = 0
    for byte in name.utf8 {
      if byte < 0x20 || byte == 0x7F || (previous == 0xC2 && byte < 0xA0) { return true }
      previous = byte
    }
    return false
  }

  /// Whether a dot begins or ends a name, or follows another one.
  private func hasEmptyPart(_ name: String) -> Bool {
    var previous = UInt8(ascii: ".")
    for byte in name.utf8 {
      if byte == UInt8(ascii: "."), previous == byte { return true }
      previous = byte
    }
    return previous == UInt8(ascii: ".")
  }
}
