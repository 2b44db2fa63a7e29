/// The roles of up to six axes, four bits for each from the lowest up.
struct AxisRoles: Hashable, Sendable, BitwiseCopyable {
  private static let bits: UInt32 = 4

  /// Set where the channels come first and all other axes are spatial, as those of a vector do: then neither is
  /// searched.
  private static let firstFlag: UInt32 = 1 << 31

  private let word: UInt32

  /// Creates the roles of a vector.
  init() { word = Self.firstFlag }

  /// Creates the roles from the elements of a sequence.
  init(_ roles: [AxisRole]) {
    let isChannelsFirst = roles.first == .channels && roles.dropFirst().allSatisfy(\.isSpatial)
    word = roles.enumerated().reduce(isChannelsFirst ? Self.firstFlag : 0) { word, role in
      word | UInt32(role.element.rawValue) << (UInt32(role.offset) * Self.bits)
    }
  }

  /// The roles of a map with `rank` spatial axes and its channels before or after them.
  ///
  /// - Precondition: `rank` is in 0...3.
  init(rank: Int, layout: Shape.Layout) {
    precondition(rank <= 3, "a map has at most three spatial axes")
    switch (rank, layout) {
    case (0, _): self.init()
    case (_, .channelsFirst): self = Self.first[rank - 1]
    case (_, .channelsLast): self = Self.last[rank - 1]
    }
  }

  private static let first = (1...3).map { rank in
    AxisRoles([.channels] + (0..<rank).map { AxisRole.spatial($0, of: rank) })
  }
  private static let last = (1...3).map { rank in
    AxisRoles((0..<rank).map { AxisRole.spatial($0, of: rank) } + [.channels])
  }

  /// Whether the channels come first and all other axes are spatial; true of a vector.
  var isChannelsFirst: Bool { word & Self.firstFlag != 0 }

  /// The role of one axis of the tensor that has these roles.
  subscript(axis: Int) -> AxisRole {
    let raw = UInt8(word >> (UInt32(axis) * Self.bits) & (1 << Self.bits - 1))
    guard let role = AxisRole(rawValue: raw) else { preconditionFailure("no role has the number \(raw)") }
    return role
  }
}
