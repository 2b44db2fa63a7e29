/// The kernels and strides, along one axis, of a chain that is one kernel with a stride.
struct StridedAxis: Hashable, Sendable {
  private(set) var kernels: [Int]
  private(set) var strides: [Int]

  /// The chain of `layers` layers with `kernel` taps and `stride` in all; nil where there is none without holes.
  ///
  /// Of all such chains the one with the most layers of three taps, and of those the one that strides first, because
  /// every layer after a stride works on a smaller map.
  init?(kernel: Int, stride: Int, layers: Int) {
    var best: (chain: StridedAxis, rank: [Int])?
    var chain = StridedAxis(kernels: [], strides: [])
    func search(_ step: Int, _ rest: Int, _ factor: Int) {
      guard chain.kernels.count < layers else {
        guard rest == 0, factor == 1, chain.isWhole else { return }
        // Smaller is better: layers of other sizes, then the maps' sizes from the front.
        var rank = [chain.kernels.count { $0 != 3 }]
        var size = 1
        for own in chain.strides {
          size *= own
          rank.append(-size)
        }
        if best.map({ rank.lexicographicallyPrecedes($0.rank) }) ?? true { best = (chain, rank) }
        return
      }
      for taps in [3, 2, 1] where (taps - 1) * step <= rest {
        for own in 1...factor where factor % own == 0 {
          chain.kernels.append(taps)
          chain.strides.append(own)
          search(step * own, rest - (taps - 1) * step, factor / own)
          chain.kernels.removeLast()
          chain.strides.removeLast()
        }
      }
    }
    guard kernel <= Self.longest, stride <= kernel else { return nil }
    search(1, kernel - 1, stride)
    guard let best else { return nil }
    self = best.chain
  }

  private init(kernels: [Int], strides: [Int]) {
    (self.kernels, self.strides) = (kernels, strides)
  }

  /// Longer kernels are not searched for: the number of chains grows with every layer.
  static let longest = 15

  /// Whether every tap is reached.
  private var isWhole: Bool {
    var reached: Set<Int> = [0]
    var step = 1
    for (taps, stride) in zip(kernels, strides) {
      reached = Set(reached.flatMap { place in (0..<taps).map { place + $0 * step } })
      step *= stride
    }
    return reached.count == (reached.max() ?? 0) + 1
  }
}
