// swift-format-ignore-file
// Written by Sources/FoveaKernels/generate; do not edit.

/// Bᵀ d B for 4 by 4 vectors; results lie `pitch` vectors apart. `scratch` holds 16 vectors.
@inline(never)
func winogradInput4(
  _ x: UnsafePointer<FloatVector>, _ row: Int, _ column: Int, _ scratch: UnsafeMutablePointer<FloatVector>,
  _ out: UnsafeMutablePointer<FloatVector>, _ pitch: Int
) {
  for j in 0..<4 {
    let d0 = unsafe x[0 &+ j &* column]
    let d1 = unsafe x[row &+ j &* column]
    let d2 = unsafe x[2 &* row &+ j &* column]
    let d3 = unsafe x[3 &* row &+ j &* column]
    let s1 = d2
    let o1 = d1
    unsafe scratch[0 &+ j] = d2 - d0
    unsafe scratch[4 &+ j] = s1 + o1
    unsafe scratch[8 &+ j] = s1 - o1
    unsafe scratch[12 &+ j] = d3 - d1
  }
  for i in 0..<4 {
    let d0 = unsafe scratch[i &* 4 &+ 0]
    let d1 = unsafe scratch[i &* 4 &+ 1]
    let d2 = unsafe scratch[i &* 4 &+ 2]
    let d3 = unsafe scratch[i &* 4 &+ 3]
    let s1 = d2
    let o1 = d1
    unsafe out[(i &* 4 &+ 0) &* pitch] = d2 - d0
    unsafe out[(i &* 4 &+ 1) &* pitch] = s1 + o1
    unsafe out[(i &* 4 &+ 2) &* pitch] = s1 - o1
    unsafe out[(i &* 4 &+ 3) &* pitch] = d3 - d1
  }
}

/// Bᵀ d B for 6 by 6 vectors; results lie `pitch` vectors apart. `scratch` holds 36 vectors.
@inline(never)
func winogradInput6(
  _ x: UnsafePointer<FloatVector>, _ row: Int, _ column: Int, _ scratch: UnsafeMutablePointer<FloatVector>,
  _ out: UnsafeMutablePointer<FloatVector>, _ pitch: Int
) {
  for j in 0..<6 {
    let d0 = unsafe x[0 &+ j &* column]
    let d1 = unsafe x[row &+ j &* column]
    let d2 = unsafe x[2 &* row &+ j &* column]
    let d3 = unsafe x[3 &* row &+ j &* column]
    let d4 = unsafe x[4 &* row &+ j &* column]
    let d5 = unsafe x[5 &* row &+ j &* column]
    let s1 = multiplyAdd(d4, d2, FloatVector(repeating: -4))
    let o1 = multiplyAdd(d3, d1, FloatVector(repeating: -4))
    let s3 = d4 - d2
    let o3 = multiplyAdd(d1 * -2, d3, FloatVector(repeating: 2))
    unsafe scratch[0 &+ j] = multiplyAdd(multiplyAdd(d4, d0, FloatVector(repeating: 4)), d2, FloatVector(repeating: -5))
    unsafe scratch[6 &+ j] = s1 + o1
    unsafe scratch[12 &+ j] = s1 - o1
    unsafe scratch[18 &+ j] = s3 + o3
    unsafe scratch[24 &+ j] = s3 - o3
    unsafe scratch[30 &+ j] = multiplyAdd(multiplyAdd(d5, d1, FloatVector(repeating: 4)), d3, FloatVector(repeating: -5))
  }
  for i in 0..<6 {
    let d0 = unsafe scratch[i &* 6 &+ 0]
    let d1 = unsafe scratch[i &* 6 &+ 1]
    let d2 = unsafe scratch[i &* 6 &+ 2]
    let d3 = unsafe scratch[i &* 6 &+ 3]
    let d4 = unsafe scratch[i &* 6 &+ 4]
    let d5 = unsafe scratch[i &* 6 &+ 5]
    let s1 = multiplyAdd(d4, d2, FloatVector(repeating: -4))
    let o1 = multiplyAdd(d3, d1, FloatVector(repeating: -4))
    let s3 = d4 - d2
    let o3 = multiplyAdd(d1 * -2, d3, FloatVector(repeating: 2))
    unsafe out[(i &* 6 &+ 0) &* pitch] = multiplyAdd(multiplyAdd(d4, d0, FloatVector(repeating: 4)), d2, FloatVector(repeating: -5))
    unsafe out[(i &* 6 &+ 1) &* pitch] = s1 + o1
    unsafe out[(i &* 6 &+ 2) &* pitch] = s1 - o1
    unsafe out[(i &* 6 &+ 3) &* pitch] = s3 + o3
    unsafe out[(i &* 6 &+ 4) &* pitch] = s3 - o3
    unsafe out[(i &* 6 &+ 5) &* pitch] = multiplyAdd(multiplyAdd(d5, d1, FloatVector(repeating: 4)), d3, FloatVector(repeating: -5))
  }
}

