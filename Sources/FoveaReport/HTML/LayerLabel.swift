import FoveaGraph

/// A layer or a shape in the few words that a box has room for.
enum LayerLabel {
  /// The operator with what matters most of it: `conv 7×7 /2`, `conv 3×3 depthwise`, `upsample ×2`.
  static func text(_ operation: Operation, input: Shape) -> String {
    let name = operation.name
    let rank = max(1, input.rank)
    if case .conv(let conv) = operation { return name + window(conv.window, rank) + grouping(conv.groups, input) }
    if case .convTranspose(let conv) = operation {
      return name + window(conv.window, rank) + grouping(conv.groups, input)
    }
    if let window = operation.facts.window { return name + self.window(window, rank) }
    if case .adaptiveAvgPool(let pool) = operation { return name + " to " + joined(pool.size, rank) }
    if case .adaptiveMaxPool(let pool) = operation { return name + " to " + joined(pool.size, rank) }
    if case .upsample(let upsample) = operation { return name + (upsample.scale.map { " ×" + short($0, rank) } ?? "") }
    if case .pixelShuffle(let shuffle) = operation { return name + " ×\(shuffle.factor)" }
    if case .pixelUnshuffle(let shuffle) = operation { return name + " /\(shuffle.factor)" }
    return name
  }

  /// The extents of a shape with a multiplication sign between them.
  static func text(_ shape: Shape) -> String { shape.extents.map(\.description).joined(separator: "×") }

  private static func window(_ window: SlidingWindow, _ rank: Int) -> String {
    let stride = (window.stride ?? window.kernel)
    return " " + joined(window.kernel, rank)
      + (stride.values(rank: rank).allSatisfy { $0 == 1 } ? "" : " /" + short(stride, rank))
      + (window.dilation.values(rank: rank).allSatisfy { $0 == 1 } ? "" : " dilated " + short(window.dilation, rank))
  }

  private static func grouping(_ groups: Int, _ input: Shape) -> String {
    groups == 1 ? "" : input.channels.value == groups ? " depthwise" : " in \(groups) groups"
  }

  private static func joined(_ values: AxisValues, _ rank: Int) -> String {
    values.values(rank: rank).map(String.init).joined(separator: "×")
  }

  /// One number where it is the same on every axis.
  private static func short(_ values: AxisValues, _ rank: Int) -> String {
    let all = values.values(rank: rank)
    return Set(all).count == 1 ? String(all[0]) : joined(values, rank)
  }
}
