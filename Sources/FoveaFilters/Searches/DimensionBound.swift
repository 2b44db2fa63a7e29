import FoveaNumerics

extension StackPlan {
  /// The largest dimension that the set of compositions can have: weights less the freedom to change the basis of each
  /// hidden map, less the known polynomial relations.
  ///
  /// Where this is less than `directParameters`, almost no kernel is a composition of this plan. Where it is not,
  /// kernels were always found to be compositions, which is no proof.
  package var reachableDimension: Int {
    let gauge = layers.dropLast().reduce(0) { $0 + $1.outputs * $1.outputs }
    return min(parameters - gauge - relations, directParameters)
  }

  /// Whether the dimensions leave room for kernels in general.
  package var canReachGenericKernels: Bool { reachableDimension >= directParameters }

  /// The narrowest plan of equal hidden widths for which the dimensions leave room for kernels in general; nil where no
  /// width up to that of the one-hot form does.
  package var narrowest: StackPlan? {
    let limit = composedShape.reduce(min(inputs, outputs), *)
    for width in 1...max(limit, 1) {
      let plan = with(hidden: Array(repeating: width, count: layers.count - 1))
      if plan.canReachGenericKernels { return plan }
    }
    return nil
  }

  /// Changes of the weights, besides a change of basis, that leave the composition as it is.
  ///
  /// Where a map is wider than the input, the minors of the layers before it give polynomial vectors that those layers
  /// map to zero, of degree inputs·(k − 1); one for each minor and output fits exactly when that is the degree of
  /// the layers after it (with one channel, the Koszul relation b·a − a·b = 0). The same holds from the other side.
  private var relations: Int {
    let steps = steps
    guard steps.allSatisfy({ $0 == steps[0] }) else { return 0 }
    var count = 0
    for end in 1..<max(layers.count, 1) {
      let before = degrees(layers[..<end])
      let after = degrees(layers[end...])
      let width = layers[end - 1].outputs
      if width > inputs, zip(before, after).allSatisfy({ inputs * $0 == $1 }) {
        count += outputs * choose(width, inputs + 1)
      }
      if width > outputs, zip(before, after).allSatisfy({ outputs * $1 == $0 }) {
        count += inputs * choose(width, outputs + 1)
      }
    }
    return count
  }

  private func degrees(_ layers: ArraySlice<Layer>) -> [Int] {
    layers.reduce(Array(repeating: 0, count: self.layers[0].windows.count)) { sum, layer in
      zip(sum, layer.windows).map { $0 + $1.kernel - 1 }
    }
  }

  /// The number of ways to choose `k` of `n`, or a number that is large enough to exceed every dimension.
  private func choose(_ n: Int, _ k: Int) -> Int {
    guard k <= n else { return 0 }
    var result = 1
    for index in 0..<min(k, n - k) {
      let (product, overflow) = result.multipliedReportingOverflow(by: n - index)
      guard !overflow, product <= 1 << 40 else { return 1 << 40 }
      result = product / (index + 1)
    }
    return result
  }
}
