import FoveaGraph
import FoveaNumerics

/// A layer with its weights, ready for inputs of one shape.
struct PreparedLayer<Element: TensorElement>: Sendable {
  typealias Reference = @Sendable (Tensor<Element>) throws(NumericsError) -> Tensor<Element>

  /// The operation with its weights packed, where it has any.
  enum Preparation: Sendable {
    case none
    case convolution(PreparedConvolution<Element>)
    case transposed(PreparedTransposedConvolution<Element>)
    /// Plain loops.
    case reference(Reference)
  }

  let operation: Operation
  let inputs: [Shape]
  let output: Shape
  let path: String
  private let batch: Int
  /// Whether it is computed in plain loops.
  let isReference: Bool
  private(set) var preparation: Preparation
  /// The border of the output where that is handed on as blocks of channels; nil where as planes.
  private(set) var border: Border?
  /// The layer's arrays by their own names.
  let arrays: [String: Tensor<Element>]

  /// How products are summed; nil for a layer without them.
  var algorithm: NetworkAlgorithm? {
    switch (operation, preparation) {
    case (_, .convolution(let convolution)): NetworkAlgorithm(convolution.algorithm)
    case (_, .reference): .reference
    case (.linear, .none), (.attention, .none): isReference ? .reference : .direct
    case (_, .transposed): .direct
    case (_, .none): nil
    }
  }

  /// Whether other layers can be computed with this one.
  var canBeFollowed: Bool {
    guard case .convolution(let convolution) = preparation else { return false }
    return convolution.algorithm != .reference
  }

  init(
    _ graph: Graph, _ id: LayerID, weights: NetworkWeights<Element>, algorithm: NetworkAlgorithm, batch: Int
  ) throws(ExecutionError) {
    let layer = graph[id]
    let operands = graph.operands(of: layer)
    path = graph.path(of: id)
    self.batch = batch
    isReference = algorithm == .reference
    operation = layer.operation
    inputs = layer.inputs.isEmpty ? [] : operands.all
    output = graph.shape(of: id)
    let owner = layer.weights ?? id
    var arrays: [String: Tensor<Element>] = [:]
    for array in graph.arrays(of: owner) {
      let name = "\(graph.path(of: owner)).\(array.name)"
      guard let tensor = weights.arrays[name], tensor.shape == array.shape else {
        throw .weights("the weights have no array `\(name)` of the shape \(array.shape)")
      }
      arrays[array.name] = tensor
    }
    do throws(NumericsError) {
      preparation = try Self.prepare(layer.operation, operands.first, arrays, algorithm, batch: batch)
    } catch {
      throw .layer(path: path, reason: error.description)
    }
    // Packed weights take the place of the arrays.
    switch preparation {
    case .none: self.arrays = arrays
    case .convolution, .transposed, .reference: self.arrays = [:]
    }
  }

  private static func prepare(
    _ operation: Operation, _ input: Shape, _ arrays: [String: Tensor<Element>], _ algorithm: NetworkAlgorithm,
    batch: Int
  ) throws(NumericsError) -> Preparation {
    guard let weight = arrays["weight"] else { return .none }
    let bias = arrays["bias"]
    if case .conv(let conv) = operation {
      let convolution = conv.convolution(on: input)
      if algorithm == .reference {
        return .reference { input throws(NumericsError) in
          try convolution.reference(input, weight: weight, bias: bias)
        }
      }
      return .convolution(
        try PreparedConvolution(
          convolution, weight: weight, bias: bias, inputShape: input.sizes(batch: batch),
          algorithm: algorithm.convolution))
    }
    if case .convTranspose(let conv) = operation {
      let transposed = TransposedConvolution(
        stride: conv.window.strides(on: input), dilation: conv.window.dilation.values(rank: input.rank),
        padding: conv.window.paddings(on: input), outputPadding: conv.outputPadding.values(rank: input.rank),
        groups: conv.groups)
      if algorithm == .reference {
        return .reference { input throws(NumericsError) in
          try transposed.reference(input, weight: weight, bias: bias)
        }
      }
      return .transposed(
        try PreparedTransposedConvolution(
          transposed, weight: weight, bias: bias, inputShape: input.sizes(batch: batch)))
    }
    return .none
  }

  /// The bytes of the copy of its weights that a layer works with; 0 where it works with the weights themselves.
  static func packedBytes(
    _ operation: Operation, _ input: Shape, weight: [Int], _ algorithm: NetworkAlgorithm, batch: Int
  ) throws(NumericsError) -> Int? {
    if algorithm == .reference { return 0 }
    if case .conv(let conv) = operation {
      return try PreparedConvolution<Element>.packedBytes(
        conv.convolution(on: input), weight: weight, inputShape: input.sizes(batch: batch),
        algorithm: algorithm.convolution)
    }
    guard case .convTranspose(let conv) = operation else { return 0 }
    // A pointwise convolution to one channel for each output channel and tap.
    let rows = weight.dropFirst().reduce(1, *) * conv.groups
    let pointwise = [rows, weight[0] / conv.groups] + weight.dropFirst(2).map { _ in 1 }
    return try PreparedConvolution<Element>.packedBytes(
      Convolution(groups: conv.groups), weight: pointwise, inputShape: input.sizes(batch: batch), algorithm: .direct)
  }

