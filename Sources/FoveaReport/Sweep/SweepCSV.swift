package import Fovea
import FoveaGraph

/// A sweep as comma-separated values after RFC 4180, one row for each point.
///
/// What is not known is an empty cell, and a lower bound has `>=` before it. Of several axes the values are joined by
/// `x`.
package enum SweepCSV {
  /// The names of the columns, as a row.
  package static func header(_ grid: SweepGrid, outputs: [String]) -> String {
    let figures = ["parameters", "macs", "flops", "weight_bytes", "peak_activation_bytes"]
    let columns = outputs.flatMap { name in ["shape", "rf_size", "rf_stride", "rf_global"].map { "\(name)_\($0)" } }
    return AnalysisCSV.row((grid.axes.map(\.name) + figures + columns + ["error"]).map(AnalysisCSV.name))
  }

  /// One point as a row.
  package static func row(_ point: SweepPoint, outputs: [String]) -> String {
    var cells = point.values.map(AnalysisCSV.name)
    switch point.result {
    case .failure(let failure):
      cells += Array(repeating: "", count: 5 + 4 * outputs.count) + [AnalysisCSV.name(failure.message)]
    case .success(let figures):
      cells += figures.totals.map(text)
      for name in outputs {
        guard let output = figures.outputs.first(where: { $0.name == name }) else {
          cells += ["", "", "", ""]
          continue
        }
        cells += [
          output.shape.description, joined(output.axes?.map { $0.size }), joined(output.axes?.map { $0.stride }),
          output.isUnknown ? "" : String(output.isGlobal),
        ]
      }
      cells.append("")
    }
    return AnalysisCSV.row(cells)
  }

  private static func text(_ total: Total) -> String {
    switch total {
    case .known(let value): String(value)
    case .atLeast(let bound, _): ">=\(bound)"
    case .unknown: ""
    }
  }

  private static func joined(_ values: [Int?]?) -> String {
    guard let values, values.contains(where: { $0 != nil }) else { return "" }
    return values.map { $0.map(String.init) ?? "?" }.joined(separator: "x")
  }
}

extension SweepPoint.Figures {
  /// The figures of the whole network, in the order of the columns.
  var totals: [Total] { [parameters, macs, flops, weightBytes, peakActivationBytes] }
}
