package import FoveaGraph
import FoveaNumerics
import FoveaText

/// The layers of a network beside those of its rewrite.
///
/// A rewritten layer is the use of a block that says with `replaces` which layer it stands for. All other layers are
/// the same at the same paths.
package struct NetworkPairing: Sendable {
  /// A layer and the stack in its place.
  package struct Pair: Sendable {
    package let path: String
    package let original: LayerID
    /// The convolutions of the stack in order.
    package let layers: [LayerID]
    /// The last layer of the stack, which gives what the original gives.
    package let last: LayerID
    package let activation: Activation
  }

  /// What stands between the convolutions of a stack.
  package enum Activation: Hashable, Sendable {
    case none
    /// A rectifier after each but the last.
    case rectifiers
    /// Something else, by the path of the first such layer.
    case other(String)
  }

  package private(set) var pairs: [Pair] = []
  /// Whether there is any block that stands for a layer, sound or not.
  package private(set) var isRewrite = false
  /// How the layers outside of the pairs differ from those of the original, one phrase each.
  package private(set) var differences: [String] = []
  /// For each layer of the original the layer of the rewrite that gives the same.
  package private(set) var counterparts: [LayerID?]

  private let original: Graph
  private let rewritten: Graph
  /// The layers of the original by their paths.
  private let byPath: [String: LayerID]
  /// The layers of the original by the last layers of the stacks in their place.
  private var replaced: [LayerID: LayerID] = [:]

  /// Finds the pairs and everything else that differs.
  package init(_ original: Graph, _ rewritten: Graph) {
    (self.original, self.rewritten) = (original, rewritten)
    counterparts = Array(repeating: nil, count: original.layers.count)
    byPath = Dictionary(original.ids.map { (original.path(of: $0), $0) }) { first, _ in first }
    // What stood for a layer before is no rewrite of this network.
    let kept = Set(original.scopes.compactMap(\.replaces))
    // The layers inside stacks have no counterpart of their own.
    var isInside = Array(repeating: false, count: rewritten.layers.count)
    var isUnsuitable: Set<LayerID> = []
    for index in rewritten.scopes.indices {
      let scope = ScopeID(index)
      guard !rewritten[scope].range.isEmpty, let path = rewritten[scope].replaces, !kept.contains(path) else {
        continue
      }
      isRewrite = true
      guard let id = convolution(path, replacedAt: scope) else { continue }
      for position in rewritten[scope].range { isInside[position] = true }
      if let pair = pair(of: id, with: scope) {
        pairs.append(pair)
        counterparts[id.position] = pair.last
        replaced[pair.last] = id
      } else {
        isUnsuitable.insert(id)
      }
    }
    var unmatched = Set(original.ids.filter { counterparts[$0.position] == nil })
    for id in rewritten.ids where !isInside[id.position] {
      let path = rewritten.path(of: id)
      guard let twin = byPath[path], unmatched.remove(twin) != nil else {
        differences.append("`\(path)` is in the rewrite alone")
        continue
      }
      counterparts[twin.position] = id
    }
    for id in unmatched.sorted() where !isUnsuitable.contains(id) {
      differences.append("`\(original.path(of: id))` is in the original alone")
    }
    compareLayers()
    compareOutputs()
  }

  /// The convolution that a stack says it stands for; nil after telling why there is none.
  private mutating func convolution(_ path: String, replacedAt scope: ScopeID) -> LayerID? {
    let stack = "the stack at `\(rewritten.path(of: scope))` stands for `\(path)`"
    guard let id = byPath[path] else {
      let meant = Spelling.nearest(to: path, among: original.ids.map { original.path(of: $0) }).map {
        "; did you mean `\($0)`?"
      }
      differences.append("\(stack), and the original has no such layer" + (meant ?? ""))
      return nil
    }
    guard case .conv = original[id].operation else {
      differences.append("\(stack), which is a \(original[id].operation.name) and no convolution")
      return nil
    }
    guard counterparts[id.position] == nil else {
      differences.append("\(stack), for which another one stands already")
      return nil
    }
    return id
  }

  private mutating func pair(of id: LayerID, with scope: ScopeID) -> Pair? {
    let path = original.path(of: id)
    var convolutions: [LayerID] = []
    var activations: [(layer: LayerID, isRectifier: Bool)] = []
    var afterConvolution = 0
    var last: LayerID?
    for position in rewritten[scope].range {
      let layer = LayerID(position)
      let inputs = Array(rewritten[layer].inputs)
      if let last {
        guard inputs == [last] else {
          differences.append("`\(rewritten.path(of: layer))` does not read the layer before it, as those of a stack do")
          return nil
        }
      } else if inputs.count != 1 || inputs.map({ twin(of: $0) }) != original[id].inputs.map(Optional.some) {
        differences.append("the stack at `\(path)` does not read what the layer reads")
        return nil
      }
      let operation = rewritten[layer].operation
      if case .conv = operation {
        convolutions.append(layer)
        afterConvolution = 0
      } else if operation.facts.family == .activation, operation.facts.effect == .elementwise {
        let isRectifier = if case .relu = operation { true } else { false }
        activations.append((layer, isRectifier))
        afterConvolution += 1
      } else {
        differences.append(
          "`\(rewritten.path(of: layer))` is a \(operation.name), and a stack has convolutions and activations")
        return nil
      }
      last = layer
    }
    guard let last, !convolutions.isEmpty else {
      differences.append("the stack at `\(path)` has no convolution")
      return nil
    }
    let isRegular =
      afterConvolution == 0 && activations.count == convolutions.count - 1
      && zip(activations, convolutions).allSatisfy { $0.layer.position == $1.position + 1 && $0.isRectifier }
    return Pair(
      path: path, original: id, layers: convolutions, last: last,
      activation: activations.first.map { isRegular ? .rectifiers : .other(rewritten.path(of: $0.layer)) } ?? .none)
  }

  /// The layer of the original that gives what a layer of the rewrite gives, found so far or by its path.
  private func twin(of id: LayerID) -> LayerID? {
    replaced[id] ?? byPath[rewritten.path(of: id)]
  }

  private mutating func compareLayers() {
    let paired = Set(pairs.map(\.original))
    for id in original.ids where !paired.contains(id) {
      guard let other = counterparts[id.position] else { continue }
      let (one, two) = (original[id], rewritten[other])
      let path = original.path(of: id)
      if one.operation != two.operation {
        let (name, otherName) = (one.operation.name, two.operation.name)
        differences.append(
          name == otherName ? "`\(path)` has other attributes" : "`\(path)` is a \(name), in the rewrite a \(otherName)"
        )
      } else if one.inputs.map({ counterparts[$0.position] }) != two.inputs.map(Optional.some) {
        differences.append("`\(path)` does not read the same layers")
      } else if one.reference.flatMap({ counterparts[$0.position] }) != two.reference
        || one.weights.flatMap({ counterparts[$0.position] }) != two.weights
      {
        differences.append("`\(path)` does not refer to the same layer")
      } else if original.isInput(id), original.shape(of: id) != rewritten.shape(of: other) {
        differences.append("`\(path)` is \(original.shape(of: id)), in the rewrite \(rewritten.shape(of: other))")
      }
    }
    let stacks = Dictionary(uniqueKeysWithValues: pairs.map { ($0.original, $0.layers) })
    for pair in pairs {
      guard let owner = original[pair.original].weights else {
        if let layer = pair.layers.first(where: { rewritten[$0].weights != nil }) {
          differences.append("`\(rewritten.path(of: layer))` has no weights of its own, and `\(pair.path)` has")
        }
        continue
      }
      let owners = stacks[owner]
      if pair.layers.map({ rewritten[$0].weights }) != owners.map({ $0.map(Optional.some) }) {
        differences.append("the stack at `\(pair.path)` does not share its weights as the layer does")
      }
    }
  }

  private mutating func compareOutputs() {
    let (one, two) = (original.outputs, rewritten.outputs)
    if one.map(\.name) != two.map(\.name) {
      differences.append("the outputs do not have the same names")
    } else {
      for (output, other) in zip(one, two) where counterparts[output.layer.position] != other.layer {
        differences.append("the output `\(output.name)` is not the same layer")
      }
    }
  }
}
