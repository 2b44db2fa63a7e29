package import FoveaGraph
package import FoveaNumerics

/// The time that each layer of a network takes on this machine.
package struct NetworkMeasurement: Sendable {
  /// The times of one layer, or of the whole network, over the repetitions.
  package struct Times: Hashable, Sendable {
    /// The middle one, in seconds.
    package let median: Double
    /// The distance between the first and the third quartile, in seconds.
    package let spread: Double

    init(_ times: [Double]) {
      let sorted = times.sorted()
      func quantile(_ share: Double) -> Double {
        guard let last = sorted.indices.last else { return 0 }
        let place = share * Double(last)
        let lower = min(Int(place), last)
        let upper = min(lower + 1, last)
        return sorted[lower] + (place - Double(lower)) * (sorted[upper] - sorted[lower])
      }
      median = quantile(0.5)
      spread = quantile(0.75) - quantile(0.25)
    }
  }

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

  /// Runs a network `repetitions` times, after one run that warms it up; `progress` sees how many are done.
  package init<Element: TensorElement>(
    _ execution: GraphExecution<Element>, on inputs: [String: Tensor<Element>], repetitions: Int,
    progress: (Int) -> Void = { _ in }
  ) throws(ExecutionError) {
    let graph = execution.graph
    var times = [[Double]](repeating: [], count: graph.layers.count)
    // Before and after, since a machine that has been idle, or is hot, is slower.
    let before = try Self.peak(of: Element.self)
    let clock = ContinuousClock()
    for repetition in 0...max(1, repetitions) {
      progress(repetition)
      _ = try execution.maps(for: inputs) { id, compute throws(ExecutionError) in
        let start = clock.now
        let map = try compute()
        let seconds = (clock.now - start) / .seconds(1)
        if repetition > 0 { times[id.position].append(seconds) }
        return map
      }
    }
    peak = max(before, try Self.peak(of: Element.self))
    self.graph = graph
    batch = execution.batch
    self.repetitions = max(1, repetitions)
    let costs = AnalyzedGraph(graph, options: AnalyzedGraph.Options(batch: execution.batch)).costs
    rows = graph.ids.filter { !graph.isInput($0) }.map { id in
      Row(
        layer: id, times: Times(times[id.position]), macs: costs[id.position].macs.value ?? 0,
        convolution: execution.convolution(of: id), algorithm: execution.algorithm(of: id))
    }
    let sums = (0..<self.repetitions).map { run in times.reduce(0) { $0 + ($1.isEmpty ? 0 : $1[run]) } }
    total = Times(sums)
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
