import FoveaGraph

/// The points at which a network is computed: every combination of the values of some axes, the last axis fastest.
package struct SweepGrid: Sendable {
  /// One thing that changes.
  package enum Axis: Sendable {
    case variant([String])
    case parameter(String, SweepValues)
    /// The shape of an input; without a name of every input.
    case input(String?, SweepShape)

    /// What the column of its values is called.
    package var name: String {
      switch self {
      case .variant: "variant"
      case .parameter(let name, _): name
      case .input(let name, _): name ?? "input"
      }
    }

    /// How many values it has.
    package var count: Int {
      switch self {
      case .variant(let names): names.count
      case .parameter(_, let values): values.count
      case .input(_, let shapes): shapes.count
      }
    }

    /// One of its values as text.
    package func text(_ index: Int) -> String {
      switch self {
      case .variant(let names): names[index]
      case .parameter(_, let values): values.text(index)
      case .input(_, let shapes): shapes.text(index)
      }
    }
  }

  /// The axes, the slowest first; those of inputs come last, as only they leave the layers as they are.
  package let axes: [Axis]
  /// How many points there are.
  package let count: Int

  /// Creates a grid; nil where it has more points than 64 bits can count.
  package init?(_ axes: [Axis]) {
    var count = 1
    for axis in axes {
      let (product, overflow) = count.multipliedReportingOverflow(by: axis.count)
      if overflow { return nil }
      count = product
    }
    (self.axes, self.count) = (axes, count)
  }

  /// The index of each axis' value at a point.
  package func indices(ofPoint point: Int) -> [Int] {
    var rest = point
    var indices = [Int](repeating: 0, count: axes.count)
    for position in axes.indices.reversed() {
      indices[position] = rest % axes[position].count
      rest /= axes[position].count
    }
    return indices
  }

  /// The points of one of `count` parts that are equal but for one point, in order.
  package func part(_ number: Int, of parts: Int) -> Range<Int> {
    func start(_ index: Int) -> Int {
      let (high, low) = count.multipliedFullWidth(by: index)
      return parts.dividingFullWidth((high, low)).quotient
    }
    return start(number - 1)..<start(number)
  }
}
