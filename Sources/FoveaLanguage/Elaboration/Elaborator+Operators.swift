import FoveaGraph
import FoveaText

extension Elaborator {
  /// Adds one layer with an operator that has a single input.
  mutating func apply(
    _ kind: Operation.Kind, layer: DocumentSyntax.Layer, to input: LayerID?, name: LayerName, isFirst: Bool
  ) -> LayerID? {
    guard let input, !layer.isBroken,
      let (operation, reference) = operation(kind, layer: layer, entering: input, isFirst: isFirst)
    else { return addBroken(layer, after: input, name: name) }
    return add(
      Layer(
        operation, inputs: LayerInputs(input), reference: reference, scope: frames[frames.count - 1].scope, name: name),
      from: layer)
  }

  /// An operator with its attributes, and the layer whose size it takes; nil after reporting what is wrong with them.
  mutating func operation(
    _ kind: Operation.Kind, layer: DocumentSyntax.Layer, entering input: LayerID?, isFirst: Bool
  ) -> (operation: Operation, reference: LayerID?)? {
    guard let values = values(of: kind, layer: layer, entering: input, isFirst: isFirst) else { return nil }
    do throws(MisplacedValue) {
      return (try kind.operation(values), reference(in: values))
    } catch {
      let schema = schemas[kind]
      let given = (isFirst ? layer.first : []) + layer.arguments + (syntax.defaults[kind] ?? [])
      let argument = given.first { $0.index == error.index }
      var help: String?
      if case .decimal = values.last(where: { $0.index == error.index })?.value, schema.forms[error.index].isInteger {
        help = Self.rounding
      }
      report(
        "`\(schema.names[error.index])` \(error.complaint)", rule: "invalid-value", at: argument?.value ?? layer.key,
        help: help)
      return nil
    }
  }

  /// The values of an operator's attributes; nil after reporting each that has none.
  private mutating func values(
    of kind: Operation.Kind, layer: DocumentSyntax.Layer, entering input: LayerID?, isFirst: Bool
  ) -> [(index: Int, value: Value)]? {
    let defaults = syntax.defaults[kind] ?? []
    let first = isFirst ? layer.first : []
    if layer.arguments.isEmpty, defaults.isEmpty, first.isEmpty { return [] }
    func isGiven(_ index: Int, in arguments: [DocumentSyntax.Argument]) -> Bool {
      arguments.contains { $0.index == index }
    }
    let schema = schemas[kind]
    let caller = instances.count - 1
    var values: [(index: Int, value: Value)] = []
    values.reserveCapacity(layer.arguments.count + defaults.count + first.count)
    var isComplete = true
    func add(_ argument: DocumentSyntax.Argument, parametersOf instance: Int, to elaborator: inout Elaborator) {
      let index = argument.index
      let value = elaborator.value(
        argument.value, schema.names[index], form: schema.forms[index], entering: input, parametersOf: instance)
      if let value { values.append((index, value)) } else { isComplete = false }
    }
    for argument in layer.arguments where !isGiven(argument.index, in: first) {
      add(argument, parametersOf: caller, to: &self)
    }
    for argument in first { add(argument, parametersOf: caller, to: &self) }
    // Defaults are the document's: they see its parameters, and no repetition.
    let repetition = instances[0].index
    instances[0].index = nil
    defer { instances[0].index = repetition }
    for argument in defaults
    where !isGiven(argument.index, in: layer.arguments) && !isGiven(argument.index, in: first) {
      add(argument, parametersOf: 0, to: &self)
    }
    return isComplete ? values : nil
  }

  private func reference(in values: [(index: Int, value: Value)]) -> LayerID? {
    for entry in values {
      if case .layer(let id) = entry.value { return id }
    }
    return nil
  }

