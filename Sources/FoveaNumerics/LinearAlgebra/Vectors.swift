/// Σ aᵢ·bᵢ.
package func innerProduct(_ a: [Double], _ b: [Double]) -> Double {
  precondition(a.count == b.count, "vectors of one length")
  return DenseKernels.dot(a, 0, b, 0, a.count)
}

/// b += factor·a.
package func addMultiple(_ factor: Double, _ a: [Double], to b: inout [Double]) {
  precondition(a.count == b.count, "vectors of one length")
  DenseKernels.add(factor, a, 0, to: &b, 0, a.count)
}
