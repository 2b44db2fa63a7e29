package import FoveaFilters
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
  /// The names of arrays that were read from a file where they have single precision.
  private var singles: Set<String> = []

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
  /// - Throws: where one is missing, has another shape, belongs to no layer, or has numbers that are not finite in this
  ///   precision.
  public init(_ archive: NPZArchive, for graph: Graph) throws(ExecutionError) {
    try self.init(Dictionary(archive.entries.map { ($0.name, $0.array) }) { first, _ in first }, for: graph)
  }

  /// Arrays by name; the same must hold of them.
  package init(_ stored: [String: NPYArray], for graph: Graph) throws(ExecutionError) {
    try graph.checkLayers()
    var stored = stored
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
          if let found = NonfiniteNumbers(in: tensor) {
            let isTooLarge = NonfiniteNumbers(in: entry) == nil
            throw NumericsError.format(
              isTooLarge ? "the number at \(found.index) is too large for \(Element.self)" : "there is \(found)")
          }
          arrays[name] = tensor
          if case .float32 = entry { singles.insert(name) }
        } catch {
          throw .weights("`\(name)`: \(error)")
        }
        order.append(name)
      }
    }
    if let rest = stored.keys.filter({ !WeightNames.isCounter($0) }).min() {
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

  /// The least precision in which the weights of some layers were stored.
  func precision(of layers: [LayerID], in graph: Graph) -> StoredPrecision {
    let names = layers.map { "\(graph.path(of: graph.weightOwner(of: $0))).weight" }
    return names.contains(where: singles.contains) ? .float32 : .float64
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

  /// Replaces the weights of the layer at a path by those of a kernel: `weight`, and `bias` where the layer has one.
  ///
  /// - Throws: where the layer has other shapes, or the kernel has a bias that the layer has no place for.
  package mutating func set(_ kernel: Kernel, ofLayerAt path: String) throws(ExecutionError) {
    do throws(NumericsError) {
      try replace("\(path).weight", by: kernel.weightTensor())
      if arrays["\(path).bias"] != nil {
        let bias: Tensor<Element>? = try kernel.biasTensor()
        let zeros = try Tensor<Element>(shape: [kernel.outputs])
        try replace("\(path).bias", by: bias ?? zeros)
      } else if kernel.bias?.contains(where: { $0 != 0 }) == true {
        throw NumericsError.shape("there is a bias, and the layer has none")
      }
    } catch {
      throw .weights("`\(path)`: \(error)")
    }
  }

  private mutating func replace(_ name: String, by tensor: Tensor<Element>) throws(NumericsError) {
    guard arrays[name]?.shape == tensor.shape else {
      throw .shape("an array of the shape \(tensor.shape) does not fit `\(name)`")
    }
    arrays[name] = tensor
  }
}

/// The meaning of names that arrays have in files of PyTorch.
package enum WeightNames {
  /// Whether an array counts the batches that a running statistic has seen, which PyTorch stores as an integer.
  package static func isCounter(_ name: String) -> Bool { name.hasSuffix(".num_batches_tracked") }
}