  /// Adds a layer and reports why it cannot be applied, if it cannot.
  mutating func add(_ layer: consuming Layer, from syntax: DocumentSyntax.Layer) -> LayerID {
    layer.weights = sharedWeights(for: layer, from: syntax)
    // A mistake above leaves extents unknown, which contradict nothing, but it may leave a wrong number of axes.
    let isShaken =
      layer.inputs.contains { isBroken[$0.position] } || layer.reference.map { isBroken[$0.position] } ?? false
    let isAdrift =
      layer.inputs.contains { self.isAdrift[$0.position] }
      || layer.reference.map { self.isAdrift[$0.position] } ?? false
    let keepsDoubt = isAdrift && !layer.operation.statesAxes
    let (id, error) = builder.add(layer)
    map.append(layer: syntax.key)
    let isUncertain = isShaken || error != nil
    isBroken.append(isUncertain && builder.graph.shape(of: id).extents.contains { $0.value == nil })
    let isAboutAxes = error?.isAboutAxes ?? false
    let isInvented = error.map { $0.remains == nil } ?? false
    self.isAdrift.append(isAboutAxes || isInvented || keepsDoubt)
    if let error, !isAboutAxes || !isAdrift { report(error, of: id, from: syntax) }
    return id
  }

  /// Adds a placeholder for a layer whose mistake is reported, so that the layers after it can be checked.
  mutating func addBroken(_ layer: DocumentSyntax.Layer, after input: LayerID?, name: LayerName? = nil) -> LayerID? {
    guard let input = input ?? builder.graph.inputs.first else { return nil }
    let name = name ?? self.name(of: layer)
    let (id, _) = builder.add(
      Layer(
        .opaque(Opaque()), inputs: LayerInputs(input), scope: frames[frames.count - 1].scope, name: name))
    map.append(layer: layer.key)
    isBroken.append(true)
    isAdrift.append(true)
    if layer.keys.name != nil {
      frames[frames.count - 1].names[name.text] = Named(layer: id, scope: nil)
    }
    return id
  }

  /// The name that a layer states, or one that no other layer of its list has.
  mutating func name(of layer: DocumentSyntax.Layer) -> LayerName {
    if let name = layer.keys.name { return LayerName(document.text(of: name)) }
    return frames[frames.count - 1].unique(layer.head)
  }

  private mutating func report(_ error: ShapeError, of id: LayerID, from syntax: DocumentSyntax.Layer) {
    var place = syntax.key
    if let attribute = error.attribute, case .operation(let kind) = syntax.head,
      let index = schemas[kind].names.firstIndex(of: attribute),
      let argument = (syntax.first + syntax.arguments + (self.syntax.defaults[kind] ?? [])).first(
        where: { $0.index == index })
    {
      place = argument.key
    }
    let layer = builder.graph[id]
    var notes: [Diagnostic.Note] = []
    for operand in error.operands where operand < layer.inputs.count {
      let source = layer.inputs[operand]
      let branch = layer.branches.indices.contains(operand) ? syntax.branch(named: layer.branches[operand]) : nil
      let shape = builder.graph.shape(of: source)
      let what = (branch.map { _ in "branch `\(layer.branches[operand])` is" } ?? "one input is") + " \(shape)"
      if let axis = error.axis, let origin = origin(of: axis, before: source, in: layer) {
        notes.append(
          Diagnostic.Note(
            what + ", its \(shape.name(ofAxis: axis)) from `\(builder.graph.path(of: origin))`",
            at: span(of: origin)))
      } else {
        notes.append(
          Diagnostic.Note(
            what + ", from `\(builder.graph.path(of: source))`",
            at: branch.map { document.span(of: $0.key) } ?? span(of: source)))
      }
    }
    if layer.scope != .root { notes.append(Diagnostic.Note("this is `\(builder.graph.path(of: id))`")) }
    if let note = channelsLastNote { notes.append(note) }
    report(
      error.message, rule: error.rule, of: id, at: place, label: error.label, notes: notes,
      help: cause(of: error, in: layer) ?? error.help)
  }

