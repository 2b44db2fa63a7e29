public import FoveaGraph
public import FoveaNumerics

/// The numbers that the layers of a network store: trained weights and running statistics.
///
/// Every array has the name `<path of the layer>.<name>` with PyTorch's names: `weight`, `bias`, `running_mean`,
/// `running_var`. Weights that layers share are there once, under the layer that owns them.
public struct NetworkWeights<Element: TensorElement>: Sendable {
  /// The arrays by name.
  public private(set) var arrays: [String: Tensor<Element>] = [:]
  /// The names in the order of the layers.
  fileprivate let order: [String]

  /// Random weights; the same seed gives the same numbers. An array depends on its own name and the seed alone.
  public init(
    random graph: Graph, seed: UInt64 = 0, initialization: Initialization = .he
  ) throws(ExecutionError) {
    try graph.checkLayers()
    try graph.checkMemory(of: Element.self)
    var order: [String] = []
    for id in graph.ids {
      for array in graph.arrays(of: id) {
        let name = "\(graph.path(of: id)).\(array.name)"
        var generator = SplitMix64(seed: seed, name: name)
        do throws(NumericsError) {
          arrays[name] = try initialization.fill(array, using: &generator)
        } catch {
          throw .layer(path: graph.path(of: id), reason: error.description)
        }
        order.append(name)
      }
    }
    self.order = order
  }

  /// The arrays of an archive.
  ///
  /// - Throws: where one is missing, has another shape, or belongs to no layer.
  public init(_ archive: NPZArchive, for graph: Graph) throws(ExecutionError) {
    try graph.checkLayers()
    var stored = Dictionary(archive.entries.map { ($0.name, $0.array) }) { first, _ in first }
    var order: [String] = []
    for id in graph.ids {
      for array in graph.arrays(of: id) {
        let name = "\(graph.path(of: id)).\(array.name)"
        guard let entry = stored.removeValue(forKey: name) else {
          throw .weights("there is no array `\(name)` of the shape \(array.shape) among the weights")
        }
        do throws(NumericsError) {
          let tensor = try entry.tensor(of: Element.self)
          guard tensor.shape == array.shape else {
            throw NumericsError.shape("the array has the shape \(tensor.shape), the layer's is \(array.shape)")
          }
          arrays[name] = tensor
        } catch {
          throw .weights("`\(name)`: \(error)")
        }
        order.append(name)
      }
    }
    // PyTorch counts the batches that a running statistic has seen.
    if let rest = stored.keys.filter({ !$0.hasSuffix(".num_batches_tracked") }).min() {
      throw .weights("the weights have an array `\(rest)`, which is of no layer")
    }
    self.order = order
  }

  /// The arrays of another precision; those with a narrower one are rounded.
  public init<Other: TensorElement>(_ other: NetworkWeights<Other>) throws(NumericsError) {
    try self.init(other) { _, array in array }
  }

  /// The arrays of another precision, each as `transform` changes it, which sees the array's own name.
  init<Other: TensorElement>(
    _ other: NetworkWeights<Other>, _ transform: (String, Tensor<Element>) -> Tensor<Element>
  ) throws(NumericsError) {
    order = other.order
    for name in order {
      guard let array = other.arrays[name] else { continue }
      let own = name.split(separator: ".").last.map(String.init) ?? name
      arrays[name] = transform(own, try Tensor(array))
    }
  }

  /// The arrays as a file.
  public func archive(_ array: (Tensor<Element>) throws(NumericsError) -> NPYArray) throws(NumericsError) -> NPZArchive
  {
    var archive = NPZArchive()
    for name in order {
      guard let tensor = arrays[name] else { continue }
      archive.entries.append(NPZArchive.Entry(name: name, array: try array(tensor)))
    }
    return archive
  }

  /// An array of the layer that owns its weights; nil where the layer has none of that name.
  func array(_ name: String, ofLayerAt path: String) -> Tensor<Element>? { arrays["\(path).\(name)"] }
}
