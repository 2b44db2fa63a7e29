/// Receptive fields as text.
package enum FieldText {
  /// Size and stride: `427/32`, `7x1/2x1`, `172 ~8` where the stride is an average, `global (851/32)`, `global`,
  /// `unknown`.
  ///
  /// - Parameter mark: what follows the word `global`, such as a reference to a footnote.
  package static func short(_ field: ReceptiveField?, mark: String = "") -> String {
    guard let field else { return "unknown" }
    let axes = field.axes.map(short)
    guard field.isGlobal else { return axes ?? "unknown" }
    return "global" + mark + (axes.map { " (\($0))" } ?? "")
  }

  /// What a unit sees, in words.
  ///
  /// - Parameter gates: the paths of the layers that gather the whole map, in execution order.
  package static func words(_ field: ReceptiveField?, through gates: [String]) -> String {
    let unknown = "its receptive field is unknown"
    guard let field else { return unknown }
    guard let last = gates.last else { return field.axes.map { "sees " + words($0) } ?? unknown }
    let others = gates.count == 1 ? "" : " and \(gates.count - 1) before it"
    return "sees everything (through \(last)\(others))" + (field.axes.map { "; elsewhere " + words($0) } ?? "")
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
    guard let field, field.axes == nil, let map = analyzed.gatheredField(of: layer) else { return short(field) }
    return "global (\(short(map)))"
  }
}
