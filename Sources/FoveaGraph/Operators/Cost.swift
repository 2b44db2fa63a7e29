/// What one layer stores and computes for one image.
public struct Cost: Hashable, Sendable, BitwiseCopyable {
  /// Trainable numbers.
  public var parameters: Figure = 0
  /// Numbers that are stored but not trained: running statistics and their counter.
  public var buffers: Figure = 0
  /// Multiply-accumulates of convolutions, linear layers and matrix products. A bias is none.
  public var macs: Figure = 0
  /// Every other arithmetic operation, by the operator's documented count.
  public var operations: Figure = 0
  /// Values that it holds while it is computed and for the backward pass, beside its inputs and its output: queries,
  /// keys, values and what the heads give.
  public var projected: Figure = 0
  /// Entries of attention matrices, `heads · queries · keys`, which a fused kernel does not store.
  public var matrix: Figure = 0
  /// What the backward pass needs of the layer.
  public var saved: Saved = .nothing
  /// Whether the output is the input's memory, seen in another way; without an input, that of its weights.
  public var isView = false

  /// Creates the cost of a layer that does nothing.
  public init() {}

  /// Creates the cost of a layer without weights: `operations` for each value of the output.
  public init(operations: Int, perValueOf shape: Shape, saved: Saved) {
    self.operations = Figure(operations) * shape.elements
    self.saved = saved
  }

  /// Creates the cost of weights that are applied at every one of `positions`, with as many numbers of a bias.
  init(weights: Figure, bias: Int, appliedAt positions: Figure, giving output: Shape) {
    parameters = weights + Figure(bias)
    macs = weights * positions
    operations = bias > 0 ? output.elements : 0
    saved = .inputs
  }

  /// A layer that does nothing at inference, or only relabels its input's memory.
  public static var view: Cost {
    var cost = Cost()
    cost.isView = true
    return cost
  }

  /// The tensors that the backward pass needs.
  public enum Saved: Hashable, Sendable, BitwiseCopyable {
    /// Neither its inputs nor its output.
    case nothing
    /// Its inputs, as a convolution does.
    case inputs
    /// Its output, as a rectifier does.
    case output
  }
}
