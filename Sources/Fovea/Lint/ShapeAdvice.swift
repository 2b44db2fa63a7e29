import FoveaGraph
import FoveaLanguage
import FoveaText

/// What only the whole network tells about an error of its shapes.
struct ShapeAdvice {
  /// The largest size of an input that is tried.
  private static let largestSize = 1 << 16

  private let session: Session
  private let options: Specification.Options
  private let graph: Graph
  private let places: Places

  /// - Parameters:
  ///   - session: where the network comes from.
  ///   - graph: what could be built of it in spite of the errors.
  init(_ session: Session, _ options: Specification.Options, graph: Graph, places: Places) {
    (self.session, self.options, self.graph, self.places) = (session, options, graph, places)
  }

  /// Adds where the branches of a join part, and which size of the input gives a linear layer what it states.
  func completed(_ errors: [Diagnostic]) -> [Diagnostic] {
    errors.map { error in
      guard let layer = error.layer else { return error }
      var error = error
      if error.rule == JoinShapeMismatch.name, let note = parting(layer) { error.notes.append(note) }
      if error.rule == WrongInputChannels.name, let advice = size(layer) {
        error.help = error.help.map { "\($0); \(advice)" } ?? advice
      }
      return error
    }
  }

  /// The last layer that all branches of a join that fails depend on.
  private func parting(_ join: LayerID) -> Diagnostic.Note? {
    var common: Set<Int>?
    for input in graph[join].inputs {
      var isSeen = [Bool](repeating: false, count: input.position + 1)
      isSeen[input.position] = true
      for position in isSeen.indices.reversed() where isSeen[position] {
        for before in graph.layers[position].inputs { isSeen[before.position] = true }
      }
      let seen = Set(isSeen.indices.filter { isSeen[$0] })
      common = common?.intersection(seen) ?? seen
    }
    return common?.max().map { position in
      let id = LayerID(position)
      return Diagnostic.Note("the branches part behind `\(graph.path(of: id))`", at: places.span(of: id))
    }
  }

  private func size(_ linear: LayerID) -> String? {
    let inputs = graph.inputs.map { graph.shape(of: $0) }
    guard let first = inputs.first, let size = first.spatial.first?.value,
      inputs.allSatisfy({ $0.spatial.allSatisfy { $0.value == size } }),
      let stated = Self.statedInput(linear, in: graph),
      let open = session.network(options, withSizesOpen: graph)?.graph, linear.position < open.layers.count,
      Self.statedInput(linear, in: open) == stated, let source = open[linear].inputs.first
    else { return nil }
    func channels(_ size: Int) -> Int? {
      let sized = SizedShapes(of: open, size: size)
      return sized.impossible.contains { $0 < linear } ? nil : sized.shapes[source.position].channels.value
    }
    var (low, high) = (1, Self.largestSize)
    while low < high {
      let middle = (low + high) / 2
      if channels(middle) ?? 0 < stated { low = middle + 1 } else { high = middle }
    }
    guard channels(low) == stated else { return nil }
    let sizes = first.spatial.map { _ in "\(low)" }.joined(separator: "x")
    return "an input of \(first.channels)x\(sizes) gives \(stated)"
  }

  /// The number of inputs that a linear layer states.
  private static func statedInput(_ id: LayerID, in graph: Graph) -> Int? {
    if case .linear(let linear) = graph[id].operation { linear.input } else { nil }
  }
}
