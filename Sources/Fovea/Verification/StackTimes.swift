package import FoveaFilters
package import FoveaNumerics

/// The times of a layer and of the stack in its place on this machine, in seconds.
package struct StackTimes: Hashable, Sendable {
  package let original: Double
  package let stack: Double
  /// How they were measured.
  package let convention: String

  package init(original: Double, stack: Double, convention: String) {
    self.original = original
    self.stack = stack
    self.convention = convention
  }

  /// Relative change: −0.45 is 45 % less time.
  package var change: Double { original > 0 ? stack / original - 1 : 0 }

  /// Runs both in single precision, in turns; the first turn does not count.
  package init(
    of direct: Kernel, and stack: [Kernel], between: Between, input size: [Int], repetitions: Int, seed: UInt64
  ) throws(NumericsError) {
    var generator = SplitMix64(seed: seed)
    let input = try Tensor<Float>(
      shape: [1, direct.inputs] + size, elements: generator.normals(size.reduce(direct.inputs, *)).map { Float($0) })
    func prepared(_ layers: [Kernel]) throws(NumericsError) -> [PreparedConvolution<Float>] {
      var shape = input.shape
      var prepared: [PreparedConvolution<Float>] = []
      for layer in layers {
        let next = try PreparedConvolution<Float>(
          layer.convolution, weight: layer.weightTensor(), bias: layer.biasTensor(), inputShape: shape)
        shape = next.outputShape
        prepared.append(next)
      }
      return prepared
    }
    let (one, many) = (try prepared([direct]), try prepared(stack))
    func time(_ layers: [PreparedConvolution<Float>]) throws(NumericsError) -> Double {
      let clock = ContinuousClock()
      let start = clock.now
      var map = input
      for (index, layer) in layers.enumerated() {
        map = try layer(map)
        if between == .rectifier, index + 1 < layers.count { map = Activation.relu(map) }
      }
      return (clock.now - start) / .seconds(1)
    }
    var (ones, manys): ([Double], [Double]) = ([], [])
    for turn in 0...max(1, repetitions) {
      let (first, second) = (try time(one), try time(many))
      if turn > 0 {
        ones.append(first)
        manys.append(second)
      }
    }
    let threads = ThreadPool.shared.threads
    self.init(
      original: ones.sorted()[ones.count / 2], stack: manys.sorted()[manys.count / 2],
      convention: "times are medians of \(ones.count) runs in float32, \(try InstructionSet.current().rawValue), "
        + "\(threads) thread\(threads == 1 ? "" : "s")")
  }
}
