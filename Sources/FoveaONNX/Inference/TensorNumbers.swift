/// Reads the numbers of small tensors.
enum TensorNumbers {
  /// The numbers; nil where there are too many, where they are in another file, or of a type that nothing is computed
  /// with.
  static func read(_ tensor: StoredTensor, atMost limit: Int) throws(ONNXError) -> Numbers? {
    guard tensor.count <= limit else { return nil }
    switch tensor.place {
    case .external: return nil
    case .raw(let range): return raw(tensor, range)
    case .fields(let range): return try fields(tensor, range)
    }
  }

  private static func raw(_ tensor: StoredTensor, _ range: Range<Int>) -> Numbers? {
    let bytes = tensor.bytes
    func list<Bits: FixedWidthInteger & UnsignedInteger, Element>(
      _ type: Bits.Type, _ element: (Bits) -> Element
    ) -> [Element] {
      stride(from: range.lowerBound, to: range.upperBound, by: Bits.bitWidth / 8).map {
        element(bytes.littleEndian($0, as: type))
      }
    }
    switch tensor.type {
    case .int64: return .integers(list(UInt64.self) { .known(Int(truncatingIfNeeded: $0)) })
    case .int32: return .integers(list(UInt32.self) { .known(Int(Int32(bitPattern: $0))) })
    case .int16: return .integers(list(UInt16.self) { .known(Int(Int16(bitPattern: $0))) })
    case .int8: return .integers(list(UInt8.self) { .known(Int(Int8(bitPattern: $0))) })
    case .uint8, .bool: return .integers(list(UInt8.self) { .known(Int($0)) })
    case .uint16: return .integers(list(UInt16.self) { .known(Int($0)) })
    case .uint32: return .integers(list(UInt32.self) { .known(Int($0)) })
    case .float32: return .reals(list(UInt32.self) { Double(Float(bitPattern: $0)) })
    case .float64: return .reals(list(UInt64.self) { Double(bitPattern: $0) })
    case .bfloat16: return .reals(list(UInt16.self) { Double(Float(bitPattern: UInt32($0) << 16)) })
    case .uint64, .float16, .complex64, .complex128, .string, .float8e4m3fn, .float8e4m3fnuz, .float8e5m2,
      .float8e5m2fnuz, .uint4, .int4, .float4e2m1:
      return nil
    }
  }

  /// The numbers in fields of the tensor's message, by its type.
  private static func fields(_ tensor: StoredTensor, _ range: Range<Int>) throws(ONNXError) -> Numbers? {
    var reader = WireReader(tensor.bytes, range, message: "the tensor `\(tensor.name)`")
    var integers: [Int] = []
    var floats: [Float] = []
    var doubles: [Double] = []
    while let field = try reader.next() {
      switch field.number {
      case 4: try field.add(to: &floats, "float_data", atMost: Numbers.limit)
      case 5: try field.add(to: &integers, "int32_data", atMost: Numbers.limit)
      case 7: try field.add(to: &integers, "int64_data", atMost: Numbers.limit)
      case 10:
        let range = try field.range("double_data")
        guard range.count.isMultiple(of: 8), range.count / 8 <= Numbers.limit else {
          throw field.wrong("double_data", "at most \(Numbers.limit) numbers of eight bytes")
        }
        doubles += stride(from: range.lowerBound, to: range.upperBound, by: 8).map {
          Double(bitPattern: field.bytes.littleEndian($0, as: UInt64.self))
        }
      default: break
      }
    }
    let numbers: Numbers?
    switch tensor.type {
    case .float32: numbers = .reals(floats.map(Double.init))
    case .float64: numbers = .reals(doubles)
    case .int32, .int16, .int8, .uint16, .uint8, .bool, .int64: numbers = .integers(integers.map { .known($0) })
    case .bfloat16: numbers = .reals(integers.map { Double(Float(bitPattern: UInt32(truncatingIfNeeded: $0) << 16)) })
    case .uint32, .uint64, .float16, .complex64, .complex128, .string, .float8e4m3fn, .float8e4m3fnuz, .float8e5m2,
      .float8e5m2fnuz, .uint4, .int4, .float4e2m1:
      return nil
    }
    guard numbers?.count == tensor.count else {
      throw ONNXError("the tensor `\(tensor.name)` has \(numbers?.count ?? 0) numbers, expected \(tensor.count)")
    }
    return numbers
  }
}
