import FoveaGraph
import FoveaLanguage

/// What only the whole network tells about an error of its shapes.
struct ShapeAdvice {
  /// The largest size of an input that is tried.
  private static let largestSize = 1 << 16
  /// The errors of which it tells something.
  private static let rules: Set<String> = ["empty-output", "join-shape-mismatch", "wrong-input-channels"]

  private let graph: Graph
  private let places: Places
  /// The network with sizes that are not known in its inputs; nil where it has other errors than those of sizes.
  private let open: Graph?

  /// The advice about the errors of a network; nil where there is none.
  ///
  /// - Parameters:
  ///   - errors: what is wrong with it.
  ///   - graph: what could be built in spite of it.
  ///   - open: makes the network with sizes that are not known in its inputs.
  init?(_ errors: [Diagnostic], _ graph: Graph?, places: Places, open: (Graph) -> Graph?) {
    guard let graph, errors.contains(where: { Self.rules.contains($0.rule) && $0.layer != nil }) else { return nil }
    (self.graph, self.places) = (graph, places)
    let needsSizes = errors.contains { $0.rule != "join-shape-mismatch" && Self.rules.contains($0.rule) }
    self.open = needsSizes ? open(graph) : nil
  }

  /// Adds where the branches of a join part, and which size of the input helps a layer that does not fit.
  func completed(_ errors: [Diagnostic]) -> [Diagnostic] {
    errors.map { error in
      guard let layer = error.layer else { return error }
      var error = error
      if error.rule == "join-shape-mismatch", let note = parting(layer) { error.notes.append(note) }
      let advice: String? =
        switch error.rule {
        case "wrong-input-channels": size(giving: layer)
        case "empty-output": leastSize(for: layer)
        default: nil
        }
      if let advice { error.help = error.help.map { "\($0); \(advice)" } ?? advice }
      return error
    }
  }

  /// The last layer that all branches of a join that fails depend on.
  private func parting(_ join: LayerID) -> Diagnostic.Note? {
    graph.parting(of: graph[join].inputs).map { id in
      Diagnostic.Note("the branches part behind `\(graph.path(of: id))`", at: places.span(of: id))
    }
  }

  /// The least size of the network's input from which on a window fits, and those of all other layers if they can.
  private func leastSize(for layer: LayerID) -> String? {
    guard let open, let input = graph.inputs.first, !graph[layer].inputs.contains(input)
    else { return nil }
    let stated = graph.shape(of: input).spatial.map { $0.value ?? Self.largestSize }
    guard !stated.isEmpty, graph.inputs.allSatisfy({ graph.shape(of: $0).spatial == graph.shape(of: input).spatial })
    else { return nil }
    let all = stated.map { _ in Self.largestSize }
    let others = SizedShapes(of: open, sizes: all).impossible
    guard !others.contains(layer) else { return nil }
    let needed = stated.indices.compactMap { axis -> String? in
      let least = Self.least(from: stated[axis]) { size in
        var sizes = all
        sizes[axis] = size
        return SizedShapes(of: open, sizes: sizes).impossible.isSubset(of: others)
      }
      let name = AxisRole.spatial(axis, of: stated.count).name
      return least == stated[axis] ? nil : "a \(name) of at least \(least)"
    }
    guard !needed.isEmpty else { return nil }
    let name = graph.inputs.count == 1 ? "the network's input" : "every input of the network"
    return "for that \(name) needs \(needed.joined(separator: " and "))"
  }

  /// The least size that is not below another and for which something holds that holds for all larger ones.
  private static func least(from start: Int, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (min(start, largestSize), largestSize)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The size of the network's input that gives a linear layer the number of inputs that it states.
  private func size(giving linear: LayerID) -> String? {
    let inputs = graph.inputs.map { graph.shape(of: $0) }
    guard let first = inputs.first, let size = first.spatial.first?.value,
      inputs.allSatisfy({ $0.spatial.allSatisfy { $0.value == size } }),
      let stated = Self.statedInput(linear, in: graph), let open,
      Self.statedInput(linear, in: open) == stated, let source = open[linear].inputs.first
    else { return nil }
    func channels(_ size: Int) -> Int? {
      let sized = SizedShapes(of: open, size: size)
      return sized.impossible.contains { $0 < linear } ? nil : sized.shapes[source.position].channels.value
    }
    let least = Self.least(from: 1) { channels($0) ?? 0 >= stated }
    guard channels(least) == stated else { return nil }
    let sizes = first.spatial.map { _ in "\(least)" }.joined(separator: "x")
    return "an input of \(first.channels)x\(sizes) gives \(stated)"
  }

  /// The number of inputs that a linear layer states.
  private static func statedInput(_ id: LayerID, in graph: Graph) -> Int? {
    if case .linear(let linear) = graph[id].operation { linear.input } else { nil }
  }
}
