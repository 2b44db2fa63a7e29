import FoveaGraph

extension PeriodicWindow {
  /// The window behind a layer, if it has one.
  func behind(_ layer: PeriodicWindow?) -> PeriodicWindow? { layer.flatMap(seen(through:)) }
}

extension AxisField {
  /// The field behind a layer, if it has a window.
  func behind(_ layer: PeriodicWindow?) -> AxisField? { layer.flatMap { seen(through: $0) } }
}
