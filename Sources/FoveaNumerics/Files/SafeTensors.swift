/// Named arrays in the `.safetensors` format: the length of a header in eight bytes, the header in JSON, the numbers.
///
/// Read are the types F64, F32, and F16 and BF16, which become float32 without rounding; written are F64 and F32. The
/// numbers of the arrays have to follow each other without a gap or an overlap, as the format demands:
/// https://github.com/huggingface/safetensors.
public struct SafeTensors: Equatable, Sendable {
  /// The arrays in the order of the header.
  public var entries: [NPZArchive.Entry]

  /// A file of named arrays.
  public init(entries: [NPZArchive.Entry] = []) { self.entries = entries }

  /// Decodes a whole `.safetensors` file. Names that `ignoring` is true for are left out, whatever their type.
  public init(bytes: [UInt8], ignoring: (String) -> Bool = { _ in false }) throws(NumericsError) {
    guard bytes.count >= 8 else { throw .format("not a safetensors file: it has \(bytes.count) bytes") }
    let length = littleEndianElements(bytes[..<8]) { (bits: UInt64) in bits }[0]
    guard length <= Self.largestHeader, length <= bytes.count - 8 else {
      throw .format(
        "not a safetensors file: a header of \(length) bytes in a file of \(bytes.count), "
          + "where a header has at most \(Self.largestHeader)")
    }
    let start = 8 + Int(length)
    let header = try SafeTensorsHeader(parsing: bytes[8..<start])
    try header.checkCover(bytes: bytes.count - start)
    entries = []
    for item in header.items where !ignoring(item.name) {
      let data = bytes[start + item.range.lowerBound..<start + item.range.upperBound]
      entries.append(NPZArchive.Entry(name: item.name, array: try Self.array(item, data)))
    }
  }

  /// The largest header that the format allows.
  private static let largestHeader: UInt64 = 100_000_000

  private static func array(_ item: SafeTensorsHeader.Item, _ data: ArraySlice<UInt8>) throws(NumericsError) -> NPYArray
  {
    switch item.type {
    case "F64": try .float64(tensor(item, data) { (bits: UInt64) in Double(bitPattern: bits) })
    case "F32": try .float32(tensor(item, data) { (bits: UInt32) in Float(bitPattern: bits) })
    case "F16": try .float32(tensor(item, data, Self.half))
    case "BF16": try .float32(tensor(item, data) { (bits: UInt16) in Float(bitPattern: UInt32(bits) << 16) })
    default:
      throw .format("the array '\(item.name)' has the type \(item.type), only F64, F32, F16 and BF16 are read")
    }
  }

  private static func tensor<Element: TensorElement, Bits: FixedWidthInteger>(
    _ item: SafeTensorsHeader.Item, _ data: ArraySlice<UInt8>, _ element: (Bits) -> Element
  ) throws(NumericsError) -> Tensor<Element> {
    let count = try checkedCount(item.shape, of: Element.self)
    let width = Bits.bitWidth / 8
    guard data.count == count * width else {
      throw .format(
        "the array '\(item.name)' of the shape \(item.shape) takes \(count * width) bytes, \(data.count) were found")
    }
    return try Tensor(shape: item.shape, elements: littleEndianElements(data, element))
  }

  /// A number of IEEE 754's binary16.
  private static func half(_ bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let (exponent, fraction) = (UInt32(bits >> 10 & 0x1F), UInt32(bits & 0x3FF))
    switch exponent {
    case 0:
      let size = Float(fraction) * 0x1p-24
      return sign == 0 ? size : -size
    case 0x1F: return Float(bitPattern: sign | 0x7F80_0000 | fraction << 13)
    default: return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
    }
  }

  /// The whole `.safetensors` file; the numbers begin at a multiple of eight bytes.
  public func bytes() throws(NumericsError) -> [UInt8] {
    var header = "{\"__metadata__\": {\"format\": \"pt\"}"
    var end = 0
    var names: Set<String> = []
    for entry in entries {
      guard names.insert(entry.name).inserted else { throw .format("the array '\(entry.name)' is there twice") }
      let (type, width) =
        switch entry.array {
        case .float32: ("F32", 4)
        case .float64: ("F64", 8)
        }
      let (start, shape) = (end, entry.array.shape)
      end += shape.reduce(width, *)
      let sizes = shape.map(String.init).joined(separator: ", ")
      header +=
        ", \(Self.quoted(entry.name)): {\"dtype\": \"\(type)\", \"shape\": [\(sizes)], "
        + "\"data_offsets\": [\(start), \(end)]}"
    }
    header += "}"
    header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    var file: [UInt8] = []
    file.reserveCapacity(8 + header.utf8.count + end)
    file.append(littleEndian: UInt64(header.utf8.count))
    file += header.utf8
    for entry in entries {
      switch entry.array {
      case .float32(let tensor): for element in tensor.elements { file.append(littleEndian: element.bitPattern) }
      case .float64(let tensor): for element in tensor.elements { file.append(littleEndian: element.bitPattern) }
      }
    }
    return file
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
