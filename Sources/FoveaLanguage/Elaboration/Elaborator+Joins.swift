import FoveaGraph
import FoveaText

/// Operators whose operands have names, and their branches.
extension Elaborator {
  mutating func join(
    _ layer: DocumentSyntax.Layer, kind: Operation.Kind, input: LayerID?, name: LayerName, isFirst: Bool
  ) throws(Stop) -> (layer: LayerID?, scope: ScopeID?) {
    // A join with a name, or one of several repetitions, holds its branches; any other leaves them in the list.
    let hasLayers = layer.branches.contains { !$0.isEmpty }
    let hasScope = hasLayers && (layer.keys.name != nil || layer.keys.repeated != nil)
    let parent = frames[frames.count - 1].scope
    var scope: ScopeID?
    if hasScope {
      let opened = open(name.text, .block(kind.name), in: parent, at: layer.key)
      frames.append(Frame(scope: opened, parent: frames.count - 1, entrance: frames[frames.count - 1].entrance))
      scope = opened
    }
    var inputs: [LayerID] = []
    var names: [String]?
    var isComplete = true
    for (position, branch) in layer.branches.enumerated() {
      switch try unroll(branch, of: kind, entering: input) {
      case .one(let end):
        names?.append(branch.name)
        if let end { inputs.append(end) } else { isComplete = false }
      case .several(let ends):
        names = (names ?? Array(layer.branchNames[..<position])) + ends.indices.map { "\(branch.name).\($0)" }
        inputs += ends.compactMap(\.self)
        if ends.contains(nil) { isComplete = false }
      }
    }
    let frame = frames[frames.count - 1].scope
    let own = hasScope ? LayerName(kind.name) : name
    let result: LayerID?
    if isComplete, !inputs.isEmpty, !layer.isBroken,
      let (operation, reference) = operation(kind, layer: layer, entering: input, isFirst: isFirst)
    {
      result = add(
        Layer(
          operation, inputs: LayerInputs(inputs), reference: reference, scope: frame, name: own,
          branches: names ?? layer.branchNames), from: layer)
    } else {
      result = addBroken(layer, after: inputs.first ?? input, name: own)
    }
    if let scope { close(scope) }
    return (result, scope)
  }

  /// The last layers of a branch; nil for one after reporting that there is none.
  private enum Ends {
    case one(LayerID?)
    case several([LayerID?])
  }

  private mutating func unroll(
    _ branch: DocumentSyntax.Branch, of kind: Operation.Kind, entering: LayerID?
  ) throws(Stop) -> Ends {
    let isOperand = if case .operands = schemas[kind].arity { true } else { false }
    switch branch.body {
    case .reference(let node):
      // A layer that is not there may be the value of an attribute that is misspelt.
      let meant = Spelling.nearest(to: branch.name, among: schemas[kind].names)
      let help = meant.map { "did you mean the attribute `\($0)`?" }
      if isOperand { return .one(resolve(node, help: help)?.layer) }
      switch meaning(of: node, help: help) {
      case nil: return .one(nil)
      case .one(let named): return .one(named.layer)
      case .several(let all): return .several(all.map(\.layer))
      }
    case .layers(let list) where list.layers.isEmpty:
      if entering == nil { report("nothing enters the branch `\(branch.name)`", at: branch.key) }
      return .one(entering)
    case .layers(let list):
      if !isOperand, let from = list.layers[0].keys.from, mayBeSeveral(from),
        case .several(let all) = meaning(of: from)
      {
        return try unroll(list, forEachOf: all, from, of: branch, entering: entering)
      }
      return .one(try unroll(list, of: branch, named: branch.name, entering: entering))
    }
  }

  /// Unrolls a branch whose first layer reads several: once for each of them.
  private mutating func unroll(
    _ list: DocumentSyntax.List, forEachOf all: [Named], _ from: NodeID, of branch: DocumentSyntax.Branch,
    entering: LayerID?
  ) throws(Stop) -> Ends {
    let instance = instances.count - 1
    let outer = instances[instance].index
    defer { instances[instance].index = outer }
    var ends: [LayerID?] = []
    for (index, layer) in all.enumerated() {
      try step(at: branch.key)
      instances[instance].index = index
      chosen = (from, layer)
      ends.append(try unroll(list, of: branch, named: "\(branch.name).\(index)", entering: entering))
    }
    return .several(ends)
  }

  private mutating func unroll(
    _ list: DocumentSyntax.List, of branch: DocumentSyntax.Branch, named name: String, entering: LayerID?
  ) throws(Stop) -> LayerID? {
    let name = frames[frames.count - 1].unique(branch: name).text
    let scope = open(name, .branch, in: frames[frames.count - 1].scope, at: branch.key)
    frames.append(
      Frame(scope: scope, parent: frames.count - 1, entrance: Entrance(layer: entering), stated: list.names))
    let result = try unroll(list, entering: entering)
    checkEnd(of: list, result, "the branch `\(branch.name)`")
    close(scope)
    if frames[frames.count - 1].names[name] == nil {
      frames[frames.count - 1].names[name] = Named(layer: result, scope: scope)
    }
    return result
  }
}

extension DocumentSyntax.Branch {
  /// Whether the branch adds no layer of its own.
  var isEmpty: Bool {
    switch body {
    case .reference: true
    case .layers(let list): list.layers.isEmpty
    }
  }
}
