/// What is added around a map before a window slides over it.
public enum Padding: Hashable, Sendable, BitwiseCopyable {
  /// Rows before and after the map, on each axis.
  case rows(before: AxisValues, after: AxisValues)
  /// Half of the dilated kernel on both sides, rounded down: `d·(k − 1) / 2`.
  case half
  /// So much that the output has `ceil(input / stride)` rows, the odd one at the end (TensorFlow, ONNX SAME_UPPER).
  case same
  /// None.
  case valid

  /// The same rows on both sides of every axis.
  public init(_ rows: Int) {
    self = .rows(before: AxisValues(rows), after: AxisValues(rows))
  }
}
