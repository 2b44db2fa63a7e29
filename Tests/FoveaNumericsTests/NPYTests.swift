import FoveaNumerics
import Testing

@Suite struct NPYTests {
  @Test(arguments: [[], [0], [3], [2, 3], [1, 2, 3, 4]])
  func `an array survives writing and reading`(_ shape: [Int]) throws {
    var random = RandomNumbers(seed: 1)
    let single = NPYArray.float32(try random.tensor(shape))
    let double = NPYArray.float64(try random.tensor(shape))
    #expect(try NPYArray(bytes: single.bytes) == single)
    #expect(try NPYArray(bytes: double.bytes) == double)
    let archive = NPZArchive(entries: [.init(name: "a", array: single), .init(name: "b/ü", array: double)])
    #expect(try NPZArchive(bytes: archive.bytes()) == archive)
  }

  @Test func `the data of a file begin at a multiple of 64 bytes`() throws {
    for count in [1, 10, 100_000] {
      let array = NPYArray.float32(try Tensor(shape: [1, count]))
      #expect((array.bytes.count - 4 * count) % 64 == 0)
    }
  }

  @Test(arguments: [
    ("{'descr': '<i4', 'fortran_order': False, 'shape': (1,), }", "'<i4'"),
    ("{'descr': '<f4', 'fortran_order': True, 'shape': (1,), }", "Fortran"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", "8 bytes"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (-2,), }", "size"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }", "size"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4), }", "limit"),
    ("{'descr': '<f4', 'shape': (1,), }", "needs"),
    ("{'descr': '<f4", "quote"), ("", "{"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), } {", "expected its end before '{'"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }\n\0", "expected its end before"),
    ("{'descr': '<f4', 'descr': '<f8', 'fortran_order': False, 'shape': (1,), }", "'descr' twice"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'shape': (1,)}", "'shape' twice"),
  ])
  func `a header that is not understood is an error that names what is wrong`(_ header: String, _ word: String) {
    let bytes = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8) + [0, 0, 0, 0]
    let error = #expect(throws: NumericsError.self) { try NPYArray(bytes: bytes) }
    #expect(error?.description.contains(word) == true, "\(String(describing: error))")
  }

  @Test(arguments: [[0, 0], [1, 1], [1, 255], [2, 1], [3, 1], [4, 0], [255, 255]])
  func `a version that is not known is refused`(_ version: [UInt8]) throws {
    var bytes = NPYArray.float32(try Tensor(shape: [1])).bytes
    bytes.replaceSubrange(6..<8, with: version)
    let error = #expect(throws: NumericsError.self) { try NPYArray(bytes: bytes) }
    #expect(error?.description == "npy version \(version[0]).\(version[1]) is not known")
  }

  @Test func `a file that ends early is an error, wherever it ends`() throws {
    var random = RandomNumbers(seed: 2)
    let archive = NPZArchive(entries: [.init(name: "a", array: .float32(try random.tensor([2, 2])))])
    let bytes = try archive.bytes()
    for length in 0..<bytes.count {
      #expect(throws: NumericsError.self) { try NPZArchive(bytes: Array(bytes[..<length])) }
    }
    let array = NPYArray.float32(try random.tensor([2, 2])).bytes
    for length in 0..<array.count {
      #expect(throws: NumericsError.self) { try NPYArray(bytes: array[..<length]) }
    }
  }

  @Test func `a damaged byte of an array is found by its checksum`() throws {
    var bytes = try NPZArchive(entries: [.init(name: "a", array: .float32(Tensor(shape: [4])))]).bytes()
    bytes[30 + 5 + 128 + 3] ^= 1
    let error = #expect(throws: NumericsError.self) { try NPZArchive(bytes: bytes) }
    #expect(error?.description == "'a.npy' does not match its checksum")
  }
}
