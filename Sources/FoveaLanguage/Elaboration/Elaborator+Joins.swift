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
    var isComplete = true
    for branch in layer.branches {
      if let end = try unroll(branch, of: kind, entering: input) { inputs.append(end) } else { isComplete = false }
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
          branches: layer.branchNames), from: layer)
    } else {
      result = addBroken(layer, after: inputs.first ?? input, name: own)
    }
    if let scope { close(scope) }
    return (result, scope)
  }

  private mutating func unroll(
    _ branch: DocumentSyntax.Branch, of kind: Operation.Kind, entering: LayerID?
  ) throws(Stop) -> LayerID? {
    switch branch.body {
    case .reference(let node):
      // A layer that is not there may be the value of an attribute that is misspelt.
      let meant = Spelling.nearest(to: branch.name, among: schemas[kind].names)
      return resolve(node, help: meant.map { "did you mean the attribute `\($0)`?" })?.layer
    case .layers(let list) where list.layers.isEmpty:
      if entering == nil { report("nothing enters the branch `\(branch.name)`", at: branch.key) }
      return entering
    case .layers(let list):
      let name = frames[frames.count - 1].unique(branch: branch.name).text
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
