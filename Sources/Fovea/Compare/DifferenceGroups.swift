import FoveaGraph

/// The differences of two networks, folded: parts that are new as a whole are one line, and blocks that changed in the
/// same way are told once.
///
/// A layer lies in blocks within blocks. They are all folded at one level, counted from the outermost: at the one with
/// the shortest text.
package struct DifferenceGroups {
  package private(set) var groups: [DifferenceGroup] = []

  package init(_ difference: NetworkDifference) {
    let items = DifferenceItems(difference).items
    var best: (length: Int, groups: [DifferenceGroup])?
    for level in 0...(items.map(\.units.count).max() ?? 0) {
      let groups = Self.folded(items, level: level)
      let length = groups.reduce(0) { $0 + $1.length }
      if best.map({ length < $0.length }) ?? true { best = (length, groups) }
    }
    groups = best?.groups ?? []
  }

  private struct Content: Hashable {
    let label: String
    let entries: [DifferenceEntry]
  }

  private static func folded(_ items: [DifferenceItem], level: Int) -> [DifferenceGroup] {
    // The units in the order of their first difference, each with what differs in it.
    var order: [DifferenceItem.Unit?] = []
    var contents: [DifferenceItem.Unit?: [DifferenceEntry]] = [:]
    for item in items {
      let unit = item.units.isEmpty || level == 0 ? nil : item.units[min(level, item.units.count) - 1]
      if contents[unit] == nil { order.append(unit) }
      contents[unit, default: []].append(item.entry(below: unit))
    }
    var groups: [DifferenceGroup] = []
    var known: [Content: Int] = [:]
    for unit in order {
      let entries = merged(contents[unit] ?? [])
      guard let unit else {
        groups.append(DifferenceGroup(places: [], label: "", entries: entries))
        continue
      }
      let content = Content(label: unit.label, entries: entries)
      if let index = known[content] {
        groups[index] = DifferenceGroup(
          places: groups[index].places + [unit.path], label: unit.label, entries: entries)
      } else {
        known[content] = groups.count
        groups.append(DifferenceGroup(places: [unit.path], label: unit.label, entries: entries))
      }
    }
    return groups
  }

  /// Entries that say the same of several layers, as one each at the place of the first.
  private static func merged(_ entries: [DifferenceEntry]) -> [DifferenceEntry] {
    var result: [DifferenceEntry] = []
    var known: [DifferenceEntry: Int] = [:]
    for entry in entries {
      var key = entry
      key.paths = []
      if let index = known[key] {
        result[index].paths += entry.paths
      } else {
        known[key] = result.count
        result.append(entry)
      }
    }
    return result
  }
}
