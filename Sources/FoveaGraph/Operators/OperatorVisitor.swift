/// A question to an operator whose type only the enumeration knows.
protocol OperatorVisitor {
  associatedtype Result
  associatedtype Failure: Error = Never

  func visit(_ base: some Operator) throws(Failure) -> Result
}

/// A question to the type of an operator.
protocol OperatorTypeVisitor {
  associatedtype Result
  associatedtype Failure: Error = Never

  func visit<Base: Operator>(_ type: Base.Type) throws(Failure) -> Result
}

extension Operation {
  /// The operator itself.
  public var base: any Operator { accept(BaseVisitor()) }

  /// The operator's name in the language.
  public var name: String { type(of: base).name }

  /// The shape of the output.
  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    try accept(ShapeVisitor(inputs: inputs))
  }

  /// What a unit of the output sees of the input at a position.
  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    accept(ViewVisitor(input: input, inputs: inputs, output: output))
  }

  /// What it stores and computes for one image.
  public func cost(of inputs: Operands, giving output: Shape) -> Cost {
    accept(CostVisitor(inputs: inputs, output: output))
  }
}

private struct BaseVisitor: OperatorVisitor {
  func visit(_ base: some Operator) -> any Operator { base }
}

private struct ShapeVisitor: OperatorVisitor {
  let inputs: Operands

  func visit(_ base: some Operator) throws(ShapeError) -> Shape { try base.shape(of: inputs) }
}

private struct ViewVisitor: OperatorVisitor {
  let input: Int
  let inputs: Operands
  let output: Shape

  func visit(_ base: some Operator) -> View { base.view(of: input, in: inputs, giving: output) }
}

private struct CostVisitor: OperatorVisitor {
  let inputs: Operands
  let output: Shape

  func visit(_ base: some Operator) -> Cost { base.cost(of: inputs, giving: output) }
}
