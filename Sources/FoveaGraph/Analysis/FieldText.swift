/// Receptive fields as text.
package enum FieldText {
  /// Size and stride: `427/32`, `7x1/2x1`, `172 ~8` where the stride is an average, `global (851/32)`, `global`,
  /// `none` where nothing is seen, `unknown`.
  ///
  /// - Parameter mark: what follows the word `global`, such as a reference to a footnote.
  package static func short(_ field: ReceptiveField?, mark: String = "") -> String {
    guard let field else { return "unknown" }
    let axes = field.hasUnknownPaths ? "unknown" : field.axes.map(short)
    guard field.isGlobal else { return axes ?? "none" }
    return "global" + mark + (axes.map { " (\($0))" } ?? "")
  }

  /// What a unit sees, in words.
  ///
  /// - Parameters:
  ///   - gate: the last layer that gathers the whole map.
  ///   - count: the number of all that do.
  ///   - unknown: what is not known of it.
  ///   - path: the path of a layer.
  package static func words(
    _ field: ReceptiveField?, through gate: LayerID?, of count: Int, unknown: UnknownField?, path: (LayerID) -> String
  ) -> String {
    let because = unknown.map { " from \(path($0.layer)) on: \(words($0.reason))" } ?? ""
    guard let field else { return "its receptive field is unknown" + because }
    guard let gate else { return "sees " + (field.axes.map(words) ?? "nothing of the input") }
    let others = count == 1 ? "" : " and \(count - 1) before it"
    let elsewhere = field.hasUnknownPaths ? "unknown" + because : field.axes.map(words)
    return "sees everything (through \(path(gate))\(others))" + (elsewhere.map { "; elsewhere " + $0 } ?? "")
  }

  /// Why a field is not known, as a phrase.
  package static func words(_ reason: UnknownField.Reason) -> String {
    switch reason {
    case .unstated: "it does not state what it sees"
    case .size: "its windows depend on a size that is not known"
    case .axes: "what a unit sees on one axis depends on several axes of its map"
    case .broadcast: "one unit that sees a part of the map is repeated all over it"
    case .period: "its windows repeat after more than \(PeriodicWindow.maximumPeriod) units"
    case .union: "the windows of its paths have no common period"
    }
  }

  /// The values of all axes, one where they are equal: `7`, `7x1`.
  package static func joined(_ values: some Sequence<String>) -> String {
    let values = Array(values)
    guard let first = values.first, values.contains(where: { $0 != first }) else { return values.first ?? "" }
    return values.joined(separator: "x")
  }

  package static func short(_ axes: PerAxis<AxisField>) -> String {
    guard !axes.isEmpty else { return "–" }
    return sizes(axes) + (isRegular(axes) ? "/" : " ~") + strides(axes)
  }

  private static func words(_ axes: PerAxis<AxisField>) -> String {
    guard !axes.isEmpty else { return "its own entry" }
    if isRegular(axes) { return "\(sizes(axes))/\(strides(axes)) (rows and stride)" }
    return "\(sizes(axes)) ~\(strides(axes)) (rows at most, and average stride)"
  }

  private static func isRegular(_ axes: PerAxis<AxisField>) -> Bool { axes.allSatisfy { $0.stride != nil } }

  private static func sizes(_ axes: PerAxis<AxisField>) -> String { joined(axes.map { String($0.size) }) }

  private static func strides(_ axes: PerAxis<AxisField>) -> String {
    joined(axes.map { $0.rate.units == 1 ? String($0.rate.rows) : "\($0.rate.rows)/\($0.rate.units)" })
  }
}

extension FieldText {
  /// The field of an output; where it sees everything, that of the map that is gathered stands beside it.
  package static func short(_ analyzed: AnalyzedGraph, of layer: LayerID) -> String {
    let field = analyzed.receptiveFields[layer]
    guard let field, field.axes == nil, let map = analyzed.gatheredField(of: layer) else {
      return short(field)
    }
    return "global (\(short(map)))"
  }
}