/// Bᵀ d B for 8 by 8 vectors; results lie `pitch` vectors apart. `scratch` holds 64 vectors.
@inline(never)
func winogradInput8(
  _ x: UnsafePointer<FloatVector>, _ row: Int, _ column: Int, _ scratch: UnsafeMutablePointer<FloatVector>,
  _ out: UnsafeMutablePointer<FloatVector>, _ pitch: Int
) {
  for j in 0..<8 {
    let d0 = unsafe x[0 &+ j &* column]
    let d1 = unsafe x[row &+ j &* column]
    let d2 = unsafe x[2 &* row &+ j &* column]
    let d3 = unsafe x[3 &* row &+ j &* column]
    let d4 = unsafe x[4 &* row &+ j &* column]
    let d5 = unsafe x[5 &* row &+ j &* column]
    let d6 = unsafe x[6 &* row &+ j &* column]
    let d7 = unsafe x[7 &* row &+ j &* column]
    let s1 = multiplyAdd(d2 + d6, d4, FloatVector(repeating: -4.25))
    let o1 = multiplyAdd(d1 + d5, d3, FloatVector(repeating: -4.25))
    let s3 = multiplyAdd(multiplyAdd(d6, d2, FloatVector(repeating: 0.25)), d4, FloatVector(repeating: -1.25))
    let o3 = multiplyAdd(multiplyAdd(d1 * 0.5, d3, FloatVector(repeating: -2.5)), d5, FloatVector(repeating: 2))
    let s5 = multiplyAdd(multiplyAdd(d6, d2, FloatVector(repeating: 4)), d4, FloatVector(repeating: -5))
    let o5 = multiplyAdd(multiplyAdd(d1 * 2, d3, FloatVector(repeating: -2.5)), d5, FloatVector(repeating: 0.5))
    unsafe scratch[0 &+ j] = multiplyAdd(multiplyAdd(d6 - d0, d2, FloatVector(repeating: 5.25)), d4, FloatVector(repeating: -5.25))
    unsafe scratch[8 &+ j] = s1 + o1
    unsafe scratch[16 &+ j] = s1 - o1
    unsafe scratch[24 &+ j] = s3 + o3
    unsafe scratch[32 &+ j] = s3 - o3
    unsafe scratch[40 &+ j] = s5 + o5
    unsafe scratch[48 &+ j] = s5 - o5
    unsafe scratch[56 &+ j] = multiplyAdd(multiplyAdd(d7 - d1, d3, FloatVector(repeating: 5.25)), d5, FloatVector(repeating: -5.25))
  }
  for i in 0..<8 {
    let d0 = unsafe scratch[i &* 8 &+ 0]
    let d1 = unsafe scratch[i &* 8 &+ 1]
    let d2 = unsafe scratch[i &* 8 &+ 2]
    let d3 = unsafe scratch[i &* 8 &+ 3]
    let d4 = unsafe scratch[i &* 8 &+ 4]
    let d5 = unsafe scratch[i &* 8 &+ 5]
    let d6 = unsafe scratch[i &* 8 &+ 6]
    let d7 = unsafe scratch[i &* 8 &+ 7]
    let s1 = multiplyAdd(d2 + d6, d4, FloatVector(repeating: -4.25))
    let o1 = multiplyAdd(d1 + d5, d3, FloatVector(repeating: -4.25))
    let s3 = multiplyAdd(multiplyAdd(d6, d2, FloatVector(repeating: 0.25)), d4, FloatVector(repeating: -1.25))
    let o3 = multiplyAdd(multiplyAdd(d1 * 0.5, d3, FloatVector(repeating: -2.5)), d5, FloatVector(repeating: 2))
    let s5 = multiplyAdd(multiplyAdd(d6, d2, FloatVector(repeating: 4)), d4, FloatVector(repeating: -5))
    let o5 = multiplyAdd(multiplyAdd(d1 * 2, d3, FloatVector(repeating: -2.5)), d5, FloatVector(repeating: 0.5))
    unsafe out[(i &* 8 &+ 0) &* pitch] = multiplyAdd(multiplyAdd(d6 - d0, d2, FloatVector(repeating: 5.25)), d4, FloatVector(repeating: -5.25))
    unsafe out[(i &* 8 &+ 1) &* pitch] = s1 + o1
    unsafe out[(i &* 8 &+ 2) &* pitch] = s1 - o1
    unsafe out[(i &* 8 &+ 3) &* pitch] = s3 + o3
    unsafe out[(i &* 8 &+ 4) &* pitch] = s3 - o3
    unsafe out[(i &* 8 &+ 5) &* pitch] = s5 + o5
    unsafe out[(i &* 8 &+ 6) &* pitch] = s5 - o5
    unsafe out[(i &* 8 &+ 7) &* pitch] = multiplyAdd(multiplyAdd(d7 - d1, d3, FloatVector(repeating: 5.25)), d5, FloatVector(repeating: -5.25))
  }
}

