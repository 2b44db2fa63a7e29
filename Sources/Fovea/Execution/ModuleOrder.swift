import FoveaGraph

/// Modules of a file and layers of a network that fit each other by their order and their shapes, without a choice.
struct ModuleOrder {
  private(set) var pairs: [(module: WeightModule, layer: WeightModule)] = []
  /// Modules without a layer that they fit, and layers without a module.
  private(set) var leftOver: [WeightModule] = []
  private(set) var missing: [WeightModule] = []
  /// Layers that could change places, as far as shapes tell.
  private(set) var choices: [(layer: String, other: String)] = []
  /// Whether there are choices because the file does not keep the order of modules.
  private(set) var lacksOrder = false

  private let graph: Graph
  private let isOrdered: Bool
  /// The branches of each join that are written as its own.
  private let branches: [[ScopeID]]
  /// The join of each of them.
  private let joins: [ScopeID: Int]

  /// Prepares a network.
  ///
  /// - Parameter isOrdered: whether the modules stand in the order in which the program that wrote them has them.
  init(_ graph: Graph, isOrdered: Bool) {
    (self.graph, self.isOrdered) = (graph, isOrdered)
    branches = graph.layers.filter { $0.inputs.count > 1 }.map { join in
      var scopes: [ScopeID] = []
      for input in join.inputs {
        var scope = graph[input].scope
        while scope != .root, graph[scope].parent != join.scope { scope = graph[scope].parent }
        if scope != .root, graph[scope].role == .branch, !scopes.contains(scope) { scopes.append(scope) }
      }
      return scopes
    }
    var joins: [ScopeID: Int] = [:]
    for (join, scopes) in branches.enumerated() {
      for scope in scopes { joins[scope] = join }
    }
    self.joins = joins
  }

  /// Matches modules with layers; those that have names in common at the beginning of their paths stay together.
  mutating func match(_ modules: [WeightModule], _ layers: [WeightModule], depth: Int = 0) {
    let (inner, own) = (Self.grouped(modules, depth), Self.grouped(layers, depth))
    var together: Set<Substring> = []
    for (name, parts) in inner {
      guard let others = own[name], Self.counts(parts) == Self.counts(others) else { continue }
      together.insert(name)
    }
    for name in together.sorted() { match(inner[name] ?? [], own[name] ?? [], depth: depth + 1) }
    func isApart(_ module: WeightModule) -> Bool { module.component(depth).map { !together.contains($0) } ?? true }
    matchApart(modules.filter(isApart), layers.filter(isApart))
  }

  private static func grouped(_ modules: [WeightModule], _ depth: Int) -> [Substring: [WeightModule]] {
    modules.reduce(into: [:]) { groups, module in
      if let name = module.component(depth) { groups[name, default: []].append(module) }
    }
  }

  private static func counts(_ modules: [WeightModule]) -> [String: Int] {
    modules.reduce(into: [:]) { $0[$1.signature, default: 0] += 1 }
  }

  private mutating func matchApart(_ modules: [WeightModule], _ layers: [WeightModule]) {
    let (counts, own) = (Self.counts(modules), Self.counts(layers))
    guard counts == own else {
      leftOver += modules.filter { counts[$0.signature] != own[$0.signature] }
      missing += layers.filter { counts[$0.signature] != own[$0.signature] }
      return
    }
    if isOrdered, modules.map(\.signature) == layers.map(\.signature) {
      let open = choices(among: layers)
      if open.isEmpty { pairs += zip(modules, layers).map { ($0, $1) } } else { choices += open }
      return
    }
    let (classes, places) = (Self.classes(modules), Self.classes(layers))
    for (signature, others) in places.sorted(by: { $0.key < $1.key }) {
      let members = classes[signature] ?? []
      if members.count == 1 {
        pairs.append((members[0], others[0]))
      } else if let sorted = Self.numbered(members), zip(others, others.dropFirst()).allSatisfy({ follows($1, $0) }) {
        pairs += zip(sorted, others).map { ($0, $1) }
      } else {
        lacksOrder = lacksOrder || !isOrdered
        choices.append((others[0].path, others[1].path))
      }
    }
  }

  private static func classes(_ modules: [WeightModule]) -> [String: [WeightModule]] {
    modules.reduce(into: [:]) { $0[$1.signature, default: []].append($1) }
  }

  /// Modules that differ in numbers alone, in the order of these; nil where they differ otherwise.
  private static func numbered(_ modules: [WeightModule]) -> [WeightModule]? {
    let patterns = modules.map(\.pattern)
    guard patterns.allSatisfy({ $0.text == patterns[0].text }) else { return nil }
    return modules.indices.sorted { patterns[$0].numbers.lexicographicallyPrecedes(patterns[$1].numbers) }
      .map { modules[$0] }
  }

  /// Layers of one signature that could change places without another order of all shapes: those of branches with the
  /// same sequences, and those that do not depend on each other for another reason.
  private func choices(among layers: [WeightModule]) -> [(layer: String, other: String)] {
    var found: [(layer: String, other: String)] = []
    for scopes in branches where scopes.count > 1 {
      let parts = scopes.map { scope in
        layers.filter { $0.layer.map { graph[scope].range.contains($0.position) } ?? false }
      }.filter { !$0.isEmpty }
      for (index, part) in parts.enumerated() {
        for other in parts[..<index] {
          let (word, second) = (part.map(\.signature), other.map(\.signature))
          if word + second == second + word { found.append((other[0].path, part[0].path)) }
        }
      }
    }
    for (_, members) in Self.classes(layers).sorted(by: { $0.key < $1.key }) {
      for (first, second) in zip(members, members.dropFirst()) where !follows(second, first) {
        if !areInSiblings(first, second) { found.append((first.path, second.path)) }
      }
    }
    return found
  }

  /// Whether a layer depends on another one.
  private func follows(_ module: WeightModule, _ earlier: WeightModule) -> Bool {
    guard let layer = module.layer, let target = earlier.layer else { return false }
    var open = [layer]
    var seen: Set<LayerID> = []
    while let next = open.popLast() {
      if next == target { return true }
      guard next > target, seen.insert(next).inserted else { continue }
      open += graph[next].inputs
    }
    return false
  }

  private func areInSiblings(_ first: WeightModule, _ second: WeightModule) -> Bool {
    let (one, two) = (enclosing(first), enclosing(second))
    return one.contains { scope, join in two.contains { $0.join == join && $0.scope != scope } }
  }

  private func enclosing(_ module: WeightModule) -> [(scope: ScopeID, join: Int)] {
    guard let layer = module.layer else { return [] }
    var found: [(scope: ScopeID, join: Int)] = []
    var scope = graph[layer].scope
    while scope != .root {
      if let join = joins[scope] { found.append((scope, join)) }
      scope = graph[scope].parent
    }
    return found
  }
}
