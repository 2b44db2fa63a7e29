/// For each axis of the network's input, the axis of a map along which the map's units move there, if they move.
public struct UnitAxes: Hashable, Sendable, BitwiseCopyable {
  private static let bits: UInt32 = 4
  private static let none: UInt32 = 1 << bits - 1

  private var word: UInt32

  /// Each axis of the input has its own axis of the map, in the same order.
  public static let parallel = UnitAxes(word: (0..<6).reduce(0) { $0 | $1 << ($1 * bits) })

  private init(word: UInt32) { self.word = word }

  /// The axis of the map; nil where all units see the same rows.
  public subscript(axis: Int) -> Int? {
    get {
      let unit = word >> (UInt32(axis) * Self.bits) & Self.none
      return unit == Self.none ? nil : Int(unit)
    }
    set {
      let place = UInt32(axis) * Self.bits
      word = word & ~(Self.none << place) | (newValue.map { UInt32($0) } ?? Self.none) << place
    }
  }
}
