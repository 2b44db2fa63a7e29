/// Division by the strength of neighbouring channels.
public struct LocalResponseNorm: Operator {
  public static let name = "local_response_norm"
  public static let summary =
    "Divides each value by `(k + alpha / size · Σ x²)^beta` over `size` neighbouring channels (Krizhevsky et al. 2012)."
  public static let counting =
    "size + 4 for each value: a square, size − 1 additions, a product, an addition, a power and a division"
  public static let attributes: [Attribute<LocalResponseNorm>] = [
    .required("size", \.size, "The number of neighbouring channels, the value's own among them."),
    .optional("alpha", \.alpha, "The weight of the sum of squares.", form: .nonNegative),
    .optional("beta", \.beta, "The exponent.", form: .nonNegative),
    .optional("k", \.constant, "The constant that is added to the sum.", form: .nonNegative),
  ]
  public static let arity = Arity.one

  /// The number of neighbouring channels.
  public var size = 1
  /// The weight of the sum of squares.
  public var alpha = 1e-4
  /// The exponent.
  public var beta = 0.75
  /// The constant that is added to the sum.
  public var constant = 1.0

  public init() {}

  public var operation: Operation { .localResponseNorm(self) }

  public var facts: Facts { Facts(.normalization, .aggregation) }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    try inputs.map(Self.name)
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View { .pointwise }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    Cost(operations: size + 4, perValueOf: output, saved: .inputs)
  }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}
