public import ArgumentParser
public import Fovea
import FoveaGraph

/// The arguments that say how a network is executed.
struct ExecutionSettings: ParsableArguments {
  /// The type of the numbers that are computed with.
  enum Precision: String, CaseIterable, ExpressibleByArgument {
    case float32, float64
  }

  @Option(help: ArgumentHelp("The number of images that are computed at once.", valueName: "images"))
  var batch = 1

  @Option(name: .customLong("dtype"), help: ArgumentHelp("The type of weights and activations.", valueName: "type"))
  var precision = Precision.float32

  @Option(help: "How convolutions are computed.")
  var algorithm = NetworkAlgorithm.automatic

  @Option(help: "The seed of random weights and inputs.")
  var seed: UInt64 = 0

  @Option(name: .customLong("init"), help: "What random weights and inputs are made of.")
  var initialization = Initialization.he

  func validate() throws {
    guard (1...1_000_000).contains(batch) else {
      throw ValidationError("--batch must be from 1 to 1000000, found \(batch)")
    }
  }
}

extension NetworkAlgorithm: ExpressibleByArgument {}
extension Initialization: ExpressibleByArgument {}
