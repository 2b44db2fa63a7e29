/// Why a tensor could not be made or an operation could not be carried out.
public enum NumericsError: Error, Equatable, Sendable {
  /// A tensor would need `bytes` bytes, more than `limit`. `bytes` is rounded: it may exceed every integer type.
  case tooLarge(shape: [Int], bytes: Double, limit: Int)
  /// Shapes do not fit each other or the operation.
  case shape(String)
  /// An attribute is outside of its domain.
  case attribute(String)
  /// Bytes are not what a file format prescribes.
  case format(String)
  /// The instruction set asked for does not exist or this machine lacks it.
  case instructionSet(String)
}

extension NumericsError: CustomStringConvertible {
  /// One phrase that states the numbers.
  public var description: String {
    switch self {
    case .tooLarge(let shape, let bytes, let limit):
      "a tensor of shape \(shape) needs \(Self.size(bytes)), the limit is \(Self.size(Double(limit)))"
    case .shape(let message), .attribute(let message), .format(let message), .instructionSet(let message): message
    }
  }

  private static func size(_ bytes: Double) -> String {
    let units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    var value = bytes
    var unit = 0
    while value >= 1024, unit < units.count - 1 {
      value /= 1024
      unit += 1
    }
    let tenths = (value * 10).rounded()
    guard tenths < 1e15 else { return "\(tenths / 10) \(units[unit])" }
    let whole = Int(tenths)
    return whole % 10 == 0 ? "\(whole / 10) \(units[unit])" : "\(whole / 10).\(whole % 10) \(units[unit])"
  }
}
