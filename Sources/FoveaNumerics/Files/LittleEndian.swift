/// The numbers whose bits stand one after the other, lowest byte first; what is left of an incomplete one is not read.
func littleEndianElements<Element, Bits: FixedWidthInteger>(
  _ bytes: ArraySlice<UInt8>, _ element: (Bits) -> Element
) -> [Element] {
  let width = Bits.bitWidth / 8
  let count = bytes.count / width
  var elements: [Element] = []
  elements.reserveCapacity(count)
  for index in 0..<count {
    let first = bytes.startIndex + index * width
    var bits: Bits = 0
    for offset in 0..<width { bits |= Bits(truncatingIfNeeded: bytes[first + offset]) << Bits(8 * offset) }
    elements.append(element(bits))
  }
  return elements
}

extension [UInt8] {
  /// Adds the bytes of a number, lowest first.
  mutating func append<Bits: FixedWidthInteger>(littleEndian bits: Bits) {
    for offset in 0..<Bits.bitWidth / 8 { append(UInt8(truncatingIfNeeded: bits >> Bits(8 * offset))) }
  }
}
