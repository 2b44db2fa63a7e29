public import FoveaGraph
import FoveaLanguage
import FoveaText

/// A network after large kernels became stacks of small ones.
public struct RewrittenNetwork: Sendable {
  /// A layer that was looked at.
  public struct Layer: Hashable, Sendable {
    /// The layer in the old network.
    public let layer: LayerID
    /// Its path.
    public let path: String
    /// Why it stays as it is, one phrase; nil where a stack took its place.
    public let refusal: String?
  }

  /// The network with the stacks; its text is the old one apart from them.
  public let network: Network
  /// The layers that were looked at, in the order of the network.
  public let layers: [Layer]
}

/// A rewrite that could not be made.
public struct RewriteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why, one phrase.
  public let description: String
}

extension Network {
  /// Replaces large kernels by stacks of small ones, where this saves work or layers are named.
  ///
  /// Weights are not looked at: what the stacks can compute is known from their sizes.
  ///
  /// - Parameters:
  ///   - layers: paths of the layers to rewrite, as patterns; all that it pays for where there are none.
  ///   - widths: the channels between the layers of a stack; chosen where there are none.
  /// - Throws: where the network has errors or no text, or where more of the text would have to change.
  public func rewritten(layers: [String] = [], widths: [Int] = []) throws(RewriteError) -> RewrittenNetwork {
    var options = RewriteOptions()
    (options.layers, options.widths) = (layers, widths)
    let rewrite: NetworkRewrite
    do throws(Rewriter.Failure) {
      rewrite = try NetworkRewrite(self, rewriting: options)
    } catch {
      throw RewriteError(description: error.description)
    }
    let looked =
      rewrite.proposals.map { RewrittenNetwork.Layer(layer: $0.layer, path: $0.path, refusal: nil) }
      + rewrite.refusals.map { RewrittenNetwork.Layer(layer: $0.layer, path: $0.path, refusal: $0.reason) }
    let new = description.map { Network(Specification(rewrite.rewritten), $0.options, counting: counting) }
    return RewrittenNetwork(network: new ?? self, layers: looked.sorted { $0.layer < $1.layer })
  }
}
