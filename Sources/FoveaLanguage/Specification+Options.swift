import FoveaGraph

extension Specification.Options: Hashable {
  /// Whether two sets of options say the same in the same order.
  public static func == (one: Self, other: Self) -> Bool {
    one.variant == other.variant && one.settings.elementsEqual(other.settings, by: ==)
      && one.inputs.elementsEqual(other.inputs, by: ==)
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
