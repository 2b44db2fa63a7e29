extension SlidingWindow {
  /// Why pooling through the window changes nothing, if it does not.
  var idleness: Facts.Idleness? {
    guard kernel.uniform == 1, (stride ?? kernel).uniform == 1 else { return nil }
    if case .rows(let before, let after) = padding, before.uniform != 0 || after.uniform != 0 { return nil }
    return Facts.Idleness("kernel", "a window of one pixel with stride 1")
  }
}
