package import FoveaNumerics

/// How far the composition of a stack may be from the kernel that it stands for, as a share of what roundings act on:
/// |W_L|∘…∘|W₁| of the stack and |W| of the kernel, tap by tap.
///
/// Two roundings are in a stack whose weights were made to be the kernel:
///
/// - Its weights solve equations, or follow from a search that ends where nothing improves, in doubles. The residual of
///   a backward stable solution is within γₙ = n·u / (1 − n·u) of the terms that each equation adds, n the number of
///   these terms (Higham, *Accuracy and Stability of Numerical Algorithms*, 2002, chapters 3 and 19).
/// - They are stored. In a type with unit roundoff v each weight is off by the factor 1 + δ, |δ| ≤ v, and a term, which
///   is a product of L weights, by at most γ_L of that v.
///
/// Both are certain, hold for every tap, and say nothing of how good a search is: what misses them is an approximation.
package struct StackTolerance: Hashable, Sendable {
  private let terms: Double
  private let layers: Double
  private let precision: StoredPrecision

  /// - Parameter precision: of the weights of the stack.
  package init(of stack: [Kernel], for direct: Kernel, storedIn precision: StoredPrecision = .float64) {
    terms = (stack + [direct]).reduce(0.0) { $0 + Double($1.inputs * $1.taps + 2) }
    layers = Double(stack.count)
    self.precision = precision
  }

  /// The share, where weights that the arithmetic does not hold are rounded once more.
  package func share<Element: TensorElement>(
    in _: Element.Type = Double.self, _ model: RoundingModel = .deterministic
  ) -> Double {
    let stored = max(precision.unitRoundoff, Element.unitRoundoff)
    let rounded = stored > Double.unitRoundoff ? layers * stored : 0
    return 1.01 * (model.growth(terms, unitRoundoff: Double.unitRoundoff) + rounded)
  }
}

/// The type in which weights are written.
package enum StoredPrecision: Hashable, Sendable {
  case float32, float64

  var unitRoundoff: Double {
    switch self {
    case .float32: Float.unitRoundoff
    case .float64: Double.unitRoundoff
    }
  }
}

extension BankStack {
  /// The stack with its weights as they are written.
  package func stored(in precision: StoredPrecision) -> BankStack {
    switch precision {
    case .float64: return self
    case .float32:
      var rounded = self
      for index in banks.indices { rounded.banks[index].elements = banks[index].elements.map { Double(Float($0)) } }
      return rounded
    }
  }

  /// Whether no tap of the composition is farther from the target's than `share` of the terms and of the target.
  package func isWithin(_ share: Double, of target: FilterBank) -> Bool {
    let (own, magnitudes) = (composition, BankStack(banks.map(\.magnitudes), steps: steps).composition)
    return target.elements.indices.allSatisfy { index in
      abs(target.elements[index] - own.elements[index])
        <= share * (magnitudes.elements[index] + abs(target.elements[index]))
    }
  }
}
