public import ArgumentParser
public import Fovea
import FoveaGraph

/// The arguments that say how a network is executed.
struct ExecutionSettings: ParsableArguments {
  /// The type of the numbers that are computed with.
  enum Precision: String, CaseIterable, ExpressibleByArgument {
    case float32, float64
  }

  @OptionGroup var batch: BatchOption

  @Option(name: .customLong("dtype"), help: ArgumentHelp("The type of weights and activations.", valueName: "type"))
  var precision = Precision.float32

  @Option(help: "How convolutions are computed.")
  var algorithm = NetworkAlgorithm.automatic

  @Option(help: "The seed of random weights and inputs.")
  var seed: UInt64 = 0

  @Option(name: .customLong("init"), help: "What random weights and inputs are made of.")
  var initialization = Initialization.he

  func validate() throws { try batch.check(atMost: 1_000_000) }
}

extension NetworkAlgorithm: ExpressibleByArgument {}
extension Initialization: ExpressibleByArgument {}
