package import FoveaNumerics

/// A tensor in five figures, to compare two runs at a glance.
package struct TensorSummary: Hashable, Sendable {
  /// The sizes of the axes.
  package let shape: [Int]
  /// The smallest element; NaN where one is.
  package private(set) var minimum = Double.infinity
  /// The mean.
  package private(set) var mean = 0.0
  /// The largest element; NaN where one is.
  package private(set) var maximum = -Double.infinity
  /// A hash of the bits of all elements, after FNV-1a: almost surely another for other elements.
  package private(set) var checksum: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Sums up a tensor.
  package init<Element: TensorElement>(_ tensor: Tensor<Element>) {
    shape = tensor.shape
    var sum = 0.0
    for element in tensor.elements {
      let value = Double(element)
      sum += value
      if value < minimum || value.isNaN { minimum = value }
      if value > maximum || value.isNaN { maximum = value }
      checksum = (checksum ^ value.bitPattern) &* 0x100_0000_01B3
      // The low bits of a number in single precision are zero as Double.
      checksum ^= checksum >> 32
    }
    mean = sum / Double(max(1, tensor.count))
  }
}
