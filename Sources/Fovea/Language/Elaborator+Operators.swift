import FoveaGraph

extension Elaborator {
  /// Adds one layer with an operator that has a single input.
  mutating func apply(
    _ kind: Operation.Kind, layer: DocumentSyntax.Layer, to input: LayerID?, name: String, isFirst: Bool
  ) -> LayerID? {
    guard let input else { return addBroken(layer, after: nil, name: name) }
    let schema = OperatorSchema.of(kind)
    var values: [(index: Int, value: Value)] = []
    var isComplete = true
    var reference: LayerID?

    func overrides(_ index: Int, _ arguments: [DocumentSyntax.Argument]) -> Bool {
      arguments.contains { $0.index == index }
    }
    let first = isFirst ? layer.first : []
    let defaults = (syntax.defaults[kind] ?? []).filter {
      !overrides($0.index, layer.arguments) && !overrides($0.index, first)
    }
    let given = first.isEmpty ? layer.arguments : layer.arguments.filter { !overrides($0.index, first) } + first
    for (argument, isDefault) in given.lazy.map({ ($0, false) }) + defaults.map({ ($0, true) }) {
      let form = schema.forms[argument.index]
      let key = schema.names[argument.index]
      guard
        let value = value(
          argument.value, key, form: form, entering: input, parametersOf: isDefault ? 0 : instances.count - 1)
      else {
        isComplete = false
        continue
      }
      if case .layer(let id) = value { reference = id }
      values.append((argument.index, value))
    }
    guard isComplete else { return addBroken(layer, after: input, name: name) }
    do throws(OperatorValueError) {
      let operation = try schema.operation(values)
      return add(
        Layer(
          operation, inputs: [input], reference: reference, scope: frames[frames.count - 1].scope, name: name,
          span: document.span(of: layer.key)), from: layer)
    } catch {
      let argument = (given + defaults).last { $0.index == error.index }
      report(
        "`\(schema.names[error.index])` \(error.complaint)", rule: "invalid-value", at: argument?.value ?? layer.key)
      return addBroken(layer, after: input, name: name)
    }
  }

  /// Adds a layer and reports why it cannot be applied, if it cannot.
  mutating func add(_ layer: Layer, from syntax: DocumentSyntax.Layer) -> LayerID {
    let weights = sharedWeights(for: layer, from: syntax)
    let complete = Layer(
      layer.operation, inputs: layer.inputs, reference: layer.reference, weights: weights, scope: layer.scope,
      name: layer.name, span: layer.span)
    let (id, error) = builder.add(complete)
    isBroken.append(error != nil || layer.inputs.contains { isBroken[$0.position] })
    if let error { report(error, of: id, from: syntax) }
    return id
  }

  /// Adds a placeholder for a layer whose mistake is reported, so that the layers after it can be checked.
  mutating func addBroken(_ layer: DocumentSyntax.Layer, after input: LayerID?, name: String? = nil) -> LayerID? {
    guard let input = input ?? builder.graph.inputs.first else { return nil }
    let name =
      name ?? layer.keys.name.map { document.text(of: $0) } ?? frames[frames.count - 1].unique(layer.headName)
    let (id, _) = builder.add(
      Layer(
        .opaque(Opaque()), inputs: [input], scope: frames[frames.count - 1].scope, name: name,
        span: document.span(of: layer.key)))
    isBroken.append(true)
    if layer.keys.name != nil {
      frames[frames.count - 1].names[name] = Named(layer: id, scope: nil, span: document.span(of: layer.key))
    }
    return id
  }

  private mutating func report(_ error: ShapeError, of id: LayerID, from syntax: DocumentSyntax.Layer) {
    var place = syntax.key
    if let attribute = error.attribute, case .operation(let kind) = syntax.head,
      let index = OperatorSchema.of(kind).names.firstIndex(of: attribute),
      let argument = (syntax.first + syntax.arguments + (self.syntax.defaults[kind] ?? [])).first(
        where: { $0.index == index })
    {
      place = argument.key
    }
    let layer = builder.graph[id]
    var notes: [Diagnostic.Note] = []
    for operand in error.operands where operand < layer.inputs.count {
      let source = layer.inputs[operand]
      let branch = syntax.branches.indices.contains(operand) ? syntax.branches[operand] : nil
      let shape = builder.graph.shape(of: source)
      let path = builder.graph.path(of: source)
      notes.append(
        Diagnostic.Note(
          (branch.map { "branch `\($0.name)` is" } ?? "one input is") + " \(shape), from `\(path)`",
          at: branch.map { document.span(of: $0.key) } ?? builder.graph[source].span))
    }
    report(error.message, rule: error.rule, at: place, label: error.label, notes: notes, help: error.help)
  }

  /// Reports an error once for each place, with the uses of blocks that lead there.
  mutating func report(
    _ message: String, rule: String = "language", at node: NodeID, range: Range<Int>? = nil, label: String? = nil,
    notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    var span = document.span(of: node)
    if let range {
      // The bytes of a quoted scalar begin after its quote; escapes are not followed.
      let offset = span.start + (document.isPlain(node) ? 0 : 1)
      span = SourceSpan(
        start: min(offset + UInt32(range.lowerBound), span.end), end: min(offset + UInt32(range.upperBound), span.end))
    }
    guard reported.insert(Mistake(rule: rule, span: span)).inserted else { return }
    let trail = uses.reversed().prefix(3).map { use in
      Diagnostic.Note("in this use of the block `\(use.block)`", at: use.span)
    }
    diagnostics.append(
      Diagnostic(rule: rule, message: message, span: span, label: label, notes: notes + trail, help: help))
  }
}