  /// What on the ways of two branches makes their sizes differ, if that is the error.
  private func cause(of error: ShapeError, in layer: Layer) -> String? {
    guard let axis = error.axis, axis > 0, error.operands.count == 2 else { return nil }
    let (first, second) = (layer.inputs[error.operands[0]], layer.inputs[error.operands[1]])
    let shapes = (builder.graph.shape(of: first), builder.graph.shape(of: second))
    guard let one = shapes.0.extent(axis).value, let other = shapes.1.extent(axis).value else { return nil }
    return SizeDifference(in: builder.graph, between: first, and: second, axis: axis - 1)?.advice((one, other))
  }

  /// The key of a layer in the text.
  func span(of id: LayerID) -> SourceSpan { document.span(of: map.key(of: id)) }

  /// The layer of a join's branch that states an extent of its end, or changes it last; nil where it comes from
  /// outside.
  private func origin(of axis: Int, before end: LayerID, in join: Layer) -> LayerID? {
    let graph = builder.graph
    var branch = graph[end].scope
    while branch != .root, graph[branch].parent != join.scope { branch = graph[branch].parent }
    guard branch != .root, graph[branch].role == .branch else { return nil }
    let extent = graph.shape(of: end).extent(axis)
    var layer = end
    while layer.position >= graph[branch].start.position {
      guard graph[layer].inputs.count == 1 else { return layer }
      let shape = graph.shape(of: graph[layer].inputs[0])
      let kind = Operation.Kind(name: graph[layer].operation.name)
      let states = axis == 0 && kind.map { OperatorSchema.of($0).names.contains("out") } == true
      if states || axis > shape.rank || shape.extent(axis) != extent { return layer }
      layer = graph[layer].inputs[0]
    }
    return nil
  }

  /// A note that the input looks like an image with its channels last.
  private var channelsLastNote: Diagnostic.Note? {
    for input in builder.graph.inputs {
      let shape = builder.graph.shape(of: input)
      guard shape.rank == 2, let channels = shape.channels.value, let width = shape.spatial[1].value,
        width <= 4, channels > width
      else { continue }
      return Diagnostic.Note(
        "channels come first: this is \(channels) channels of \(shape.spatial[0])x\(width)",
        at: span(of: input))
    }
    return nil
  }

  private static let more = Diagnostic.Note("there are more mistakes, which are not shown")

  /// Reports an error once for each place, with the uses of blocks that lead there.
  mutating func report(
    _ message: String, rule: String = "language", of layer: LayerID? = nil, at node: NodeID, range: Range<Int>? = nil,
    label: String? = nil, notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    var span = document.span(of: node)
    if let range {
      // The bytes of a quoted scalar begin after its quote; escapes are not followed.
      let offset = span.start + (document.isPlain(node) ? 0 : 1)
      span = SourceSpan(
        start: min(offset + UInt32(range.lowerBound), span.end), end: min(offset + UInt32(range.upperBound), span.end))
    }
    guard reported.insert(Mistake(rule: rule, span: span)).inserted else { return }
    guard diagnostics.count < room else {
      if !isFull, let last = diagnostics.indices.last { diagnostics[last].notes.append(Self.more) }
      isFull = true
      return
    }
    let trail = uses.reversed().prefix(3).map { use in
      Diagnostic.Note("in this use of the block `\(use.block)`", at: use.span)
    }
    diagnostics.append(
      Diagnostic(
        rule: rule, message: message, layer: layer, span: span, label: label, notes: notes + trail, help: help))
  }
}

extension AttributeForm {
  /// Whether an integer may stand there, and no decimal.
  fileprivate var isInteger: Bool {
    switch self {
    case .integer, .axes, .padding, .figure: true
    case .decimal, .truth, .words, .extents, .sizes, .inferableExtents, .order, .layer, .window: false
    }
  }
}

extension Operation {
  /// Whether the number of axes of its output is the same, whatever enters.
  fileprivate var statesAxes: Bool {
    if case .opaque(let operation) = self { return operation.shape != .unknown }
    if case .flatten = self { return true }
    return if case .reshape = self { true } else { false }
  }
}

extension ShapeError {
  /// Whether the number of axes, or their order, is wrong.
  fileprivate var isAboutAxes: Bool {
    rule == "wrong-rank" || rule == "wrong-layout" || (rule == "join-shape-mismatch" && remains == nil)
  }
}
