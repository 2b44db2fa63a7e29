import FoveaNumerics
import FoveaText

/// Distances that no stack of the given widths can go below, from the kernel alone, relative to its norm.
package enum LowerBound {
  /// The larger of the bounds below, for a stack of a plan.
  package static func best(_ target: FilterBank, plan: StackPlan) -> Double {
    let narrowest = plan.widths.dropFirst().dropLast().min() ?? .max
    return max(frequency(target, width: narrowest), patch(target, plan: plan))
  }

  /// The frequency bound: at every frequency a stack's response is a matrix whose rank is at most the narrowest width
  /// (Parseval, Eckart–Young). Zero unless that width is less than both channel counts.
  package static func frequency(_ target: FilterBank, width: Int) -> Double {
    guard width < min(target.inputs, target.outputs) else { return 0 }
    let norm = target.squaredNorm
    guard norm > 0 else { return 0 }
    let frequencies = gridPositions(target.shape)
    var sum = 0.0
    for frequency in frequencies {
      // What is left out adds nothing below zero, so that less is a bound too.
      if Watch.isOver { break }
      let mirrored = zip(frequency, target.shape).map { ($1 - $0) % $1 }
      let isReal = mirrored == frequency
      guard isReal || frequency.lexicographicallyPrecedes(mirrored) else { continue }
      let (real, imaginary) = response(target, frequency)
      // [Re −Im; Im Re] has every singular value of the complex matrix twice.
      let (rows, columns) = (target.outputs, target.inputs)
      let doubled = Matrix(rows: 2 * rows, columns: 2 * columns) { row, column in
        let (a, b) = (row % rows, column % columns)
        switch (row < rows, column < columns) {
        case (true, true), (false, false): return real[a, b]
        case (true, false): return -imaginary[a, b]
        case (false, true): return imaginary[a, b]
        }
      }
      let tail = SingularValues(doubled).tail(after: 2 * width)
      sum += tail * tail / 2 * (isReal ? 1 : 2)
    }
    return (sum / Double(frequencies.count) / norm).squareRoot()
  }

  private static func response(_ target: FilterBank, _ frequency: [Int]) -> (Matrix, Matrix) {
    var real = Matrix(rows: target.outputs, columns: target.inputs)
    var imaginary = real
    for (tap, position) in target.positions.enumerated() {
      let turns = target.shape.indices.reduce(0.0) {
        $0 + Double(frequency[$1] * position[$1] % target.shape[$1]) / Double(target.shape[$1])
      }
      let angle = 2 * Double.pi * turns
      let (cosine, sine) = (Double.cosine(angle), Double.sine(angle))
      let matrix = target.tap(tap)
      real = real.adding(cosine, matrix)
      imaginary = imaginary.adding(-sine, matrix)
    }
    return (real, imaginary)
  }

  /// The patch bound: the convolution restricted to the window of a patch of outputs is a matrix whose rank is at most
  /// the width times the number of intermediate positions between them.
  ///
  /// The layers are cut in two at the map of least width; several patches of neighbouring outputs are tried and the
  /// largest bound is taken.
  package static func patch(_ target: FilterBank, plan: StackPlan) -> Double {
    guard plan.composedShape == target.shape, plan.layers.count > 1 else { return 0 }
    let norm = target.squaredNorm
    guard norm > 0 else { return 0 }
    var best = 0.0
    for cut in 1..<plan.layers.count {
      let width = plan.layers[cut - 1].outputs
      let reach = plan.reach(from: cut)
      for size in 1...3 where !Watch.isOver {
        let outputs = gridPositions(Array(repeating: size, count: target.shape.count))
        let strides = plan.strides(upTo: plan.layers.count)
        let middle = plan.middle(outputs: outputs, cut: cut, reach: reach)
        let rank = width * middle
        let rows = outputs.count * target.outputs
        guard rank < rows, rows <= 600 else { continue }
        let (matrix, uses) = restriction(target, outputs: outputs, strides: strides)
        // The squared singular values are the eigenvalues of the smaller Gram matrix.
        let gram = matrix.rows < matrix.columns ? matrix.timesTransposed(matrix) : matrix.transposedTimes(matrix)
        let tail = SymmetricEigen(gram).values.dropFirst(rank).reduce(0) { $0 + max($1, 0) }
        // Eigenvalues of a Gram matrix are off by its rounding error, which must not lift the bound.
        let rounding = 0x1p-50 * Double(gram.rows) * gram.norm
        best = max(best, (max(tail - rounding * Double(gram.rows), 0) / Double(uses) / norm).squareRoot())
      }
    }
    return best
  }

  /// The matrix from all inputs that the outputs see to those outputs, and how often each tap occurs in it.
  private static func restriction(_ target: FilterBank, outputs: [[Int]], strides: [Int]) -> (Matrix, uses: Int) {
    let origins = outputs.map { zip($0, strides).map { $0 * $1 } }
    var columns: [[Int]: Int] = [:]
    for origin in origins {
      for position in target.positions {
        let place = zip(origin, position).map { $0 + $1 }
        if columns[place] == nil { columns[place] = columns.count }
      }
    }
    var matrix = Matrix(rows: outputs.count * target.outputs, columns: columns.count * target.inputs)
    for (index, origin) in origins.enumerated() {
      for (tap, position) in target.positions.enumerated() {
        guard let column = columns[zip(origin, position).map({ $0 + $1 })] else { continue }
        for out in 0..<target.outputs {
          for input in 0..<target.inputs {
            matrix[index * target.outputs + out, column * target.inputs + input] =
              target.elements[tap * target.area + out * target.inputs + input]
          }
        }
      }
    }
    return (matrix, outputs.count)
  }
}

extension StackPlan {
  /// The product of the strides of the first layers, along each axis.
  fileprivate func strides(upTo count: Int) -> [Int] {
    layers.prefix(count).reduce(Array(repeating: 1, count: layers[0].windows.count)) {
      zip($0, $1.windows).map { $0 * $1.stride }
    }
  }

  /// For each axis the offsets, on the map before layer `cut`, that one output reads.
  fileprivate func reach(from cut: Int) -> [Set<Int>] {
    layers[0].windows.indices.map { axis in
      var places: Set<Int> = [0]
      var step = 1
      for layer in layers[cut...] {
        let window = layer.windows[axis]
        places = Set(places.flatMap { place in (0..<window.kernel).map { place + $0 * window.dilation * step } })
        step *= window.stride
      }
      return places
    }
  }

  /// The number of positions on the map before layer `cut` that some of the outputs read.
  fileprivate func middle(outputs: [[Int]], cut: Int, reach: [Set<Int>]) -> Int {
    let strides = layers[cut...].reduce(Array(repeating: 1, count: reach.count)) {
      zip($0, $1.windows).map { $0 * $1.stride }
    }
    var places: Set<[Int]> = []
    let offsets = reach.reduce([[]]) { found, axis in found.flatMap { place in axis.map { place + [$0] } } }
    for output in outputs {
      for shift in offsets { places.insert(zip(zip(output, strides), shift).map { $0.0 * $0.1 + $1 }) }
    }
    return places.count
  }
}
