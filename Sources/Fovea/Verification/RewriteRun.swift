import FoveaFilters
import FoveaGraph
import FoveaNumerics

/// Two whole networks run in double precision on the same input.
///
/// Running bounds through a whole network grow by a factor with every layer until they say nothing, so they are used
/// where they are sharp: every stack runs on the map that it really reads, and has to agree there with its layer within
/// both bounds. What such differences can do to the outputs is found by putting them in: the original runs again with
/// the output of every rewritten layer moved by its bound, up or down at random.
package struct RewriteRun: Sendable {
  /// A stack on the map that it reads.
  package struct Stack: Hashable, Sendable {
    package let path: String
    /// The largest |difference| / bound.
    package let ratio: Double
    /// The largest |difference| as a share of the root mean square of what the layer gives.
    package let difference: Double
  }

  /// An output.
  package struct Output: Hashable, Sendable {
    package let name: String
    package let shape: [Int]
    /// The largest |difference|.
    package let difference: Double
    /// How far the bounds of the stacks move it.
    package let tolerance: Double
    /// The root mean square of the original's.
    package let scale: Double

    package var ratio: Double {
      guard difference.isFinite, tolerance.isFinite, scale.isFinite else { return .infinity }
      return difference == 0 ? 0 : tolerance > 0 ? difference / tolerance : .infinity
    }
  }

  package let stacks: [Stack]
  package let outputs: [Output]

  /// Whether every stack and every output is inside its tolerance.
  package var passed: Bool { stacks.allSatisfy { $0.ratio <= 1 } && outputs.allSatisfy { $0.ratio <= 1 } }

  init(
    of original: Graph, weights: NetworkWeights<Double>, and rewritten: Graph, weights others: NetworkWeights<Double>,
    pairing: NetworkPairing, seed: UInt64
  ) throws(ExecutionError) {
    let one = try GraphExecution(original, weights: weights, algorithm: .direct, fusion: .none)
    let inputs = try one.randomInputs(seed: seed)
    let reads = Set(pairing.pairs.compactMap { rewritten[$0.layers[0]].inputs.first })
    var maps: [LayerID: Tensor<Double>] = [:]
    for id in reads where rewritten.isInput(id) { maps[id] = inputs[rewritten[id].name] }
    let left: [Tensor<Double>?]
    do {
      let two = try GraphExecution(rewritten, weights: others, algorithm: .direct, fusion: .none)
      left = try two.run(inputs) { id, layer throws(ExecutionError) in
        let tensor = try layer()
        if reads.contains(id) { maps[id] = tensor }
        return tensor
      }
    }
    var stacks: [Stack] = []
    var bounds: [LayerID: Tensor<Double>] = [:]
    for pair in pairing.pairs {
      guard let read = rewritten[pair.layers[0]].inputs.first, let map = maps[read],
        let direct = Kernel(original, pair.original, weights: weights)
      else { continue }
      let layers = pair.layers.compactMap { Kernel(rewritten, $0, weights: others) }
      do throws(NumericsError) {
        let precision = others.precision(of: pair.layers, in: rewritten)
        let found = try Self.compare(direct, layers, on: map, storedIn: precision)
        stacks.append(Stack(path: pair.path, ratio: found.ratio, difference: found.difference))
        bounds[pair.original] = found.bound
      } catch {
        throw .layer(path: pair.path, reason: error.description)
      }
    }
    maps = [:]
    self.stacks = stacks
    let plain = try one.run(inputs) { _, layer throws(ExecutionError) in try layer() }
    var tolerances = Array(repeating: 0.0, count: original.outputs.count)
    var generator = SplitMix64(seed: seed)
    for _ in 0..<2 where !bounds.isEmpty {
      let moved = try one.run(inputs) { id, layer throws(ExecutionError) in
        let tensor = try layer()
        guard let bound = bounds[id] else { return tensor }
        return tensor.moved(by: bound, using: &generator)
      }
      for (index, output) in original.outputs.enumerated() {
        guard let a = plain[output.layer.position], let b = moved[output.layer.position] else { continue }
        tolerances[index] = max(tolerances[index], a.largestDifference(to: b))
      }
    }
    outputs = zip(original.outputs, rewritten.outputs).enumerated().compactMap { index, pair in
      guard let a = plain[pair.0.layer.position], let b = left[pair.1.layer.position] else { return nil }
      return Output(
        name: pair.0.name, shape: a.shape, difference: a.largestDifference(to: b), tolerance: tolerances[index],
        scale: a.rootMeanSquare)
    }
  }

  /// The largest |difference| / bound and share of the root mean square on a map, and the bounds.
  private static func compare(
    _ direct: Kernel, _ stack: [Kernel], on map: Tensor<Double>, storedIn precision: StoredPrecision
  ) throws(NumericsError) -> (ratio: Double, difference: Double, bound: Tensor<Double>) {
    let one = try BoundedRun([direct], on: map)
    let many = try BoundedRun(stack, on: map)
    guard one.output.shape == many.output.shape else {
      throw .shape("the stack gives \(many.output.shape), the layer \(one.output.shape)")
    }
    let share = StackTolerance(of: stack, for: direct, storedIn: precision).share()
    let majorant = try direct.majorant(with: stack, on: map)
    let bound = try Tensor(
      shape: one.bound.shape,
      elements: zip(zip(one.bound.elements, many.bound.elements), majorant).map { $0.0 + $0.1 + share * $1 })
    var ratio = 0.0
    for index in bound.elements.indices {
      let gap = abs(one.output.elements[index] - many.output.elements[index])
      let isKnown = gap.isFinite && bound.elements[index].isFinite
      ratio = max(ratio, !isKnown ? .infinity : gap == 0 ? 0 : gap / bound.elements[index])
    }
    let (largest, scale) = (one.output.largestDifference(to: many.output), one.output.rootMeanSquare)
    return (ratio, scale > 0 ? largest / scale : largest, bound)
  }
}

extension Tensor<Double> {
  fileprivate func moved(by bound: Tensor<Double>, using generator: inout SplitMix64) -> Tensor<Double> {
    var index = 0
    return map { value in
      defer { index += 1 }
      return generator.next() & 1 == 0 ? value + bound.elements[index] : value - bound.elements[index]
    }
  }

  /// The largest |difference|; infinite where a number of either is not finite, and nothing is known.
  func largestDifference(to other: Tensor<Double>) -> Double {
    guard shape == other.shape else { return .infinity }
    var largest = 0.0
    for (a, b) in zip(elements, other.elements) where !(abs(a - b) <= largest) {
      largest = abs(a - b)
      if !largest.isFinite { return .infinity }
    }
    return largest
  }

  /// Computed so that squares do not overflow.
  var rootMeanSquare: Double {
    let largest = elements.reduce(0) { Swift.max($0, $1.magnitude) }
    guard largest > 0, largest.isFinite else { return largest }
    return largest
      * (elements.reduce(0) { $0 + ($1 / largest) * ($1 / largest) } / Double(Swift.max(1, count))).squareRoot()
  }
}
