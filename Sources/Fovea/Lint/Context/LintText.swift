import FoveaGraph

/// Words that the messages of several rules share.
package enum LintText {
  /// A number of rows: `1 row`, `5 rows`.
  static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }

  /// Values on all axes: `3x3`, `1x7`.
  static func size(_ values: AxisValues, rank: Int) -> String {
    values.values(rank: rank).map(String.init).joined(separator: "x")
  }

  /// One number for all axes, or the values on each: `2`, `2x1`.
  static func values(_ values: AxisValues, rank: Int) -> String {
    values.uniform.map(String.init) ?? size(values, rank: rank)
  }

  /// Numbers with the rest cut off: `1, 3, 5, …`.
  package static func list(_ numbers: [Int], atMost limit: Int = 3) -> String {
    numbers.prefix(limit).map(String.init).joined(separator: ", ") + (numbers.count > limit ? ", …" : "")
  }
}
