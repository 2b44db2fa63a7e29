import FoveaGraph
import FoveaText

/// Lists of layers, and layers that are repeated.
extension Elaborator {
  /// Unrolls a list into the current frame and returns its last layer; what enters where it is empty.
  mutating func unroll(_ list: DocumentSyntax.List, entering: LayerID?) throws(Stop) -> LayerID? {
    var current = entering
    let layers = list.layers
    let frame = frames.count - 1
    for index in layers.indices {
      if !layers[index].isPlain { frames[frame].current = layers[index].keys.name }
      current = try unroll(layers[index], after: current)
      frames[frame].current = nil
    }
    return current
  }

  private mutating func unroll(_ layer: DocumentSyntax.Layer, after current: LayerID?) throws(Stop) -> LayerID? {
    try step(at: layer.key)
    var input = current
    if let from = layer.keys.from {
      guard let named = resolve(from) else { return addBroken(layer, after: current) }
      input = named.layer
    } else if let current, severing.contains(current), readsAbove(layer) {
      reportSevered(layer, by: current)
      return addBroken(layer, after: current)
    } else if input == nil, readsAbove(layer) {
      let names = builder.graph.inputs.map { "`\(builder.graph[$0].name)`" }.joined(separator: ", ")
      report(
        "the network has several inputs: say which one enters with `from`", at: layer.key, help: "they are \(names)")
      return addBroken(layer, after: builder.graph.inputs.first)
    }
    if let when = layer.keys.when {
      guard let isWanted = truth(when, entering: input) else { return addBroken(layer, after: input) }
      if !isWanted { return input }
    }
    guard let repeated = layer.keys.repeated else {
      let name = name(of: layer)
      let result = try apply(layer, to: input, name: name, isFirst: false)
      bind(layer, name: name, to: result)
      return result.layer
    }
    return try unroll(layer, times: repeated, after: input)
  }

  private mutating func unroll(
    _ layer: DocumentSyntax.Layer, times node: NodeID, after input: LayerID?
  ) throws(Stop) -> LayerID? {
    guard let count = integer(node, "repeat", in: 1...Int.max, entering: input) else {
      return addBroken(layer, after: input)
    }
    guard count <= DocumentSyntax.layerLimit else {
      report("`repeat` must be at most \(DocumentSyntax.layerLimit), found \(count)", at: node)
      return addBroken(layer, after: input)
    }
    let parent = frames[frames.count - 1].scope
    let name = name(of: layer)
    let scope = open(name.text, .repeated(layer.head.name), in: parent, at: layer.key)
    frames.append(Frame(scope: scope, parent: frames.count - 1, entrance: frames[frames.count - 1].entrance))
    var current = input
    let instance = instances.count - 1
    let outer = instances[instance].index
    defer { instances[instance].index = outer }
    for index in 0..<count {
      try step(at: layer.key)
      instances[instance].index = index
      let result = try apply(layer, to: current, name: LayerName(String(index)), isFirst: index == 0)
      frames[frames.count - 1].names[String(index)] = Named(layer: result.layer, scope: result.scope)
      current = result.layer
    }
    close(scope)
    bind(layer, name: name, to: (current, scope))
    return current
  }

  /// Makes a layer's name known to the layers after it.
  private mutating func bind(
    _ layer: DocumentSyntax.Layer, name: LayerName, to result: (layer: LayerID?, scope: ScopeID?)
  ) {
    guard layer.keys.name != nil else { return }
    frames[frames.count - 1].names[name.text] = Named(layer: result.layer, scope: result.scope)
  }
}
