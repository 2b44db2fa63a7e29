import FoveaGraph
import FoveaLanguage
import FoveaText

/// What only the whole network tells about an error of its shapes.
enum ShapeAdvice {
  /// The largest size of an input that is tried.
  private static let largestSize = 1 << 16

  /// Adds where the branches of a join part, and which size of the input gives a linear layer what it states.
  ///
  /// - Parameter graph: what could be built in spite of the errors.
  static func completed(
    _ errors: [Diagnostic], of specification: Specification, _ options: Specification.Options, graph: Graph
  ) -> [Diagnostic] {
    errors.map { error in
      var error = error
      if error.rule == JoinShapeMismatch.name, let note = parting(error, in: graph) { error.notes.append(note) }
      if error.rule == WrongInputChannels.name, let advice = size(error, of: specification, options, graph: graph) {
        error.help = error.help.map { "\($0); \(advice)" } ?? advice
      }
      return error
    }
  }

  /// The last layer that all branches of a join that fails depend on.
  private static func parting(_ error: Diagnostic, in graph: Graph) -> Diagnostic.Note? {
    guard let join = graph.ids.first(where: { graph[$0].span == error.span && fails($0, in: graph) }) else {
      return nil
    }
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
      return Diagnostic.Note("the branches part behind `\(graph.path(of: id))`", at: graph[id].span)
    }
  }

  private static func fails(_ id: LayerID, in graph: Graph) -> Bool {
    guard graph[id].inputs.count > 1 else { return false }
    do throws(ShapeError) {
      _ = try graph[id].operation.shape(of: graph.operands(of: graph[id]))
      return false
    } catch {
      return true
    }
  }

  private static func size(
    _ error: Diagnostic, of specification: Specification, _ options: Specification.Options, graph: Graph
  ) -> String? {
    let inputs = graph.inputs.map { graph.shape(of: $0) }
    guard let first = inputs.first, let size = first.spatial.first?.value,
      inputs.allSatisfy({ $0.spatial.allSatisfy { $0.value == size } }),
      let linear = graph.ids.last(where: {
        graph[$0].span.start < error.span.start && statedInput($0, in: graph) != nil
      }),
      let stated = statedInput(linear, in: graph),
      let open = specification.graph(withSizesOpen: options, inputs: graph), linear.position < open.layers.count,
      statedInput(linear, in: open) == stated, let source = open[linear].inputs.first
    else { return nil }
    func channels(_ size: Int) -> Int? {
      let trial = Trial(of: open, size: size)
      return trial.impossible.contains { $0 < linear } ? nil : trial.shapes[source.position].channels.value
    }
    var (low, high) = (1, largestSize)
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
