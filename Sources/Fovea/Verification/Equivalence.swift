package import FoveaFilters
import FoveaGraph
package import FoveaNumerics
import FoveaText

/// Whether a stack computes what one kernel computes, found by running both.
package struct Equivalence: Sendable {
  /// What is claimed of the stack.
  package enum Claim: Hashable, Sendable {
    /// The same function up to rounding.
    case exact
    /// Another kernel, namely its own composition; how far that is from the given one is told apart from rounding.
    case approximation
  }

  /// Where the two are compared.
  package enum Place: Hashable, Sendable {
    case everywhere
    /// Only where a stack whose layers pad on their own is not predicted to differ.
    case outsideBand
  }

  /// Which inputs the claim is about.
  package enum Domain: Hashable, Sendable {
    case anything
    /// Inputs that are not negative.
    case nonnegative
    /// Inputs of at most this size.
    case bounded(Double)

    fileprivate func number(_ generator: inout SplitMix64) -> Double {
      switch self {
      case .anything: generator.normal()
      case .nonnegative: abs(generator.normal())
      case .bounded(let limit): limit * (2 * generator.uniform() - 1)
      }
    }
  }

  package let tiers: [Tier]
  /// ‖W − composition‖ / ‖W‖ of the weights; nil where the stack is no linear map.
  package let approximation: Double?

  /// Whether every tier passed.
  package var passed: Bool { tiers.allSatisfy(\.passed) }

  /// Runs all tiers; an error means that the two do not even have the same shapes.
  ///
  /// - Parameters:
  ///   - size: the extent of the input along each axis.
  ///   - precision: of the weights of the stack.
  ///   - seed: of the inputs, and of the integers.
  package init(
    of direct: Kernel, and stack: [Kernel], input size: [Int], claim: Claim = .exact, at place: Place = .everywhere,
    between: Between = .nothing, on domain: Domain = .anything, storedIn precision: StoredPrecision = .float64,
    seed: UInt64
  ) throws(NumericsError) {
    guard let composition = Composition(stack), let first = stack.first, first.inputs == direct.inputs,
      composition.kernel.outputs == direct.outputs
    else { throw .shape("the layers of the stack do not fit each other or the kernel") }
    guard
      zip(composition.kernel.windows, direct.windows).allSatisfy({ $0.stride == $1.stride && $0.extent == $1.extent }),
      composition.kernel.windows.count == direct.windows.count
    else { throw .shape("the stack has another extent or stride than the kernel") }
    let band = place == .outsideBand ? try BorderBand(stack, input: size) : nil
    let norm = Self.norm(direct.weights)
    let difference = Self.norm(direct.difference(to: composition.kernel).weights)
    approximation = between == .nothing ? (norm > 0 ? difference / norm : difference) : nil

    let comparison = Comparison(
      direct: direct, stack: stack, composition: composition.kernel, claim: claim, band: band, between: between,
      tolerance: StackTolerance(of: stack, for: direct, storedIn: precision))
    var tiers: [Tier] = []
    if between == .nothing {
      tiers.append(try comparison.integers(size, seed: seed))
    }
    var trials: [ProbeTrial] = []
    for probe in Tier.Probe.allCases {
      var generator = SplitMix64(seed: seed)
      trials.append(try ProbeTrial(probe, size, comparison) { domain.number(&generator) })
    }
    tiers.append(try comparison.running(Double.self, trials))
    tiers.append(try comparison.running(Float.self, trials))
    self.tiers = tiers
  }

  private static func norm(_ x: [Double]) -> Double { innerProduct(x, x).squareRoot() }
}

/// One way of running both sides.
package struct Tier: Hashable, Sendable {
  package enum Arithmetic: Hashable, Sendable {
    /// Integers small enough that no order of summation rounds: equal bit by bit.
    case integers
    case double
    case float
  }

  /// What the input holds.
  package enum Probe: Hashable, Sendable, CaseIterable {
    /// Random numbers everywhere.
    case dense
    /// One pixel for each channel, far apart where there is room: every weight is read by itself.
    case impulse
    /// Nothing: biases and borders alone.
    case zero
    /// Random numbers along the borders only.
    case border
  }

  package let arithmetic: Arithmetic
  /// The largest |difference| / tolerance of each probe; for integers 0 where all are equal, infinite where not.
  package let ratios: [Probe: Double]
  /// The same for tolerances that sound runs leave once in a million verifications if roundings are independent and of
  /// mean zero: above 1 it is a warning, not a proof. Empty for integers.
  package let probableRatios: [Probe: Double]
  /// Outputs that were compared, over all probes.
  package let compared: Int
  /// Outputs outside the tolerance.
  package let mismatches: Int
  /// Whether the numbers of the integer tier are the given ones; otherwise integers took the place of the stack's
  /// weights, and their composition that of the kernel's.
  package let usesGivenWeights: Bool

  package var passed: Bool { mismatches == 0 && compared > 0 }
  /// Whether anything was run; integers are not where no sum of theirs would surely fit.
  package var isRun: Bool { !ratios.isEmpty }
  /// The largest ratio.
  package var ratio: Double { ratios.values.max() ?? 0 }
  /// The largest of the probable ones.
  package var probableRatio: Double { probableRatios.values.max() ?? 0 }
  /// Whether something differs by more than roundings are likely to explain, though not by more than they can.
  package var warns: Bool { passed && probableRatio > 1 }
}

extension Kernel {
  /// The convolution that gives what this one and another of its extent, stride and channels differ by, with the taps
  /// of both, group by group.
  func difference(to other: Kernel) -> Kernel {
    let parts = greatestCommonDivisor(groups, other.groups)
    let spacing = zip(Composition.spacing(of: [self]), Composition.spacing(of: [other])).map(greatestCommonDivisor)
    let windows = zip(windows, spacing).map { window, step in
      AxisWindow.checked(
        kernel: (window.extent - 1) / step + 1, stride: window.stride, dilation: step, padding: window.padding)
    }
    let weights = (0..<parts).flatMap { index in
      let own = Composition.bank([part(index, of: parts)], spacing: spacing)
      return Kernel(own - Composition.bank([other.part(index, of: parts)], spacing: spacing), windows: windows).weights
    }
    let zeros = Array(repeating: 0.0, count: outputs)
    return Kernel(
      windows: windows, inputs: inputs, outputs: outputs, groups: parts, weights: weights,
      bias: zip(bias ?? zeros, other.bias ?? zeros).map { $0 - $1 })
  }
}
