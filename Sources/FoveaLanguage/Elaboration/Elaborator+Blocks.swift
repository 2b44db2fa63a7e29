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
    let parameters = arguments(of: block, layer: layer, entering: input, isFirst: isFirst)
    let shared = sharing
    beginSharing(layer)
    defer { sharing = shared }
    let scope = open(
      name.text, .block(block.name), in: frames[frames.count - 1].scope, at: layer.key,
      replaces: replacedPath(layer, name: name))
    uses.append(Use(block: block.name, span: span))
    instances.append(Instance(parameters: parameters, entering: input))
    let entrance = frames[frames.count - 1].entrance
    frames.append(Frame(scope: scope, parent: nil, entrance: entrance, stated: block.layers.names))
    let result = try unroll(block.layers, entering: input)
    endSharing(layer)
    close(scope)
    instances.removeLast()
    uses.removeLast()
    return (result, scope)
  }

  /// The parameters of a use of a block.
  mutating func arguments(
    of block: DocumentSyntax.Block, layer: DocumentSyntax.Layer, entering: LayerID?, isFirst: Bool
  ) -> [(name: String, value: Value?)] {
    let caller = instances.count - 1
    var given: [Int: DocumentSyntax.Argument] = [:]
    for argument in layer.arguments { given[argument.index] = argument }
    if isFirst { for argument in layer.first { given[argument.index] = argument } }
    var instance = Instance(entering: entering)
    for (index, parameter) in block.parameters.enumerated() {
      var result: Value?
      if let argument = given[index] {
        result = value(argument.value, parameter.name, form: nil, entering: entering, parametersOf: caller)
      } else if !document.isAbsent(parameter.value) {
        // A default may use the parameters before it, and what enters the block.
        uses.append(Use(block: block.name, span: document.span(of: layer.key)))
        instances.append(instance)
        result = value(
          parameter.value, parameter.name, form: nil, entering: entering, parametersOf: instances.count - 1)
        instances.removeLast()
        uses.removeLast()
      }
      instance.parameters.append((parameter.name, result))
    }
    return instance.parameters
  }
}
