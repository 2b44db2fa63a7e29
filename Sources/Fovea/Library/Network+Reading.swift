public import FoveaGraph
import FoveaLanguage
import FoveaText

extension Network {
  /// Reads a description and analyses the network.
  ///
  /// What is wrong with it is among the ``diagnostics``; with errors there is no ``analysis``.
  ///
  /// - Parameters:
  ///   - text: a description in the language.
  ///   - path: what the text is called in reports.
  ///   - variant: the variant; the first where none is named.
  ///   - settings: values for parameters of the description, by name.
  public init(text: String, path: String = "network.yaml", variant: String? = nil, settings: [String: Value] = [:]) {
    var options = Specification.Options()
    options.variant = variant
    options.settings = settings.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    self.init(Specification(SourceText(path: path, text: text)), options)
  }

  /// The same description with one parameter at each of several values, as networks with their figures.
  ///
  /// A value that the description refuses gives a network with errors. A network that a program built has no
  /// parameters, so the result is empty.
  public func swept(_ parameter: String, over values: [Value]) -> [Network] {
    guard let description else { return [] }
    return values.map { value in
      var options = description.options
      options.settings.removeAll { $0.name == parameter }
      options.settings.append((name: parameter, value: value))
      return Network(description.specification, options, counting: counting)
    }
  }

  /// The description as a text; nil where a program built the network.
  public var text: String? { source.map { String(decoding: $0.bytes, as: UTF8.self) } }

  /// The dotted path of a layer, `layer1.0.conv`, by which it is named everywhere; nil where there is no such layer.
  public func path(of layer: LayerID) -> String? {
    guard let graph, graph.ids.contains(layer) else { return nil }
    return graph.path(of: layer)
  }
}
