/// The layers that gather the whole map, as lists that share their beginnings.
///
/// A deep network with a gate in every block has one list for each gate; each is one entry longer than the one before.
/// Where two paths meet, an entry without a layer continues both of their lists, so that all lists of a network
/// together take memory in the number of its layers.
public struct GatheringLayers: Hashable, Sendable {
  /// The end of one list; `none` is the empty list. A list has a larger position than those that it continues.
  public struct Position: Hashable, Comparable, Sendable, BitwiseCopyable {
    fileprivate let index: Int32

    /// The empty list.
    public static let none = Position(index: 0)

    public static func < (first: Position, second: Position) -> Bool { first.index < second.index }
  }

  private struct Entry: Hashable, Sendable {
    /// The layer by which the list is longer; nil where two lists meet.
    let layer: LayerID?
    /// The list that is continued, and the other one where two meet.
    let previous: Position
    let other: Position
    /// The last layer of the list in execution order.
    let last: LayerID
    /// The number of entries on the way through `previous`.
    let depth: Int32
    /// Whether no lists meet on that way.
    let isSingle: Bool
    /// One of these entries, chosen so that every other is reached in a number of steps that grows as the logarithm of
    /// their number (Myers, *An applicative random-access stack*, Information Processing Letters 17, 1983).
    let jump: Position
  }

  private var entries = [
    Entry(layer: nil, previous: .none, other: .none, last: LayerID(0), depth: 0, isSingle: true, jump: .none)
  ]

  /// Creates the empty list.
  public init() {}

  /// The layers of a list in execution order.
  public func layers(_ end: Position) -> [LayerID] {
    var layers: [LayerID] = []
    var ends = [end]
    var seen: Set<Position> = [.none]
    while var position = ends.popLast() {
      while seen.insert(position).inserted {
        let entry = self[position]
        if let layer = entry.layer { layers.append(layer) }
        ends.append(entry.other)
        position = entry.previous
      }
    }
    layers.sort()
    // A layer with several inputs stands behind the list of each.
    return layers.indices.filter { $0 == 0 || layers[$0] != layers[$0 - 1] }.map { layers[$0] }
  }

  /// The last layer of a list in execution order; nil for the empty list.
  package func last(_ end: Position) -> LayerID? { end == .none ? nil : self[end].last }

  /// The number of layers of a list.
  package func count(_ end: Position) -> Int { self[end].isSingle ? Int(self[end].depth) : layers(end).count }

  /// The layer by which a list is longer than those that it continues, if there is one.
  package func layer(_ end: Position) -> LayerID? { self[end].layer }

  /// The lists that a list continues: none, one, or two that meet.
  package func continued(_ end: Position) -> [Position] {
    [self[end].previous, self[end].other].filter { $0 != .none }
  }

  /// The list with one more layer.
  mutating func appending(_ layer: LayerID, to end: Position) -> Position {
    append(layer, previous: end, other: .none, last: max(layer, self[end].last))
  }

  /// The list with the layers of both.
  mutating func union(_ first: Position, _ second: Position) -> Position {
    if isContinued(first, by: second) { return second }
    if isContinued(second, by: first) { return first }
    let (longer, shorter) = self[first].depth < self[second].depth ? (second, first) : (first, second)
    return append(nil, previous: longer, other: shorter, last: max(self[first].last, self[second].last))
  }

  private mutating func append(_ layer: LayerID?, previous: Position, other: Position, last: LayerID) -> Position {
    let before = self[previous]
    let (jump, beyond) = (self[before.jump], self[self[before.jump].jump])
    let isEven = before.depth - jump.depth == jump.depth - beyond.depth
    entries.append(
      Entry(
        layer: layer, previous: previous, other: other, last: last, depth: before.depth + 1,
        isSingle: before.isSingle && other == .none, jump: isEven ? jump.jump : previous))
    return Position(index: Int32(entries.count - 1))
  }

  /// Whether a list is found to be the beginning of another one, or one of two that meet at its end.
  private func isContinued(_ shorter: Position, by longer: Position) -> Bool {
    let depth = self[shorter].depth
    if longer != .none, self[longer].other == shorter { return true }
    var position = longer
    while self[position].depth > depth {
      let jump = self[position].jump
      position = self[jump].depth >= depth ? jump : self[position].previous
    }
    return position == shorter
  }

  private subscript(position: Position) -> Entry { entries[Int(position.index)] }
}
