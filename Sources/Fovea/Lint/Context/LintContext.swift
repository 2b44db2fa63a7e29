package import FoveaGraph
package import FoveaLanguage
package import FoveaText

/// One network as the rules see it: its analysis, its text if it has one, and who reads what.
package struct LintContext: Sendable {
  /// The network with its figures.
  package let analysis: AnalyzedGraph
  private let network: Network
  /// The entries of its text; nil where a program built it.
  let origins: Origins?
  /// The limits of the configuration, beside those of the description.
  package let budget: Budget
  private let settings: [String: [String: Int]]
  /// The layers that read each layer, one list after the other.
  private var readers: [LayerID] = []
  /// Where the list of each layer begins; one entry more than layers.
  private var readerStarts: [Int32] = []
  private var isOutputLayer: [Bool]

  /// Prepares a network for the rules; nil for one with errors.
  ///
  /// - Parameters:
  ///   - origins: the entries of its text, where they are known already.
  ///   - settings: the values of rules' options, by the rule's and the option's name.
  package init?(
    _ network: Network, origins: Origins? = nil, settings: [String: [String: Int]] = [:], budget: Budget = Budget()
  ) {
    guard let analysis = network.analysis else { return nil }
    self.analysis = analysis
    self.network = network
    self.origins = origins ?? network.description.flatMap { Origins($0.specification) }
    self.settings = settings
    self.budget = budget
    let graph = analysis.graph
    isOutputLayer = Array(repeating: false, count: graph.layers.count)
    for output in graph.outputs { isOutputLayer[output.layer.position] = true }
    gatherReaders(graph)
  }

  private mutating func gatherReaders(_ graph: Graph) {
    var counts = [Int32](repeating: 0, count: graph.layers.count + 1)
    for layer in graph.layers {
      for input in layer.inputs { counts[input.position + 1] += 1 }
    }
    for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
    readerStarts = counts
    readers = Array(repeating: LayerID(0), count: Int(counts[graph.layers.count]))
    for (index, layer) in graph.layers.enumerated() {
      for input in layer.inputs {
        readers[Int(counts[input.position])] = LayerID(index)
        counts[input.position] += 1
      }
    }
  }

  /// The network.
  package var graph: Graph { analysis.graph }

  /// The limits that the description sets.
  var statedBudget: Budget { network.description?.specification.budget ?? Budget() }

  /// The layers with sizes that are not known in all inputs; nil where they are others then, or have errors.
  var openGraph: Graph? { network.openGraph }

  /// The text, if there is one.
  var source: SourceText? { network.source }

  /// Whether somebody says which layers are outputs; else the last one is.
  var declaresOutputs: Bool {
    if let origins { return !origins.syntax.outputs.isEmpty }
    return graph.outputs.map(\.layer) != [LayerID(graph.layers.count - 1)]
  }

  /// The layers that read a layer, in execution order; one that reads it by two branches is there twice.
  package func consumers(of id: LayerID) -> ArraySlice<LayerID> {
    readers[Int(readerStarts[id.position])..<Int(readerStarts[id.position + 1])]
  }

  /// The only layer that reads a layer which is no output; nil where there are several, or none.
  package func onlyConsumer(of id: LayerID) -> LayerID? {
    let consumers = consumers(of: id)
    return consumers.count == 1 && !isOutput(id) ? consumers.first : nil
  }

  /// Whether a layer is an output of the network.
  package func isOutput(_ id: LayerID) -> Bool { isOutputLayer[id.position] }

  /// The shape that enters a layer, by its first input; that of the input itself for an input.
  package func inputShape(of id: LayerID) -> Shape {
    graph.shape(of: graph[id].inputs.first ?? id)
  }

  /// The names from the network down to a layer, joined by dots.
  package func path(of id: LayerID) -> String { graph.path(of: id) }

  /// The value of a rule's option.
  package func option(_ option: RuleOption, of rule: any Rule.Type) -> Int {
    settings[rule.name]?[option.name] ?? option.standard
  }

  /// The layers from `id` back to the nearest one that several layers read, or to an input or a join; `id` comes first.
  package func chain(endingAt id: LayerID) -> [LayerID] {
    var chain = [id]
    var current = id
    while graph[current].inputs.count == 1, let input = graph[current].inputs.first {
      chain.append(input)
      if consumers(of: input).count > 1 { break }
      current = input
    }
    return chain
  }
}

