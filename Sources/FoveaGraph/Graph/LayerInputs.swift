/// The layers that a layer reads, in order. Only those of a join take an allocation.
public struct LayerInputs: Hashable, Sendable {
  private let head: LayerID?
  private let others: [LayerID]

  /// The inputs of a layer that reads one other.
  public init(_ input: LayerID) {
    head = input
    others = []
  }

  /// The inputs of a layer that reads several others, or none.
  public init(_ inputs: [LayerID]) {
    head = inputs.first
    others = inputs.count > 1 ? Array(inputs[1...]) : []
  }
}

extension LayerInputs: RandomAccessCollection {
  public var startIndex: Int { 0 }

  public var endIndex: Int { head == nil ? 0 : others.count + 1 }

  public subscript(position: Int) -> LayerID {
    guard let head else { preconditionFailure("a layer without inputs") }
    return position == 0 ? head : others[position - 1]
  }
}

extension LayerInputs: ExpressibleByArrayLiteral {
  public init(arrayLiteral inputs: LayerID...) {
    self.init(inputs)
  }
}
