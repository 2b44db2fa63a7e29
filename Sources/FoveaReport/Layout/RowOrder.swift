import FoveaFilters

/// The order of the vertices in every row: the one with the fewest crossings that some sweeps find.
///
/// A sweep sorts each row by the mean place of the neighbours in the row before it, and the next sweep goes the other
/// way.
struct RowOrder: Sendable {
  private(set) var rows: [[Int]]
  /// How many pairs of lines cross between neighbouring rows.
  private(set) var crossings: Int
  private let lanes: Lanes
  private let above: [[Neighbour]]
  private let below: [[Neighbour]]

  private struct Neighbour: Sendable {
    let vertex: Int
    /// The place of the port, in parts of the neighbour's width.
    let fraction: Double
  }

  /// No drawing is worth more rows of links than this for a sweep; above it one pair of sweeps is made.
  private static let patience = 20_000

  init(_ lanes: Lanes) {
    self.lanes = lanes
    let count = (lanes.rows.max() ?? -1) + 1
    rows = Array(repeating: [], count: count)
    for vertex in lanes.rows.indices { rows[lanes.rows[vertex]].append(vertex) }
    var above = [[Neighbour]](repeating: [], count: lanes.rows.count)
    var below = above
    func fraction(_ offset: Double, of vertex: Int) -> Double {
      lanes.widths[vertex] > 0 ? offset / lanes.widths[vertex] : 0
    }
    for link in lanes.links {
      above[link.lower].append(
        Neighbour(vertex: link.upper, fraction: fraction(link.upperOffset, of: link.upper)))
      below[link.upper].append(
        Neighbour(vertex: link.lower, fraction: fraction(link.lowerOffset, of: link.lower)))
    }
    self.above = above
    self.below = below
    crossings = 0
    crossings = crossings(in: rows)
    var current = rows
    let sweeps = crossings == 0 ? 0 : lanes.links.count > Self.patience ? 2 : 12
    for sweep in 0..<sweeps where crossings > 0 {
      self.sweep(&current, downwards: sweep.isMultiple(of: 2))
      let found = crossings(in: current)
      if found < crossings { (rows, crossings) = (current, found) }
    }
  }

  private func sweep(_ rows: inout [[Int]], downwards: Bool) {
    var places = [Double](repeating: 0, count: lanes.rows.count)
    for row in rows { for (place, vertex) in row.enumerated() { places[vertex] = Double(place) } }
    let neighbours = downwards ? above : below
    for row in downwards ? Array(rows.indices) : rows.indices.reversed() {
      guard rows[row].count > 1 else { continue }
      let keys = rows[row].map { vertex in
        let near = neighbours[vertex]
        let sum = near.reduce(0) { $0 + places[$1.vertex] + $1.fraction }
        return near.isEmpty ? places[vertex] : sum / Double(near.count)
      }
      let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
      rows[row] = order.map { rows[row][$0] }
      for (place, vertex) in rows[row].enumerated() { places[vertex] = Double(place) }
    }
  }

  /// The crossings of all links: the inversions of their lower ends, in the order of their upper ends.
  private func crossings(in rows: [[Int]]) -> Int {
    var places = [Int](repeating: 0, count: lanes.rows.count)
    for row in rows { for (place, vertex) in row.enumerated() { places[vertex] = place } }
    var count = 0
    for (index, row) in rows.enumerated() where index + 1 < rows.count {
      var ends: [Double] = []
      for vertex in row {
        ends += below[vertex].map { Double(places[$0.vertex]) + $0.fraction }.sorted()
      }
      count += Self.inversions(&ends)
    }
    return count
  }

  /// How many pairs stand in the wrong order, counted while they are merged into the right one.
  private static func inversions(_ values: inout [Double]) -> Int {
    var count = 0
    var width = 1
    var merged = values
    while width < values.count {
      for start in stride(from: 0, to: values.count, by: 2 * width) {
        let (middle, end) = (min(start + width, values.count), min(start + 2 * width, values.count))
        var (left, right) = (start, middle)
        for index in start..<end {
          if right == end || (left < middle && values[left] <= values[right]) {
            merged[index] = values[left]
            left += 1
          } else {
            merged[index] = values[right]
            right += 1
            count += middle - left
          }
        }
      }
      swap(&values, &merged)
      width *= 2
    }
    return count
  }
}
