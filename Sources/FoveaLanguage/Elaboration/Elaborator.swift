import FoveaGraph
import FoveaText

/// Unrolls a document into a graph: blocks, repetitions, branches and expressions.
///
/// One file because each of these unrolls the others; names, values, operators and weights stand in files of their own.
struct Elaborator {
  /// The most uses of layers and blocks, those included that add nothing.
  static let stepLimit = 500_000
  /// How deep blocks, repetitions and branches may nest; each level is a few frames of the stack.
  static let depthLimit = 100

  let document: YAMLDocument
  let syntax: DocumentSyntax
  let options: ElaborationOptions
  var builder: GraphBuilder
  /// The keys that the layers and scopes so far were made of.
  var map = SourceMap()
  var diagnostics: [Diagnostic] = []
  /// The places of errors that are reported; a block that is used often has each of its mistakes reported once.
  var reported: Set<Mistake> = []
  /// Whether each layer rests on a mistake that is reported.
  var isBroken: [Bool] = []
  var frames: [Frame] = []
  var instances: [Instance] = []
  /// The names of the layers inside each scope that is closed, for paths from outside.
  var exports: [ScopeID: [String: Named]] = [:]
  /// The uses of blocks that lead to the current layer.
  var uses: [Use] = []
  /// The layers that read no other, and stand behind layers that would be lost with what reads them.
  var severing: Set<LayerID> = []
  /// The layers whose weights the current block shares.
  var sharing: Sharing?
  var steps = 0
  var schemas = OperatorSchemas()
  /// Whether all layers are there, so that none comes later.
  var isAtEnd = false
  /// What expressions asked of shapes; nil where nobody wants to know.
  var readings: ShapeReadings?
  /// How many mistakes are reported before the rest is left out.
  let room: Int
  /// Whether mistakes are left out.
  var isFull = false

  struct Mistake: Hashable {
    let rule: String
    let span: SourceSpan
  }

  /// A name that layers can refer to.
  struct Named {
    let layer: LayerID?
    let scope: ScopeID?
  }

  /// A list of layers that is being unrolled.
  struct Frame {
    let scope: ScopeID
    /// The frame whose names are visible too.
    let parent: Int?
    /// What enters the innermost branch around the list; nil outside of branches.
    let entrance: Entrance?
    let stated: [String: NodeID]
    /// The stated name of the layer that is being applied.
    var current: NodeID?
    var names: [String: Named] = [:]
    /// How many layers have the name of each operator, by its kind; empty before the first.
    private var counts: [Int] = []
    /// How many layers, blocks or branches have any other name.
    private var otherCounts: [String: Int] = [:]

    init(scope: ScopeID, parent: Int?, entrance: Entrance?, stated: [String: NodeID] = [:]) {
      self.scope = scope
      self.parent = parent
      self.entrance = entrance
      self.stated = stated
    }

    /// A name that no other layer of the scope has: `conv`, then `conv_2`.
    mutating func unique(_ head: DocumentSyntax.Head) -> LayerName {
      switch head {
      case .operation(let kind): unique(kind)
      case .block(_, let name), .unknown(let name):
        Self.next(name, after: &otherCounts[name, default: 0], avoiding: stated)
      }
    }

    /// The same for the name of a branch, which may be an operator's.
    mutating func unique(branch name: String) -> LayerName {
      if let kind = Operation.Kind(name: name) { return unique(kind) }
      return Self.next(name, after: &otherCounts[name, default: 0], avoiding: stated)
    }

    private mutating func unique(_ kind: Operation.Kind) -> LayerName {
      if counts.isEmpty { counts = Array(repeating: 0, count: Operation.Kind.allCases.count) }
      return Self.next(kind.name, after: &counts[Int(kind.rawValue)], avoiding: stated)
    }

    private static func next(_ base: String, after count: inout Int, avoiding stated: [String: NodeID]) -> LayerName {
      while true {
        count += 1
        let name = LayerName(base, ordinal: count)
        if stated.isEmpty || stated[name.text] == nil { return name }
      }
    }
  }

  /// What enters a branch, if anything does.
  struct Entrance {
    let layer: LayerID?
  }

  /// A block in use, or the document: its parameters and the layer that enters.
  struct Instance {
    var parameters: [(name: String, value: Value?)] = []
    var entering: LayerID?
  }

  struct Use {
    let block: String
    let span: SourceSpan
  }

  struct Sharing {
    let source: Range<Int>
    let start: Int
    let node: NodeID
  }

  /// Stops the unrolling after a limit is reported.
  enum Stop: Error {
    case limit
  }

  init(
    _ document: YAMLDocument, syntax: DocumentSyntax, options: ElaborationOptions, variant: String?, room: Int
  ) {
    self.room = room
    self.document = document
    self.syntax = syntax
    self.options = options
    builder = GraphBuilder(name: syntax.name ?? "network", variant: variant)
  }

  /// Unrolls the layers of the document.
  ///
  /// - Throws: when a limit is exceeded, which is reported.
  mutating func elaborate() throws(Stop) {
    let count = syntax.inputs.count + syntax.layers.layers.count
    builder.reserveCapacity(count)
    map.reserveCapacity(count)
    isBroken.reserveCapacity(count)
    instances.append(Instance())
    instances[0].parameters = documentParameters()
    addInputs()
    frames.append(Frame(scope: .root, parent: nil, entrance: nil, stated: syntax.layers.names))
    for input in builder.graph.inputs {
      frames[0].names[builder.graph[input].name] = Named(layer: input, scope: nil)
    }
    // With several inputs, a first layer that does not say `from` is asked to.
    let inputs = builder.graph.inputs
    let last = try unroll(syntax.layers, entering: inputs.count == 1 ? inputs[0] : nil)
    if syntax.outputs.isEmpty { checkEnd(of: syntax.layers, last, "the network") }
  }

  /// The network with the outputs that the document names.
  mutating func finish() -> Graph {
    var outputs: [Graph.Output] = []
    isAtEnd = true
    for output in syntax.outputs where !syntax.hasNoLayers {
      guard let named = resolve(output.value) else { continue }
      if let layer = named.layer { outputs.append(Graph.Output(name: output.name, layer: layer)) }
    }
    return builder.finish(outputs: outputs)
  }

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
    for index in 0..<count {
      try step(at: layer.key)
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

  /// Opens a scope within another, for what a key says.
  private mutating func open(
    _ name: String, _ role: Scope.Role, in parent: ScopeID, at key: NodeID, replaces: String? = nil
  ) -> ScopeID {
    map.append(scope: key)
    return builder.open(name, role, in: parent, replaces: replaces)
  }

  /// Closes a scope with the frame that belongs to it, and keeps its names for paths from outside.
  mutating func close(_ scope: ScopeID) {
    builder.close(scope)
    if let names = frames.popLast()?.names, !names.isEmpty { exports[scope] = names }
  }

  /// Applies a layer once, under a name that is its own in the current frame.
  private mutating func apply(
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

  private mutating func join(
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

  private mutating func step(at node: NodeID) throws(Stop) {
    steps += 1
    let complaint: String
    if isFull { throw .limit }
    if frames.count > Self.depthLimit {
      complaint = "blocks and branches nest more than \(Self.depthLimit) deep"
    } else if builder.count > DocumentSyntax.layerLimit {
      complaint = "the network has more than \(DocumentSyntax.layerLimit) layers"
    } else if steps > Self.stepLimit {
      complaint = "blocks are used more than \(Self.stepLimit) times"
    } else {
      return
    }
    report(complaint, rule: "limit", at: node, help: "look for a `repeat`, or blocks that use each other many times")
    throw .limit
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
