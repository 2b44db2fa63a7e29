package import FoveaFilters
package import FoveaNumerics

/// What a stack computes, compared with one kernel.
package enum StackFunction: Sendable {
  /// The same for all inputs, at the border too, up to rounding.
  case same(Equivalence)
  /// The same except in a band along the border, because layers pad on their own.
  case interior(Equivalence, BandComparison)
  /// The function of another kernel, whose weights are off by a relative error; apart from that the same up to
  /// rounding.
  case approximation(Equivalence, error: Double, isAccepted: Bool)
  /// Another function, because of the rectifiers in it; with what computes the same in spite of them.
  case rectified([RectifiedCase])
  /// Another function.
  case different(Reason)

  package enum Reason: Sendable {
    /// The geometry already differs.
    case geometry
    /// The layers of the stack compute nothing that one kernel could.
    case activation(String)
    /// Both were run, and they differ by more than rounding.
    case run(Equivalence)
  }

  /// Compares over an input of `size`, given that shapes, receptive field, stride and padding are equal.
  init(
    of direct: Kernel, and stack: [Kernel], between: Between, input size: [Int], weights: StackVerification.Weights,
    storedIn precision: StoredPrecision, acceptable: Double?, seed: UInt64
  ) throws(NumericsError) {
    if between == .rectifier {
      self = .rectified(try RectifiedCase.all(of: direct, stack: stack, input: size, seed: seed))
      return
    }
    let band = try BorderBand(stack, input: size)
    if band.affected > 0 {
      let found = try Equivalence(
        of: direct, and: stack, input: size, at: .outsideBand, storedIn: precision, seed: seed)
      let comparison = try BandComparison(band, of: direct, and: stack, input: size, seed: seed)
      self = found.passed ? .interior(found, comparison) : .different(.run(found))
      return
    }
    let found = try Equivalence(of: direct, and: stack, input: size, storedIn: precision, seed: seed)
    if found.passed {
      self = .same(found)
      return
    }
    guard weights == .given, let error = found.approximation, error.isFinite else {
      self = .different(.run(found))
      return
    }
    let approximate = try Equivalence(
      of: direct, and: stack, input: size, claim: .approximation, storedIn: precision, seed: seed)
    self =
      approximate.passed
      ? .approximation(approximate, error: error, isAccepted: acceptable.map { error <= $0 } ?? false)
      : .different(.run(found))
  }
}

/// The band along the border in which a stack differs: as it is predicted, and as a run shows it.
package struct BandComparison: Sendable {
  package let predicted: BorderBand
  /// The outputs on the two sides of each axis among which are all that were seen to differ.
  package let observed: [AxisPadding]
  /// The number of output positions that were seen to differ.
  package let affected: Int
  /// The largest difference, as a multiple of the root mean square of the outputs.
  package let largest: Double

  /// Whether exactly the predicted outputs differ.
  package let isAsPredicted: Bool

  /// Runs both sides in double precision on random numbers; an output differs where the running bounds exclude that it
  /// does not.
  init(
    _ band: BorderBand, of direct: Kernel, and stack: [Kernel], input size: [Int], seed: UInt64
  ) throws(NumericsError) {
    var generator = SplitMix64(seed: seed)
    let input = try Tensor<Double>(
      shape: [1, direct.inputs] + size, elements: generator.normals(size.reduce(direct.inputs, *)))
    let (one, many) = (try BoundedRun([direct], on: input), try BoundedRun(stack, on: input))
    let map = Array(one.output.shape.dropFirst(2))
    let pixels = map.reduce(1, *)
    var differs = Array(repeating: false, count: pixels)
    var (largest, squares) = (0.0, 0.0)
    for index in one.output.elements.indices {
      let gap = abs(one.output.elements[index] - many.output.elements[index])
      // Twice, since the composition is itself formed with roundings.
      if gap > 2 * (one.bound.elements[index] + many.bound.elements[index]) { differs[index % pixels] = true }
      largest = max(largest, gap)
      squares += one.output.elements[index] * one.output.elements[index]
    }
    let positions = gridPositions(map)
    predicted = band
    affected = differs.count(where: \.self)
    isAsPredicted = positions.indices.allSatisfy { band.contains(positions[$0]) == differs[$0] }
    let rms = (squares / Double(max(1, one.output.count))).squareRoot()
    self.largest = rms > 0 ? largest / rms : 0
    observed = Self.widths(differs, map)
  }

  /// Along the middle of the other axes, how far from each side positions differ.
  private static func widths(_ differs: [Bool], _ map: [Int]) -> [AxisPadding] {
    let strides = rowMajor(map)
    return map.indices.map { axis in
      let line = (0..<map[axis]).map { place in
        differs[offset(map.indices.map { $0 == axis ? place : map[$0] / 2 }, strides)]
      }
      let middle = line.count / 2
      let before = (line[..<middle].lastIndex(of: true) ?? -1) + 1
      return AxisPadding(
        before: before, after: line.count - (line[middle...].firstIndex(of: true) ?? line.count))
    }
  }
}
