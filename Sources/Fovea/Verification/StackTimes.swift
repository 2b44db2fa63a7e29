package import FoveaFilters
package import FoveaGraph
import FoveaNumerics

/// The times of a layer and of the stack in its place on this machine, or of two networks.
package struct StackTimes: Hashable, Sendable {
  package let original: Times
  package let stack: Times
  /// How they were measured.
  package let convention: String

  /// Relative change of the medians: −0.45 is 45 % less time; nil where the times show no difference.
  package var change: Double? { stack.change(from: original) }

  /// Runs two networks in single precision, in turns, with random weights, as every measurement of networks.
  ///
  /// - Throws: `ExecutionError` where one of them cannot be executed.
  package init(
    of original: Graph, and other: Graph, repetitions: Int, seed: UInt64, progress: (Int) -> Void = { _ in }
  ) throws(ExecutionError) {
    var runs: [NetworkMeasurement.Run<Float>] = []
    for graph in [original, other] {
      let execution = try GraphExecution<Float>(graph, weights: NetworkWeights(random: graph, seed: seed))
      runs.append(NetworkMeasurement.Run(execution, on: try execution.randomInputs(seed: seed)))
    }
    let found = try NetworkMeasurement.inTurns(runs, repetitions: repetitions, progress: progress)
    (self.original, stack) = (found[0].total, found[1].total)
    let threads = ThreadPool.shared.threads
    let instructions: String
    do throws(NumericsError) {
      instructions = try InstructionSet.current().rawValue
    } catch {
      throw .input(error.description)
    }
    convention =
      "\(Times.convention); \(found[0].repetitions) runs in float32, \(instructions), "
      + "\(threads) thread\(threads == 1 ? "" : "s")"
  }

  /// Runs a layer and a stack of layers, each as a network of its own.
  ///
  /// - Throws: `ExecutionError` where one of them cannot be executed.
  package init(
    of direct: Kernel, and stack: [Kernel], between: Between, input size: [Int], repetitions: Int, seed: UInt64
  ) throws(ExecutionError) {
    try self.init(
      of: Self.network([direct], between: between, input: size),
      and: Self.network(stack, between: between, input: size), repetitions: repetitions, seed: seed)
  }

  private static func network(_ layers: [Kernel], between: Between, input size: [Int]) throws(ExecutionError) -> Graph {
    var builder = GraphBuilder(name: "stack")
    var last = builder.addInput(
      "input", shape: Shape(channels: Extent(layers.first?.inputs ?? 1), spatial: Extents(size.map { Extent($0) })))
    func add(_ operation: Operation, _ name: String) throws(ExecutionError) {
      let added = builder.add(Layer(operation, inputs: [last], name: LayerName(name)))
      if let error = added.error { throw .input(error.message) }
      last = added.id
    }
    for (index, kernel) in layers.enumerated() {
      if index > 0, between == .rectifier { try add(.relu(ReLU()), "relu\(index)") }
      guard let layer = Conv(kernel) else { throw .input("a window of a million rows is not measured") }
      try add(.conv(layer), "conv\(index)")
    }
    return builder.finish()
  }
}

extension Conv {
  /// The layer that a kernel belongs to; nil where it is larger than windows of layers are.
  fileprivate init?(_ kernel: Kernel) {
    func values(_ number: (AxisWindow) -> Int) -> AxisValues? {
      let numbers = kernel.windows.map(number)
      return numbers.allSatisfy { $0 < 1 << 20 } ? AxisValues(numbers) : nil
    }
    guard let taps = values(\.kernel), let stride = values(\.stride), let dilation = values(\.dilation),
      let before = values(\.padding.before), let after = values(\.padding.after)
    else { return nil }
    self.init()
    (out, groups, bias) = (kernel.outputs, kernel.groups, kernel.bias != nil)
    window.kernel = taps
    window.stride = stride
    window.dilation = dilation
    window.padding = .rows(before: before, after: after)
  }
}
