import FoveaGraph

extension NetworkVerification {
  /// The times of every stack and its layer by path, and those of the whole networks under an empty path.
  ///
  /// The networks have random weights in single precision.
  package func times(repetitions: Int, seed: UInt64) throws(ExecutionError) -> [String: StackTimes] {
    var times: [String: StackTimes] = [:]
    for stack in stacks {
      guard case .success(let found) = stack.result else { continue }
      times[stack.path] = try StackTimes(
        of: found.direct, and: found.stack, between: found.between, input: found.size, repetitions: repetitions,
        seed: seed)
    }
    times[""] = try StackTimes(of: original.graph, and: rewritten.graph, repetitions: repetitions, seed: seed)
    return times
  }
}
