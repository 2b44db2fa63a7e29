import FoveaFilters
import FoveaGraph

/// One difference with the blocks that it lies in.
struct DifferenceItem {
  /// A use of a block.
  struct Unit: Hashable {
    let path: String
    let label: String
  }

  let kind: DifferenceEntry.Kind
  let path: String
  let label: String
  let text: String
  /// The uses of blocks around it, the outermost first.
  let units: [Unit]

  /// The difference as seen from within a use of a block.
  func entry(below unit: Unit?) -> DifferenceEntry {
    let short = unit.map { path.dropFirst($0.path.utf8.count + 1) }.map(String.init) ?? path
    return DifferenceEntry(kind: kind, paths: [short], label: label, text: text)
  }
}

/// The differences of two networks in execution order, parts that are new or gone as a whole as one.
struct DifferenceItems {
  private(set) var items: [DifferenceItem] = []

  init(_ difference: NetworkDifference) {
    let old = DifferenceSide(difference.old, difference.removed)
    let new = DifferenceSide(difference.new, difference.added)
    var placed: [(position: Int, rank: Int, item: DifferenceItem)] = []
    for part in old.parts() {
      placed.append((Self.place(of: part.range, difference), 0, old.item(part, .removed)))
    }
    for change in difference.changed {
      let text = change.attributes.map { "\($0.name) \($0.old) → \($0.new)" }.joined(separator: ", ")
      placed.append((change.new.position, 1, new.item(of: change.new, .changed, text: text)))
    }
    for part in new.parts() { placed.append((part.range.lowerBound, 2, new.item(part, .added))) }
    // What is gone stands before the layer that took its place.
    items = placed.enumerated().sorted {
      ($0.element.position, $0.element.rank, $0.offset) < ($1.element.position, $1.element.rank, $1.offset)
    }.map(\.element.item)
  }

  /// Where layers that are gone would stand in the new network: before the next layer with a partner.
  private static func place(of range: Range<Int>, _ difference: NetworkDifference) -> Int {
    let partners = difference.alignment.partners
    let next = partners[range.upperBound...].lazy.compactMap(\.self).first
    return next?.position ?? difference.new.layers.count
  }
}

/// One network of two, with those of its layers that the other does not have.
private struct DifferenceSide {
  /// A run of such layers: one layer, a part of the network, or equal parts in a row.
  struct Part {
    let scopes: [ScopeID]
    let range: Range<Int>
  }

  private let graph: Graph
  private let paths: LayerPaths
  /// How many of the layers before each position are in question.
  private let counts: [Int]

  init(_ graph: Graph, _ layers: [LayerID]) {
    self.graph = graph
    paths = LayerPaths(graph)
    var isIn = [Bool](repeating: false, count: graph.layers.count)
    for layer in layers { isIn[layer.position] = true }
    counts = isIn.reduce(into: [0]) { $0.append(($0.last ?? 0) + ($1 ? 1 : 0)) }
  }

  private func isWhole(_ range: Range<Int>) -> Bool {
    !range.isEmpty && counts[range.upperBound] - counts[range.lowerBound] == range.count
  }

  /// The layers in question, as the largest parts that hold no other.
  func parts() -> [Part] {
    var parts: [Part] = []
    var position = 0
    while position < graph.layers.count {
      guard counts[position + 1] > counts[position] else {
        position += 1
        continue
      }
      var scope = graph.layers[position].scope
      var whole: ScopeID?
      while scope != .root {
        if isWhole(graph[scope].range) { whole = scope }
        scope = graph[scope].parent
      }
      let range = whole.map { graph[$0].range } ?? position..<position + 1
      append(Part(scopes: range.count > 1 ? whole.map { [$0] } ?? [] : [], range: range), to: &parts)
      position = range.upperBound
    }
    return parts
  }

  /// Adds a part, to the one before it where both are repetitions of one block with the same layers.
  private func append(_ part: Part, to parts: inout [Part]) {
    if let last = parts.last, let one = last.scopes.last, let two = part.scopes.first,
      graph[one].parent == graph[two].parent, graph.isRepetition(graph[one].parent),
      last.range.upperBound == part.range.lowerBound,
      graph.layers[graph[one].range].lazy.map(\.operation).elementsEqual(
        graph.layers[part.range].lazy.map(\.operation))
    {
      parts[parts.count - 1] = Part(
        scopes: last.scopes + part.scopes, range: last.range.lowerBound..<part.range.upperBound)
    } else {
      parts.append(part)
    }
  }

  func item(_ part: Part, _ kind: DifferenceEntry.Kind) -> DifferenceItem {
    guard let first = part.scopes.first, let last = part.scopes.last else {
      let id = LayerID(part.range.lowerBound)
      return item(of: id, kind, text: Self.attributes(of: graph[id].operation, named: ": "))
    }
    let path = part.scopes.count == 1 ? paths[first] : "\(paths[first]) … \(graph[last].name)"
    let count = part.scopes.count == 1 ? "" : " ×\(part.scopes.count)"
    let text = ", \(part.range.count) layers: " + Self.operators(graph.layers[part.range])
    return DifferenceItem(
      kind: kind, path: path, label: label(of: first) + count, text: text, units: units(around: graph[first].parent))
  }

  func item(of id: LayerID, _ kind: DifferenceEntry.Kind, text: String) -> DifferenceItem {
    DifferenceItem(
      kind: kind, path: paths[id], label: graph[id].operation.name, text: text,
      units: units(around: graph[id].scope))
  }

  private func label(of scope: ScopeID) -> String {
    switch graph[scope].role {
    case .network: "network"
    case .block(let name), .repeated(let name): name
    case .branch: "branch"
    }
  }

  /// The uses of blocks that hold a scope, itself included, the outermost first.
  private func units(around scope: ScopeID) -> [DifferenceItem.Unit] {
    var units: [DifferenceItem.Unit] = []
    var scope = scope
    while scope != .root {
      if case .block(let name) = graph[scope].role { units.append(.init(path: paths[scope], label: name)) }
      scope = graph[scope].parent
    }
    return units.reversed()
  }

  /// The operators of layers with how often each is there: `4 conv, 4 batch_norm, 3 relu`.
  private static func operators(_ layers: ArraySlice<Layer>) -> String {
    var names: [String] = []
    var counts: [String: Int] = [:]
    for layer in layers {
      let name = layer.operation.name
      if counts[name] == nil { names.append(name) }
      counts[name, default: 0] += 1
    }
    return names.map { "\(counts[$0] ?? 0) \($0)" }.joined(separator: ", ")
  }

  /// The attributes that are not as by default.
  ///
  /// - Parameter opening: what stands before them, if there are any.
  private static func attributes(of operation: Operation, named opening: String) -> String {
    func text<Root: Operator>(_ root: Root) -> String {
      let plain = Root()
      return Root.attributes.compactMap { attribute in
        guard let value = attribute.value(in: root), attribute.isRequired || value != attribute.value(in: plain) else {
          return nil
        }
        if case .layer = value { return nil }
        return "\(attribute.name) \(value)"
      }.joined(separator: ", ")
    }
    let text = text(operation.base)
    return text.isEmpty ? "" : opening + text
  }
}
