import FoveaGraph
import FoveaText

/// One use of an operator or a block.
extension Elaborator {
  /// Applies a layer once, under a name that is its own in the current frame.
  mutating func apply(
    _ layer: DocumentSyntax.Layer, to input: LayerID?, name: LayerName, isFirst: Bool
  ) throws(Stop) -> (layer: LayerID?, scope: ScopeID?) {
    switch layer.head {
    case .block(let index, _):
      return try apply(syntax.blocks[index], layer: layer, to: input, name: name, isFirst: isFirst)
    case .unknown: return (addBroken(layer, after: input, name: name), nil)
    case .operation(let kind):
      defer { endsParallel = false }
      switch schemas[kind].arity {
      case .none: return (begin(kind, layer: layer, below: input, name: name, isFirst: isFirst), nil)
      case .one: return (apply(kind, layer: layer, to: input, name: name, isFirst: isFirst), nil)
      case .branches, .operands: return try join(layer, kind: kind, input: input, name: name, isFirst: isFirst)
      }
    }
  }

  private mutating func apply(
    _ block: DocumentSyntax.Block, layer: DocumentSyntax.Layer, to input: LayerID?, name: LayerName, isFirst: Bool
  ) throws(Stop) -> (layer: LayerID?, scope: ScopeID?) {
    guard !block.isBroken else { return (addBroken(layer, after: input, name: name), nil) }
    let span = document.span(of: layer.key)
    // Many parameters are work too.
    steps += block.parameters.count / 4
    guard let (parameters, names) = arguments(of: block, layer: layer, entering: input, isFirst: isFirst) else {
      return (addBroken(layer, after: input, name: name), nil)
    }
    let shared = sharing
    beginSharing(layer)
    defer { sharing = shared }
    let scope = open(
      name.text, .block(block.name), in: frames[frames.count - 1].scope, at: layer.key,
      replaces: replacedPath(layer, name: name))
    uses.append(Use(block: block.name, span: span))
    instances.append(Instance(parameters: parameters, entering: input))
    let entrance = frames[frames.count - 1].entrance
    frames.append(Frame(scope: scope, parent: nil, entrance: entrance, stated: block.layers.names, names: names))
    let result = try unroll(block.layers, entering: input)
    endSharing(layer)
    close(scope)
    instances.removeLast()
    uses.removeLast()
    return (result, scope)
  }

  /// The parameters of a use of a block, and the names of those that are layers; nil after reporting that one of these
  /// is not there.
  private mutating func arguments(
    of block: DocumentSyntax.Block, layer: DocumentSyntax.Layer, entering: LayerID?, isFirst: Bool
  ) -> (parameters: [(name: String, value: Value?)], names: [String: Named])? {
    let caller = instances.count - 1
    var given: [Int: DocumentSyntax.Argument] = [:]
    for argument in layer.arguments { given[argument.index] = argument }
    if isFirst { for argument in layer.first { given[argument.index] = argument } }
    var instance = Instance(entering: entering)
    var names: [String: Named] = [:]
    var isComplete = true
    for (index, parameter) in block.parameters.enumerated() {
      var result: Value?
      switch (block.kinds[index], given[index]) {
      case (.value, let argument?):
        result = value(argument.value, parameter.name, form: nil, entering: entering, parametersOf: caller)
      case (.value, nil):
        if document.isAbsent(parameter.value) { break }
        // A default may use the parameters before it, and what enters the block.
        uses.append(Use(block: block.name, span: document.span(of: layer.key)))
        instances.append(instance)
        result = value(
          parameter.value, parameter.name, form: nil, entering: entering, parametersOf: instances.count - 1)
        instances.removeLast()
        uses.removeLast()
      case (.layer, let argument?):
        if let named = resolve(argument.value), let layer = named.layer {
          (result, names[parameter.name]) = (.layer(layer), named)
        } else {
          isComplete = false
        }
      case (.layers, let argument?):
        if let group = group(argument.value, parameter.name) {
          result = .list(group.compactMap(\.layer).map(Value.layer))
          names[parameter.name] = Named(layer: nil, scope: nil, group: group)
        } else {
          isComplete = false
        }
      // A parameter that is missing is reported by the reader.
      case (.layer, nil), (.layers, nil): isComplete = false
      }
      instance.parameters.append((parameter.name, result))
    }
    return isComplete ? (instance.parameters, names) : nil
  }

  /// The layers that a parameter stands for; nil after reporting what is wrong with them.
  private mutating func group(_ node: NodeID, _ name: String) -> [Named]? {
    let node = document.resolve(node)
    let isList = document.kind(of: node) == .sequence
    var group: [Named] = []
    for child in isList ? Array(document.children(of: node)) : [node] {
      let before = group.count
      switch meaning(of: child) {
      case nil: return nil
      case .several(let all): group += all
      case .one(let named):
        guard isList else {
          let text = document.text(of: node).excerpt
          report(
            "`\(name)` needs several layers, and `\(text)` is one", at: node,
            help: "write a list, `[\(text)]`, or `.*` behind the name of a layer with `repeat`")
          return nil
        }
        group.append(named)
      }
      steps += group.count - before
      if steps > Self.stepLimit {
        report("blocks are given more than \(Self.stepLimit) layers", rule: "limit", at: child)
        return nil
      }
    }
    if group.isEmpty { report("`\(name)` needs at least one layer", at: node) }
    return group.isEmpty || group.contains { $0.layer == nil } ? nil : group
  }
}
