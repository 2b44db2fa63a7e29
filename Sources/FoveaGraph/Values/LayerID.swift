/// The index of a layer in its graph, in execution order.
public struct LayerID: Hashable, Sendable, BitwiseCopyable, Comparable {
  /// The position in `Graph.layers`.
  public let index: Int32

  /// Creates the identity of the layer at `index`.
  public init(_ index: Int) {
    self.index = Int32(index)
  }

  /// The position in an array.
  public var position: Int { Int(index) }

  public static func < (left: LayerID, right: LayerID) -> Bool {
    left.index < right.index
  }
}
