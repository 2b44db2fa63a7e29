/// Normalisation by the statistics of one position, or of one image.
public struct LayerNorm: Operator {
  public static let name = "layer_norm"
  public static let summary =
    "Normalises the channels at each position, or all values of an image, by their mean and variance (Ba et al. 2016)."
  public static let counting = "seven for each value, and two more with a trained scale and shift"
  public static let attributes: [Attribute<LayerNorm>] = [
    .optional("over", \.over, "What shares a mean and a variance: the channels of a position, or all values."),
    .optional("affine", \.affine, "Whether every normalised entry has a trained scale and shift."),
    .optional("bias", \.bias, "Whether the shift is among them."),
    .optional("eps", \.epsilon, "What is added to the variance."),
  ]
  public static let arity = Arity.one

  /// What shares a mean and a variance.
  public var over = Extension.channels
  /// Whether every normalised entry has a trained scale.
  public var affine = true
  /// Whether it has a trained shift as well.
  public var bias = true
  /// What is added to the variance.
  public var epsilon = 1e-5

  public init() {}

  public var operation: Operation { .layerNorm(self) }

  public var facts: Facts { Facts(.normalization, .aggregation) }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    if inputs.first.isVector { return .channels }
    switch over {
    case .channels: return .pointwise
    case .all: return .whole(.normalized, of: inputs.first)
    }
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    let entries =
      switch over {
      case .channels: Figure(output.channels)
      case .all: output.elements
      }
    return .normalization(of: output, parameters: affine ? (bias ? 2 : 1) * entries : 0)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] {
    switch over {
    case .channels: .affine(affine, [output.channels.orZero], bias: bias)
    case .all: .affine(affine, output.extents.map(\.orZero), bias: bias)
    }
  }

  /// What shares a mean and a variance.
  public enum Extension: String, AttributeWord {
    /// The channels of one position.
    case channels
    /// All values of one image.
    case all
  }
}
