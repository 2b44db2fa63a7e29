package import FoveaGraph
import FoveaNumerics

/// The layers of a network beside those of its rewrite.
///
/// A rewritten layer is the use of a block whose name begins with `rewrite`, at the path of the layer that it stands for. All other
/// layers are the same at the same paths.
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
  /// What is not the same apart from the pairs, one sentence each.
  package private(set) var differences: [String] = []
  /// For each layer of the original the layer of the rewrite that gives the same.
  package private(set) var counterparts: [LayerID?]

  private let original: Graph
  private let rewritten: Graph

  /// Finds the pairs and everything else that differs.
  package init(_ original: Graph, _ rewritten: Graph) {
    (self.original, self.rewritten) = (original, rewritten)
    counterparts = Array(repeating: nil, count: original.layers.count)
    let byPath = Dictionary(original.ids.map { (original.path(of: $0), $0) }) { first, _ in first }
    // The layers inside stacks have no counterpart of their own.
    var isInside = Array(repeating: false, count: rewritten.layers.count)
    var isUnsuitable: Set<LayerID> = []
    for index in rewritten.scopes.indices {
      let scope = ScopeID(index)
      guard case .block(let name) = rewritten[scope].role, name.hasPrefix("rewrite"), !rewritten[scope].range.isEmpty,
        let id = byPath[rewritten.path(of: scope)], case .conv = original[id].operation
      else { continue }
      isRewrite = true
      for position in rewritten[scope].range { isInside[position] = true }
      if let pair = pair(of: id, with: scope) {
        pairs.append(pair)
        counterparts[id.position] = pair.last
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
      switch rewritten[layer].operation {
      case .conv:
        convolutions.append(layer)
        afterConvolution = 0
      case .relu:
        activations.append((layer, true))
        afterConvolution += 1
      case .relu6, .leakyRelu, .prelu, .elu, .gelu, .silu, .hardswish, .hardsigmoid, .sigmoid, .tanh:
        activations.append((layer, false))
        afterConvolution += 1
      case .input, .convTranspose, .linear, .maxPool, .avgPool, .adaptiveAvgPool, .adaptiveMaxPool, .globalAvgPool,
        .globalMaxPool, .batchNorm, .layerNorm, .groupNorm, .instanceNorm, .localResponseNorm, .softmax, .dropout,
        .stochasticDepth, .layerScale, .identity, .flatten, .reshape, .permute, .pad, .crop, .upsample, .pixelShuffle,
        .pixelUnshuffle, .channelShuffle, .sliceChannels, .add, .multiply, .concat, .opaque:
        differences.append(
          "`\(rewritten.path(of: layer))` is a \(rewritten[layer].operation.name), and a stack has convolutions and "
            + "activations")
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
    if let pair = pairs.first(where: { $0.last == id }) { return pair.original }
    let path = rewritten.path(of: id)
    return original.ids.first { original.path(of: $0) == path }
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
    for pair in pairs {
      guard let owner = original[pair.original].weights else {
        if let layer = pair.layers.first(where: { rewritten[$0].weights != nil }) {
          differences.append("`\(rewritten.path(of: layer))` has no weights of its own, and `\(pair.path)` has")
        }
        continue
      }
      let owners = pairs.first { $0.original == owner }?.layers
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
