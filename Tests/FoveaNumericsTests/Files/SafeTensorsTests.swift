import FoveaNumerics
import Testing

@Suite struct SafeTensorsTests {
  /// A file of a header and data.
  private func file(_ header: String, _ data: [UInt8] = []) -> [UInt8] {
    let count = header.utf8.count
    return (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) } + Array(header.utf8) + data
  }

  @Test(arguments: [[], [0], [3], [2, 3, 1, 4]]) func `arrays survive writing and reading`(_ shape: [Int]) throws {
    var random = RandomNumbers(seed: 1)
    let tensors = SafeTensors(entries: [
      .init(name: "a.weight", array: .float32(try random.tensor(shape))),
      .init(name: "ü \"quoted\" \\ \n", array: .float64(try random.tensor(shape))),
    ])
    let bytes = try tensors.bytes()
    #expect(try SafeTensors(bytes: bytes) == tensors)
    let header = bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    #expect(header % 8 == 0 && bytes.count == 8 + header + 12 * shape.reduce(1, *))
  }

  @Test func `half precision is read without rounding`() throws {
    let header = """
      {"h":{"dtype":"F16","shape":[6],"data_offsets":[0,12]},"b":{"dtype":"BF16","shape":[1,2],"data_offsets":[12,16]}}
      """
    // 1, −2, the largest, the smallest normal, the smallest subnormal, −∞; 1 and −1.5.
    let halves: [UInt16] = [0x3C00, 0xC000, 0x7BFF, 0x0400, 0x0001, 0xFC00, 0x3F80, 0xBFC0]
    let data = halves.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let entries = try SafeTensors(bytes: file(header, data)).entries
    #expect(entries.map(\.name) == ["h", "b"])
    #expect(
      entries[0].array == .float32(try Tensor(shape: [6], elements: [1, -2, 65504, 0x1p-14, 0x1p-24, -.infinity])))
    #expect(entries[1].array == .float32(try Tensor(shape: [1, 2], elements: [1, -1.5])))
  }

  @Test func `names that are ignored may have any type`() throws {
    let header = """
      {"__metadata__":{"format":"pt"},"n.num_batches_tracked":{"dtype":"I64","shape":[],"data_offsets":[0,8]}}
      """
    let bytes = file(header, Array(repeating: 0, count: 8))
    #expect(try SafeTensors(bytes: bytes) { $0.hasSuffix("tracked") }.entries.isEmpty)
    #expect(throws: NumericsError.self) { try SafeTensors(bytes: bytes) }
  }

  @Test(arguments: [
    (
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#,
      "'a' twice"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#,
      "'a' and 'b' overlap"
    ),
    (#"{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}"#, "ends at byte 16 of the data, of which there are 8"),
    (
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, "the bytes from 0 to 4 of the data belong to no array"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, "the bytes from 4 to 8 of the data belong to no array"
    ),
    (#"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#, "takes 12 bytes, 8 were found"),
    (#"{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}"#, "the limit is"),
    (#"{"a":{"dtype":"I32","shape":[2],"data_offsets":[0,8]}}"#, "type I32, only F64, F32, F16 and BF16"),
    (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}"#, "ascending"),
    (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,99999999999999999999]}}"#, "an integer below 2^63"),
    (#"{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}"#, "an integer below 2^63 before '-2"),
    (#"{"a":{"dtype":"F32","data_offsets":[0,8]}}"#, "needs dtype, shape and data_offsets"),
    (
      #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"data_offsets":[0,8]}}"#,
      "'data_offsets' where it should not"
    ),
    (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}"#, "at its end"),
    (#"{"a\ud800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, "surrogate"),
    (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} x"#, "behind its object"),
    (#"["a"]"#, "expected '{'"), (#"{"a"#, "ends within a text"), ("", "expected '{' at its end"),
  ]) func `a header that is wrong is an error that says where`(_ header: String, _ words: String) {
    let error = #expect(throws: NumericsError.self) {
      try SafeTensors(bytes: file(header, Array(repeating: 0, count: 8)))
    }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }

  @Test func `a file that ends early, or is none, is an error`() throws {
    let bytes = try SafeTensors(entries: [.init(name: "a", array: .float32(Tensor(shape: [2, 2])))]).bytes()
    for length in 0..<bytes.count {
      #expect(throws: NumericsError.self) { try SafeTensors(bytes: Array(bytes[..<length])) }
    }
    let error = #expect(throws: NumericsError.self) { try SafeTensors(bytes: Array(repeating: 0xFF, count: 16)) }
    #expect(error?.description.contains("a header of 18446744073709551615 bytes in a file of 16") == true)
    #expect(throws: NumericsError.self) {
      try SafeTensors(entries: [SafeTensors(bytes: bytes).entries[0], SafeTensors(bytes: bytes).entries[0]]).bytes()
    }
  }
}
