/// An array of NumPy's `.npy` format: float32 or float64, C order, little-endian.
///
/// The format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
public enum NPYArray: Equatable, Sendable {
  /// `<f4`
  case float32(Tensor<Float>)
  /// `<f8`
  case float64(Tensor<Double>)

  /// Decodes a whole `.npy` file.
  public init(bytes: some RandomAccessCollection<UInt8>) throws(NumericsError) {
    let bytes = Array(bytes)
    guard bytes.count >= 10, Array(bytes[..<6]) == Self.magic else {
      throw .format("not an npy file: it does not begin with \\x93NUMPY")
    }
    let lengthBytes: Int
    switch (bytes[6], bytes[7]) {
    case (1, 0): lengthBytes = 2
    case (2, 0), (3, 0): lengthBytes = 4
    default: throw .format("npy version \(bytes[6]).\(bytes[7]) is not known")
    }
    let start = 8 + lengthBytes
    guard bytes.count >= start else { throw .format("an npy file ends within its header") }
    let length = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= bytes.count - start else { throw .format("an npy file ends within its header") }
    let header = try NPYHeader(parsing: String(decoding: bytes[start..<start + length], as: UTF8.self))
    let data = bytes[(start + length)...]
    switch header.type {
    case "<f4": self = .float32(try decode(data, header) { Float(bitPattern: $0) })
    case "<f8": self = .float64(try decode(data, header) { Double(bitPattern: $0) })
    default: throw .format("npy type '\(header.type)' is not supported, only '<f4' and '<f8' are")
    }
  }

  /// The whole `.npy` file, version 1.0.
  public var bytes: [UInt8] {
    switch self {
    case .float32(let tensor): encode("<f4", tensor) { $0.bitPattern }
    case .float64(let tensor): encode("<f8", tensor) { $0.bitPattern }
    }
  }

  /// The array in one precision, converted where it is stored in the other.
  public func tensor<Element: TensorElement>(of type: Element.Type = Element.self) throws(NumericsError)
    -> Tensor<Element>
  {
    switch self {
    case .float32(let tensor): try Tensor(tensor)
    case .float64(let tensor): try Tensor(tensor)
    }
  }

  /// The sizes of the axes.
  public var shape: [Int] {
    switch self {
    case .float32(let tensor): tensor.shape
    case .float64(let tensor): tensor.shape
    }
  }

  fileprivate static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
}

private func decode<Element: TensorElement, Bits: FixedWidthInteger>(
  _ data: ArraySlice<UInt8>, _ header: NPYHeader, _ element: (Bits) -> Element
) throws(NumericsError) -> Tensor<Element> {
  let width = Bits.bitWidth / 8
  let count = try checkedCount(header.shape, of: Element.self)
  guard data.count == count * width else {
    throw .format("npy data of shape \(header.shape) takes \(count * width) bytes, \(data.count) were found")
  }
  return try Tensor(shape: header.shape, elements: littleEndianElements(data, element))
}

private func encode<Element, Bits: FixedWidthInteger>(
  _ type: String, _ tensor: Tensor<Element>, _ bits: (Element) -> Bits
) -> [UInt8] {
  let sizes = tensor.shape.map(String.init).joined(separator: ", ") + (tensor.rank == 1 ? "," : "")
  var header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(sizes)), }"
  // The data begin at a multiple of 64 bytes; a line feed ends the header.
  let unpadded = NPYArray.magic.count + 4 + header.utf8.count + 1
  header += String(repeating: " ", count: (64 - unpadded % 64) % 64) + "\n"
  let length = header.utf8.count
  var bytes = NPYArray.magic + [1, 0, UInt8(truncatingIfNeeded: length), UInt8(truncatingIfNeeded: length >> 8)]
  bytes.reserveCapacity(bytes.count + length + tensor.count * Bits.bitWidth / 8)
  bytes += header.utf8
  for element in tensor.elements { bytes.append(littleEndian: bits(element)) }
  return bytes
}
