package import FoveaGraph
import FoveaNumerics

/// Two networks that are not a network and its rewrite, output by output.
package struct OutputComparison: Sendable {
  /// An output of both, by its place.
  package struct Output: Sendable {
    package let names: (original: String, other: String)
    package let shapes: (original: Shape, other: Shape)
    package let fields: (original: ReceptiveField?, other: ReceptiveField?)
    /// Whether both see the same rows, as far as paths do not gather the whole map.
    package let hasSameField: Bool
    /// The largest |difference|, and the root mean square of the first; nil where nothing was run.
    package internal(set) var difference: (largest: Double, scale: Double)?

    package var isSameGeometry: Bool { shapes.original == shapes.other && hasSameField }
    /// Whether the difference is at most `OutputComparison.tolerance` of the scale.
    package var isSame: Bool? {
      difference.map { $0.scale.isFinite && $0.largest <= OutputComparison.tolerance * $0.scale }
    }
  }

  /// The relative difference up to which sums of the same products in another order count as equal in double precision:
  /// far above the roundings of networks with random weights, far below a weight that is off by a millionth.
  package static let tolerance = 1e-9

  package private(set) var outputs: [Output]
  /// The numbers of outputs, where they differ.
  package let counts: (original: Int, other: Int)
  /// Whether both map inputs of the same shapes to outputs of the same shapes; else they are not the same function.
  package private(set) var takesSame = true
  /// Why the networks were not run on the same weights; nil where they were.
  package private(set) var refusal: String?

  init(
    of original: AnalyzedGraph, and other: AnalyzedGraph,
    weights given: (original: NetworkWeights<Double>, rewritten: NetworkWeights<Double>)?, seed: UInt64
  ) throws(ExecutionError) {
    let (one, two) = (original.graph, other.graph)
    counts = (one.outputs.count, two.outputs.count)
    outputs = zip(one.outputs, two.outputs).map { left, right in
      let fields = (original.receptiveFields[left.layer], other.receptiveFields[right.layer])
      return Output(
        names: (left.name, right.name), shapes: (one.shape(of: left.layer), two.shape(of: right.layer)), fields: fields,
        hasSameField: fields.0?.hasSameWindows(as: fields.1) ?? (fields.1 == nil))
    }
    let inputs = (one.inputs.map { one.shape(of: $0) }, two.inputs.map { two.shape(of: $0) })
    guard counts.original == counts.other, outputs.allSatisfy({ $0.shapes.original == $0.shapes.other }) else {
      takesSame = false
      refusal = "the outputs are not of the same number and shapes"
      return
    }
    guard inputs.0 == inputs.1 else {
      takesSame = false
      refusal = "the inputs are not of the same number and shapes"
      return
    }
    let weights =
      if let given { given } else {
        (
          original: try NetworkWeights<Double>(random: one, seed: seed),
          rewritten: try NetworkWeights<Double>(random: two, seed: seed)
        )
      }
    let arrays = (weights.original.arrays.mapValues(\.shape), weights.rewritten.arrays.mapValues(\.shape))
    if let odd = arrays.0.keys.filter({ arrays.1[$0] != arrays.0[$0] }).min()
      ?? arrays.1.keys.filter({ arrays.0[$0] == nil }).min()
    {
      refusal = "the array `\(odd)` is not in both with the same shape, so they cannot have the same weights"
      return
    }
    try run(one, weights.original, two, weights.rewritten, seed)
  }

  private mutating func run(
    _ one: Graph, _ weights: NetworkWeights<Double>, _ two: Graph, _ others: NetworkWeights<Double>, _ seed: UInt64
  ) throws(ExecutionError) {
    let left = try GraphExecution(one, weights: weights, algorithm: .direct)
    let inputs = try left.randomInputs(seed: seed)
    var renamed: [String: Tensor<Double>] = [:]
    for (a, b) in zip(one.inputs, two.inputs) { renamed[two[b].name] = inputs[one[a].name] }
    let first = try left(inputs)
    let second = try GraphExecution(two, weights: others, algorithm: .direct)(renamed)
    for (index, pair) in zip(first, second).enumerated() {
      outputs[index].difference = (pair.0.tensor.largestDifference(to: pair.1.tensor), pair.0.tensor.rootMeanSquare)
    }
  }

  /// Whether the geometry of all outputs is the same.
  package var isSameGeometry: Bool { counts.original == counts.other && outputs.allSatisfy(\.isSameGeometry) }

  /// Whether both compute the same; nil where nothing was run, though they might.
  package var isSameFunction: Bool? {
    if !takesSame { return false }
    return refusal == nil ? outputs.allSatisfy { $0.isSame == true } : nil
  }

  package var passed: Bool { isSameGeometry && isSameFunction != false }
}

extension ReceptiveField {
  /// Whether units see the same rows, and both or neither gather the whole map.
  func hasSameWindows(as other: ReceptiveField?) -> Bool {
    guard let other, isGlobal == other.isGlobal, hasUnknownPaths == other.hasUnknownPaths,
      isFlattened == other.isFlattened, unitAxes == other.unitAxes
    else { return false }
    return axes.map { $0.map(\.window) } == other.axes.map { $0.map(\.window) }
  }
}
