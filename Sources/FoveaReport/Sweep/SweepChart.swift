package import Fovea
import FoveaGraph

/// A figure over the last axis of a grid that is made of numbers, with a curve for each combination of the other axes.
package struct SweepChart {
  /// What is drawn.
  package enum Figure: String, CaseIterable, Sendable {
    case parameters, macs, flops, weights, activations
    case receptiveField = "receptive-field"
  }

  /// Why a grid is no picture: a phrase that follows what was asked for.
  package struct Mistake: Error {
    package let message: String

    init(_ message: String) { self.message = message }
  }

  /// More points, or more curves, are no picture; all points of a chart are held in memory.
  private static let limits = (points: 10_000, curves: 12)

  private let grid: SweepGrid
  private let figure: Figure
  private let name: String
  /// The axis that goes to the right.
  private let axis: Int
  private var curves: [String] = []
  private var points: [String: [LineChart.Series.Point?]] = [:]

  /// Prepares a chart of a grid.
  package init(_ grid: SweepGrid, figure: Figure, name: String) throws(Mistake) {
    guard grid.count <= Self.limits.points else {
      throw Mistake("draws at most \(Self.limits.points) points, and the grid has \(grid.count)")
    }
    let axis = grid.axes.indices.last { index in
      let axis = grid.axes[index]
      return axis.count > 1 && (0..<axis.count).allSatisfy { Self.number(axis, $0) != nil }
    }
    guard let axis else {
      throw Mistake("needs an axis with several numbers, such as --set width=16..64:8")
    }
    let curves = grid.count / grid.axes[axis].count
    guard curves <= Self.limits.curves else {
      throw Mistake(
        "draws at most \(Self.limits.curves) curves, and the axes beside `\(grid.axes[axis].name)` have \(curves) "
          + "combinations")
    }
    (self.grid, self.figure, self.name, self.axis) = (grid, figure, name, axis)
  }

  /// A value as a number; of a shape that of the first extent that changes over the axis.
  private static func number(_ axis: SweepGrid.Axis, _ index: Int) -> Double? {
    switch axis {
    case .variant: return nil
    case .parameter: return Double(axis.text(index)).flatMap { $0.isFinite ? $0 : nil }
    case .input:
      func extents(_ index: Int) -> [Substring] { axis.text(index).split(separator: "x") }
      let (first, last) = (extents(0), extents(axis.count - 1))
      guard let place = first.indices.first(where: { first[$0] != last[$0] }) else { return nil }
      // Two extents that change by themselves have no order on one axis.
      let others = first.indices.filter { $0 != place && first[$0] != last[$0] }
      let value = extents(index)
      guard others.allSatisfy({ first[$0] == first[place] && value[$0] == value[place] }) else { return nil }
      return Double(value[place])
    }
  }

  /// Adds a point; they come in the order of the grid.
  package mutating func append(_ point: SweepPoint) {
    let others = grid.axes.indices.filter { $0 != axis && grid.axes[$0].count > 1 }
    let name = others.map { "\(grid.axes[$0].name) \(point.values[$0])" }.joined(separator: ", ")
    let curve = name.isEmpty ? figure.rawValue : name
    if points[curve] == nil { curves.append(curve) }
    let index = (0..<grid.axes[axis].count).first { grid.axes[axis].text($0) == point.values[axis] }
    let x = index.flatMap { Self.number(grid.axes[axis], $0) }
    points[curve, default: []].append(
      x.flatMap { x in value(of: point).map { LineChart.Series.Point(x: x, y: $0) } })
  }

  private func value(of point: SweepPoint) -> Double? {
    guard case .success(let figures) = point.result else { return nil }
    func known(_ total: Total) -> Double? {
      switch total {
      case .known(let value): Double(value)
      case .atLeast, .unknown: nil
      }
    }
    switch figure {
    case .parameters: return known(figures.parameters)
    case .macs: return known(figures.macs)
    case .flops: return known(figures.flops)
    case .weights: return known(figures.weightBytes)
    case .activations: return known(figures.peakActivationBytes)
    case .receptiveField: return figures.outputs.first?.axes?.map(\.size).max().map(Double.init)
    }
  }

  private var unit: ChartUnit {
    switch figure {
    case .parameters, .macs, .flops: .count
    case .weights, .activations: .bytes
    case .receptiveField: .plain("rows")
    }
  }

  /// The chart.
  package var svg: String {
    let shown = grid.axes[axis].name
    let isInput = if case .input = grid.axes[axis] { true } else { false }
    let fixed = grid.axes.filter { $0.count == 1 }.map { "\($0.name) \($0.text(0))" }.joined(separator: ", ")
    return LineChart(
      title: "\(figure.rawValue) of \(name)" + (fixed.isEmpty ? "" : ", \(fixed)"),
      summary: "\(figure.rawValue) of the network \(name) over \(shown), at \(grid.count) points",
      x: ChartAxis(isInput ? "size of \(shown)" : shown, unit: .plain(""), hasZero: false),
      y: ChartAxis(figure.rawValue, unit: unit), series: curves.map { LineChart.Series($0, points[$0] ?? []) }
    ).svg
  }
}
