import ArgumentParser
public import FoveaGraph

/// The arguments that say how figures are counted.
struct Counting: ParsableArguments {
  @OptionGroup var batch: BatchOption

  @OptionGroup var type: TypeOption<ElementType>

  var options: AnalyzedGraph.Options { AnalyzedGraph.Options(batch: batch.images, elementType: type.chosen) }

  func validate() throws { try batch.check(atMost: 1_000_000_000) }
}

extension ElementType: NumberType {}
