/// A receptive field as a description states it.
public enum StatedView: Hashable, Sendable {
  /// Not known.
  case unknown
  /// The unit at its own place.
  case pointwise
  /// The whole map.
  case global
  /// A window of `size` rows, `stride` rows apart, the first of which begins `padding` rows before the map.
  case window(size: AxisValues, stride: AxisValues, padding: AxisValues)

  /// What a unit of `output` sees of `input`.
  ///
  /// A window, or the unit at its own place, has a meaning only where both have the same spatial axes.
  func view(of input: Shape, giving output: Shape) -> View {
    switch self {
    case .unknown: return .unknown
    case .global: return .everything
    case .pointwise: return input.rank == output.rank ? .pointwise : .unknown
    case .window(let size, let stride, let padding):
      guard input.rank == output.rank, input.rank > 0 else { return .unknown }
      return View.windows(rank: input.rank) {
        PeriodicWindow(kernel: size[$0], stride: stride[$0], padding: padding[$0])
      }
    }
  }
}

extension StatedView: AttributeValue {
  public static var form: AttributeForm { .window(words: ["pointwise", "global", "unknown"]) }

  public init?(_ value: Value) {
    switch value {
    case .word("unknown"): self = .unknown
    case .word("pointwise"): self = .pointwise
    case .word("global"): self = .global
    case .mapping(let entries):
      func values(_ key: String) -> AxisValues? {
        entries.first { $0.key == key }.flatMap { AxisValues($0.value) }
      }
      guard let size = values("size") else { return nil }
      self = .window(size: size, stride: values("stride") ?? 1, padding: values("padding") ?? 0)
    case .integer, .word, .decimal, .truth, .list, .layer: return nil
    }
  }

  public var value: Value? {
    switch self {
    case .unknown: .word("unknown")
    case .pointwise: .word("pointwise")
    case .global: .word("global")
    case .window(let size, let stride, let padding):
      .mapping(
        [("size", size), ("stride", stride), ("padding", padding)].compactMap { key, values in
          values.value.map { Value.Entry(key, $0) }
        })
    }
  }
}
