/// The horizontal places of vertices whose order in each row is known.
///
/// Each vertex wants to stand where its lines are straight. A row is placed at once: the places that differ least from
/// the wishes, in weighted squares, while neighbours keep their distance. That is an isotonic regression, which pooling
/// adjacent violators solves exactly in linear time.
struct RowPlacement: Sendable {
  private(set) var centres: [Double]
  private(set) var width = 0.0
  private let lanes: Lanes
  private let spacing: LayeredLayout.Spacing

  /// What gives way where a box and a long line leave the same place.
  enum Preference: Sendable {
    /// Both, so that what forks and joins again is drawn as a diamond, and a U-Net as a U.
    case symmetry
    /// The line: the boxes stay below each other, and the drawing narrow.
    case straightness
  }

  private struct Wish {
    let vertex: Int
    /// Where this vertex stands, from where the other does.
    let shift: Double
    let weight: Double
  }

  init(_ lanes: Lanes, order: [[Int]], spacing: LayeredLayout.Spacing, preference: Preference) {
    self.lanes = lanes
    self.spacing = spacing
    centres = Array(repeating: 0, count: lanes.rows.count)
    var above = [[Wish]](repeating: [], count: lanes.rows.count)
    var below = above
    for link in lanes.links {
      let shift = link.upperOffset - link.lowerOffset
      let weight = Self.weight(of: link, preference)
      above[link.lower].append(Wish(vertex: link.upper, shift: shift, weight: weight))
      below[link.upper].append(Wish(vertex: link.lower, shift: -shift, weight: weight))
    }
    for row in order {
      var place = 0.0
      for (index, vertex) in row.enumerated() {
        if index > 0 { place += separation(row[index - 1], vertex) }
        centres[vertex] = place
      }
      for vertex in row { centres[vertex] -= place / 2 }
    }
    let rounds = lanes.links.count > 20_000 ? 2 : 6
    for _ in 0..<rounds {
      for row in order { place(row) { above[$0] } }
      for row in order.reversed() { place(row) { below[$0] } }
    }
    // The last word has what is above: a chain hangs straight down, and bends only where it meets another.
    for row in order { place(row) { above[$0] } }
    let left = centres.indices.map { centres[$0] - lanes.widths[$0] / 2 }.min() ?? 0
    for index in centres.indices { centres[index] = (centres[index] - left).rounded() }
    width = centres.indices.map { centres[$0] + lanes.widths[$0] / 2 }.max() ?? 0
  }

  /// How far the last box lies beside the first one: much where long lines push a chain aside at every step.
  func drift(of graph: LayeredGraph) -> Double {
    let boxes = graph.vertices.indices.filter { graph.vertices[$0].pin == .free }
    guard let first = boxes.first, let last = boxes.last else { return 0 }
    return (centres[last] - centres[first]).magnitude
  }

  /// How much it matters that a piece is straight.
  private static func weight(of link: Lanes.Link, _ preference: Preference) -> Double {
    switch (link.kind, preference) {
    case (.boxes, .symmetry): 1
    case (.boxAndPassage, .symmetry): 2
    case (.boxes, .straightness): 1_048_576
    case (.boxAndPassage, .straightness): 1
    case (.passages, _): 8
    }
  }

  /// The least distance between the centres of neighbours.
  private func separation(_ left: Int, _ right: Int) -> Double {
    let isLine = lanes.widths[left] == 0 || lanes.widths[right] == 0
    return (lanes.widths[left] + lanes.widths[right]) / 2 + (isLine ? spacing.besideLines : spacing.betweenBoxes)
  }

  private mutating func place(_ row: [Int], _ wishes: (Int) -> [Wish]) {
    var blocks: [(sum: Double, weight: Double, count: Int)] = []
    var offsets: [Double] = []
    for (index, vertex) in row.enumerated() {
      offsets.append(index == 0 ? 0 : offsets[index - 1] + separation(row[index - 1], vertex))
      let wishes = wishes(vertex)
      var weight = wishes.reduce(0) { $0 + $1.weight }
      var sum = wishes.reduce(0) { $0 + $1.weight * (centres[$1.vertex] + $1.shift) }
      // What nothing pulls stays where it is, unless it is in the way.
      if wishes.isEmpty { (sum, weight) = (centres[vertex] / 64, 1 / 64) }
      var block = (sum: sum - weight * offsets[index], weight: weight, count: 1)
      while let last = blocks.last, last.sum / last.weight >= block.sum / block.weight {
        block = (block.sum + last.sum, block.weight + last.weight, block.count + last.count)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    var index = 0
    for block in blocks {
      for _ in 0..<block.count {
        centres[row[index]] = block.sum / block.weight + offsets[index]
        index += 1
      }
    }
  }
}
