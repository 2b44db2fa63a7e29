import FoveaGraph
import FoveaText

/// Unrolls a document into a graph: blocks, repetitions, branches and expressions.
///
/// Each of these unrolls the others, in a file for each kind.
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
  /// Whether the number of axes of each layer rests on a mistake that is reported.
  var isAdrift: [Bool] = []
  var frames: [Frame] = []
  var instances: [Instance] = []
  /// The names of the layers inside each scope that is closed, for paths from outside.
  var exports: [ScopeID: [String: Named]] = [:]
  /// The uses of blocks that lead to the current layer.
  var uses: [Use] = []
  /// The layers that read no other, and stand behind layers that would be lost with what reads them.
  var severing: Set<LayerID> = []
  /// Whether the list or layer that was unrolled last ends with one that is there once for each of several.
  var endsParallel = false
  /// What the next layer reads in place of the several that its `from` names.
  var chosen: (from: NodeID, layer: Named)?
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
    isAdrift.reserveCapacity(count)
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
    if syntax.outputs.isEmpty { checkEnd(of: syntax.layers, last, "the network", isNetwork: true) }
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

  /// Opens a scope within another, for what a key says.
  mutating func open(
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

  /// Counts a use of a layer, and stops where there are too many.
  mutating func step(at node: NodeID) throws(Stop) {
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
    let block = uses.last?.block
    let isRecursive = uses.count { $0.block == block } > Self.depthLimit / 10
    report(
      complaint, rule: "limit", at: node,
      help: isRecursive
        ? "the block `\(block ?? "")` uses itself: a `when` in it has to become false"
        : "look for a `repeat`, or blocks that use each other many times")
    throw .limit
  }
}
