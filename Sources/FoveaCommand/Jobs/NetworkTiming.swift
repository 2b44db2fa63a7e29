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

  /// Measures a network in single precision.
  func measured(_ graph: Graph) throws(ExecutionError) -> NetworkMeasurement { try measured(graph, as: Float.self) }

  /// Measures a network; a terminal sees how far it is.
  func measured<Element: TensorElement>(
    _ graph: Graph, as type: Element.Type
  ) throws(ExecutionError) -> NetworkMeasurement {
    let weights = try NetworkWeights<Element>(random: graph, seed: seed, initialization: initialization)
    let prepared = try GraphExecution(graph, weights: weights, algorithm: algorithm, batch: batch)
    let inputs = try prepared.randomInputs(seed: seed, initialization: initialization)
    let isShown = Terminal.isTerminal(.error)
    let name = graph.variant ?? graph.name
    let measurement = try NetworkMeasurement(prepared, on: inputs, repetitions: repetitions) { done in
      if isShown { Terminal.replaceLine(by: "\(name): run \(done) of \(repetitions)") }
    }
    if isShown { Terminal.replaceLine() }
    return measurement
  }
}
