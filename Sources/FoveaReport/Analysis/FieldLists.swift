import FoveaGraph

/// What the fields of a network have in common, in the order in which it is written: each is written once, and the
/// fields refer to it by its number.
struct FieldLists {
  /// A list of layers that gather the whole map: those of the lists with the numbers `after`, and one more.
  struct Gathering {
    /// Nil where lists only meet.
    let layer: LayerID?
    let after: [Int]
  }

  private(set) var gathering: [Gathering] = []
  /// The windows that depend on the unit.
  private(set) var windows: [PeriodicWindow] = []
  private var gatheringNumbers: [GatheringLayers.Position: Int] = [:]
  private var windowNumbers: [PeriodicWindow: Int] = [:]

  /// Collects what the fields of some layers refer to.
  init(_ analyzed: AnalyzedGraph, of layers: some Sequence<LayerID>) {
    var ends: Set<GatheringLayers.Position> = []
    var last: ReceptiveField?
    for id in layers where !analyzed.graph.isInput(id) {
      guard let field = analyzed.receptiveFields[id], field != last else { continue }
      last = field
      if field.isGlobal { ends.insert(field.through) }
      for axis in field.axes ?? PerAxis() where axis.window.period > 1 && windowNumbers[axis.window] == nil {
        windowNumbers[axis.window] = windows.count
        windows.append(axis.window)
      }
    }
    number(ends, in: analyzed.receptiveFields.gathering)
  }

  /// Numbers the lists that end at `ends`, and those that they continue.
  private mutating func number(_ ends: Set<GatheringLayers.Position>, in lists: GatheringLayers) {
    // What the first branches of a join have together is a list that no layer has: its own parts take its place.
    func parts(_ list: GatheringLayers.Position) -> [GatheringLayers.Position] {
      var parts: [GatheringLayers.Position] = []
      var open = lists.continued(list)
      while let part = open.popLast() {
        if lists.layer(part) == nil, !ends.contains(part) { open += lists.continued(part) } else { parts.append(part) }
      }
      return parts
    }
    var reached = ends
    var open = Array(ends)
    while let list = open.popLast() {
      for part in parts(list) where reached.insert(part).inserted { open.append(part) }
    }
    for list in reached.sorted() {
      let after = Set(parts(list)).compactMap { gatheringNumbers[$0] }.sorted()
      gatheringNumbers[list] = gathering.count
      gathering.append(Gathering(layer: lists.layer(list), after: after))
    }
  }

  /// The number of a list of layers that gather the whole map; nil for the empty list.
  func number(of list: GatheringLayers.Position) -> Int? { gatheringNumbers[list] }

  /// The number of a window that depends on the unit.
  func number(of window: PeriodicWindow) -> Int? { window.period == 1 ? nil : windowNumbers[window] }
}
