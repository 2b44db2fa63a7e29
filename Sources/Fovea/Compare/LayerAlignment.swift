import FoveaGraph

/// Which layer of one network is which layer of another.
///
/// Layers are paired by what they are, and by names that somebody chose; the numbers of automatic names (`conv_3`) only
/// decide between pairings that are equally good. So a layer that is renamed, or shifted by a new one, keeps its
/// partner. Small networks are aligned as a whole. In large ones layers that are unmistakable on both sides are paired
/// first, as in a patience diff, then the long runs of a short edit script, and what lies between them is aligned; the
/// time grows little faster than the number of layers.
struct LayerAlignment {
  /// The partner of each layer of the old network.
  private(set) var partners: [LayerID?]
  /// The partner of each layer of the new network.
  private(set) var origins: [LayerID?]

  init(_ old: Graph, _ new: Graph) {
    let tokens = LayerTokens(old, new)
    partners = Array(repeating: nil, count: tokens.old.count)
    origins = Array(repeating: nil, count: tokens.new.count)
    pairInputs(old, new)
    let all = Segment(
      old: old.inputs.count..<tokens.old.count, new: new.inputs.count..<tokens.new.count)
    for segment in LayerAnchors(tokens).segments(of: all, pairing: { pair($0, $1) }) { align(segment, tokens) }
    pairMoved(tokens, old, new)
  }

  /// Runs of layers whose partners lie in each other.
  struct Segment {
    var old: Range<Int>
    var new: Range<Int>

    /// The size of the table of an alignment.
    var cells: Int { (old.count + 1).multipliedReportingOverflow(by: new.count + 1).partialValue }
  }

  private mutating func pair(_ old: Int, _ new: Int) {
    partners[old] = LayerID(new)
    origins[new] = LayerID(old)
  }

  /// Inputs are paired by their names; of one each, whatever they are called.
  private mutating func pairInputs(_ old: Graph, _ new: Graph) {
    if old.inputs.count == 1, new.inputs.count == 1 { return pair(0, 0) }
    for input in old.inputs {
      if let same = new.inputs.first(where: { new[$0].name == old[input].name }) { pair(input.position, same.position) }
    }
  }

  private mutating func align(_ segment: Segment, _ tokens: LayerTokens) {
    var segment = segment
    func isSame(_ old: Int, _ new: Int) -> Bool {
      tokens.old.place[old] == tokens.new.place[new] && tokens.old.structure[old] == tokens.new.structure[new]
    }
    while let old = segment.old.first, let new = segment.new.first, isSame(old, new) {
      pair(old, new)
      segment.old.removeFirst()
      segment.new.removeFirst()
    }
    while let old = segment.old.last, let new = segment.new.last, isSame(old, new) {
      pair(old, new)
      segment.old.removeLast()
      segment.new.removeLast()
    }
    let similarity = LayerSimilarity(tokens, segment)
    let (old, new) = (segment.old.lowerBound, segment.new.lowerBound)
    let pairs = SegmentAlignment.pairs(segment.old.count, segment.new.count, gap: LayerSimilarity.gap) {
      similarity.score(old + $0, new + $1)
    }
    for entry in pairs { pair(old + entry.old, new + entry.new) }
  }

  /// Pairs what is left where a name was chosen and the operator is the same: such a layer is in another place.
  private mutating func pairMoved(_ tokens: LayerTokens, _ old: Graph, _ new: Graph) {
    var left: [Int32: Int] = [:]
    for index in partners.indices where partners[index] == nil && tokens.old.isStated[index] {
      left[tokens.old.path[index]] = index
    }
    for index in origins.indices where origins[index] == nil && tokens.new.isStated[index] {
      guard let partner = left[tokens.new.path[index]], tokens.old.kind[partner] == tokens.new.kind[index] else {
        continue
      }
      pair(partner, index)
    }
  }
}