  /// The border that the layer needs to read its input as blocks of channels; nil where it reads planes. `result` says
  /// whether its output is to be blocks.
  func sourceBorder(result: Bool) -> Border? {
    switch (preparation, operation) {
    case (.convolution(let convolution), _): convolution.sourceBorder
    case (.none, .maxPool): result ? .tight : nil
    case (.none, .globalAvgPool): .tight
    default: nil
    }
  }

  /// Whether the layer can hand on its output as blocks of channels.
  var writesBlocks: Bool {
    switch (preparation, operation) {
    case (.convolution(let convolution), _): convolution.writesBlocks
    case (.none, .maxPool): true
    default: false
    }
  }

  /// The same layer between maps of other forms.
  func between(_ forms: MapForms) throws(ExecutionError) -> PreparedLayer {
    var copy = self
    copy.border = forms.result
    guard case .convolution(let convolution) = preparation else { return copy }
    do throws(NumericsError) {
      copy.preparation = .convolution(try convolution.between(forms))
    } catch {
      throw .layer(path: path, reason: error.description)
    }
    return copy
  }

  /// The output of the layer and of those that are computed with it, to which `other` may be added.
  func callAsFunction(
    _ maps: [FeatureMap<Element>], epilogue: Epilogue<Element>, other: FeatureMap<Element>?
  ) throws(ExecutionError) -> FeatureMap<Element> {
    let result: FeatureMap<Element>
    do throws(NumericsError) {
      switch (preparation, operation, border, maps.first) {
      case (.convolution(let convolution), _, _, let first?):
        result = try convolution(first, epilogue: epilogue, other: other)
      case (.none, .maxPool(let pool), let border?, let first?): result = try pooling(pool)(first, border: border)
      case (.none, .globalAvgPool, _, let first?): result = .planes(try GlobalPooling(.average)(first))
      default:
        var tensors: [Tensor<Element>] = []
        for map in maps { tensors.append(try map.tensor()) }
        result = .planes(try compute(tensors))
      }
    } catch {
      throw .layer(path: path, reason: error.description)
    }
    let expected = output.sizes(batch: maps.first?.shape.first ?? batch)
    guard result.shape == expected else {
      throw .layer(path: path, reason: "the output has the shape \(result.shape) and not \(expected)")
    }
    return result
  }

  /// The layer's output, on its own and as planes.
  func callAsFunction(_ tensors: [Tensor<Element>]) throws(ExecutionError) -> Tensor<Element> {
    try self(tensors.map { .planes($0) }, epilogue: Epilogue(), other: nil).planes(path: path)
  }

  private func compute(_ tensors: [Tensor<Element>]) throws(NumericsError) -> Tensor<Element> {
    guard let first = tensors.first else { return try repeated() }
    switch preparation {
    case .convolution(let convolution): return try convolution(first)
    case .transposed(let transposed): return try transposed(first)
    case .reference(let reference): return try reference(first)
    case .none: return try apply(to: first, tensors)
    }
  }

  /// The numbers of a parameter, once for each image.
  private func repeated() throws(NumericsError) -> Tensor<Element> {
    guard let value = arrays["value"] else { throw .attribute("it has no input") }
    let image = try value.reshaped([1] + value.shape)
    return try batch == 1 ? image : .concatenating(Array(repeating: image, count: batch), axis: 0)
  }
}

extension FeatureMap {
  /// The maps as planes; an error is that of the layer at a path.
  func planes(path: String) throws(ExecutionError) -> Tensor<Element> {
    do throws(NumericsError) {
      return try tensor()
    } catch {
      throw .layer(path: path, reason: error.description)
    }
  }
}

extension Shape {
  /// The sizes of the axes of a tensor with `batch` images; an extent that is not known is 0.
  func sizes(batch: Int) -> [Int] { [batch] + extents.map { $0.value ?? 0 } }

  /// The axis of the channels in a tensor with a batch, where there is one.
  var batchedChannelAxis: Int { 1 + (channelAxis ?? 0) }
}

extension Conv {
  /// The convolution of a map.
  fileprivate func convolution(on map: Shape) -> Convolution {
    Convolution(
      stride: window.strides(on: map), dilation: window.dilation.values(rank: map.rank),
      padding: window.paddings(on: map), groups: groups)
  }
}

extension SlidingWindow {
  func strides(on map: Shape) -> [Int] { (0..<map.rank).map { stride($0) } }

  func paddings(on map: Shape) -> [AxisPadding] {
    (0..<map.rank).map { axis in
      let rows = padding(axis, of: map.spatial[axis]) ?? (0, 0)
      return AxisPadding(before: rows.before, after: rows.after)
    }
  }
}