/// Aᵀ z A + start for 4 by 4 vectors that lie `pitch` vectors apart. `scratch` holds 8 vectors.
@inline(never)
func winogradOutput2x3(
  _ z: UnsafePointer<FloatVector>, _ pitch: Int, _ start: FloatVector,
  _ scratch: UnsafeMutablePointer<FloatVector>, _ out: UnsafeMutablePointer<FloatVector>, _ row: Int, _ column: Int
) {
  for j in 0..<4 {
    let d0 = unsafe z[(0 &+ j) &* pitch]
    let d1 = unsafe z[(4 &+ j) &* pitch]
    let d2 = unsafe z[(8 &+ j) &* pitch]
    let d3 = unsafe z[(12 &+ j) &* pitch]
    let s1 = d1 + d2
    let o1 = d1 - d2
    unsafe scratch[0 &+ j] = d0 + s1
    unsafe scratch[4 &+ j] = o1 + d3
  }
  for i in 0..<2 {
    let d0 = unsafe scratch[i &* 4 &+ 0]
    let d1 = unsafe scratch[i &* 4 &+ 1]
    let d2 = unsafe scratch[i &* 4 &+ 2]
    let d3 = unsafe scratch[i &* 4 &+ 3]
    let s1 = d1 + d2
    let o1 = d1 - d2
    unsafe out[i &* row &+ 0] = d0 + s1 + start
    unsafe out[i &* row &+ column] = o1 + d3 + start
  }
}

