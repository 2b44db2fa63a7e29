import Fovea
import FoveaGraph
import FoveaNumerics
import FoveaText

/// How networks are run to take their times, with random weights and inputs.
struct NetworkTiming {
  let repetitions: Int
  var batch = 1
  var algorithm = NetworkAlgorithm.automatic
  var seed: UInt64 = 0
  var initialization = Initialization.he

  /// A network with its weights, ready to be run.
  func prepared<Element: TensorElement>(
    _ graph: Graph, as type: Element.Type
  ) throws(ExecutionError) -> NetworkMeasurement.Run<Element> {
    let weights = try NetworkWeights<Element>(random: graph, seed: seed, initialization: initialization)
    let execution = try GraphExecution(graph, weights: weights, algorithm: algorithm, batch: batch)
    return NetworkMeasurement.Run(
      execution, on: try execution.randomInputs(seed: seed, initialization: initialization))
  }

  /// Measures networks in turns; a terminal sees how far that is.
  func measured<Element: TensorElement>(
    _ runs: [NetworkMeasurement.Run<Element>]
  ) throws(ExecutionError) -> [NetworkMeasurement] {
    let isShown = Terminal.isTerminal(.error)
    let names = runs.map { $0.execution.graph.variant ?? $0.execution.graph.name }.joined(separator: ", ")
    defer { if isShown { Terminal.replaceLine() } }
    return try NetworkMeasurement.inTurns(runs, repetitions: repetitions) { done in
      if isShown { Terminal.replaceLine(by: "\(names): run \(done) of \(repetitions)") }
    }
  }
}
