/// The type of the numbers of a tensor, by its code in the format.
enum NumberType: Int, CaseIterable, Sendable {
  case float32 = 1, uint8, int8, uint16, int16, int32, int64, string, bool, float16, float64, uint32, uint64
  case complex64, complex128, bfloat16, float8e4m3fn, float8e4m3fnuz, float8e5m2, float8e5m2fnuz, uint4, int4,
    float4e2m1

  /// How many bits a number takes; nil for texts.
  var bits: Int? {
    switch self {
    case .uint4, .int4, .float4e2m1: 4
    case .uint8, .int8, .bool, .float8e4m3fn, .float8e4m3fnuz, .float8e5m2, .float8e5m2fnuz: 8
    case .uint16, .int16, .float16, .bfloat16: 16
    case .float32, .int32, .uint32: 32
    case .float64, .int64, .uint64, .complex64: 64
    case .complex128: 128
    case .string: nil
    }
  }

  /// Whether its numbers are real ones, rounded.
  var isReal: Bool {
    switch self {
    case .float32, .float16, .float64, .bfloat16, .float8e4m3fn, .float8e4m3fnuz, .float8e5m2, .float8e5m2fnuz,
      .float4e2m1:
      true
    case .uint8, .int8, .uint16, .int16, .int32, .int64, .string, .bool, .uint32, .uint64, .complex64, .complex128,
      .uint4, .int4:
      false
    }
  }
}
