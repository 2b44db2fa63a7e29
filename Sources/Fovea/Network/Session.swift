public import FoveaGraph
public import FoveaLanguage
public import FoveaText

/// A text that is worked on: what was read of it, and the networks that were made of it, each at the first question.
///
/// ```swift
/// let session = Session(SourceText(path: "net.yaml", text: text))
/// for network in session.networks { print(network.title, network.diagnostics.count) }
/// ```
///
/// Every network is made once, whoever asks for it, and is kept as long as the session.
///
/// A class, because all who ask share what is remembered. They may ask from several threads at once.
public final class Session: Sendable {
  /// The networks of the same options, one for each way in which figures are counted.
  private typealias Cell = Guarded<[Network]>

  /// The text.
  public let source: SourceText
  private let reading = Guarded<Specification?>(nil)
  private let precedingReading = Guarded<Specification?>(nil)
  private let cells = Guarded<[Specification.Options: Cell]>([:])
  private let count = Guarded(0)

  /// Begins to work on a text, which is not read yet.
  public init(_ source: SourceText) { self.source = source }

  /// Begins to work on a description that has been read.
  public convenience init(_ specification: Specification) {
    self.init(specification.source)
    reading.withLock { $0 = specification }
  }

  /// What was read of the text.
  public var specification: Specification {
    reading.withLock { known in
      let specification = known ?? Specification(source)
      known = specification
      return specification
    }
  }

  /// What can be told of the text in spite of a mistake of its YAML: variants, parameters, inputs and blocks that stand
  /// before it. Without such a mistake it is the ``specification``.
  public var outline: Specification {
    let specification = specification
    guard !specification.isReadable else { return specification }
    return precedingReading.withLock { known in
      let outline = known ?? specification.beforeMistake
      known = outline
      return outline
    }
  }

  /// The networks of the description, one for each variant.
  public var networks: [Network] {
    let variants = specification.variants
    return (variants.isEmpty ? [nil] : variants.map(Optional.some)).map { variant in
      var options = Specification.Options()
      options.variant = variant
      return network(options)
    }
  }

  /// The network that some options make of the description.
  ///
  /// - Parameters:
  ///   - options: the variant, and values of parameters and inputs.
  ///   - counting: how the figures are counted.
  public func network(
    _ options: Specification.Options = .init(), counting: AnalyzedGraph.Options = .init()
  ) -> Network {
    let specification = specification
    var options = options
    options.variant = options.variant ?? specification.variants.first
    let cell = cells.withLock { cells in
      let cell = cells[options] ?? Cell([])
      cells[options] = cell
      return cell
    }
    // Other networks can be made meanwhile.
    return cell.withLock { known in
      if let same = known.first(where: { $0.counting == counting }) { return same }
      let network: Network
      if let other = known.first {
        network = other.counted(as: counting)
      } else {
        count.withLock { $0 += 1 }
        network = Network(specification, options, counting: counting)
      }
      known.append(network)
      return network
    }
  }

  /// How many networks were made so far.
  package var elaborations: Int { count.withLock { $0 } }

  /// The network of some options with sizes that are not known in all inputs; nil where that has errors.
  ///
  /// - Parameter graph: the network as it is, for the names and channels of its inputs.
  func network(_ options: Specification.Options, withSizesOpen graph: Graph) -> Network? {
    let network = network(options.withSizesOpen(graph))
    return network.analysis == nil ? nil : network
  }
}
