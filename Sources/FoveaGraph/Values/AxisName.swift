/// The name of an axis of a map, as a description writes it.
public enum AxisName: String, AttributeWord {
  case channels, depth, height, width, length

  /// What the axis counts.
  public var role: AxisRole {
    switch self {
    case .channels: .channels
    case .depth: .depth
    case .height: .height
    case .width: .width
    case .length: .length
    }
  }
}
