package import FoveaGraph
import FoveaLanguage

/// What tells the layers of one network from those of another.
package struct NetworkDifference: Sendable {
  /// One attribute of a layer with its value on both sides, as the language writes it.
  package struct AttributeChange: Hashable, Sendable {
    package let name: String
    package let old: String
    package let new: String
  }

  /// A layer that is on both sides and not the same.
  package struct Change: Hashable, Sendable {
    package let old: LayerID
    package let new: LayerID
    package let attributes: [AttributeChange]
  }

  /// The network that is compared with.
  package let old: Graph
  /// The network that is compared.
  package let new: Graph
  /// The layers without a partner in the old network.
  package let added: [LayerID]
  /// The layers without a partner in the new network.
  package let removed: [LayerID]
  /// The layers that differ from their partners in more than their names.
  package let changed: [Change]
  /// The layers with another path than their partners.
  package let renamed: [(old: LayerID, new: LayerID)]
  /// How many layers are on both sides and differ at most in their names.
  package let sameCount: Int
  let alignment: LayerAlignment

  /// Compares two networks.
  package init(_ old: Graph, _ new: Graph) {
    let alignment = LayerAlignment(old, new)
    let (oldPaths, newPaths) = (LayerPaths(old), LayerPaths(new))
    let reading = PartnerReading(old, new, alignment)
    var changed: [Change] = []
    var renamed: [(old: LayerID, new: LayerID)] = []
    var sameCount = 0
    for (index, origin) in alignment.origins.enumerated() {
      guard let origin else { continue }
      let id = LayerID(index)
      if oldPaths[origin] != newPaths[id] { renamed.append((origin, id)) }
      let attributes =
        Self.attributes(old[origin], new[id], alignment, oldPaths, newPaths)
        + reading.change(origin, id, oldPaths, newPaths)
      if !attributes.isEmpty {
        changed.append(Change(old: origin, new: id, attributes: attributes))
      } else if !new.isInput(id) {
        sameCount += 1
      }
    }
    (self.old, self.new, self.alignment) = (old, new, alignment)
    (self.changed, self.renamed, self.sameCount) = (changed, renamed, sameCount)
    added = alignment.origins.indices.filter { alignment.origins[$0] == nil }.map { LayerID($0) }
    removed = alignment.partners.indices.filter { alignment.partners[$0] == nil }.map { LayerID($0) }
  }

  /// Whether the two networks are the same but for names.
  package var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

  private static func attributes(
    _ old: Layer, _ new: Layer, _ alignment: LayerAlignment, _ oldPaths: LayerPaths, _ newPaths: LayerPaths
  ) -> [AttributeChange] {
    var changes: [AttributeChange] = []
    func text(_ value: Value?, _ paths: LayerPaths) -> String {
      value.map { YAMLText.value($0) { paths[$0] } } ?? "none"
    }
    if old.operation != new.operation {
      if old.operation.name != new.operation.name {
        changes.append(AttributeChange(name: "operator", old: old.operation.name, new: new.operation.name))
      } else {
        for (one, two) in zip(old.operation.namedValues, new.operation.namedValues) where one.value != two.value {
          if case .layer(let oldLayer) = one.value, case .layer(let newLayer) = two.value,
            alignment.partners[oldLayer.position] == newLayer
          {
            continue
          }
          changes.append(
            AttributeChange(name: one.name, old: text(one.value, oldPaths), new: text(two.value, newPaths)))
        }
      }
    }
    if old.weights.map({ alignment.partners[$0.position] }) != new.weights.map(Optional.some) {
      changes.append(
        AttributeChange(
          name: "weights", old: old.weights.map { oldPaths[$0] } ?? "its own",
          new: new.weights.map { newPaths[$0] } ?? "its own"))
    }
    return changes
  }
}

/// Whether a layer reads what its partner reads.
///
/// A layer that is put between two others changes what the second reads, and that is told by the new layer already. So
/// inputs are followed through layers without partners, as far as these have one input.
private struct PartnerReading {
  private let old: Graph
  private let new: Graph
  private let alignment: LayerAlignment
  private let oldSources: [LayerID?]
  private let newSources: [LayerID?]

  init(_ old: Graph, _ new: Graph, _ alignment: LayerAlignment) {
    (self.old, self.new, self.alignment) = (old, new, alignment)
    oldSources = Self.sources(old, alignment.partners)
    newSources = Self.sources(new, alignment.origins)
  }

  /// The nearest layer with a partner at or above each layer; nil where a join lies between.
  private static func sources(_ graph: Graph, _ partners: [LayerID?]) -> [LayerID?] {
    var sources: [LayerID?] = []
    sources.reserveCapacity(graph.layers.count)
    for (index, layer) in graph.layers.enumerated() {
      if partners[index] != nil {
        sources.append(LayerID(index))
      } else {
        sources.append(layer.inputs.count == 1 ? sources[layer.inputs[0].position] : nil)
      }
    }
    return sources
  }

  func change(
    _ oldID: LayerID, _ newID: LayerID, _ oldPaths: LayerPaths, _ newPaths: LayerPaths
  ) -> [NetworkDifference.AttributeChange] {
    let (oldInputs, newInputs) = (old.layers[oldID.position].inputs, new.layers[newID.position].inputs)
    if oldInputs.count != newInputs.count {
      return [.init(name: "inputs", old: String(oldInputs.count), new: String(newInputs.count))]
    }
    for (one, two) in zip(oldInputs, newInputs) {
      guard let source = oldSources[one.position], let other = newSources[two.position] else { continue }
      if alignment.partners[source.position] != other {
        return [.init(name: "from", old: oldPaths[source], new: newPaths[other])]
      }
    }
    return []
  }
}
