import FoveaGraph

/// The networks of a description, one for each variant, as far as a safe fix must keep them.
struct NetworkFamily {
  private let networks: [Network]

  init(_ session: Session) { networks = session.networks }

  /// Whether every variant is without errors.
  var isWhole: Bool { networks.allSatisfy { $0.analysis != nil } }

  /// Whether they are others of which nothing but layers, parameters and work has been taken away.
  ///
  /// Inputs and outputs have the same names, shapes and receptive fields. The layers that are left are layers from
  /// before, in their order, with the shapes and the receptive fields that they had.
  func simplifies(_ others: NetworkFamily) -> Bool {
    guard networks.count == others.networks.count else { return false }
    return zip(networks, others.networks).allSatisfy { after, before in
      guard let new = after.analysis, let old = before.analysis else { return false }
      return after.variant == before.variant && Self.simplifies(new, old)
    }
  }

  private static func simplifies(_ after: AnalyzedGraph, _ before: AnalyzedGraph) -> Bool {
    guard inputs(after) == inputs(before), outputs(after) == outputs(before),
      isLess(after.totals.parameters, before.totals.parameters), isLess(after.totals.macs, before.totals.macs),
      isLess(after.totals.flops, before.totals.flops)
    else { return false }
    var rest = before.graph.ids[...]
    return after.graph.ids.allSatisfy { id in
      let place = place(id, in: after)
      guard let match = rest.firstIndex(where: { self.place($0, in: before) == place }) else { return false }
      rest = rest[(match + 1)...]
      return true
    }
  }

  private struct Place: Hashable {
    let operation: String
    let shape: Shape
    let field: ReceptiveField?
  }

  private static func place(_ id: LayerID, in analysis: AnalyzedGraph) -> Place {
    let operation = type(of: analysis.graph[id].operation.base).name
    return Place(operation: operation, shape: analysis.graph.shape(of: id), field: analysis.receptiveFields[id])
  }

  private static func inputs(_ analysis: AnalyzedGraph) -> [String] {
    analysis.graph.inputs.map { "\(analysis.graph[$0].name) \(analysis.graph.shape(of: $0))" }
  }

  private struct End: Hashable {
    let name: String
    let shape: Shape
    let field: ReceptiveField?
  }

  private static func outputs(_ analysis: AnalyzedGraph) -> [End] {
    analysis.graph.outputs.map { output in
      End(
        name: output.name, shape: analysis.graph.shape(of: output.layer),
        field: analysis.receptiveFields[output.layer])
    }
  }

  private static func isLess(_ after: Total, _ before: Total) -> Bool {
    switch (after, before) {
    case (.known(let after), .known(let before)): after <= before
    case (.atLeast(let after, _), .atLeast(let before, _)): after <= before
    case (.unknown, .unknown): true
    case (.known, .atLeast), (.known, .unknown), (.atLeast, .known), (.atLeast, .unknown), (.unknown, _): false
    }
  }
}