/// Places in the text.
extension LintContext {
  /// The key of a layer's operator.
  package func span(of id: LayerID) -> SourceSpan { network.places.span(of: id) ?? .none }

  /// The entry that a layer was made of; nil for an input, and where there is no text.
  func entry(of id: LayerID) -> DocumentSyntax.Layer? {
    network.description.flatMap { origins?.entry(at: $0.map.key(of: id)) }
  }

  /// The key of an attribute of a layer; the operator's where the layer does not give the attribute itself.
  package func span(of attribute: String, of id: LayerID) -> SourceSpan {
    span(ofFirst: [attribute], of: id)
  }

  /// The key of the first of some attributes that a layer gives itself; the operator's where it gives none.
  package func span(ofFirst attributes: [String], of id: LayerID) -> SourceSpan {
    for attribute in attributes {
      if let origin = origin(of: attribute, of: id), origin.home != .defaults, isWritten(origin, in: id) {
        return origin.key
      }
    }
    return span(of: id)
  }

  /// Whether an attribute stands in a layer's own text, not in that which an alias stands for.
  private func isWritten(_ origin: AttributeOrigin, in id: LayerID) -> Bool {
    guard let origins, let entry = entry(of: id) else { return false }
    return origin.home == .first || !origins.isAlias(bodyOf: entry.key)
  }

  /// Whether the document has a default of an attribute for the operator of a layer.
  func hasDefault(_ attribute: String, of id: LayerID) -> Bool {
    guard let origins, let map = network.description?.map else { return false }
    return origins.hasDefault(attribute, ofEntryAt: map.key(of: id))
  }

  /// Where an attribute of a layer is given; nil where the operator's own default holds.
  package func origin(of attribute: String, of id: LayerID) -> AttributeOrigin? {
    guard let map = network.description?.map else { return nil }
    return origins?.attribute(attribute, ofEntryAt: map.key(of: id), isFirst: isFirst(id, in: map))
  }

  /// The key of a branch of a join, by the position of the input.
  package func span(ofBranch position: Int, of id: LayerID) -> SourceSpan {
    let names = graph[id].branches
    guard let origins, names.indices.contains(position), let branch = entry(of: id)?.branch(named: names[position])
    else {
      return span(of: id)
    }
    return origins.document.span(of: branch.key)
  }

  /// The name of a branch of a join, by the position of the input.
  package func name(ofBranch position: Int, of id: LayerID) -> String {
    let branches = graph[id].branches
    return branches.indices.contains(position) ? branches[position] : "\(position + 1)"
  }

  /// Whether a layer is the first of its repetitions, so that `first` holds for it.
  private func isFirst(_ id: LayerID, in map: SourceMap) -> Bool {
    let layer = graph[id]
    guard layer.name == "0", case .repeated = graph[layer.scope].role else { return false }
    return map.key(of: layer.scope) == map.key(of: id)
  }
}

/// Findings.
extension LintContext {
  /// A finding of a rule about a layer; the place is the operator's key unless given.
  package func finding(
    _ rule: any Rule.Type, at id: LayerID, _ message: String, span: SourceSpan? = nil, label: String? = nil,
    severity: Diagnostic.Severity? = nil, notes: [Diagnostic.Note] = [], help: String? = nil, fix: FixIt? = nil
  ) -> Diagnostic {
    Diagnostic(
      rule: rule.name, severity: severity ?? rule.level.severity ?? .warning, message: message, layer: id,
      span: span ?? self.span(of: id), label: label, notes: notes, help: help, fixIts: fix.map { [$0] } ?? [])
  }
}
