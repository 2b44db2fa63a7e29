import CZLib

/// Data that zlib has deflated, RFC 1951, and zlib's checksum.
enum Deflate {
  /// Why data cannot be unpacked, as a phrase that follows a name.
  struct Failure: Error {
    let reason: String
  }

  /// The most bytes that one deflated byte can stand for: a run of 258 takes two bits.
  static let largestRatio = 1032

  /// The checksum of zip files, CRC-32.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { unsafe UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
  }

  /// Unpacks data that are to give exactly `size` bytes, which are all the memory that it takes.
  static func unpacked(_ data: ArraySlice<UInt8>, size: Int) throws(Failure) -> [UInt8] {
    // Checked before memory is taken.
    guard size / largestRatio <= data.count else {
      throw Failure(reason: "cannot hold \(size) bytes in \(data.count) deflated ones")
    }
    var status = Z_OK
    var unread = 0
    // One byte more, which stays free unless there is more than `size`.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { target, count in
      unsafe data.withUnsafeBufferPointer { source in
        unsafe (status, unread, count) = inflated(source, into: target)
      }
    }
    guard status == Z_STREAM_END || bytes.count > size else {
      throw Failure(reason: status == Z_BUF_ERROR ? "ends within its deflated data" : "has damaged deflated data")
    }
    guard bytes.count == size else {
      throw Failure(
        reason: "unpacks to \(bytes.count > size ? "more" : "fewer") than the \(size) bytes that are stated")
    }
    guard unread == 0 else { throw Failure(reason: "has \(unread) bytes behind its deflated data") }
    return bytes
  }

  /// Inflates until the data end or the target is full. zlib counts in 32 bits, so both are given to it piece by piece.
  private static func inflated(
    _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
  ) -> (status: Int32, unread: Int, written: Int) {
    let piece = 1 << 30
    var stream = unsafe z_stream()
    // Without the header that zlib's own format has.
    var status = unsafe inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { return (status, source.count, 0) }
    var (read, written) = (0, 0)
    while status == Z_OK {
      let (input, output) = (min(piece, source.count - read), min(piece, target.count - written))
      unsafe stream.next_in = source.baseAddress.map { unsafe $0 + read }
      unsafe stream.next_out = target.baseAddress.map { unsafe $0 + written }
      unsafe (stream.avail_in, stream.avail_out) = (UInt32(input), UInt32(output))
      status = unsafe inflate(&stream, Z_NO_FLUSH)
      read += unsafe input - Int(stream.avail_in)
      written += unsafe output - Int(stream.avail_out)
    }
    _ = unsafe inflateEnd(&stream)
    return (status, source.count - read, written)
  }
}
