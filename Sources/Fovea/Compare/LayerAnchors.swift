/// Pairs of layers that are unmistakable, which cut two large networks into short runs.
struct LayerAnchors {
  /// Runs whose table has at most so many cells are not cut.
  private static let tableLimit = 1 << 20

  private let tokens: LayerTokens

  init(_ tokens: LayerTokens) {
    self.tokens = tokens
  }

  /// The runs between the anchors of a segment; the anchors are paired.
  func segments(
    of segment: LayerAlignment.Segment, pairing: (Int, Int) -> Void
  ) -> [LayerAlignment.Segment] {
    var segments = [segment]
    for reach in [Reach.path, .structure] {
      segments = segments.flatMap { segment in
        segment.cells <= Self.tableLimit ? [segment] : cut(segment, by: reach, pairing: pairing)
      }
    }
    return segments.flatMap { segment in
      segment.cells <= Self.tableLimit ? [segment] : cutByRuns(segment, pairing: pairing)
    }
  }

  /// The shortest run of equal layers that is no coincidence.
  private static let leastRun = 8

  /// The runs between those that an edit script keeps, where few edits lead from one network to the other.
  private func cutByRuns(
    _ segment: LayerAlignment.Segment, pairing: (Int, Int) -> Void
  ) -> [LayerAlignment.Segment] {
    let (old, new) = (segment.old, segment.new)
    let runs = ShortestEdit.runs(old.count, new.count) {
      tokens.old.structure[old.lowerBound + $0] == tokens.new.structure[new.lowerBound + $1]
        && tokens.old.place[old.lowerBound + $0] == tokens.new.place[new.lowerBound + $1]
    }
    var pairs: [(old: Int, new: Int)] = []
    for run in runs ?? [] where run.count >= Self.leastRun {
      pairs += (0..<run.count).map { (old.lowerBound + run.old + $0, new.lowerBound + run.new + $0) }
    }
    return between(pairs, in: segment, pairing: pairing)
  }

  /// By which of its traits a layer is recognised on both sides.
  private enum Reach {
    /// Its path, on which a name was chosen, and what it and its neighbours are.
    case path
    /// What it and its neighbours are, if no other layer of the segment is the same.
    case structure
  }

  private func cut(
    _ segment: LayerAlignment.Segment, by reach: Reach, pairing: (Int, Int) -> Void
  ) -> [LayerAlignment.Segment] {
    let (old, new) = (keys(tokens.old, segment.old, reach), keys(tokens.new, segment.new, reach))
    let pairs = old.compactMap { key, position in new[key].map { (old: position, new: $0) } }
      .sorted { $0.old < $1.old }
    return between(Self.increasing(pairs), in: segment, pairing: pairing)
  }

  /// The runs between pairs, which are kept.
  private func between(
    _ pairs: [(old: Int, new: Int)], in segment: LayerAlignment.Segment, pairing: (Int, Int) -> Void
  ) -> [LayerAlignment.Segment] {
    var segments: [LayerAlignment.Segment] = []
    var rest = segment
    for (old, new) in pairs {
      pairing(old, new)
      segments.append(
        LayerAlignment.Segment(old: rest.old.lowerBound..<old, new: rest.new.lowerBound..<new))
      rest = LayerAlignment.Segment(old: old + 1..<rest.old.upperBound, new: new + 1..<rest.new.upperBound)
    }
    segments.append(rest)
    return segments.filter { !$0.old.isEmpty && !$0.new.isEmpty }
  }

  /// The positions of layers by what makes them unmistakable, without those that share it.
  private func keys(_ side: LayerTokens.Side, _ range: Range<Int>, _ reach: Reach) -> [[Int32]: Int] {
    let distance =
      switch reach {
      case .path: 2
      case .structure: 4
      }
    var positions: [[Int32]: Int] = [:]
    var shared: Set<[Int32]> = []
    for position in range {
      var key: [Int32] = []
      switch reach {
      case .path:
        guard side.isStated[position] else { continue }
        key = [side.path[position]]
      case .structure: break
      }
      for neighbour in position - distance...position + distance {
        key.append(side.structure.indices.contains(neighbour) ? side.structure[neighbour] : -1)
      }
      if positions.updateValue(position, forKey: key) != nil { shared.insert(key) }
    }
    for key in shared { positions[key] = nil }
    return positions
  }

  /// The longest part of pairs, sorted by their first positions, in which the second positions grow too.
  private static func increasing(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    // The last pair of the best run of each length, and the pair before each.
    var ends: [Int] = []
    var previous: [Int?] = []
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      previous.append(low > 0 ? ends[low - 1] : nil)
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var result: [(old: Int, new: Int)] = []
    var next = ends.last
    while let index = next {
      result.append(pairs[index])
      next = previous[index]
    }
    return result.reversed()
  }
}
