public import ArgumentParser
public import Fovea
import FoveaGraph

/// The arguments that say how a network is executed.
struct ExecutionSettings: ParsableArguments {
  /// The type of the numbers that are computed with.
  enum Precision: String, CaseIterable, NumberType {
    case float32, float64
  }

  @OptionGroup var batch: BatchOption

  @OptionGroup var type: TypeOption<Precision>

  @Option(help: "How convolutions are computed.")
  var algorithm = NetworkAlgorithm.automatic

  @OptionGroup var seed: SeedOption

  @Option(name: .customLong("init"), help: "What random weights and inputs are made of.")
  var initialization = Initialization.he

  func validate() throws { try batch.check(atMost: 1_000_000) }
}

extension NetworkAlgorithm: ExpressibleByArgument {}
extension Initialization: ExpressibleByArgument {}
