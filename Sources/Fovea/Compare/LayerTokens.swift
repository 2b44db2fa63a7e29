import FoveaGraph

/// Small numbers for what the layers of two networks are and are called, equal where the things are.
struct LayerTokens {
  /// The tokens of one network's layers, by their positions.
  struct Side {
    /// The operator with all its attributes.
    var structure: [Int32] = []
    /// The operator alone.
    var kind: [Int32] = []
    /// The whole path.
    var path: [Int32] = []
    /// The path without the numbers that names get from their neighbours; a new layer shifts none of it.
    var place: [Int32] = []
    /// The same without the numbers of repetitions.
    var skeleton: [Int32] = []
    /// The part of the skeleton down to the innermost branch; −1 where there is none.
    var region: [Int32] = []
    /// Whether somebody chose a name on the path, so that it stands for more than an order.
    var isStated: [Bool] = []

    var count: Int { structure.count }
  }

  private(set) var old = Side()
  private(set) var new = Side()
  /// The values of the attributes of each structure.
  private(set) var attributes: [[Value?]] = []

  private struct Structure: Hashable {
    let kind: String
    let values: [Value?]
  }

  init(_ oldGraph: Graph, _ newGraph: Graph) {
    var operations: [Operation: Int32] = [:]
    var structures: [Structure: Int32] = [:]
    var texts: [String: Int32] = [:]
    var values: [[Value?]] = []
    func token(_ text: String) -> Int32 { texts.token(text) }
    func side(_ graph: Graph) -> Side {
      var side = Side()
      let (paths, skeletons) = (LayerPaths(graph), PathSkeletons(graph))
      for id in graph.ids {
        let operation = graph[id].operation
        let structure: Int32
        if let known = operations[operation] {
          structure = known
        } else {
          let key = Structure(kind: operation.name, values: operation.comparedValues)
          structure = structures.token(key)
          if Int(structure) == values.count { values.append(key.values) }
          operations[operation] = structure
        }
        side.structure.append(structure)
        side.kind.append(token(operation.name))
        side.path.append(token(paths[id]))
        let skeleton = skeletons[id]
        side.place.append(token(skeleton.place))
        side.skeleton.append(token(skeleton.text))
        side.region.append(skeleton.region.isEmpty ? -1 : token(skeleton.region))
        side.isStated.append(skeleton.isStated)
      }
      return side
    }
    old = side(oldGraph)
    new = side(newGraph)
    attributes = values
  }
}

extension Dictionary where Value == Int32 {
  /// The number of a key; the next one for a key that is new.
  fileprivate mutating func token(_ key: Key) -> Int32 {
    if let known = self[key] { return known }
    let next = Int32(count)
    self[key] = next
    return next
  }
}

extension Operation {
  /// The names of its attributes with their values; an input has its shape for one.
  var namedValues: [(name: String, value: Value?)] {
    if case .input(let input) = self {
      let extents = input.stated.extents.map { $0.value.map(Value.integer) ?? .word("?") }
      return [("shape", .list(extents))]
    }
    func values<Root: Operator>(of root: Root) -> [(name: String, value: Value?)] {
      Root.attributes.map { ($0.name, $0.value(in: root)) }
    }
    return values(of: base)
  }

  /// The values of its attributes. Layers that are named are compared elsewhere: their numbers differ by network.
  fileprivate var comparedValues: [Value?] {
    namedValues.map { attribute in
      if case .layer = attribute.value { nil } else { attribute.value }
    }
  }
}