/// Aᵀ z A + start for 6 by 6 vectors that lie `pitch` vectors apart. `scratch` holds 24 vectors.
@inline(never)
func winogradOutput4x3(
  _ z: UnsafePointer<FloatVector>, _ pitch: Int, _ start: FloatVector,
  _ scratch: UnsafeMutablePointer<FloatVector>, _ out: UnsafeMutablePointer<FloatVector>, _ row: Int, _ column: Int
) {
  for j in 0..<6 {
    let d0 = unsafe z[(0 &+ j) &* pitch]
    let d1 = unsafe z[(6 &+ j) &* pitch]
    let d2 = unsafe z[(12 &+ j) &* pitch]
    let d3 = unsafe z[(18 &+ j) &* pitch]
    let d4 = unsafe z[(24 &+ j) &* pitch]
    let d5 = unsafe z[(30 &+ j) &* pitch]
    let s1 = d1 + d2
    let o1 = d1 - d2
    let s3 = d3 + d4
    let o3 = d3 - d4
    unsafe scratch[0 &+ j] = d0 + s1 + s3
    unsafe scratch[6 &+ j] = multiplyAdd(o1, o3, FloatVector(repeating: 2))
    unsafe scratch[12 &+ j] = multiplyAdd(s1, s3, FloatVector(repeating: 4))
    unsafe scratch[18 &+ j] = multiplyAdd(o1 + d5, o3, FloatVector(repeating: 8))
  }
  for i in 0..<4 {
    let d0 = unsafe scratch[i &* 6 &+ 0]
    let d1 = unsafe scratch[i &* 6 &+ 1]
    let d2 = unsafe scratch[i &* 6 &+ 2]
    let d3 = unsafe scratch[i &* 6 &+ 3]
    let d4 = unsafe scratch[i &* 6 &+ 4]
    let d5 = unsafe scratch[i &* 6 &+ 5]
    let s1 = d1 + d2
    let o1 = d1 - d2
    let s3 = d3 + d4
    let o3 = d3 - d4
    unsafe out[i &* row &+ 0] = d0 + s1 + s3 + start
    unsafe out[i &* row &+ column] = multiplyAdd(o1, o3, FloatVector(repeating: 2)) + start
    unsafe out[i &* row &+ 2 &* column] = multiplyAdd(s1, s3, FloatVector(repeating: 4)) + start
    unsafe out[i &* row &+ 3 &* column] = multiplyAdd(o1 + d5, o3, FloatVector(repeating: 8)) + start
  }
}

