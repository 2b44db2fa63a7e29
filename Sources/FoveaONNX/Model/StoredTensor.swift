import FoveaText

/// A tensor of the file: its name, type and extents, and where its numbers are, which are not read.
struct StoredTensor: Sendable {
  /// Where the numbers of a tensor are.
  enum Place: Equatable, Sendable {
    /// In these bytes of the file, lowest byte first.
    case raw(Range<Int>)
    /// In fields of the tensor's own message, which has this place in the file.
    case fields(Range<Int>)
    /// In another file of the model's folder.
    case external(ExternalPlace)
  }

  private(set) var name = ""
  private(set) var type = NumberType.float32
  /// The extents; none for a single number.
  private(set) var dims: [Int] = []
  private(set) var place: Place
  let bytes: FileBytes

  /// The most axes that a tensor may have.
  static let mostAxes = 64

  /// How many numbers it has.
  private(set) var count = 1

  init(_ reader: WireReader) throws(ONNXError) {
    var reader = reader
    bytes = reader.bytes
    place = .fields(reader.position..<reader.end)
    var (code, isExternal, entries, raw) = (0, false, [(String, String)](), Range<Int>?.none)
    while let field = try reader.next() {
      switch field.number {
      case 1: try field.add(to: &dims, "dims", atMost: Self.mostAxes)
      case 2: code = try field.integer("data_type")
      case 3: throw ONNXError("byte \(field.position), in \(reader.message): a tensor in segments is not read")
      case 8: name = try field.text("name")
      case 9: raw = try field.range("raw_data")
      case 13:
        guard entries.count < 100 else {
          throw ONNXError("byte \(field.position), in \(reader.message): `external_data` has more than 100 entries")
        }
        entries.append(try StringEntry.read(try field.message("external_data", "external data")))
      case 14: isExternal = try field.integer("data_location") == 1
      default: break
      }
    }
    guard let type = NumberType(rawValue: code) else { throw error("has the type \(code), which does not exist") }
    self.type = type
    count = try Self.count(dims) { error($0) }
    if isExternal {
      place = .external(try ExternalPlace(entries, of: name))
      if let length = externalPlace?.length, let expected = byteCount, length != expected {
        throw error("takes \(expected) bytes, but its external data has \(length)")
      }
    } else if let raw {
      guard type != .string else { throw error("is of texts, which cannot be in `raw_data`") }
      if raw.count != byteCount {
        throw error("takes \(byteCount.map(String.init) ?? "too many") bytes, but \(raw.count) are there")
      }
      place = .raw(raw)
    }
  }

  /// The number of values of a tensor of some extents.
  private static func count(_ dims: [Int], _ error: (String) -> ONNXError) throws(ONNXError) -> Int {
    var count = 1
    for dim in dims {
      guard dim >= 0 else { throw error("has an extent of \(dim)") }
      let (product, overflow) = count.multipliedReportingOverflow(by: dim)
      guard !overflow, product <= 1 << 58 else {
        throw error("has more values than 64 bits can count: " + dims.map(String.init).joined(separator: "x").excerpt)
      }
      count = product
    }
    return count
  }

  /// The bytes that its numbers take; nil for texts.
  var byteCount: Int? { type.bits.map { (count * $0 + 7) / 8 } }

  private var externalPlace: ExternalPlace? {
    if case .external(let place) = place { place } else { nil }
  }

  private func error(_ what: String) -> ONNXError {
    ONNXError(name.isEmpty ? "a tensor \(what)" : "the tensor `\(VisibleText.escape(name).excerpt)` \(what)")
  }
}
