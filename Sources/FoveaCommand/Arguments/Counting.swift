public import ArgumentParser
public import FoveaGraph

/// The arguments that say how figures are counted.
struct Counting: ParsableArguments {
  @Option(help: ArgumentHelp("The number of images that are computed at once.", valueName: "images"))
  var batch = 1

  @Option(name: .customLong("dtype"), help: ArgumentHelp("The type of weights and activations.", valueName: "type"))
  var elementType = ElementType.float32

  var options: AnalyzedGraph.Options { AnalyzedGraph.Options(batch: batch, elementType: elementType) }

  func validate() throws {
    guard (1...1_000_000_000).contains(batch) else {
      throw ValidationError("--batch must be from 1 to 1000000000, found \(batch)")
    }
  }
}

extension ElementType: ExpressibleByArgument {}
