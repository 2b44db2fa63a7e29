package import FoveaFilters
import FoveaGraph
package import FoveaNumerics

/// The convolutions that take the place of one, as they are written: channels in terms of the layer's own.
package struct RewriteStack: Hashable, Sendable {
  /// A number of channels.
  package enum Channels: Hashable, Sendable {
    /// As many as the layer gives.
    case outputs
    case count(Int)
    /// A multiple of those that the layer reads.
    case timesInputs(Int)
    /// A multiple of those that the layer gives.
    case timesOutputs(Int)
  }

  /// A number of groups.
  package enum Groups: Hashable, Sendable {
    /// As many as the layer has.
    case same
    case one
    /// One for each channel that the layer reads.
    case inputs
    /// One for each channel that the layer gives.
    case outputs
  }

  /// One convolution.
  package struct Layer: Hashable, Sendable {
    package var windows: [AxisWindow]
    package var outputs: Channels
    package var groups: Groups
    package var hasBias: Bool

    package init(windows: [AxisWindow], outputs: Channels, groups: Groups = .same, hasBias: Bool = false) {
      self.windows = windows
      self.outputs = outputs
      self.groups = groups
      self.hasBias = hasBias
    }
  }

  package var layers: [Layer]
  package var between: Between

  package init(layers: [Layer], between: Between = .nothing) {
    precondition(layers.count > 1, "a layer is replaced by several")
    self.layers = layers
    self.between = between
  }
}

extension RewriteStack {
  /// The layers in place of one with the given sizes, each with what it reads.
  ///
  /// Nil where a layer's channels do not divide into its groups, or are more than a layer may have.
  package func sizes(replacing direct: ConvolutionSizes) -> [ConvolutionSizes]? {
    var sizes: [ConvolutionSizes] = []
    var (inputs, size) = (direct.inputs, direct.size)
    for layer in layers {
      guard let outputs = layer.outputs.count(replacing: direct) else { return nil }
      let groups = layer.groups.count(replacing: direct)
      guard outputs > 0, outputs % groups == 0, inputs % groups == 0 else { return nil }
      let own = ConvolutionSizes(
        inputs: inputs, outputs: outputs, groups: groups, windows: layer.windows, hasBias: layer.hasBias, size: size)
      sizes.append(own)
      inputs = outputs
      if let current = size {
        guard let next = try? layer.windows.outputSizes(current) else { return nil }
        size = next
      }
    }
    return sizes
  }

  /// Whether the chain has the windows of one layer along every axis, without a hole.
  package func hasGeometry(of direct: ConvolutionSizes) -> Bool {
    direct.windows.indices.allSatisfy { axis in
      ComposedWindow(layers.map { $0.windows[axis] })?.isSame(as: direct.windows[axis]) ?? false
    }
  }
}

extension RewriteStack.Channels {
  /// More channels than a description may state.
  private static let largest = 1_000_000

  func count(replacing direct: ConvolutionSizes) -> Int? {
    let count: Int
    switch self {
    case .outputs: count = direct.outputs
    case .count(let given): count = given
    case .timesInputs(let factor):
      let (product, overflow) = direct.inputs.multipliedReportingOverflow(by: factor)
      count = overflow ? .max : product
    case .timesOutputs(let factor):
      let (product, overflow) = direct.outputs.multipliedReportingOverflow(by: factor)
      count = overflow ? .max : product
    }
    return count <= Self.largest ? count : nil
  }
}

extension RewriteStack.Groups {
  func count(replacing direct: ConvolutionSizes) -> Int {
    switch self {
    case .same: direct.groups
    case .one: 1
    case .inputs: direct.inputs
    case .outputs: direct.outputs
    }
  }
}
