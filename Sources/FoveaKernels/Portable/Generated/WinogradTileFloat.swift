// swift-format-ignore-file
// Written by Sources/FoveaKernels/generate; do not edit.

/// One tile of `block` channels, transformed to `size` by `size` products; `row`, `column` and `pitch` count numbers.
/// `scratch` holds `size`² vectors.
@inline(never)
package func winogradInput(
  size: Int, _ x: UnsafePointer<Float>, row: Int, column: Int, block: Int, _ scratch: UnsafeMutablePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, pitch: Int
) {
  let scratch = unsafe UnsafeMutableRawPointer(scratch).assumingMemoryBound(to: FloatVector.self)
  let (row, column, pitch): (Int, Int, Int) = (row / floatLanes, column / floatLanes, pitch / floatLanes)
  for lane in stride(from: 0, to: block, by: floatLanes) {
    let x = unsafe UnsafeRawPointer(x + lane).assumingMemoryBound(to: FloatVector.self)
    let out = unsafe UnsafeMutableRawPointer(out + lane).assumingMemoryBound(to: FloatVector.self)
    switch size {
    case 4: unsafe winogradInput4(x, row, column, scratch, out, pitch)
    case 6: unsafe winogradInput6(x, row, column, scratch, out, pitch)
    default: unsafe winogradInput8(x, row, column, scratch, out, pitch)
    }
  }
}

/// One tile of `block` channels, transformed back to `outputs` by `outputs` pixels, plus `start`; each vector of channels is
/// written `next` numbers behind the one before.
@inline(never)
package func winogradOutput(
  outputs: Int, taps: Int, _ z: UnsafePointer<Float>, pitch: Int, block: Int, _ start: UnsafePointer<Float>,
  _ scratch: UnsafeMutablePointer<Float>, _ out: UnsafeMutablePointer<Float>, row: Int, column: Int, next: Int
) {
  let scratch = unsafe UnsafeMutableRawPointer(scratch).assumingMemoryBound(to: FloatVector.self)
  let (row, column, pitch): (Int, Int, Int) = (row / floatLanes, column / floatLanes, pitch / floatLanes)
  for lane in stride(from: 0, to: block, by: floatLanes) {
    let z = unsafe UnsafeRawPointer(z + lane).assumingMemoryBound(to: FloatVector.self)
    let bias = unsafe UnsafeRawPointer(start + lane).assumingMemoryBound(to: FloatVector.self)[0]
    let out = unsafe UnsafeMutableRawPointer(out + lane / floatLanes &* next).assumingMemoryBound(to: FloatVector.self)
    switch (outputs, taps) {
    case (2, 3): unsafe winogradOutput2x3(z, pitch, bias, scratch, out, row, column)
    case (4, 3): unsafe winogradOutput4x3(z, pitch, bias, scratch, out, row, column)
    case (6, 3): unsafe winogradOutput6x3(z, pitch, bias, scratch, out, row, column)
    case (4, 5): unsafe winogradOutput4x5(z, pitch, bias, scratch, out, row, column)
    default: unsafe winogradOutput2x7(z, pitch, bias, scratch, out, row, column)
    }
  }
}
