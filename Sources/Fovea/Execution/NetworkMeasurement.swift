package import FoveaGraph
package import FoveaNumerics

/// The time that each layer of a network takes on this machine.
package struct NetworkMeasurement: Sendable {
  /// One layer.
  package struct Row: Hashable, Sendable {
    /// The layer.
    package let layer: LayerID
    /// Its times.
    package let times: Times
    /// Its multiply-accumulates for the whole batch.
    package let macs: Int
    /// The convolution that it is computed with, whose time includes its own; nil for a layer on its own.
    package let convolution: LayerID?
    /// How its products are summed; nil where it has none.
    package let algorithm: NetworkAlgorithm?

    /// Billions of operations a second, two for each multiply-accumulate; nil for a layer without any.
    package var gigaflops: Double? {
      macs > 0 && times.median > 0 ? 2 * Double(macs) / times.median / 1e9 : nil
    }
  }

  /// The network.
  package let graph: Graph
  /// The number of images that were computed at once.
  package let batch: Int
  /// How often the network was run, after one run that does not count.
  package let repetitions: Int
  /// The most operations that the machine did in a second: multiply-adds on registers alone, on all threads.
  package let peak: Double
  /// The layers in execution order.
  package let rows: [Row]
  /// The times of whole runs: the layers' sums.
  package let total: Times

  /// A network that is to be run, and what it is run on.
  package struct Run<Element: TensorElement> {
    package let execution: GraphExecution<Element>
    let inputs: [String: Tensor<Element>]

    /// Creates a run.
    package init(_ execution: GraphExecution<Element>, on inputs: [String: Tensor<Element>]) {
      (self.execution, self.inputs) = (execution, inputs)
    }
  }

  /// Runs networks in turns, so that what slows the machine for a while slows all of them; the first turn warms them up
  /// and does not count.
  ///
  /// - Parameters:
  ///   - runs: the networks.
  ///   - repetitions: how many turns count, at least one.
  ///   - progress: sees how many turns are done.
  package static func inTurns<Element: TensorElement>(
    _ runs: [Run<Element>], repetitions: Int, progress: (Int) -> Void = { _ in }
  ) throws(ExecutionError) -> [NetworkMeasurement] {
    let repetitions = max(1, repetitions)
    var times = runs.map { [[Double]](repeating: [], count: $0.execution.graph.layers.count) }
    // Before and after, since a machine that has been idle, or is hot, is slower.
    let before = try peak(of: Element.self)
    let clock = ContinuousClock()
    for turn in 0...repetitions {
      progress(turn)
      for (index, run) in runs.enumerated() {
        _ = try run.execution.maps(for: run.inputs) { id, compute throws(ExecutionError) in
          let start = clock.now
          let map = try compute()
          let seconds = (clock.now - start) / .seconds(1)
          if turn > 0 { times[index][id.position].append(seconds) }
          return map
        }
      }
    }
    let peak = max(before, try peak(of: Element.self))
    return zip(runs, times).map { NetworkMeasurement($0.execution, times: $1, repetitions: repetitions, peak: peak) }
  }

  private init<Element: TensorElement>(
    _ execution: GraphExecution<Element>, times: [[Double]], repetitions: Int, peak: Double
  ) {
    let graph = execution.graph
    self.graph = graph
    batch = execution.batch
    self.repetitions = repetitions
    self.peak = peak
    let costs = AnalyzedGraph(graph, options: AnalyzedGraph.Options(batch: execution.batch)).costs
    rows = graph.ids.filter { !graph.isInput($0) }.map { id in
      Row(
        layer: id, times: Times(times[id.position]), macs: costs[id.position].macs.value ?? 0,
        convolution: execution.convolution(of: id), algorithm: execution.algorithm(of: id))
    }
    total = Times((0..<repetitions).map { run in times.reduce(0) { $0 + ($1.isEmpty ? 0 : $1[run]) } })
  }

  private static func peak<Element: TensorElement>(of type: Element.Type) throws(ExecutionError) -> Double {
    do throws(NumericsError) {
      return try ArithmeticPeak.operationsPerSecond(of: type)
    } catch {
      throw .input(error.description)
    }
  }

  /// The share of the machine's peak that so many multiply-accumulates in so many seconds are; nil without any.
  package func shareOfPeak(macs: Int, seconds: Double) -> Double? {
    macs > 0 && seconds > 0 && peak > 0 ? 2 * Double(macs) / seconds / peak : nil
  }

  /// The multiply-accumulates of all layers.
  package var macs: Int { rows.reduce(0) { $0.addingReportingOverflow($1.macs).partialValue } }
}
