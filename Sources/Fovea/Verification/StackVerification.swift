package import FoveaFilters
package import FoveaNumerics

/// A stack beside the one kernel that it stands for, in three verdicts that do not follow from each other.
package struct StackVerification: Sendable {
  package let direct: Kernel
  package let stack: [Kernel]
  package let between: Between
  /// The extent of the input.
  package let size: [Int]
  /// Whether shapes, receptive field, stride and padding are equal.
  package let geometry: StackGeometry
  /// What the stack computes.
  package let function: StackFunction
  /// What it costs.
  package let cost: StackCost
  /// ‖ |W_L|∘…∘|W₁| ‖ / ‖W‖ of the stack: by how much rounding errors grow; nil where the composition is zero.
  package let cancellation: Double?
  /// Which weights the two sides have.
  package let weights: Weights

  /// Which weights the two sides have.
  package enum Weights: Hashable, Sendable {
    /// The stack has random weights, and the kernel is their composition.
    case random
    /// Both are given.
    case given
  }

  /// Verifies a stack.
  ///
  /// - Parameters:
  ///   - precision: in which the weights of the stack are stored.
  ///   - acceptable: the relative error of the weights up to which an approximation passes; nil for none.
  ///   - seed: of the inputs, and of the integers.
  /// - Throws: where a window does not fit its map, or the layers of the stack do not fit each other.
  package init(
    of direct: Kernel, and stack: [Kernel], between: Between = .nothing, input size: [Int], weights: Weights = .random,
    storedIn precision: StoredPrecision = .float64, acceptable: Double? = nil, seed: UInt64
  ) throws(NumericsError) {
    self.direct = direct
    self.stack = stack
    self.between = between
    self.size = size
    self.weights = weights
    geometry = try StackGeometry(of: direct, and: stack, input: size)
    cost = try StackCost(of: stack, replacing: direct, input: size)
    function =
      geometry.isSame || geometry.isSameButTaps
      ? try StackFunction(
        of: direct, and: stack, between: between, input: size, weights: weights, storedIn: precision,
        acceptable: acceptable, seed: seed)
      : .different(.geometry)
    cancellation = Self.cancellation(stack)
  }

  /// How many of all kernels such a stack can be.
  package var reach: StackReach {
    StackReach(of: stack.map { ConvolutionSizes($0) }, replacing: ConvolutionSizes(direct))
  }

  private static func cancellation(_ stack: [Kernel]) -> Double? {
    guard let composition = Composition(stack)?.kernel.weights,
      let magnitudes = Composition(stack.map(\.magnitudes))?.kernel.weights
    else { return nil }
    let norm = innerProduct(composition, composition).squareRoot()
    return norm > 0 ? innerProduct(magnitudes, magnitudes).squareRoot() / norm : nil
  }

  /// Whether the stack may stand for the kernel.
  ///
  /// - Parameter expectsActivation: whether another function is what was asked for, because of activations in the
  ///   stack.
  package func passes(expectingActivation expectsActivation: Bool) -> Bool {
    guard geometry.isSame else { return false }
    switch function {
    case .same, .approximation(_, _, isAccepted: true): return true
    case .rectified(let cases): return expectsActivation && cases.allSatisfy { $0.equivalence.passed }
    case .interior, .approximation, .different: return false
    }
  }
}

extension StackGeometry {
  /// Whether nothing differs but that the stack leaves out taps.
  var isSameButTaps: Bool { facts.allSatisfy { $0.isEqual || $0.property == .taps } }
}
