import Foundation
import FoveaNumerics
import Testing

/// Archives that others wrote. `Golden/archives.py` says how the recorded ones were made.
@Suite struct NPZTests {
  static let recorded = ["compressed", "zip64"]

  private static func bytes(_ name: String) throws -> [UInt8] {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "npz", subdirectory: "Golden"))
    return Array(try Data(contentsOf: url))
  }

  /// The arrays of the recorded archives.
  private static func arrays() throws -> [NPZArchive.Entry] {
    [
      .init(name: "a", array: .float32(try Tensor(shape: [3, 4, 5], elements: (0..<60).map { Float($0) / 4 }))),
      .init(name: "b/c", array: .float64(try Tensor(shape: [2, 300]))),
    ]
  }

  /// Where the directory's entries begin.
  private static func entries(_ bytes: [UInt8]) -> [Int] {
    bytes.indices.dropLast(3).filter { bytes[$0..<$0 + 4].elementsEqual([0x50, 0x4B, 1, 2]) }
  }

  private static func set(_ bytes: inout [UInt8], _ at: Int, _ width: Int, _ value: Int) {
    for index in 0..<width { bytes[at + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
  }

  private func expectError(_ bytes: [UInt8], _ words: String) {
    let error = #expect(throws: NumericsError.self) { try NPZArchive(bytes: bytes) }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }

  @Test(arguments: recorded) func `deflated arrays and zip64 are read`(_ name: String) throws {
    #expect(try NPZArchive(bytes: Self.bytes(name)).entries == Self.arrays())
  }

  @Test(.enabled(if: NumPy.isThere, NumPy.missing), arguments: ["savez", "savez_compressed"])
  func `what NumPy writes is read`(_ function: String) throws {
    let bytes = try NumPy.output(
      """
      import io, sys, numpy as np
      file, random = io.BytesIO(), np.random.default_rng(1)
      np.\(function)(file, x=random.integers(-9, 9, (40, 7, 11)).astype("<f4"), y=np.float64(0.5), z=np.zeros((0, 3)))
      sys.stdout.buffer.write(file.getvalue())
      """)
    let archive = try NPZArchive(bytes: bytes)
    #expect(archive.entries.map(\.name) == ["x", "y", "z"])
    #expect(archive["y"] == .float64(try Tensor(shape: [], elements: [0.5])))
    #expect(archive["z"] == .float64(try Tensor(shape: [0, 3])))
    let copy = try NumPy.output(
      """
      import io, sys, numpy as np
      x = np.load(io.BytesIO(sys.stdin.buffer.read()))["x"]
      assert (x == np.random.default_rng(1).integers(-9, 9, (40, 7, 11))).all()
      sys.stdout.write("equal")
      """, input: archive.bytes())
    #expect(String(decoding: copy, as: UTF8.self) == "equal")
  }

  @Test(arguments: recorded) func `an archive that ends early is an error, wherever it ends`(_ name: String) throws {
    let bytes = try Self.bytes(name)
    for length in 0..<bytes.count {
      #expect(throws: NumericsError.self) { try NPZArchive(bytes: Array(bytes[..<length])) }
    }
  }

  @Test(arguments: recorded) func `a damaged byte changes no array`(_ name: String) throws {
    let bytes = try Self.bytes(name)
    let arrays = try Self.arrays().map(\.array)
    for index in bytes.indices {
      for bit in [1, 0x80] as [UInt8] {
        var damaged = bytes
        damaged[index] ^= bit
        let read: NPZArchive
        do { read = try NPZArchive(bytes: damaged) } catch { continue }
        #expect(read.entries.map(\.array) == arrays, "byte \(index)")
      }
    }
  }

  @Test func `a size that deflated data cannot have is an error before memory is taken`() throws {
    var bytes = try Self.bytes("compressed")
    Self.set(&bytes, try #require(Self.entries(bytes).first) + 24, 4, 1 << 31)
    expectError(bytes, "'a.npy' cannot hold 2147483648 bytes in")
  }

  @Test(arguments: [(-1, "more than the 367 bytes"), (1, "fewer than the 369 bytes")])
  func `data that unpack to another size are an error`(_ change: Int, _ words: String) throws {
    var bytes = try Self.bytes("compressed")
    Self.set(&bytes, try #require(Self.entries(bytes).first) + 24, 4, 368 + change)
    expectError(bytes, "'a.npy' unpacks to \(words)")
  }

  @Test func `deflated data that end early, or go on, are an error`() throws {
    let bytes = try Self.bytes("compressed")
    let entry = try #require(Self.entries(bytes).first)
    let packed = Int(bytes[entry + 20]) | Int(bytes[entry + 21]) << 8
    var short = bytes
    Self.set(&short, entry + 20, 4, packed - 1)
    expectError(short, "'a.npy' ends within its deflated data")
    var long = bytes
    Self.set(&long, entry + 20, 4, packed + 1)
    expectError(long, "'a.npy' and 'b/c.npy' overlap")
  }

  @Test func `arrays that share data are an error`() throws {
    var bytes = try Self.bytes("compressed")
    let entries = Self.entries(bytes)
    // The second entry takes everything but its name from the first.
    bytes.replaceSubrange(entries[1] + 10..<entries[1] + 28, with: bytes[entries[0] + 10..<entries[0] + 28])
    Self.set(&bytes, entries[1] + 42, 4, 0)
    expectError(bytes, "'a.npy' and 'b/c.npy' overlap")
  }

  @Test(arguments: recorded) func `all arrays together keep the memory limit`(_ name: String) throws {
    let bytes = try Self.bytes(name)
    let size = 368 + 4928
    #expect(try MemoryLimit.$bytes.withValue(size) { try NPZArchive(bytes: bytes).entries.count } == 2)
    MemoryLimit.$bytes.withValue(size - 1) {
      expectError(bytes, "'b/c.npy' of 4928 bytes exceeds the limit of \(size - 1) for all arrays")
    }
  }

  @Test func `other methods and encryption are errors that say so`() throws {
    let bytes = try Self.bytes("compressed")
    let entry = try #require(Self.entries(bytes).first)
    var method = bytes
    Self.set(&method, entry + 10, 2, 12)
    expectError(method, "'a.npy' is compressed by zip method 12")
    var encrypted = bytes
    encrypted[entry + 8] |= 1
    expectError(encrypted, "'a.npy' is encrypted")
  }

  @Test func `numbers of zip64 that exceed everything are errors`() throws {
    let bytes = try Self.bytes("zip64")
    let entry = try #require(Self.entries(bytes).first)
    // Behind 46 bytes, the name and the head of the extra field: size, packed size and place.
    for place in 0..<3 {
      for value in [-1, .max, 1 << 40] {
        var damaged = bytes
        Self.set(&damaged, entry + 46 + 5 + 4 + 8 * place, 8, value)
        #expect(throws: NumericsError.self) { try NPZArchive(bytes: damaged) }
      }
    }
    for field in [32, 40, 48] {
      for value in [-1, .max, 1 << 40] {
        var damaged = bytes
        Self.set(&damaged, bytes.count - 22 - 20 - 56 + field, 8, value)
        #expect(throws: NumericsError.self) { try NPZArchive(bytes: damaged) }
      }
    }
  }
}

/// NumPy of this machine.
private enum NumPy {
  static let isThere = (try? output("import numpy")) != nil
  static let missing: Comment = "python3 with NumPy is not there: what it writes today is not read"

  struct Failure: Error {}

  /// What a program prints.
  static func output(_ program: String, input bytes: [UInt8] = []) throws -> [UInt8] {
    let (process, input, output) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, FileHandle.nullDevice)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(bytes))
    try input.fileHandleForWriting.close()
    let result = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure() }
    return Array(result)
  }
}
