package import FoveaGraph

/// How figures are counted, in words.
package enum Convention {
  /// What the figures of work, weights and memory mean.
  package static func costs(_ options: AnalyzedGraph.Options) -> String {
    let images = options.batch == 1 ? "one image" : "\(options.batch) images"
    return "macs are the multiply-accumulates of convolutions, linear layers and matrix products, without bias; "
      + "flops are 2 · macs and every other operation; weights that are shared are counted once, their work at each use; "
      + "work and activations are for \(images), memory is in \(options.elementType.rawValue)"
  }

  /// What the figures of a receptive field mean.
  package static let fields =
    "a receptive field is size/stride in input rows, over all paths and not clipped at the border; where some path gathers "
    + "the whole map it is global, and the field of the other paths stands beside it"

  /// Both, as one text.
  package static func text(_ options: AnalyzedGraph.Options) -> String { costs(options) + "; " + fields }
}
