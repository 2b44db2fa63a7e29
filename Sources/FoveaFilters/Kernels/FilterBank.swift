package import FoveaNumerics

/// The weights of a dense convolution, ordered by tap: one matrix (outputs × inputs) for each tap.
///
/// Composing convolutions multiplies such banks like polynomials whose coefficients are matrices.
package struct FilterBank: Equatable, Sendable {
  /// The number of taps along each axis.
  package let shape: [Int]
  package let outputs: Int
  package let inputs: Int
  /// Taps in row-major order, each a row-major matrix.
  package var elements: [Double]

  /// A bank of zeros.
  package init(shape: [Int], outputs: Int, inputs: Int) {
    self.init(
      shape: shape, outputs: outputs, inputs: inputs,
      elements: Array(repeating: 0, count: shape.reduce(outputs * inputs, *)))
  }

  package init(shape: [Int], outputs: Int, inputs: Int, elements: [Double]) {
    precondition(elements.count == shape.reduce(outputs * inputs, *), "one element for each tap, output and input")
    self.shape = shape
    self.outputs = outputs
    self.inputs = inputs
    self.elements = elements
  }

  /// The bank whose composition with any other is that other.
  package static func identity(_ channels: Int, rank: Int) -> FilterBank {
    FilterBank(
      shape: Array(repeating: 1, count: rank), outputs: channels, inputs: channels,
      elements: Matrix.identity(channels).elements)
  }
}

extension FilterBank {
  /// The number of taps.
  package var taps: Int { shape.reduce(1, *) }

  /// The number of elements of one tap.
  package var area: Int { outputs * inputs }

  /// Σ of the squares of all weights.
  package var squaredNorm: Double { elements.reduce(0) { $0 + $1 * $1 } }

  /// The Frobenius norm.
  package var norm: Double { squaredNorm.squareRoot() }

  /// The matrix of one tap.
  package func tap(_ tap: Int) -> Matrix {
    Matrix(rows: outputs, columns: inputs, elements: Array(elements[tap * area..<(tap + 1) * area]))
  }

  /// Σ over the taps: what a constant input is multiplied by.
  package var sum: Matrix {
    var result = Matrix(rows: outputs, columns: inputs)
    for tap in 0..<taps {
      for index in 0..<area { result.elements[index] += elements[tap * area + index] }
    }
    return result
  }

  /// Every weight replaced by its absolute value.
  package var magnitudes: FilterBank {
    FilterBank(shape: shape, outputs: outputs, inputs: inputs, elements: elements.map(abs))
  }

  /// Inputs and outputs exchanged and every axis reversed: (a∘b)ᵀ = bᵀ∘aᵀ holds for the mirror images.
  package var mirrored: FilterBank {
    var result = FilterBank(shape: shape, outputs: inputs, inputs: outputs)
    for tap in 0..<taps {
      let target = (taps - 1 - tap) * area
      for out in 0..<outputs {
        for input in 0..<inputs {
          result.elements[target + input * outputs + out] = elements[tap * area + out * inputs + input]
        }
      }
    }
    return result
  }

  /// The index of every tap along each axis, in order.
  package var positions: [[Int]] { gridPositions(shape) }

  package static func - (left: FilterBank, right: FilterBank) -> FilterBank {
    precondition(left.shape == right.shape && left.area == right.area, "banks of one size")
    return FilterBank(
      shape: left.shape, outputs: left.outputs, inputs: left.inputs,
      elements: zip(left.elements, right.elements).map { $0 - $1 })
  }

  /// The composition: first `inner`, then this bank with its taps `steps` apart, in pixels of `inner`'s input.
  package func composed(after inner: FilterBank, steps: [Int]) -> FilterBank {
    precondition(inner.outputs == inputs, "a layer reads what the one before it gives")
    let shape = composedShape(inner.shape, steps: steps)
    var result = FilterBank(shape: shape, outputs: outputs, inputs: inner.inputs)
    let strides = rowMajor(shape)
    let starts = gridOffsets(self.shape, zip(strides, steps).map { $0 * $1 })
    // The taps of a row of the inner bank follow each other in the result too.
    let row = inner.shape.last ?? 1
    let rows = gridOffsets(inner.shape.dropLast(), strides.dropLast())
    let size = MatrixLayout(rows: outputs, columns: inner.inputs)
    for (tap, start) in starts.enumerated() {
      for (index, place) in rows.enumerated() {
        addProducts(
          row, 1, elements, MatrixLayout(rows: outputs, columns: inputs, start: tap * area), 0, inner.elements,
          MatrixLayout(rows: inputs, columns: inner.inputs, start: index * row * inner.area), inner.area,
          to: &result.elements, size.moved(by: (start + place) * result.area), result.area)
      }
    }
    return result
  }

  /// The number of taps along each axis after composing with `inner`.
  package func composedShape(_ inner: [Int], steps: [Int]) -> [Int] {
    zip(zip(inner, shape), steps).map { $0.0 + ($0.1 - 1) * $1 }
  }
}

/// Row-major positions of a grid.
package func gridPositions(_ shape: [Int]) -> [[Int]] {
  shape.reduce([[]]) { positions, size in positions.flatMap { position in (0..<size).map { position + [$0] } } }
}

/// Row-major strides of a grid.
package func rowMajor(_ shape: [Int]) -> [Int] {
  var strides = Array(repeating: 1, count: shape.count)
  for axis in shape.indices.dropLast().reversed() { strides[axis] = strides[axis + 1] * shape[axis + 1] }
  return strides
}

/// The places of the positions of a grid, in row-major order, in an array with the given strides.
func gridOffsets(_ shape: some Sequence<Int>, _ strides: some Sequence<Int>) -> [Int] {
  zip(shape, strides).reduce([0]) { offsets, axis in
    offsets.flatMap { offset in (0..<axis.0).map { offset + $0 * axis.1 } }
  }
}

/// The place of a position in row-major order.
package func offset(_ position: [Int], _ strides: [Int]) -> Int {
  zip(position, strides).reduce(0) { $0 + $1.0 * $1.1 }
}
