package import FoveaGraph

/// One point of a grid with the figures of its network.
package struct SweepPoint: Sendable {
  /// The value of each axis.
  package let values: [String]
  /// The figures, or what is wrong.
  package let result: Result<Figures, Failure>

  /// The first error of a network that cannot be built.
  package struct Failure: Error, Hashable {
    package let message: String
  }

  /// What is told of a network.
  package struct Figures: Sendable {
    package let parameters: Total
    package let macs: Total
    package let flops: Total
    package let weightBytes: Total
    package let peakActivationBytes: Total
    package let outputs: [Output]
  }

  /// What is told of an output.
  package struct Output: Sendable {
    package let name: String
    package let shape: Shape
    /// What it sees, or the map that it gathers; nil where that is not known.
    package let axes: PerAxis<AxisField>?
    /// Whether some path gathers the whole map.
    package let isGlobal: Bool
    /// Whether nothing is known of what it sees.
    package let isUnknown: Bool
  }
}
