@testable import FoveaGraph

/// The rows of each axis of the input that every unit of a map sees, by sets, for layers that leave no border.
struct ProjectedMap {
  /// The spatial extents of the map.
  let extents: [Int]
  /// For each unit in row-major order and each axis of the input the rows that it sees.
  let units: [[Set<Int>]]

  /// The input: each unit sees itself.
  init(inputOf extents: [Int]) {
    self.extents = extents
    units = Self.places(extents).map { place in place.map { [$0] } }
  }

  private init(extents: [Int], units: [[Set<Int>]]) {
    (self.extents, self.units) = (extents, units)
  }

  /// The indices of all units in row-major order.
  static func places(_ extents: [Int]) -> [[Int]] {
    extents.reduce([[]]) { places, extent in places.flatMap { place in (0..<extent).map { place + [$0] } } }
  }

  private subscript(place: [Int]) -> [Set<Int>] {
    units[zip(place, extents).reduce(0) { $0 * $1.1 + $1.0 }]
  }

  /// The map whose unit sees what all units at the places that `taps` gives for it see.
  private func gathered(_ extents: [Int], _ taps: ([Int]) -> [[Int]]) -> ProjectedMap {
    let units = Self.places(extents).map { place in
      taps(place).map { self[$0] }.reduce([]) { union, seen in
        union.isEmpty ? seen : zip(union, seen).map { $0.union($1) }
      }
    }
    return ProjectedMap(extents: extents, units: units)
  }

  func reshaped(_ extents: [Int]) -> ProjectedMap { ProjectedMap(extents: extents, units: units) }

  func permuted(_ order: [Int]) -> ProjectedMap {
    gathered(order.map { extents[$0] }) { place in [order.indices.map { place[order.firstIndex(of: $0) ?? 0] }] }
  }

  /// Windows of `kernel` rows, `stride` apart, without padding.
  func windowed(_ kernel: [Int], stride: [Int]) -> ProjectedMap {
    let sizes = extents.indices.map { (extents[$0] - kernel[$0]) / stride[$0] + 1 }
    return gathered(sizes) { place in
      Self.places(kernel).map { tap in place.indices.map { place[$0] * stride[$0] + tap[$0] } }
    }
  }

  /// Each unit `scale` times on every axis.
  func repeated(_ scale: Int) -> ProjectedMap {
    gathered(extents.map { $0 * scale }) { place in [place.map { $0 / scale }] }
  }

  func joined(_ other: ProjectedMap) -> ProjectedMap {
    let units = zip(units, other.units).map { zip($0, $1).map { $0.union($1) } }
    return ProjectedMap(extents: extents, units: units)
  }
}
