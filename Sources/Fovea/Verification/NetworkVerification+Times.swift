import FoveaGraph
import FoveaNumerics

extension NetworkVerification {
  /// The times of every stack and its layer by path, and those of the whole networks under an empty path.
  ///
  /// The networks have random weights in single precision.
  package func times(repetitions: Int, seed: UInt64) throws(ExecutionError) -> [String: StackTimes] {
    var times: [String: StackTimes] = [:]
    var convention = ""
    for stack in stacks {
      guard case .success(let found) = stack.result else { continue }
      do throws(NumericsError) {
        let measured = try StackTimes(
          of: found.direct, and: found.stack, between: found.between, input: found.size, repetitions: repetitions,
          seed: seed)
        times[stack.path] = measured
        convention = measured.convention
      } catch {
        throw .layer(path: stack.path, reason: error.description)
      }
    }
    func median(_ graph: Graph) throws(ExecutionError) -> Double {
      let execution = try GraphExecution<Float>(graph, weights: NetworkWeights(random: graph, seed: seed))
      return try NetworkMeasurement(execution, on: execution.randomInputs(seed: seed), repetitions: repetitions).total
        .median
    }
    times[""] = StackTimes(
      original: try median(original.graph), stack: try median(rewritten.graph), convention: convention)
    return times
  }
}
