/// Whether one network computes what another does.
public struct NetworkVerdict: Hashable, Sendable {
  /// Whether nothing that was compared differs: shapes, receptive fields, and results with random weights. That stacks
  /// compute what given weights do is not among it.
  public let holds: Bool
  /// What differs between layers that should be the same, one phrase each.
  public let differences: [String]
  /// The paths of the stacks that took the place of a layer; empty where the networks are compared output by output.
  public let stacks: [String]
}

extension Network {
  /// Runs the network beside another, by default one that was rewritten of it, and compares what they compute.
  ///
  /// Weights and inputs are random, and the same for the same seed. A layer that became a stack gets the composition of
  /// the stack's weights. Both run on integers, compared bit by bit, and on floating-point numbers, within running
  /// bounds of their errors.
  ///
  /// - Returns: nil where one of the networks has errors.
  /// - Throws: where a layer cannot be executed, a size is not known, or memory does not suffice.
  public func verified(against other: Network, seed: UInt64 = 0) throws(ExecutionError) -> NetworkVerdict? {
    guard let analysis, let otherAnalysis = other.analysis else { return nil }
    var options = NetworkVerification.Options()
    options.seed = seed
    let found = try NetworkVerification(of: analysis, and: otherAnalysis, options: options)
    return NetworkVerdict(
      holds: found.passed, differences: found.differences + found.otherFields, stacks: found.stacks.map(\.path))
  }
}
