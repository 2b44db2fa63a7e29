/// A trained factor for each channel.
public struct LayerScale: Operator {
  public static let name = "layer_scale"
  public static let summary = "Multiplies each channel by a trained factor (Touvron et al. 2021)."
  public static let counting = "one for each value"
  public static let attributes: [Attribute<LayerScale>] = [
    .optional("init", \.initial, "The factors before training.", form: .number)
  ]
  public static let arity = Arity.one

  /// The factors before training.
  public var initial = 1e-6

  public init() {}

  public var operation: Operation { .layerScale(self) }

  public var facts: Facts { Facts(.normalization, .elementwise, isLinear: true) }

  public func shape(of inputs: Operands) -> Shape { inputs.first }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    var cost = Cost(operations: 1, perValueOf: output, saved: .inputs)
    cost.parameters = Figure(output.channels)
    return cost
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] {
    [StoredArray("weight", [output.channels.orZero], .scale(initial))]
  }
}
