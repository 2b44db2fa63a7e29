public import ArgumentParser
public import FoveaGraph

/// The arguments that say how figures are counted.
struct Counting: ParsableArguments {
  @OptionGroup var batch: BatchOption

  @Option(name: .customLong("dtype"), help: ArgumentHelp("The type of weights and activations.", valueName: "type"))
  var elementType = ElementType.float32

  var options: AnalyzedGraph.Options { AnalyzedGraph.Options(batch: batch.images, elementType: elementType) }

  func validate() throws { try batch.check(atMost: 1_000_000_000) }
}

extension ElementType: ExpressibleByArgument {}
