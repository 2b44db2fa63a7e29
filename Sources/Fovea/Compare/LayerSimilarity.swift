import FoveaGraph

/// How much two layers have in common, as a score of their pair.
///
/// In units of ``unit``: 4 for the operator and up to 8 for its attributes; 2 for the same branch, 4 more for a path on
/// which a name was chosen, and 2 more in the same repetition. The same path adds 1 of itself, less than a unit over a
/// whole network: it only decides between equals.
struct LayerSimilarity {
  private static let unit = 1 << 20
  /// What a run of layers without partners costs.
  static let gap = unit

  private let tokens: LayerTokens
  private let oldStructures: [Int32: Int]
  private let newStructures: [Int32: Int]
  /// The scores of two structures of one operator; empty where there are too many pairs of them.
  private var scores: [Int] = []
  private static let scoreLimit = 1 << 20

  init(_ tokens: LayerTokens, _ segment: LayerAlignment.Segment) {
    self.tokens = tokens
    func numbered(_ structures: ArraySlice<Int32>) -> [Int32: Int] {
      var numbers: [Int32: Int] = [:]
      for structure in structures where numbers[structure] == nil { numbers[structure] = numbers.count }
      return numbers
    }
    oldStructures = numbered(tokens.old.structure[segment.old])
    newStructures = numbered(tokens.new.structure[segment.new])
    guard oldStructures.count * newStructures.count <= Self.scoreLimit else { return }
    scores = Array(repeating: 0, count: oldStructures.count * newStructures.count)
    for (old, row) in oldStructures {
      for (new, column) in newStructures { scores[row * newStructures.count + column] = common(old, new) }
    }
  }

  /// The score of the layers at two positions; nil where they cannot be one.
  func score(_ old: Int, _ new: Int) -> Int? {
    let isSamePath = tokens.old.path[old] == tokens.new.path[new]
    let isStated = tokens.old.isStated[old] && tokens.new.isStated[new]
    var place = 0
    if isStated {
      if isSamePath || tokens.old.place[old] == tokens.new.place[new] {
        place = 8
      } else if tokens.old.skeleton[old] == tokens.new.skeleton[new] {
        place = 6
      }
    }
    if place == 0, tokens.old.region[old] >= 0, tokens.old.region[old] == tokens.new.region[new] { place = 2 }
    var score = place * Self.unit + (isSamePath ? 1 : 0)
    let (first, second) = (tokens.old.structure[old], tokens.new.structure[new])
    if first == second {
      score += 12 * Self.unit
    } else if tokens.old.kind[old] == tokens.new.kind[new] {
      score += 4 * Self.unit
      if !scores.isEmpty, let row = oldStructures[first], let column = newStructures[second] {
        score += scores[row * newStructures.count + column]
      }
    } else if !(isStated && isSamePath) {
      return nil
    }
    return score
  }

  /// Up to 8 units for the share of attributes that are equal.
  private func common(_ old: Int32, _ new: Int32) -> Int {
    let (first, second) = (tokens.attributes[Int(old)], tokens.attributes[Int(new)])
    guard first.count == second.count, !first.isEmpty else { return 0 }
    let equal = zip(first, second).count { $0 == $1 }
    return 8 * Self.unit * equal / first.count
  }
}