/// Aᵀ z A + start for 8 by 8 vectors that lie `pitch` vectors apart. `scratch` holds 48 vectors.
@inline(never)
func winogradOutput6x3(
  _ z: UnsafePointer<FloatVector>, _ pitch: Int, _ start: FloatVector,
  _ scratch: UnsafeMutablePointer<FloatVector>, _ out: UnsafeMutablePointer<FloatVector>, _ row: Int, _ column: Int
) {
  for j in 0..<8 {
    let d0 = unsafe z[(0 &+ j) &* pitch]
    let d1 = unsafe z[(8 &+ j) &* pitch]
    let d2 = unsafe z[(16 &+ j) &* pitch]
    let d3 = unsafe z[(24 &+ j) &* pitch]
    let d4 = unsafe z[(32 &+ j) &* pitch]
    let d5 = unsafe z[(40 &+ j) &* pitch]
    let d6 = unsafe z[(48 &+ j) &* pitch]
    let d7 = unsafe z[(56 &+ j) &* pitch]
    let s1 = d1 + d2
    let o1 = d1 - d2
    let s3 = d3 + d4
    let o3 = d3 - d4
    let s5 = d5 + d6
    let o5 = d5 - d6
    unsafe scratch[0 &+ j] = d0 + s1 + s3 + s5
    unsafe scratch[8 &+ j] = multiplyAdd(multiplyAdd(o1, o3, FloatVector(repeating: 2)), o5, FloatVector(repeating: 0.5))
    unsafe scratch[16 &+ j] = multiplyAdd(multiplyAdd(s1, s3, FloatVector(repeating: 4)), s5, FloatVector(repeating: 0.25))
    unsafe scratch[24 &+ j] = multiplyAdd(multiplyAdd(o1, o3, FloatVector(repeating: 8)), o5, FloatVector(repeating: 0.125))
    unsafe scratch[32 &+ j] = multiplyAdd(multiplyAdd(s1, s3, FloatVector(repeating: 16)), s5, FloatVector(repeating: 0.0625))
    unsafe scratch[40 &+ j] = multiplyAdd(multiplyAdd(o1 + d7, o3, FloatVector(repeating: 32)), o5, FloatVector(repeating: 0.03125))
  }
  for i in 0..<6 {
    let d0 = unsafe scratch[i &* 8 &+ 0]
    let d1 = unsafe scratch[i &* 8 &+ 1]
    let d2 = unsafe scratch[i &* 8 &+ 2]
    let d3 = unsafe scratch[i &* 8 &+ 3]
    let d4 = unsafe scratch[i &* 8 &+ 4]
    let d5 = unsafe scratch[i &* 8 &+ 5]
    let d6 = unsafe scratch[i &* 8 &+ 6]
    let d7 = unsafe scratch[i &* 8 &+ 7]
    let s1 = d1 + d2
    let o1 = d1 - d2
    let s3 = d3 + d4
    let o3 = d3 - d4
    let s5 = d5 + d6
    let o5 = d5 - d6
    unsafe out[i &* row &+ 0] = d0 + s1 + s3 + s5 + start
    unsafe out[i &* row &+ column] = multiplyAdd(multiplyAdd(o1, o3, FloatVector(repeating: 2)), o5, FloatVector(repeating: 0.5)) + start
    unsafe out[i &* row &+ 2 &* column] = multiplyAdd(multiplyAdd(s1, s3, FloatVector(repeating: 4)), s5, FloatVector(repeating: 0.25)) + start
    unsafe out[i &* row &+ 3 &* column] = multiplyAdd(multiplyAdd(o1, o3, FloatVector(repeating: 8)), o5, FloatVector(repeating: 0.125)) + start
    unsafe out[i &* row &+ 4 &* column] = multiplyAdd(multiplyAdd(s1, s3, FloatVector(repeating: 16)), s5, FloatVector(repeating: 0.0625)) + start
    unsafe out[i &* row &+ 5 &* column] = multiplyAdd(multiplyAdd(o1 + d7, o3, FloatVector(repeating: 32)), o5, FloatVector(repeating: 0.03125)) + start
  }
}

/// Aᵀ z A + start for 8 by 8 vectors that lie `pitch` vectors apart. `scratch` holds 32 vectors.
@inline(never)
func winogradOutput4x5(
  _ z: UnsafePointer<FloatVector>, _ pitch: Int, _ start: FloatVector,
  _ scratch: UnsafeMutablePointer<FloatVector>, _ out: UnsafeMutablePointer<FloatVector>, _ row: Int, _ column: Int
) {
  for j in 0..<8 {
    let d0 = unsafe z[(0 &+ j) &* pitch]
    let d1 = unsafe z[(8 &+ j) &* pitch]
    let d2 = unsafe z[(16 &+ j) &* pitch]
    let d3 = unsafe z[(24 &+ j) &* pitch]
    let d4 = unsafe z[(32 &+ j) &* pitch]
    let d5 = unsafe z[(40 &+ j) &* pitch]
    let d6 = unsafe z[(48 &+ j) &* pitch]
    let d7 = unsafe z[(56 &+ j) &* pitch]
    let s1 = d1 + d2
    let o1 = d1 - d2
    let s3 = d3 + d4
    let o3 = d3 - d4
    let s5 = d5 + d6
    let o5 = d5 - d6
    unsafe scratch[0 &+ j] = d0 + s1 + s3 + s5
    unsafe scratch[8 &+ j] = multiplyAdd(multiplyAdd(o1, o3, FloatVector(repeating: 2)), o5, FloatVector(repeating: 0.5))
    unsafe scratch[16 &+ j] = multiplyAdd(multiplyAdd(s1, s3, FloatVector(repeating: 4)), s5, FloatVector(repeating: 0.25))
    unsafe scratch[24 &+ j] = multiplyAdd(multiplyAdd(o1 + d7, o3, FloatVector(repeating: 8)), o5, FloatVector(repeating: 0.125))
  }
  for i in 0..<4 {
    let d0 = unsafe scratch[i &* 8 &+ 0]
    let d1 = unsafe scratch[i &* 8 &+ 1]
    let d2 = unsafe scratch[i &* 8 &+ 2]
    let d3 = unsafe scratch[i &* 8 &+ 3]
    let d4 = unsafe scratch[i &* 8 &+ 4]
    let d5 = unsafe scratch[i &* 8 &+ 5]
    let d6 = unsafe scratch[i &* 8 &+ 6]
    let d7 = unsafe scratch[i &* 8 &+ 7]
    let s1 = d1 + d2
    let o1 = d1 - d2
    let s3 = d3 + d4
    let o3 = d3 - d4
    let s5 = d5 + d6
    let o5 = d5 - d6
    unsafe out[i &* row &+ 0] = d0 + s1 + s3 + s5 + start
    unsafe out[i &* row &+ column] = multiplyAdd(multiplyAdd(o1, o3, FloatVector(repeating: 2)), o5, FloatVector(repeating: 0.5)) + start
    unsafe out[i &* row &+ 2 &* column] = multiplyAdd(multiplyAdd(s1, s3, FloatVector(repeating: 4)), s5, FloatVector(repeating: 0.25)) + start
    unsafe out[i &* row &+ 3 &* column] = multiplyAdd(multiplyAdd(o1 + d7, o3, FloatVector(repeating: 8)), o5, FloatVector(repeating: 0.125)) + start
  }
}

