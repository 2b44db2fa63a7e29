import FoveaGraph

extension Specification.Options: Hashable {
  /// Whether two sets of options say the same in the same order.
  public static func == (one: Self, other: Self) -> Bool {
    one.variant == other.variant
      && one.settings.elementsEqual(other.settings) { $0.name == $1.name && $0.value == $1.value }
      && one.inputs.elementsEqual(other.inputs) { $0.name == $1.name && $0.shape == $1.shape }
  }

  /// Hashes all that the options say.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(variant)
    for (name, value) in settings {
      hasher.combine(name)
      hasher.combine(value)
    }
    for (name, shape) in inputs {
      hasher.combine(name)
      hasher.combine(shape)
    }
  }
}
