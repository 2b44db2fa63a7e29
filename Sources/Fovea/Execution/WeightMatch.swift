package import FoveaGraph
package import FoveaNumerics
import FoveaText

/// The arrays of a file under the names that a network has for them.
///
/// Arrays that have these names already, or get them by a map, come first. The modules that are left are matched with
/// the layers that are left, by the shapes of their arrays and by their order, but only where that leaves no choice.
package struct WeightMatch: Sendable {
  /// The arrays under the names of the network.
  package let archive: NPZArchive
  /// The modules of the file that were matched by order and shape, with the paths of their layers.
  package let matched: [(module: String, path: String)]
  /// How many layers of the network have arrays.
  package let layers: Int

  /// Matches the arrays of a file.
  ///
  /// - Throws: with what is missing, left over, of another shape, or open to choice.
  package init(_ file: NPZArchive, for graph: Graph, map: WeightMap = WeightMap()) throws(ExecutionError) {
    var problems = WeightProblems()
    let renamed = Self.renamed(file, by: map, &problems)
    var own = WeightModule.layers(of: graph)
    layers = own.count
    var entries: [NPZArchive.Entry] = []
    var rest: [(name: String, entry: NPZArchive.Entry)] = []
    var places: [String: (layer: Int, array: Int)] = [:]
    for (layer, module) in own.enumerated() {
      for (array, stored) in module.arrays.enumerated() { places["\(module.path).\(stored.name)"] = (layer, array) }
    }
    var found: [Int: Set<Int>] = [:]
    for (name, isMapped, entry) in renamed {
      guard let place = places[name] else {
        if isMapped { problems.strangers.append((entry.name, name)) } else { rest.append((name, entry)) }
        continue
      }
      let shape = own[place.layer].arrays[place.array].shape
      if shape == entry.array.shape {
        entries.append(NPZArchive.Entry(name: name, array: entry.array))
      } else {
        problems.wrong.append((name, entry.array.shape, shape))
      }
      if !found[place.layer, default: []].insert(place.array).inserted { problems.doubles.append(name) }
    }
    for (layer, arrays) in found {
      own[layer].arrays = own[layer].arrays.indices.filter { !arrays.contains($0) }.map { own[layer].arrays[$0] }
    }
    own.removeAll { $0.arrays.isEmpty }
    let modules = WeightModule.modules(of: rest.map { ($0.name, $0.entry.array.shape) })
    var order = ModuleOrder(graph, isOrdered: !Self.isSorted(rest.map(\.name)))
    order.match(modules, own)
    problems.add(order)
    if let message = problems.message { throw .weights(message) }
    let byName = Dictionary(rest.map { ($0.name, $0.entry) }) { first, _ in first }
    for (module, layer) in order.pairs {
      for array in module.arrays {
        guard let entry = byName[module.name(of: array)] else { continue }
        entries.append(NPZArchive.Entry(name: "\(layer.path).\(array.name)", array: entry.array))
      }
    }
    archive = NPZArchive(entries: entries)
    matched = order.pairs.map { ($0.module.path, $0.layer.path) }
  }

  /// The arrays with their names by the map, without those that it leaves out.
  private static func renamed(
    _ file: NPZArchive, by map: WeightMap, _ problems: inout WeightProblems
  ) -> [(name: String, isMapped: Bool, entry: NPZArchive.Entry)] {
    var used: Set<String> = []
    let renamed = file.entries.filter { !WeightNames.isCounter($0.name) }.compactMap {
      entry -> (name: String, isMapped: Bool, entry: NPZArchive.Entry)? in
      guard let (key, name) = map.name(for: entry.name) else { return (entry.name, false, entry) }
      used.insert(key)
      return name.map { ($0, true, entry) }
    }
    problems.unused = map.keys.filter { !used.contains($0) }
    return renamed
  }

  /// Whether names stand in their own order, as `.safetensors` files have them: then it says nothing of the layers.
  private static func isSorted(_ names: [String]) -> Bool {
    zip(names, names.dropFirst()).allSatisfy { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// How layers were matched, in a line; nil where all had their names.
  package var note: String? {
    guard !matched.isEmpty else { return nil }
    let shown = matched.prefix(3).map { "`\(VisibleText.escape($0.module))` as `\(VisibleText.escape($0.path))`" }
    let more = matched.count > shown.count ? " and \(matched.count - shown.count) more" : ""
    return "the weights of \(matched.count) of \(layers) layers have other names and were matched by order and shape: "
      + shown.joined(separator: ", ") + more
  }
}
