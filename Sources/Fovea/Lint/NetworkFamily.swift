import FoveaGraph
import FoveaText

/// The networks of a description, one for each variant, as far as a safe fix must keep them.
struct NetworkFamily {
  private let networks: [Network]

  init(_ session: Session) { networks = session.networks }

  /// Whether every variant is without errors.
  var isWhole: Bool { networks.allSatisfy { $0.analysis != nil } }

  /// Whether they are others in which nothing but some layers has changed, and these as it is said.
  ///
  /// Every layer has the operator and the attributes that it had, and reads what it read; inputs and outputs have the
  /// same names and shapes.
  func isSame(as others: NetworkFamily, but changes: [LintedFile.Member: FixIt.Change]) -> Bool {
    guard networks.count == others.networks.count else { return false }
    return networks.indices.allSatisfy { index in
      guard let after = networks[index].analysis?.graph, let before = others.networks[index].analysis?.graph else {
        return false
      }
      return GraphChange(before, after) { changes[LintedFile.Member(network: index, layer: $0)] ?? .nothing }.isAsSaid
    }
  }
}

/// Two graphs, and what is said to change of the first one's layers.
private struct GraphChange {
  private let before: Graph
  private let after: Graph
  private let change: (LayerID) -> FixIt.Change
  /// The layer that gives afterwards what each one gave.
  private var images: [LayerID] = []

  init(_ before: Graph, _ after: Graph, change: @escaping (LayerID) -> FixIt.Change) {
    self.before = before
    self.after = after
    self.change = change
    var count = 0
    for id in before.ids {
      if case .removal = change(id), let input = before[id].inputs.first {
        images.append(images[input.position])
      } else {
        images.append(LayerID(count))
        count += 1
      }
    }
  }

  /// Whether the second graph is the first one with these changes.
  var isAsSaid: Bool {
    let kept = before.ids.filter { change($0) != .removal }
    return after.variant == before.variant && kept.count == after.layers.count
      && before.outputs.map { Graph.Output(name: $0.name, layer: images[$0.layer.position]) } == after.outputs
      && kept.enumerated().allSatisfy { isAsSaid($1, LayerID($0)) }
  }

  private func isAsSaid(_ old: LayerID, _ new: LayerID) -> Bool {
    let (layer, image) = (before[old], after[new])
    let isSame =
      before.shape(of: old) == after.shape(of: new)
      && layer.inputs.map { images[$0.position] } == image.inputs.map(\.self)
      && layer.reference.map { images[$0.position] } == image.reference
      && layer.weights.map { images[$0.position] } == image.weights && layer.branches == image.branches
      && (!before.isInput(old) || layer.name == image.name)
    guard isSame, layer.operation.name == image.operation.name else { return false }
    if change(old) == .nothing, layer.operation == image.operation { return true }
    var promised = attributes(of: layer) { images[$0.position] }
    if case .attribute(let name, let value) = change(old) { promised[name] = value }
    return !promised.isEmpty && promised == attributes(of: image) { $0 }
  }

  /// The attributes as they are written, with the layers that they name by their indices.
  private func attributes(of layer: Layer, place: (LayerID) -> LayerID) -> [String: String] {
    func texts<Root: Operator>(of root: Root) -> [String: String] {
      var texts: [String: String] = [:]
      for attribute in Root.attributes {
        guard let value = attribute.value(in: root) else { continue }
        if case .layer(let id) = value {
          texts[attribute.name] = Value.layer(place(id)).description
        } else {
          texts[attribute.name] = value.description
        }
      }
      return texts
    }
    return texts(of: layer.operation.base)
  }
}
