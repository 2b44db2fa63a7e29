extension Int {
  /// The next multiple of a number, or this one.
  func roundedUp(to unit: Int) -> Int { (self + unit - 1) / unit * unit }
}
