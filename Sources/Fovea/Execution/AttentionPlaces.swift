import FoveaGraph
import FoveaNumerics

/// The positions of a map that see one another, as groups of tokens.
struct AttentionPlaces {
  let groups: [FoveaNumerics.Attention.Group]
  /// Whether windows reach beyond the map; the token behind the last one stands there.
  let hasPadding: Bool
  /// The entry of two positions that are no distance apart among those of all distances.
  let offset: Int
  /// The rows that see one another on each axis.
  private let extents: [Int]

  var rank: Int { extents.count }

  init(_ positions: AttentionPositions, of spatial: [Int]) {
    let lists = spatial.enumerated().map { positions.lists(of: $1, axis: $0) }
    extents = spatial.enumerated().map { axis, rows in
      positions.window?[axis] ?? positions.grid?[axis] ?? rows
    }
    // Distances on an axis take 2w − 1 values, which make one number in row-major order.
    var strides = Array(repeating: 1, count: spatial.count)
    for axis in spatial.indices.dropLast().reversed() {
      strides[axis] = strides[axis + 1] * (2 * extents[axis + 1] - 1)
    }
    offset = zip(extents, strides).reduce(0) { $0 + ($1.0 - 1) * $1.1 }
    let padding = spatial.reduce(1, *)
    var groups: [FoveaNumerics.Attention.Group] = []
    var hasPadding = false
    var choice = Array(repeating: 0, count: spatial.count)
    repeat {
      var rows = [(token: 0, place: 0, isInside: true)]
      for axis in spatial.indices {
        let list = lists[axis][choice[axis]]
        rows = rows.flatMap { row in
          list.enumerated().map { index, own in
            (row.token * spatial[axis] + own, row.place + index * strides[axis], row.isInside && own < spatial[axis])
          }
        }
      }
      let inside = rows.filter(\.isInside)
      // A shift may leave a window of padding alone at the end.
      if inside.isEmpty { continue }
      hasPadding = hasPadding || inside.count < rows.count
      groups.append(
        FoveaNumerics.Attention.Group(
          queries: inside.map(\.token), keys: rows.map { $0.isInside ? $0.token : padding },
          queryPlaces: inside.map(\.place), keyPlaces: rows.map(\.place)))
    } while Self.advance(&choice, in: lists.map(\.count))
    self.groups = groups
    self.hasPadding = hasPadding
  }

  /// For each entry of the bias the distances on all axes as the network of Swin v2 reads them:
  /// `sign(Δ) · log₈(1 + 8 |Δ| / (w − 1))`.
  func distances() -> [[Double]] {
    var rows: [[Double]] = [[]]
    for extent in extents {
      let own = (1 - extent..<extent).map { distance -> Double in
        let scaled = 8 * Double(distance) / Double(extent - 1)
        let logarithm = Double.logarithmOfOnePlus(scaled.magnitude) / Double.logarithmOfOnePlus(7)
        return distance < 0 ? -logarithm : logarithm
      }
      rows = rows.flatMap { row in own.map { row + [$0] } }
    }
    return rows
  }

  private static func advance(_ index: inout [Int], in counts: [Int]) -> Bool {
    for axis in index.indices.reversed() {
      index[axis] += 1
      if index[axis] < counts[axis] { return true }
      index[axis] = 0
    }
    return false
  }
}
