// swift-format-ignore-file
// Written by Sources/FoveaKernels/generate; do not edit.

/// Outputs of one channel with a kernel of its own, `planeRows` rows or one, `width` columns that fill a vector: `start` plus the
/// products with `taps` columns of 3, 5 or 7 weights, at a vertical stride of 1 or 2. Rows are `rowStep` numbers apart, and each
/// column begins at its offset. The last vector may overlap the one before.
@inline(never)
package func planeTile(
  kernel: Int, stride: Int, rows: Int, width: Int, _ x: UnsafePointer<Float>, rowStep: Int,
  _ columns: UnsafePointer<Int>, taps: Int, _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, outStep: Int
) {
  let row: Int = rowStep &* MemoryLayout<Float>.stride
  let outRow: Int = outStep &* MemoryLayout<Float>.stride
  let half: Int = MemoryLayout<FloatHalf>.size / MemoryLayout<Float>.size
  let rest: Int = width % floatLanes
  func tiles(from first: Int, to last: Int, isHalf: Bool) {
    switch (kernel, stride, rows, isHalf) {
    case (3, 1, 7, true): unsafe plane3s1r7Half(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (3, 2, 7, true): unsafe plane3s2r7Half(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (3, _, _, true): unsafe plane3s1r1Half(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (3, 1, 7, false): unsafe plane3s1r7Vector(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (3, 2, 7, false): unsafe plane3s2r7Vector(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (3, _, _, false): unsafe plane3s1r1Vector(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (5, 1, 7, true): unsafe plane5s1r7Half(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (5, 2, 7, true): unsafe plane5s2r7Half(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (5, _, _, true): unsafe plane5s1r1Half(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (5, 1, 7, false): unsafe plane5s1r7Vector(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (5, 2, 7, false): unsafe plane5s2r7Vector(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (5, _, _, false): unsafe plane5s1r1Vector(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (7, 1, 7, true): unsafe plane7s1r7Half(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (7, 2, 7, true): unsafe plane7s2r7Half(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (7, _, _, true): unsafe plane7s1r1Half(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (7, 1, 7, false): unsafe plane7s1r7Vector(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (7, 2, 7, false): unsafe plane7s2r7Vector(first, last, x, row, columns, taps, weights, start, out, outRow)
    case (7, _, _, false): unsafe plane7s1r1Vector(first, last, x, row, columns, taps, weights, start, out, outRow)
    default: preconditionFailure("a plane has kernels of 3, 5 or 7 rows")
    }
  }
  if rest == 0 || rest > half {
    tiles(from: 0, to: width &- floatLanes, isHalf: false)
  } else {
    tiles(from: 0, to: width &- rest &- floatLanes, isHalf: false)
    tiles(from: width &- half, to: width &- half, isHalf: true)
  }
}

/// Rows of `count` numbers, copied.
@inline(never)
package func copyRows(
  rows: Int, count: Int, _ x: UnsafePointer<Float>, _ step: Int, _ out: UnsafeMutablePointer<Float>, _ outStep: Int
) {
  let lanes: Int = floatLanes
  for row in 0..<rows {
    let from = unsafe x + row &* step
    let to = unsafe out + row &* outStep
    if count < lanes {
      for k in 0..<count { unsafe to[k] = from[k] }
      continue
    }
    // The last vector may overlap the one before.
    let last: Int = count &- lanes
    var next: Int = 0
    while true {
      let at: Int = next < last ? next : last
      let value = unsafe UnsafeRawPointer(from + at).loadUnaligned(as: FloatVector.self)
      unsafe UnsafeMutableRawPointer(to + at).storeBytes(of: value, as: FloatVector.self)
      if at == last { break }
      next &+= lanes
    }
  }
}

/// Every `step`th number.
@inline(never)
package func gatherEvery(
  step: Int, count: Int, _ x: UnsafePointer<Float>, _ out: UnsafeMutablePointer<Float>
) {
  if step == 2 {
    for k in 0..<count { unsafe out[k] = x[2 &* k] }
  } else {
    for k in 0..<count { unsafe out[k] = x[step &* k] }
  }
}

@inline(never)
private func plane3s1r7Half(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatHalf(repeating: start[0])
    var a1 = unsafe FloatHalf(repeating: start[0])
    var a2 = unsafe FloatHalf(repeating: start[0])
    var a3 = unsafe FloatHalf(repeating: start[0])
    var a4 = unsafe FloatHalf(repeating: start[0])
    var a5 = unsafe FloatHalf(repeating: start[0])
    var a6 = unsafe FloatHalf(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatHalf(repeating: weights[0 &+ k])
      let w1 = unsafe FloatHalf(repeating: weights[taps &+ k])
      let w2 = unsafe FloatHalf(repeating: weights[2 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x1, w1)
      a1 = multiplyAdd(a1, x1, w0)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x2, w2)
      a1 = multiplyAdd(a1, x2, w1)
      a2 = multiplyAdd(a2, x2, w0)
      let x3 = unsafe p.loadUnaligned(fromByteOffset: 3 &* row, as: FloatHalf.self)
      a1 = multiplyAdd(a1, x3, w2)
      a2 = multiplyAdd(a2, x3, w1)
      a3 = multiplyAdd(a3, x3, w0)
      let x4 = unsafe p.loadUnaligned(fromByteOffset: 4 &* row, as: FloatHalf.self)
      a2 = multiplyAdd(a2, x4, w2)
      a3 = multiplyAdd(a3, x4, w1)
      a4 = multiplyAdd(a4, x4, w0)
      let x5 = unsafe p.loadUnaligned(fromByteOffset: 5 &* row, as: FloatHalf.self)
      a3 = multiplyAdd(a3, x5, w2)
      a4 = multiplyAdd(a4, x5, w1)
      a5 = multiplyAdd(a5, x5, w0)
      let x6 = unsafe p.loadUnaligned(fromByteOffset: 6 &* row, as: FloatHalf.self)
      a4 = multiplyAdd(a4, x6, w2)
      a5 = multiplyAdd(a5, x6, w1)
      a6 = multiplyAdd(a6, x6, w0)
      let x7 = unsafe p.loadUnaligned(fromByteOffset: 7 &* row, as: FloatHalf.self)
      a5 = multiplyAdd(a5, x7, w2)
      a6 = multiplyAdd(a6, x7, w1)
      let x8 = unsafe p.loadUnaligned(fromByteOffset: 8 &* row, as: FloatHalf.self)
      a6 = multiplyAdd(a6, x8, w2)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatHalf.self)
    unsafe target.storeBytes(of: a1, toByteOffset: outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a2, toByteOffset: 2 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a3, toByteOffset: 3 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a4, toByteOffset: 4 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a5, toByteOffset: 5 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a6, toByteOffset: 6 &* outRow, as: FloatHalf.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane3s1r1Half(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatHalf(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatHalf(repeating: weights[0 &+ k])
      let w1 = unsafe FloatHalf(repeating: weights[taps &+ k])
      let w2 = unsafe FloatHalf(repeating: weights[2 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x1, w1)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x2, w2)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatHalf.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane3s2r7Half(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatHalf(repeating: start[0])
    var a1 = unsafe FloatHalf(repeating: start[0])
    var a2 = unsafe FloatHalf(repeating: start[0])
    var a3 = unsafe FloatHalf(repeating: start[0])
    var a4 = unsafe FloatHalf(repeating: start[0])
    var a5 = unsafe FloatHalf(repeating: start[0])
    var a6 = unsafe FloatHalf(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatHalf(repeating: weights[0 &+ k])
      let w1 = unsafe FloatHalf(repeating: weights[taps &+ k])
      let w2 = unsafe FloatHalf(repeating: weights[2 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x1, w1)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x2, w2)
      a1 = multiplyAdd(a1, x2, w0)
      let x3 = unsafe p.loadUnaligned(fromByteOffset: 3 &* row, as: FloatHalf.self)
      a1 = multiplyAdd(a1, x3, w1)
      let x4 = unsafe p.loadUnaligned(fromByteOffset: 4 &* row, as: FloatHalf.self)
      a1 = multiplyAdd(a1, x4, w2)
      a2 = multiplyAdd(a2, x4, w0)
      let x5 = unsafe p.loadUnaligned(fromByteOffset: 5 &* row, as: FloatHalf.self)
      a2 = multiplyAdd(a2, x5, w1)
      let x6 = unsafe p.loadUnaligned(fromByteOffset: 6 &* row, as: FloatHalf.self)
      a2 = multiplyAdd(a2, x6, w2)
      a3 = multiplyAdd(a3, x6, w0)
      let x7 = unsafe p.loadUnaligned(fromByteOffset: 7 &* row, as: FloatHalf.self)
      a3 = multiplyAdd(a3, x7, w1)
      let x8 = unsafe p.loadUnaligned(fromByteOffset: 8 &* row, as: FloatHalf.self)
      a3 = multiplyAdd(a3, x8, w2)
      a4 = multiplyAdd(a4, x8, w0)
      let x9 = unsafe p.loadUnaligned(fromByteOffset: 9 &* row, as: FloatHalf.self)
      a4 = multiplyAdd(a4, x9, w1)
      let x10 = unsafe p.loadUnaligned(fromByteOffset: 10 &* row, as: FloatHalf.self)
      a4 = multiplyAdd(a4, x10, w2)
      a5 = multiplyAdd(a5, x10, w0)
      let x11 = unsafe p.loadUnaligned(fromByteOffset: 11 &* row, as: FloatHalf.self)
      a5 = multiplyAdd(a5, x11, w1)
      let x12 = unsafe p.loadUnaligned(fromByteOffset: 12 &* row, as: FloatHalf.self)
      a5 = multiplyAdd(a5, x12, w2)
      a6 = multiplyAdd(a6, x12, w0)
      let x13 = unsafe p.loadUnaligned(fromByteOffset: 13 &* row, as: FloatHalf.self)
      a6 = multiplyAdd(a6, x13, w1)
      let x14 = unsafe p.loadUnaligned(fromByteOffset: 14 &* row, as: FloatHalf.self)
      a6 = multiplyAdd(a6, x14, w2)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatHalf.self)
    unsafe target.storeBytes(of: a1, toByteOffset: outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a2, toByteOffset: 2 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a3, toByteOffset: 3 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a4, toByteOffset: 4 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a5, toByteOffset: 5 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a6, toByteOffset: 6 &* outRow, as: FloatHalf.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane3s1r7Vector(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatVector(repeating: start[0])
    var a1 = unsafe FloatVector(repeating: start[0])
    var a2 = unsafe FloatVector(repeating: start[0])
    var a3 = unsafe FloatVector(repeating: start[0])
    var a4 = unsafe FloatVector(repeating: start[0])
    var a5 = unsafe FloatVector(repeating: start[0])
    var a6 = unsafe FloatVector(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatVector(repeating: weights[0 &+ k])
      let w1 = unsafe FloatVector(repeating: weights[taps &+ k])
      let w2 = unsafe FloatVector(repeating: weights[2 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatVector.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x1, w1)
      a1 = multiplyAdd(a1, x1, w0)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x2, w2)
      a1 = multiplyAdd(a1, x2, w1)
      a2 = multiplyAdd(a2, x2, w0)
      let x3 = unsafe p.loadUnaligned(fromByteOffset: 3 &* row, as: FloatVector.self)
      a1 = multiplyAdd(a1, x3, w2)
      a2 = multiplyAdd(a2, x3, w1)
      a3 = multiplyAdd(a3, x3, w0)
      let x4 = unsafe p.loadUnaligned(fromByteOffset: 4 &* row, as: FloatVector.self)
      a2 = multiplyAdd(a2, x4, w2)
      a3 = multiplyAdd(a3, x4, w1)
      a4 = multiplyAdd(a4, x4, w0)
      let x5 = unsafe p.loadUnaligned(fromByteOffset: 5 &* row, as: FloatVector.self)
      a3 = multiplyAdd(a3, x5, w2)
      a4 = multiplyAdd(a4, x5, w1)
      a5 = multiplyAdd(a5, x5, w0)
      let x6 = unsafe p.loadUnaligned(fromByteOffset: 6 &* row, as: FloatVector.self)
      a4 = multiplyAdd(a4, x6, w2)
      a5 = multiplyAdd(a5, x6, w1)
      a6 = multiplyAdd(a6, x6, w0)
      let x7 = unsafe p.loadUnaligned(fromByteOffset: 7 &* row, as: FloatVector.self)
      a5 = multiplyAdd(a5, x7, w2)
      a6 = multiplyAdd(a6, x7, w1)
      let x8 = unsafe p.loadUnaligned(fromByteOffset: 8 &* row, as: FloatVector.self)
      a6 = multiplyAdd(a6, x8, w2)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatVector.self)
    unsafe target.storeBytes(of: a1, toByteOffset: outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a2, toByteOffset: 2 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a3, toByteOffset: 3 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a4, toByteOffset: 4 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a5, toByteOffset: 5 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a6, toByteOffset: 6 &* outRow, as: FloatVector.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane3s1r1Vector(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatVector(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatVector(repeating: weights[0 &+ k])
      let w1 = unsafe FloatVector(repeating: weights[taps &+ k])
      let w2 = unsafe FloatVector(repeating: weights[2 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatVector.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x1, w1)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x2, w2)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatVector.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane3s2r7Vector(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatVector(repeating: start[0])
    var a1 = unsafe FloatVector(repeating: start[0])
    var a2 = unsafe FloatVector(repeating: start[0])
    var a3 = unsafe FloatVector(repeating: start[0])
    var a4 = unsafe FloatVector(repeating: start[0])
    var a5 = unsafe FloatVector(repeating: start[0])
    var a6 = unsafe FloatVector(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatVector(repeating: weights[0 &+ k])
      let w1 = unsafe FloatVector(repeating: weights[taps &+ k])
      let w2 = unsafe FloatVector(repeating: weights[2 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatVector.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x1, w1)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x2, w2)
      a1 = multiplyAdd(a1, x2, w0)
      let x3 = unsafe p.loadUnaligned(fromByteOffset: 3 &* row, as: FloatVector.self)
      a1 = multiplyAdd(a1, x3, w1)
      let x4 = unsafe p.loadUnaligned(fromByteOffset: 4 &* row, as: FloatVector.self)
      a1 = multiplyAdd(a1, x4, w2)
      a2 = multiplyAdd(a2, x4, w0)
      let x5 = unsafe p.loadUnaligned(fromByteOffset: 5 &* row, as: FloatVector.self)
      a2 = multiplyAdd(a2, x5, w1)
      let x6 = unsafe p.loadUnaligned(fromByteOffset: 6 &* row, as: FloatVector.self)
      a2 = multiplyAdd(a2, x6, w2)
      a3 = multiplyAdd(a3, x6, w0)
      let x7 = unsafe p.loadUnaligned(fromByteOffset: 7 &* row, as: FloatVector.self)
      a3 = multiplyAdd(a3, x7, w1)
      let x8 = unsafe p.loadUnaligned(fromByteOffset: 8 &* row, as: FloatVector.self)
      a3 = multiplyAdd(a3, x8, w2)
      a4 = multiplyAdd(a4, x8, w0)
      let x9 = unsafe p.loadUnaligned(fromByteOffset: 9 &* row, as: FloatVector.self)
      a4 = multiplyAdd(a4, x9, w1)
      let x10 = unsafe p.loadUnaligned(fromByteOffset: 10 &* row, as: FloatVector.self)
      a4 = multiplyAdd(a4, x10, w2)
      a5 = multiplyAdd(a5, x10, w0)
      let x11 = unsafe p.loadUnaligned(fromByteOffset: 11 &* row, as: FloatVector.self)
      a5 = multiplyAdd(a5, x11, w1)
      let x12 = unsafe p.loadUnaligned(fromByteOffset: 12 &* row, as: FloatVector.self)
      a5 = multiplyAdd(a5, x12, w2)
      a6 = multiplyAdd(a6, x12, w0)
      let x13 = unsafe p.loadUnaligned(fromByteOffset: 13 &* row, as: FloatVector.self)
      a6 = multiplyAdd(a6, x13, w1)
      let x14 = unsafe p.loadUnaligned(fromByteOffset: 14 &* row, as: FloatVector.self)
      a6 = multiplyAdd(a6, x14, w2)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatVector.self)
    unsafe target.storeBytes(of: a1, toByteOffset: outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a2, toByteOffset: 2 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a3, toByteOffset: 3 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a4, toByteOffset: 4 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a5, toByteOffset: 5 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a6, toByteOffset: 6 &* outRow, as: FloatVector.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane5s1r7Half(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatHalf(repeating: start[0])
    var a1 = unsafe FloatHalf(repeating: start[0])
    var a2 = unsafe FloatHalf(repeating: start[0])
    var a3 = unsafe FloatHalf(repeating: start[0])
    var a4 = unsafe FloatHalf(repeating: start[0])
    var a5 = unsafe FloatHalf(repeating: start[0])
    var a6 = unsafe FloatHalf(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatHalf(repeating: weights[0 &+ k])
      let w1 = unsafe FloatHalf(repeating: weights[taps &+ k])
      let w2 = unsafe FloatHalf(repeating: weights[2 &* taps &+ k])
      let w3 = unsafe FloatHalf(repeating: weights[3 &* taps &+ k])
      let w4 = unsafe FloatHalf(repeating: weights[4 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x1, w1)
      a1 = multiplyAdd(a1, x1, w0)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x2, w2)
      a1 = multiplyAdd(a1, x2, w1)
      a2 = multiplyAdd(a2, x2, w0)
      let x3 = unsafe p.loadUnaligned(fromByteOffset: 3 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x3, w3)
      a1 = multiplyAdd(a1, x3, w2)
      a2 = multiplyAdd(a2, x3, w1)
      a3 = multiplyAdd(a3, x3, w0)
      let x4 = unsafe p.loadUnaligned(fromByteOffset: 4 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x4, w4)
      a1 = multiplyAdd(a1, x4, w3)
      a2 = multiplyAdd(a2, x4, w2)
      a3 = multiplyAdd(a3, x4, w1)
      a4 = multiplyAdd(a4, x4, w0)
      let x5 = unsafe p.loadUnaligned(fromByteOffset: 5 &* row, as: FloatHalf.self)
      a1 = multiplyAdd(a1, x5, w4)
      a2 = multiplyAdd(a2, x5, w3)
      a3 = multiplyAdd(a3, x5, w2)
      a4 = multiplyAdd(a4, x5, w1)
      a5 = multiplyAdd(a5, x5, w0)
      let x6 = unsafe p.loadUnaligned(fromByteOffset: 6 &* row, as: FloatHalf.self)
      a2 = multiplyAdd(a2, x6, w4)
      a3 = multiplyAdd(a3, x6, w3)
      a4 = multiplyAdd(a4, x6, w2)
      a5 = multiplyAdd(a5, x6, w1)
      a6 = multiplyAdd(a6, x6, w0)
      let x7 = unsafe p.loadUnaligned(fromByteOffset: 7 &* row, as: FloatHalf.self)
      a3 = multiplyAdd(a3, x7, w4)
      a4 = multiplyAdd(a4, x7, w3)
      a5 = multiplyAdd(a5, x7, w2)
      a6 = multiplyAdd(a6, x7, w1)
      let x8 = unsafe p.loadUnaligned(fromByteOffset: 8 &* row, as: FloatHalf.self)
      a4 = multiplyAdd(a4, x8, w4)
      a5 = multiplyAdd(a5, x8, w3)
      a6 = multiplyAdd(a6, x8, w2)
      let x9 = unsafe p.loadUnaligned(fromByteOffset: 9 &* row, as: FloatHalf.self)
      a5 = multiplyAdd(a5, x9, w4)
      a6 = multiplyAdd(a6, x9, w3)
      let x10 = unsafe p.loadUnaligned(fromByteOffset: 10 &* row, as: FloatHalf.self)
      a6 = multiplyAdd(a6, x10, w4)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatHalf.self)
    unsafe target.storeBytes(of: a1, toByteOffset: outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a2, toByteOffset: 2 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a3, toByteOffset: 3 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a4, toByteOffset: 4 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a5, toByteOffset: 5 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a6, toByteOffset: 6 &* outRow, as: FloatHalf.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane5s1r1Half(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatHalf(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatHalf(repeating: weights[0 &+ k])
      let w1 = unsafe FloatHalf(repeating: weights[taps &+ k])
      let w2 = unsafe FloatHalf(repeating: weights[2 &* taps &+ k])
      let w3 = unsafe FloatHalf(repeating: weights[3 &* taps &+ k])
      let w4 = unsafe FloatHalf(repeating: weights[4 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x1, w1)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x2, w2)
      let x3 = unsafe p.loadUnaligned(fromByteOffset: 3 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x3, w3)
      let x4 = unsafe p.loadUnaligned(fromByteOffset: 4 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x4, w4)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatHalf.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane5s2r7Half(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatHalf(repeating: start[0])
    var a1 = unsafe FloatHalf(repeating: start[0])
    var a2 = unsafe FloatHalf(repeating: start[0])
    var a3 = unsafe FloatHalf(repeating: start[0])
    var a4 = unsafe FloatHalf(repeating: start[0])
    var a5 = unsafe FloatHalf(repeating: start[0])
    var a6 = unsafe FloatHalf(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatHalf(repeating: weights[0 &+ k])
      let w1 = unsafe FloatHalf(repeating: weights[taps &+ k])
      let w2 = unsafe FloatHalf(repeating: weights[2 &* taps &+ k])
      let w3 = unsafe FloatHalf(repeating: weights[3 &* taps &+ k])
      let w4 = unsafe FloatHalf(repeating: weights[4 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x1, w1)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x2, w2)
      a1 = multiplyAdd(a1, x2, w0)
      let x3 = unsafe p.loadUnaligned(fromByteOffset: 3 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x3, w3)
      a1 = multiplyAdd(a1, x3, w1)
      let x4 = unsafe p.loadUnaligned(fromByteOffset: 4 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x4, w4)
      a1 = multiplyAdd(a1, x4, w2)
      a2 = multiplyAdd(a2, x4, w0)
      let x5 = unsafe p.loadUnaligned(fromByteOffset: 5 &* row, as: FloatHalf.self)
      a1 = multiplyAdd(a1, x5, w3)
      a2 = multiplyAdd(a2, x5, w1)
      let x6 = unsafe p.loadUnaligned(fromByteOffset: 6 &* row, as: FloatHalf.self)
      a1 = multiplyAdd(a1, x6, w4)
      a2 = multiplyAdd(a2, x6, w2)
      a3 = multiplyAdd(a3, x6, w0)
      let x7 = unsafe p.loadUnaligned(fromByteOffset: 7 &* row, as: FloatHalf.self)
      a2 = multiplyAdd(a2, x7, w3)
      a3 = multiplyAdd(a3, x7, w1)
      let x8 = unsafe p.loadUnaligned(fromByteOffset: 8 &* row, as: FloatHalf.self)
      a2 = multiplyAdd(a2, x8, w4)
      a3 = multiplyAdd(a3, x8, w2)
      a4 = multiplyAdd(a4, x8, w0)
      let x9 = unsafe p.loadUnaligned(fromByteOffset: 9 &* row, as: FloatHalf.self)
      a3 = multiplyAdd(a3, x9, w3)
      a4 = multiplyAdd(a4, x9, w1)
      let x10 = unsafe p.loadUnaligned(fromByteOffset: 10 &* row, as: FloatHalf.self)
      a3 = multiplyAdd(a3, x10, w4)
      a4 = multiplyAdd(a4, x10, w2)
      a5 = multiplyAdd(a5, x10, w0)
      let x11 = unsafe p.loadUnaligned(fromByteOffset: 11 &* row, as: FloatHalf.self)
      a4 = multiplyAdd(a4, x11, w3)
      a5 = multiplyAdd(a5, x11, w1)
      let x12 = unsafe p.loadUnaligned(fromByteOffset: 12 &* row, as: FloatHalf.self)
      a4 = multiplyAdd(a4, x12, w4)
      a5 = multiplyAdd(a5, x12, w2)
      a6 = multiplyAdd(a6, x12, w0)
      let x13 = unsafe p.loadUnaligned(fromByteOffset: 13 &* row, as: FloatHalf.self)
      a5 = multiplyAdd(a5, x13, w3)
      a6 = multiplyAdd(a6, x13, w1)
      let x14 = unsafe p.loadUnaligned(fromByteOffset: 14 &* row, as: FloatHalf.self)
      a5 = multiplyAdd(a5, x14, w4)
      a6 = multiplyAdd(a6, x14, w2)
      let x15 = unsafe p.loadUnaligned(fromByteOffset: 15 &* row, as: FloatHalf.self)
      a6 = multiplyAdd(a6, x15, w3)
      let x16 = unsafe p.loadUnaligned(fromByteOffset: 16 &* row, as: FloatHalf.self)
      a6 = multiplyAdd(a6, x16, w4)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatHalf.self)
    unsafe target.storeBytes(of: a1, toByteOffset: outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a2, toByteOffset: 2 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a3, toByteOffset: 3 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a4, toByteOffset: 4 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a5, toByteOffset: 5 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a6, toByteOffset: 6 &* outRow, as: FloatHalf.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane5s1r7Vector(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatVector(repeating: start[0])
    var a1 = unsafe FloatVector(repeating: start[0])
    var a2 = unsafe FloatVector(repeating: start[0])
    var a3 = unsafe FloatVector(repeating: start[0])
    var a4 = unsafe FloatVector(repeating: start[0])
    var a5 = unsafe FloatVector(repeating: start[0])
    var a6 = unsafe FloatVector(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatVector(repeating: weights[0 &+ k])
      let w1 = unsafe FloatVector(repeating: weights[taps &+ k])
      let w2 = unsafe FloatVector(repeating: weights[2 &* taps &+ k])
      let w3 = unsafe FloatVector(repeating: weights[3 &* taps &+ k])
      let w4 = unsafe FloatVector(repeating: weights[4 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatVector.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x1, w1)
      a1 = multiplyAdd(a1, x1, w0)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x2, w2)
      a1 = multiplyAdd(a1, x2, w1)
      a2 = multiplyAdd(a2, x2, w0)
      let x3 = unsafe p.loadUnaligned(fromByteOffset: 3 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x3, w3)
      a1 = multiplyAdd(a1, x3, w2)
      a2 = multiplyAdd(a2, x3, w1)
      a3 = multiplyAdd(a3, x3, w0)
      let x4 = unsafe p.loadUnaligned(fromByteOffset: 4 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x4, w4)
      a1 = multiplyAdd(a1, x4, w3)
      a2 = multiplyAdd(a2, x4, w2)
      a3 = multiplyAdd(a3, x4, w1)
      a4 = multiplyAdd(a4, x4, w0)
      let x5 = unsafe p.loadUnaligned(fromByteOffset: 5 &* row, as: FloatVector.self)
      a1 = multiplyAdd(a1, x5, w4)
      a2 = multiplyAdd(a2, x5, w3)
      a3 = multiplyAdd(a3, x5, w2)
      a4 = multiplyAdd(a4, x5, w1)
      a5 = multiplyAdd(a5, x5, w0)
      let x6 = unsafe p.loadUnaligned(fromByteOffset: 6 &* row, as: FloatVector.self)
      a2 = multiplyAdd(a2, x6, w4)
      a3 = multiplyAdd(a3, x6, w3)
      a4 = multiplyAdd(a4, x6, w2)
      a5 = multiplyAdd(a5, x6, w1)
      a6 = multiplyAdd(a6, x6, w0)
      let x7 = unsafe p.loadUnaligned(fromByteOffset: 7 &* row, as: FloatVector.self)
      a3 = multiplyAdd(a3, x7, w4)
      a4 = multiplyAdd(a4, x7, w3)
      a5 = multiplyAdd(a5, x7, w2)
      a6 = multiplyAdd(a6, x7, w1)
      let x8 = unsafe p.loadUnaligned(fromByteOffset: 8 &* row, as: FloatVector.self)
      a4 = multiplyAdd(a4, x8, w4)
      a5 = multiplyAdd(a5, x8, w3)
      a6 = multiplyAdd(a6, x8, w2)
      let x9 = unsafe p.loadUnaligned(fromByteOffset: 9 &* row, as: FloatVector.self)
      a5 = multiplyAdd(a5, x9, w4)
      a6 = multiplyAdd(a6, x9, w3)
      let x10 = unsafe p.loadUnaligned(fromByteOffset: 10 &* row, as: FloatVector.self)
      a6 = multiplyAdd(a6, x10, w4)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatVector.self)
    unsafe target.storeBytes(of: a1, toByteOffset: outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a2, toByteOffset: 2 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a3, toByteOffset: 3 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a4, toByteOffset: 4 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a5, toByteOffset: 5 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a6, toByteOffset: 6 &* outRow, as: FloatVector.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane5s1r1Vector(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatVector(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatVector(repeating: weights[0 &+ k])
      let w1 = unsafe FloatVector(repeating: weights[taps &+ k])
      let w2 = unsafe FloatVector(repeating: weights[2 &* taps &+ k])
      let w3 = unsafe FloatVector(repeating: weights[3 &* taps &+ k])
      let w4 = unsafe FloatVector(repeating: weights[4 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatVector.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x1, w1)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x2, w2)
      let x3 = unsafe p.loadUnaligned(fromByteOffset: 3 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x3, w3)
      let x4 = unsafe p.loadUnaligned(fromByteOffset: 4 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x4, w4)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatVector.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane5s2r7Vector(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatVector(repeating: start[0])
    var a1 = unsafe FloatVector(repeating: start[0])
    var a2 = unsafe FloatVector(repeating: start[0])
    var a3 = unsafe FloatVector(repeating: start[0])
    var a4 = unsafe FloatVector(repeating: start[0])
    var a5 = unsafe FloatVector(repeating: start[0])
    var a6 = unsafe FloatVector(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatVector(repeating: weights[0 &+ k])
      let w1 = unsafe FloatVector(repeating: weights[taps &+ k])
      let w2 = unsafe FloatVector(repeating: weights[2 &* taps &+ k])
      let w3 = unsafe FloatVector(repeating: weights[3 &* taps &+ k])
      let w4 = unsafe FloatVector(repeating: weights[4 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatVector.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x1, w1)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x2, w2)
      a1 = multiplyAdd(a1, x2, w0)
      let x3 = unsafe p.loadUnaligned(fromByteOffset: 3 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x3, w3)
      a1 = multiplyAdd(a1, x3, w1)
      let x4 = unsafe p.loadUnaligned(fromByteOffset: 4 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x4, w4)
      a1 = multiplyAdd(a1, x4, w2)
      a2 = multiplyAdd(a2, x4, w0)
      let x5 = unsafe p.loadUnaligned(fromByteOffset: 5 &* row, as: FloatVector.self)
      a1 = multiplyAdd(a1, x5, w3)
      a2 = multiplyAdd(a2, x5, w1)
      let x6 = unsafe p.loadUnaligned(fromByteOffset: 6 &* row, as: FloatVector.self)
      a1 = multiplyAdd(a1, x6, w4)
      a2 = multiplyAdd(a2, x6, w2)
      a3 = multiplyAdd(a3, x6, w0)
      let x7 = unsafe p.loadUnaligned(fromByteOffset: 7 &* row, as: FloatVector.self)
      a2 = multiplyAdd(a2, x7, w3)
      a3 = multiplyAdd(a3, x7, w1)
      let x8 = unsafe p.loadUnaligned(fromByteOffset: 8 &* row, as: FloatVector.self)
      a2 = multiplyAdd(a2, x8, w4)
      a3 = multiplyAdd(a3, x8, w2)
      a4 = multiplyAdd(a4, x8, w0)
      let x9 = unsafe p.loadUnaligned(fromByteOffset: 9 &* row, as: FloatVector.self)
      a3 = multiplyAdd(a3, x9, w3)
      a4 = multiplyAdd(a4, x9, w1)
      let x10 = unsafe p.loadUnaligned(fromByteOffset: 10 &* row, as: FloatVector.self)
      a3 = multiplyAdd(a3, x10, w4)
      a4 = multiplyAdd(a4, x10, w2)
      a5 = multiplyAdd(a5, x10, w0)
      let x11 = unsafe p.loadUnaligned(fromByteOffset: 11 &* row, as: FloatVector.self)
      a4 = multiplyAdd(a4, x11, w3)
      a5 = multiplyAdd(a5, x11, w1)
      let x12 = unsafe p.loadUnaligned(fromByteOffset: 12 &* row, as: FloatVector.self)
      a4 = multiplyAdd(a4, x12, w4)
      a5 = multiplyAdd(a5, x12, w2)
      a6 = multiplyAdd(a6, x12, w0)
      let x13 = unsafe p.loadUnaligned(fromByteOffset: 13 &* row, as: FloatVector.self)
      a5 = multiplyAdd(a5, x13, w3)
      a6 = multiplyAdd(a6, x13, w1)
      let x14 = unsafe p.loadUnaligned(fromByteOffset: 14 &* row, as: FloatVector.self)
      a5 = multiplyAdd(a5, x14, w4)
      a6 = multiplyAdd(a6, x14, w2)
      let x15 = unsafe p.loadUnaligned(fromByteOffset: 15 &* row, as: FloatVector.self)
      a6 = multiplyAdd(a6, x15, w3)
      let x16 = unsafe p.loadUnaligned(fromByteOffset: 16 &* row, as: FloatVector.self)
      a6 = multiplyAdd(a6, x16, w4)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatVector.self)
    unsafe target.storeBytes(of: a1, toByteOffset: outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a2, toByteOffset: 2 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a3, toByteOffset: 3 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a4, toByteOffset: 4 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a5, toByteOffset: 5 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a6, toByteOffset: 6 &* outRow, as: FloatVector.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane7s1r7Half(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatHalf(repeating: start[0])
    var a1 = unsafe FloatHalf(repeating: start[0])
    var a2 = unsafe FloatHalf(repeating: start[0])
    var a3 = unsafe FloatHalf(repeating: start[0])
    var a4 = unsafe FloatHalf(repeating: start[0])
    var a5 = unsafe FloatHalf(repeating: start[0])
    var a6 = unsafe FloatHalf(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatHalf(repeating: weights[0 &+ k])
      let w1 = unsafe FloatHalf(repeating: weights[taps &+ k])
      let w2 = unsafe FloatHalf(repeating: weights[2 &* taps &+ k])
      let w3 = unsafe FloatHalf(repeating: weights[3 &* taps &+ k])
      let w4 = unsafe FloatHalf(repeating: weights[4 &* taps &+ k])
      let w5 = unsafe FloatHalf(repeating: weights[5 &* taps &+ k])
      let w6 = unsafe FloatHalf(repeating: weights[6 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x1, w1)
      a1 = multiplyAdd(a1, x1, w0)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x2, w2)
      a1 = multiplyAdd(a1, x2, w1)
      a2 = multiplyAdd(a2, x2, w0)
      let x3 = unsafe p.loadUnaligned(fromByteOffset: 3 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x3, w3)
      a1 = multiplyAdd(a1, x3, w2)
      a2 = multiplyAdd(a2, x3, w1)
      a3 = multiplyAdd(a3, x3, w0)
      let x4 = unsafe p.loadUnaligned(fromByteOffset: 4 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x4, w4)
      a1 = multiplyAdd(a1, x4, w3)
      a2 = multiplyAdd(a2, x4, w2)
      a3 = multiplyAdd(a3, x4, w1)
      a4 = multiplyAdd(a4, x4, w0)
      let x5 = unsafe p.loadUnaligned(fromByteOffset: 5 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x5, w5)
      a1 = multiplyAdd(a1, x5, w4)
      a2 = multiplyAdd(a2, x5, w3)
      a3 = multiplyAdd(a3, x5, w2)
      a4 = multiplyAdd(a4, x5, w1)
      a5 = multiplyAdd(a5, x5, w0)
      let x6 = unsafe p.loadUnaligned(fromByteOffset: 6 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x6, w6)
      a1 = multiplyAdd(a1, x6, w5)
      a2 = multiplyAdd(a2, x6, w4)
      a3 = multiplyAdd(a3, x6, w3)
      a4 = multiplyAdd(a4, x6, w2)
      a5 = multiplyAdd(a5, x6, w1)
      a6 = multiplyAdd(a6, x6, w0)
      let x7 = unsafe p.loadUnaligned(fromByteOffset: 7 &* row, as: FloatHalf.self)
      a1 = multiplyAdd(a1, x7, w6)
      a2 = multiplyAdd(a2, x7, w5)
      a3 = multiplyAdd(a3, x7, w4)
      a4 = multiplyAdd(a4, x7, w3)
      a5 = multiplyAdd(a5, x7, w2)
      a6 = multiplyAdd(a6, x7, w1)
      let x8 = unsafe p.loadUnaligned(fromByteOffset: 8 &* row, as: FloatHalf.self)
      a2 = multiplyAdd(a2, x8, w6)
      a3 = multiplyAdd(a3, x8, w5)
      a4 = multiplyAdd(a4, x8, w4)
      a5 = multiplyAdd(a5, x8, w3)
      a6 = multiplyAdd(a6, x8, w2)
      let x9 = unsafe p.loadUnaligned(fromByteOffset: 9 &* row, as: FloatHalf.self)
      a3 = multiplyAdd(a3, x9, w6)
      a4 = multiplyAdd(a4, x9, w5)
      a5 = multiplyAdd(a5, x9, w4)
      a6 = multiplyAdd(a6, x9, w3)
      let x10 = unsafe p.loadUnaligned(fromByteOffset: 10 &* row, as: FloatHalf.self)
      a4 = multiplyAdd(a4, x10, w6)
      a5 = multiplyAdd(a5, x10, w5)
      a6 = multiplyAdd(a6, x10, w4)
      let x11 = unsafe p.loadUnaligned(fromByteOffset: 11 &* row, as: FloatHalf.self)
      a5 = multiplyAdd(a5, x11, w6)
      a6 = multiplyAdd(a6, x11, w5)
      let x12 = unsafe p.loadUnaligned(fromByteOffset: 12 &* row, as: FloatHalf.self)
      a6 = multiplyAdd(a6, x12, w6)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatHalf.self)
    unsafe target.storeBytes(of: a1, toByteOffset: outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a2, toByteOffset: 2 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a3, toByteOffset: 3 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a4, toByteOffset: 4 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a5, toByteOffset: 5 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a6, toByteOffset: 6 &* outRow, as: FloatHalf.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane7s1r1Half(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatHalf(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatHalf(repeating: weights[0 &+ k])
      let w1 = unsafe FloatHalf(repeating: weights[taps &+ k])
      let w2 = unsafe FloatHalf(repeating: weights[2 &* taps &+ k])
      let w3 = unsafe FloatHalf(repeating: weights[3 &* taps &+ k])
      let w4 = unsafe FloatHalf(repeating: weights[4 &* taps &+ k])
      let w5 = unsafe FloatHalf(repeating: weights[5 &* taps &+ k])
      let w6 = unsafe FloatHalf(repeating: weights[6 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x1, w1)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x2, w2)
      let x3 = unsafe p.loadUnaligned(fromByteOffset: 3 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x3, w3)
      let x4 = unsafe p.loadUnaligned(fromByteOffset: 4 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x4, w4)
      let x5 = unsafe p.loadUnaligned(fromByteOffset: 5 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x5, w5)
      let x6 = unsafe p.loadUnaligned(fromByteOffset: 6 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x6, w6)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatHalf.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane7s2r7Half(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatHalf(repeating: start[0])
    var a1 = unsafe FloatHalf(repeating: start[0])
    var a2 = unsafe FloatHalf(repeating: start[0])
    var a3 = unsafe FloatHalf(repeating: start[0])
    var a4 = unsafe FloatHalf(repeating: start[0])
    var a5 = unsafe FloatHalf(repeating: start[0])
    var a6 = unsafe FloatHalf(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatHalf(repeating: weights[0 &+ k])
      let w1 = unsafe FloatHalf(repeating: weights[taps &+ k])
      let w2 = unsafe FloatHalf(repeating: weights[2 &* taps &+ k])
      let w3 = unsafe FloatHalf(repeating: weights[3 &* taps &+ k])
      let w4 = unsafe FloatHalf(repeating: weights[4 &* taps &+ k])
      let w5 = unsafe FloatHalf(repeating: weights[5 &* taps &+ k])
      let w6 = unsafe FloatHalf(repeating: weights[6 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x1, w1)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x2, w2)
      a1 = multiplyAdd(a1, x2, w0)
      let x3 = unsafe p.loadUnaligned(fromByteOffset: 3 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x3, w3)
      a1 = multiplyAdd(a1, x3, w1)
      let x4 = unsafe p.loadUnaligned(fromByteOffset: 4 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x4, w4)
      a1 = multiplyAdd(a1, x4, w2)
      a2 = multiplyAdd(a2, x4, w0)
      let x5 = unsafe p.loadUnaligned(fromByteOffset: 5 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x5, w5)
      a1 = multiplyAdd(a1, x5, w3)
      a2 = multiplyAdd(a2, x5, w1)
      let x6 = unsafe p.loadUnaligned(fromByteOffset: 6 &* row, as: FloatHalf.self)
      a0 = multiplyAdd(a0, x6, w6)
      a1 = multiplyAdd(a1, x6, w4)
      a2 = multiplyAdd(a2, x6, w2)
      a3 = multiplyAdd(a3, x6, w0)
      let x7 = unsafe p.loadUnaligned(fromByteOffset: 7 &* row, as: FloatHalf.self)
      a1 = multiplyAdd(a1, x7, w5)
      a2 = multiplyAdd(a2, x7, w3)
      a3 = multiplyAdd(a3, x7, w1)
      let x8 = unsafe p.loadUnaligned(fromByteOffset: 8 &* row, as: FloatHalf.self)
      a1 = multiplyAdd(a1, x8, w6)
      a2 = multiplyAdd(a2, x8, w4)
      a3 = multiplyAdd(a3, x8, w2)
      a4 = multiplyAdd(a4, x8, w0)
      let x9 = unsafe p.loadUnaligned(fromByteOffset: 9 &* row, as: FloatHalf.self)
      a2 = multiplyAdd(a2, x9, w5)
      a3 = multiplyAdd(a3, x9, w3)
      a4 = multiplyAdd(a4, x9, w1)
      let x10 = unsafe p.loadUnaligned(fromByteOffset: 10 &* row, as: FloatHalf.self)
      a2 = multiplyAdd(a2, x10, w6)
      a3 = multiplyAdd(a3, x10, w4)
      a4 = multiplyAdd(a4, x10, w2)
      a5 = multiplyAdd(a5, x10, w0)
      let x11 = unsafe p.loadUnaligned(fromByteOffset: 11 &* row, as: FloatHalf.self)
      a3 = multiplyAdd(a3, x11, w5)
      a4 = multiplyAdd(a4, x11, w3)
      a5 = multiplyAdd(a5, x11, w1)
      let x12 = unsafe p.loadUnaligned(fromByteOffset: 12 &* row, as: FloatHalf.self)
      a3 = multiplyAdd(a3, x12, w6)
      a4 = multiplyAdd(a4, x12, w4)
      a5 = multiplyAdd(a5, x12, w2)
      a6 = multiplyAdd(a6, x12, w0)
      let x13 = unsafe p.loadUnaligned(fromByteOffset: 13 &* row, as: FloatHalf.self)
      a4 = multiplyAdd(a4, x13, w5)
      a5 = multiplyAdd(a5, x13, w3)
      a6 = multiplyAdd(a6, x13, w1)
      let x14 = unsafe p.loadUnaligned(fromByteOffset: 14 &* row, as: FloatHalf.self)
      a4 = multiplyAdd(a4, x14, w6)
      a5 = multiplyAdd(a5, x14, w4)
      a6 = multiplyAdd(a6, x14, w2)
      let x15 = unsafe p.loadUnaligned(fromByteOffset: 15 &* row, as: FloatHalf.self)
      a5 = multiplyAdd(a5, x15, w5)
      a6 = multiplyAdd(a6, x15, w3)
      let x16 = unsafe p.loadUnaligned(fromByteOffset: 16 &* row, as: FloatHalf.self)
      a5 = multiplyAdd(a5, x16, w6)
      a6 = multiplyAdd(a6, x16, w4)
      let x17 = unsafe p.loadUnaligned(fromByteOffset: 17 &* row, as: FloatHalf.self)
      a6 = multiplyAdd(a6, x17, w5)
      let x18 = unsafe p.loadUnaligned(fromByteOffset: 18 &* row, as: FloatHalf.self)
      a6 = multiplyAdd(a6, x18, w6)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatHalf.self)
    unsafe target.storeBytes(of: a1, toByteOffset: outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a2, toByteOffset: 2 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a3, toByteOffset: 3 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a4, toByteOffset: 4 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a5, toByteOffset: 5 &* outRow, as: FloatHalf.self)
    unsafe target.storeBytes(of: a6, toByteOffset: 6 &* outRow, as: FloatHalf.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane7s1r7Vector(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatVector(repeating: start[0])
    var a1 = unsafe FloatVector(repeating: start[0])
    var a2 = unsafe FloatVector(repeating: start[0])
    var a3 = unsafe FloatVector(repeating: start[0])
    var a4 = unsafe FloatVector(repeating: start[0])
    var a5 = unsafe FloatVector(repeating: start[0])
    var a6 = unsafe FloatVector(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatVector(repeating: weights[0 &+ k])
      let w1 = unsafe FloatVector(repeating: weights[taps &+ k])
      let w2 = unsafe FloatVector(repeating: weights[2 &* taps &+ k])
      let w3 = unsafe FloatVector(repeating: weights[3 &* taps &+ k])
      let w4 = unsafe FloatVector(repeating: weights[4 &* taps &+ k])
      let w5 = unsafe FloatVector(repeating: weights[5 &* taps &+ k])
      let w6 = unsafe FloatVector(repeating: weights[6 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatVector.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x1, w1)
      a1 = multiplyAdd(a1, x1, w0)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x2, w2)
      a1 = multiplyAdd(a1, x2, w1)
      a2 = multiplyAdd(a2, x2, w0)
      let x3 = unsafe p.loadUnaligned(fromByteOffset: 3 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x3, w3)
      a1 = multiplyAdd(a1, x3, w2)
      a2 = multiplyAdd(a2, x3, w1)
      a3 = multiplyAdd(a3, x3, w0)
      let x4 = unsafe p.loadUnaligned(fromByteOffset: 4 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x4, w4)
      a1 = multiplyAdd(a1, x4, w3)
      a2 = multiplyAdd(a2, x4, w2)
      a3 = multiplyAdd(a3, x4, w1)
      a4 = multiplyAdd(a4, x4, w0)
      let x5 = unsafe p.loadUnaligned(fromByteOffset: 5 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x5, w5)
      a1 = multiplyAdd(a1, x5, w4)
      a2 = multiplyAdd(a2, x5, w3)
      a3 = multiplyAdd(a3, x5, w2)
      a4 = multiplyAdd(a4, x5, w1)
      a5 = multiplyAdd(a5, x5, w0)
      let x6 = unsafe p.loadUnaligned(fromByteOffset: 6 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x6, w6)
      a1 = multiplyAdd(a1, x6, w5)
      a2 = multiplyAdd(a2, x6, w4)
      a3 = multiplyAdd(a3, x6, w3)
      a4 = multiplyAdd(a4, x6, w2)
      a5 = multiplyAdd(a5, x6, w1)
      a6 = multiplyAdd(a6, x6, w0)
      let x7 = unsafe p.loadUnaligned(fromByteOffset: 7 &* row, as: FloatVector.self)
      a1 = multiplyAdd(a1, x7, w6)
      a2 = multiplyAdd(a2, x7, w5)
      a3 = multiplyAdd(a3, x7, w4)
      a4 = multiplyAdd(a4, x7, w3)
      a5 = multiplyAdd(a5, x7, w2)
      a6 = multiplyAdd(a6, x7, w1)
      let x8 = unsafe p.loadUnaligned(fromByteOffset: 8 &* row, as: FloatVector.self)
      a2 = multiplyAdd(a2, x8, w6)
      a3 = multiplyAdd(a3, x8, w5)
      a4 = multiplyAdd(a4, x8, w4)
      a5 = multiplyAdd(a5, x8, w3)
      a6 = multiplyAdd(a6, x8, w2)
      let x9 = unsafe p.loadUnaligned(fromByteOffset: 9 &* row, as: FloatVector.self)
      a3 = multiplyAdd(a3, x9, w6)
      a4 = multiplyAdd(a4, x9, w5)
      a5 = multiplyAdd(a5, x9, w4)
      a6 = multiplyAdd(a6, x9, w3)
      let x10 = unsafe p.loadUnaligned(fromByteOffset: 10 &* row, as: FloatVector.self)
      a4 = multiplyAdd(a4, x10, w6)
      a5 = multiplyAdd(a5, x10, w5)
      a6 = multiplyAdd(a6, x10, w4)
      let x11 = unsafe p.loadUnaligned(fromByteOffset: 11 &* row, as: FloatVector.self)
      a5 = multiplyAdd(a5, x11, w6)
      a6 = multiplyAdd(a6, x11, w5)
      let x12 = unsafe p.loadUnaligned(fromByteOffset: 12 &* row, as: FloatVector.self)
      a6 = multiplyAdd(a6, x12, w6)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatVector.self)
    unsafe target.storeBytes(of: a1, toByteOffset: outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a2, toByteOffset: 2 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a3, toByteOffset: 3 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a4, toByteOffset: 4 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a5, toByteOffset: 5 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a6, toByteOffset: 6 &* outRow, as: FloatVector.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane7s1r1Vector(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatVector(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatVector(repeating: weights[0 &+ k])
      let w1 = unsafe FloatVector(repeating: weights[taps &+ k])
      let w2 = unsafe FloatVector(repeating: weights[2 &* taps &+ k])
      let w3 = unsafe FloatVector(repeating: weights[3 &* taps &+ k])
      let w4 = unsafe FloatVector(repeating: weights[4 &* taps &+ k])
      let w5 = unsafe FloatVector(repeating: weights[5 &* taps &+ k])
      let w6 = unsafe FloatVector(repeating: weights[6 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatVector.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x1, w1)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x2, w2)
      let x3 = unsafe p.loadUnaligned(fromByteOffset: 3 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x3, w3)
      let x4 = unsafe p.loadUnaligned(fromByteOffset: 4 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x4, w4)
      let x5 = unsafe p.loadUnaligned(fromByteOffset: 5 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x5, w5)
      let x6 = unsafe p.loadUnaligned(fromByteOffset: 6 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x6, w6)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatVector.self)
    if at == last { return }
    next &+= floatLanes
  }
}

@inline(never)
private func plane7s2r7Vector(
  _ first: Int, _ last: Int, _ x: UnsafePointer<Float>, _ row: Int, _ columns: UnsafePointer<Int>, _ taps: Int,
  _ weights: UnsafePointer<Float>, _ start: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ outRow: Int
) {
  var next: Int = first
  while true {
    let at: Int = next < last ? next : last
    var a0 = unsafe FloatVector(repeating: start[0])
    var a1 = unsafe FloatVector(repeating: start[0])
    var a2 = unsafe FloatVector(repeating: start[0])
    var a3 = unsafe FloatVector(repeating: start[0])
    var a4 = unsafe FloatVector(repeating: start[0])
    var a5 = unsafe FloatVector(repeating: start[0])
    var a6 = unsafe FloatVector(repeating: start[0])
    for k in 0..<taps {
      let p = unsafe UnsafeRawPointer(x + (columns[k] &+ at))
      let w0 = unsafe FloatVector(repeating: weights[0 &+ k])
      let w1 = unsafe FloatVector(repeating: weights[taps &+ k])
      let w2 = unsafe FloatVector(repeating: weights[2 &* taps &+ k])
      let w3 = unsafe FloatVector(repeating: weights[3 &* taps &+ k])
      let w4 = unsafe FloatVector(repeating: weights[4 &* taps &+ k])
      let w5 = unsafe FloatVector(repeating: weights[5 &* taps &+ k])
      let w6 = unsafe FloatVector(repeating: weights[6 &* taps &+ k])
      let x0 = unsafe p.loadUnaligned(fromByteOffset: 0, as: FloatVector.self)
      a0 = multiplyAdd(a0, x0, w0)
      let x1 = unsafe p.loadUnaligned(fromByteOffset: row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x1, w1)
      let x2 = unsafe p.loadUnaligned(fromByteOffset: 2 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x2, w2)
      a1 = multiplyAdd(a1, x2, w0)
      let x3 = unsafe p.loadUnaligned(fromByteOffset: 3 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x3, w3)
      a1 = multiplyAdd(a1, x3, w1)
      let x4 = unsafe p.loadUnaligned(fromByteOffset: 4 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x4, w4)
      a1 = multiplyAdd(a1, x4, w2)
      a2 = multiplyAdd(a2, x4, w0)
      let x5 = unsafe p.loadUnaligned(fromByteOffset: 5 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x5, w5)
      a1 = multiplyAdd(a1, x5, w3)
      a2 = multiplyAdd(a2, x5, w1)
      let x6 = unsafe p.loadUnaligned(fromByteOffset: 6 &* row, as: FloatVector.self)
      a0 = multiplyAdd(a0, x6, w6)
      a1 = multiplyAdd(a1, x6, w4)
      a2 = multiplyAdd(a2, x6, w2)
      a3 = multiplyAdd(a3, x6, w0)
      let x7 = unsafe p.loadUnaligned(fromByteOffset: 7 &* row, as: FloatVector.self)
      a1 = multiplyAdd(a1, x7, w5)
      a2 = multiplyAdd(a2, x7, w3)
      a3 = multiplyAdd(a3, x7, w1)
      let x8 = unsafe p.loadUnaligned(fromByteOffset: 8 &* row, as: FloatVector.self)
      a1 = multiplyAdd(a1, x8, w6)
      a2 = multiplyAdd(a2, x8, w4)
      a3 = multiplyAdd(a3, x8, w2)
      a4 = multiplyAdd(a4, x8, w0)
      let x9 = unsafe p.loadUnaligned(fromByteOffset: 9 &* row, as: FloatVector.self)
      a2 = multiplyAdd(a2, x9, w5)
      a3 = multiplyAdd(a3, x9, w3)
      a4 = multiplyAdd(a4, x9, w1)
      let x10 = unsafe p.loadUnaligned(fromByteOffset: 10 &* row, as: FloatVector.self)
      a2 = multiplyAdd(a2, x10, w6)
      a3 = multiplyAdd(a3, x10, w4)
      a4 = multiplyAdd(a4, x10, w2)
      a5 = multiplyAdd(a5, x10, w0)
      let x11 = unsafe p.loadUnaligned(fromByteOffset: 11 &* row, as: FloatVector.self)
      a3 = multiplyAdd(a3, x11, w5)
      a4 = multiplyAdd(a4, x11, w3)
      a5 = multiplyAdd(a5, x11, w1)
      let x12 = unsafe p.loadUnaligned(fromByteOffset: 12 &* row, as: FloatVector.self)
      a3 = multiplyAdd(a3, x12, w6)
      a4 = multiplyAdd(a4, x12, w4)
      a5 = multiplyAdd(a5, x12, w2)
      a6 = multiplyAdd(a6, x12, w0)
      let x13 = unsafe p.loadUnaligned(fromByteOffset: 13 &* row, as: FloatVector.self)
      a4 = multiplyAdd(a4, x13, w5)
      a5 = multiplyAdd(a5, x13, w3)
      a6 = multiplyAdd(a6, x13, w1)
      let x14 = unsafe p.loadUnaligned(fromByteOffset: 14 &* row, as: FloatVector.self)
      a4 = multiplyAdd(a4, x14, w6)
      a5 = multiplyAdd(a5, x14, w4)
      a6 = multiplyAdd(a6, x14, w2)
      let x15 = unsafe p.loadUnaligned(fromByteOffset: 15 &* row, as: FloatVector.self)
      a5 = multiplyAdd(a5, x15, w5)
      a6 = multiplyAdd(a6, x15, w3)
      let x16 = unsafe p.loadUnaligned(fromByteOffset: 16 &* row, as: FloatVector.self)
      a5 = multiplyAdd(a5, x16, w6)
      a6 = multiplyAdd(a6, x16, w4)
      let x17 = unsafe p.loadUnaligned(fromByteOffset: 17 &* row, as: FloatVector.self)
      a6 = multiplyAdd(a6, x17, w5)
      let x18 = unsafe p.loadUnaligned(fromByteOffset: 18 &* row, as: FloatVector.self)
      a6 = multiplyAdd(a6, x18, w6)
    }
    let target = unsafe UnsafeMutableRawPointer(out + at)
    unsafe target.storeBytes(of: a0, toByteOffset: 0, as: FloatVector.self)
    unsafe target.storeBytes(of: a1, toByteOffset: outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a2, toByteOffset: 2 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a3, toByteOffset: 3 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a4, toByteOffset: 4 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a5, toByteOffset: 5 &* outRow, as: FloatVector.self)
    unsafe target.storeBytes(of: a6, toByteOffset: 6 &* outRow, as: FloatVector.self)
    if at == last { return }
    next &+= floatLanes
  }
}