/// Aᵀ z A + start for 8 by 8 vectors that lie `pitch` vectors apart. `scratch` holds 16 vectors.
@inline(never)
func winogradOutput2x7(
  _ z: UnsafePointer<FloatVector>, _ pitch: Int, _ start: FloatVector,
  _ scratch: UnsafeMutablePointer<FloatVector>, _ out: UnsafeMutablePointer<FloatVector>, _ row: Int, _ column: Int
) {
  for j in 0..<8 {
    let d0 = unsafe z[(0 &+ j) &* pitch]
    let d1 = unsafe z[(8 &+ j) &* pitch]
    let d2 = unsafe z[(16 &+ j) &* pitch]
    let d3 = unsafe z[(24 &+ j) &* pitch]
    let d4 = unsafe z[(32 &+ j) &* pitch]
    let d5 = unsafe z[(40 &+ j) &* pitch]
    let d6 = unsafe z[(48 &+ j) &* pitch]
    let d7 = unsafe z[(56 &+ j) &* pitch]
    let s1 = d1 + d2
    let o1 = d1 - d2
    let s3 = d3 + d4
    let o3 = d3 - d4
    let s5 = d5 + d6
    let o5 = d5 - d6
    unsafe scratch[0 &+ j] = d0 + s1 + s3 + s5
    unsafe scratch[8 &+ j] = multiplyAdd(multiplyAdd(o1 + d7, o3, FloatVector(repeating: 2)), o5, FloatVector(repeating: 0.5))
  }
  for i in 0..<2 {
    let d0 = unsafe scratch[i &* 8 &+ 0]
    let d1 = unsafe scratch[i &* 8 &+ 1]
    let d2 = unsafe scratch[i &* 8 &+ 2]
    let d3 = unsafe scratch[i &* 8 &+ 3]
    let d4 = unsafe scratch[i &* 8 &+ 4]
    let d5 = unsafe scratch[i &* 8 &+ 5]
    let d6 = unsafe scratch[i &* 8 &+ 6]
    let d7 = unsafe scratch[i &* 8 &+ 7]
    let s1 = d1 + d2
    let o1 = d1 - d2
    let s3 = d3 + d4
    let o3 = d3 - d4
    let s5 = d5 + d6
    let o5 = d5 - d6
    unsafe out[i &* row &+ 0] = d0 + s1 + s3 + s5 + start
    unsafe out[i &* row &+ column] = multiplyAdd(multiplyAdd(o1 + d7, o3, FloatVector(repeating: 2)), o5, FloatVector(repeating: 0.5)) + start
  }
}
