/// The index of a scope in its graph.
public struct ScopeID: Hashable, Sendable, BitwiseCopyable {
  /// The position in `Graph.scopes`.
  public let index: Int32

  /// Creates the identity of the scope at `index`.
  public init(_ index: Int) {
    self.index = Int32(index)
  }

  /// The position in an array.
  public var position: Int { Int(index) }

  /// The network itself.
  public static let root = ScopeID(0)
}

/// A part of a network that has a name: a use of a block, one of its repetitions, or a branch.
///
/// The layers of a scope are neighbours in execution order.
public struct Scope: Hashable, Sendable {
  /// What a scope stands for.
  public enum Role: Hashable, Sendable {
    /// The network.
    case network
    /// A use of a block, by the block's name.
    case block(String)
    /// A layer or a block that is repeated, by its operator's or block's name.
    case repeated(String)
    /// A branch of a join.
    case branch
  }

  /// The enclosing scope; the root's own for the root.
  public let parent: ScopeID
  /// The name within the enclosing scope.
  public let name: String
  /// What it stands for.
  public let role: Role
  /// The path, in another version of the network, of the layer that it stands for.
  public let replaces: String?
  /// The first of its layers.
  public let start: LayerID
  /// The position after the last of its layers.
  public internal(set) var end: LayerID

  /// Its layers' positions.
  public var range: Range<Int> { start.position..<max(start.position, end.position) }
}
