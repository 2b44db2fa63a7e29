import FoveaGraph

/// The paths of a network's layers without the numbers that only count neighbours: `layer3.#.main.conv_bn.conv` for
/// `layer3.4.main.conv_bn_2.conv`.
struct PathSkeletons {
  struct Skeleton {
    var text = ""
    /// The text with the numbers of repetitions.
    var place = ""
    /// The text down to the innermost branch; empty outside of branches.
    var region = ""
    /// Whether a name on the path was chosen by somebody.
    var isStated = false

    fileprivate mutating func append(_ name: String, number: String? = nil) {
      text += "." + name
      place += "." + (number ?? name)
    }
  }

  private let graph: Graph
  private let scopes: [Skeleton]

  init(_ graph: Graph) {
    self.graph = graph
    var scopes = [Skeleton()]
    scopes.reserveCapacity(graph.scopes.count)
    for scope in graph.scopes.dropFirst() {
      let above = scopes[scope.parent.position]
      let isInRepetition = graph.isRepetition(scope.parent)
      switch scope.role {
      case .network: scopes.append(above)
      case .block(let base), .repeated(let base):
        scopes.append(Self.join(above, scope.name, base: base, isInRepetition: isInRepetition))
      case .branch:
        // A branch has a name that says which of its kind it is, in every block alike.
        var branch = above
        branch.append(scope.name.withoutNumber)
        branch.region = branch.text
        scopes.append(branch)
      }
    }
    self.scopes = scopes
  }

  subscript(id: LayerID) -> Skeleton {
    let layer = graph[id]
    return Self.join(
      scopes[layer.scope.position], layer.name, base: layer.operation.name,
      isInRepetition: graph.isRepetition(layer.scope))
  }

  private static func join(_ above: Skeleton, _ name: String, base: String, isInRepetition: Bool) -> Skeleton {
    var skeleton = above
    if isInRepetition {
      skeleton.append("#", number: name)
    } else if name == base || name.withoutNumber == base {
      skeleton.append(base)
    } else {
      skeleton.append(name)
      skeleton.isStated = true
    }
    return skeleton
  }
}

extension Graph {
  /// Whether a scope holds the repetitions of a layer or block, which have numbers for names.
  func isRepetition(_ scope: ScopeID) -> Bool {
    if case .repeated = self[scope].role { true } else { false }
  }
}

extension String {
  /// The text without `_2` or another number at its end.
  fileprivate var withoutNumber: String {
    let digits = utf8.reversed().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    guard digits > 0 else { return self }
    let rest = utf8.dropLast(digits)
    return rest.last == UInt8(ascii: "_") && rest.count > 1 ? String(Substring(rest.dropLast())) : self
  }
}
