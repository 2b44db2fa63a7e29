#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file, which the system reads where they are asked for.
///
/// Whoever asks for the structure of a model never reads its weights, however many there are.
///
/// A class, because the memory is given back when nobody reads it any more.
@safe package final class FileBytes: Sendable {
  nonisolated(unsafe) private let base: UnsafeMutableRawPointer?
  /// The number of bytes.
  package let count: Int
  private let isMapped: Bool

  /// Bytes that are in memory.
  package init(_ bytes: [UInt8]) {
    count = bytes.count
    isMapped = false
    guard !bytes.isEmpty else {
      unsafe base = nil
      return
    }
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    unsafe memory.copyBytes(from: bytes)
    unsafe base = memory.baseAddress
  }

  /// Maps a regular file; it must not become shorter as long as it is read.
  package init(mapping path: String) throws(ONNXError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ONNXError("the file cannot be read") }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw ONNXError("this is no regular file, as a model has to be")
    }
    count = Int(status.st_size)
    guard count > 0 else {
      (unsafe base, isMapped) = (nil, false)
      return
    }
    let memory = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard unsafe memory != MAP_FAILED else { throw ONNXError("the file cannot be mapped into memory") }
    (unsafe base, isMapped) = (unsafe memory, true)
  }

  deinit {
    guard let base = unsafe base else { return }
    if isMapped { unsafe _ = munmap(base, count) } else { unsafe base.deallocate() }
  }

  /// One byte.
  package subscript(position: Int) -> UInt8 {
    guard let base = unsafe base, position >= 0, position < count else { preconditionFailure("beyond the file") }
    return unsafe base.load(fromByteOffset: position, as: UInt8.self)
  }

  /// The text that some bytes are in UTF-8; nil where they are none.
  func text(_ range: Range<Int>) -> String? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "beyond the file")
    guard let base = unsafe base else { return "" }
    let bytes = unsafe UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    return unsafe String(validating: bytes, as: UTF8.self)
  }

  /// A number of `Bits.bitWidth / 8` bytes, lowest first.
  func littleEndian<Bits: FixedWidthInteger & UnsignedInteger>(_ position: Int, as type: Bits.Type) -> Bits {
    let size = Bits.bitWidth / 8
    guard let base = unsafe base, position >= 0, position <= count - size else {
      preconditionFailure("beyond the file")
    }
    return Bits(littleEndian: unsafe base.loadUnaligned(fromByteOffset: position, as: Bits.self))
  }

  /// A copy of some bytes.
  package func copy(_ range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "beyond the file")
    guard let base = unsafe base else { return [] }
    return unsafe Array(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
  }
}
