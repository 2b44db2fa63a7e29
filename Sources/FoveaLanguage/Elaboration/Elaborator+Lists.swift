import FoveaGraph
import FoveaText

/// Lists of layers, and layers that are repeated.
extension Elaborator {
  /// Unrolls a list into the current frame and returns its last layer; what enters where it is empty.
  mutating func unroll(_ list: DocumentSyntax.List, entering: LayerID?) throws(Stop) -> LayerID? {
    var current = entering
    // What enters the list was chosen by whoever uses it.
    var above = Above.entrance
    let layers = list.layers
    let frame = frames.count - 1
    for index in layers.indices {
      if !layers[index].isPlain { frames[frame].current = layers[index].keys.name }
      endsParallel = false
      let next = try unroll(layers[index], after: current, above)
      if next != current { above = endsParallel ? .parallel : .layer }
      current = next
      frames[frame].current = nil
    }
    endsParallel = above == .parallel
    return current
  }

  /// What stands above a layer.
  private enum Above {
    /// What enters the list.
    case entrance
    case layer
    /// A layer that is there once for each of several.
    case parallel
  }

  private mutating func unroll(
    _ layer: DocumentSyntax.Layer, after current: LayerID?, _ above: Above
  ) throws(Stop) -> LayerID? {
    try step(at: layer.key)
    var input = current
    if let from = layer.keys.from {
      if let chosen, chosen.from == from {
        self.chosen = nil
        input = chosen.layer.layer
      } else if mayBeSeveral(from), case .several(let all) = meaning(of: from) {
        return try unroll(layer, forEachOf: all, from, after: current)
      } else {
        guard let named = resolve(from) else { return addBroken(layer, after: current) }
        input = named.layer
      }
    } else if above != .entrance, let current, severing.contains(current), readsAbove(layer) {
      reportSevered(layer, by: current)
      return addBroken(layer, after: current)
    } else if above == .parallel, let current, readsAbove(layer) {
      reportSeveral(layer, below: current)
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
    return try unroll(layer, count: count, after: input)
  }

  /// Unrolls a layer whose `from` names several: once for each of them, one beside the other.
  private mutating func unroll(
    _ layer: DocumentSyntax.Layer, forEachOf entering: [Named], _ from: NodeID, after current: LayerID?
  ) throws(Stop) -> LayerID? {
    if let key = layer.keys.repeated ?? layer.keys.when {
      report(
        "a layer that is there once for each of several has no `\(layer.keys.repeated == nil ? "when" : "repeat")`",
        at: key, notes: [Diagnostic.Note("it reads several layers", at: document.span(of: from))],
        help: "put the layer into a block, or name one of them, such as the one behind `[0]`")
      return addBroken(layer, after: entering.first?.layer ?? current)
    }
    let last = try unroll(layer, count: entering.count, each: entering, after: nil)
    endsParallel = true
    return last
  }

  /// Unrolls the repetitions of a layer, one behind the other, or each behind a layer of its own.
  private mutating func unroll(
    _ layer: DocumentSyntax.Layer, count: Int, each: [Named]? = nil, after input: LayerID?
  ) throws(Stop) -> LayerID? {
    let parent = frames[frames.count - 1].scope
    let name = name(of: layer)
    let scope = open(name.text, .repeated(layer.head.name), in: parent, at: layer.key)
    // A repetition can name those before it.
    bind(layer, name: name, to: (nil, scope))
    frames.append(Frame(scope: scope, parent: frames.count - 1, entrance: frames[frames.count - 1].entrance))
    var current = input
    let instance = instances.count - 1
    let outer = instances[instance].index
    defer { instances[instance].index = outer }
    for index in 0..<count {
      try step(at: layer.key)
      instances[instance].index = index
      if let each { current = each[index].layer }
      let result = try apply(
        layer, to: current, name: LayerName(String(index)), isFirst: each == nil && index == 0)
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
