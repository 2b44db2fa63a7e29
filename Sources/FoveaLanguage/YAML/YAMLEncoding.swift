import FoveaGraph
import FoveaText

/// What a file's bytes are, before anything reads them as YAML.
enum YAMLEncoding {
  /// Printable ASCII with tabs and line breaks: a character is a byte.
  case ascii
  /// Well-formed UTF-8 without forbidden characters.
  case utf8
  /// Something that cannot be a network description, and why.
  case refused(Diagnostic)

  /// 16 MiB: far above any description written by hand, and it keeps every offset in 32 bits.
  static let maximumBytes = 16 << 20

  init(of source: SourceText) {
    let bytes = source.bytes
    if bytes.count > Self.maximumBytes {
      let message = "the file is longer than \(Self.maximumBytes) bytes (16 MiB), the limit"
      self = .refused(Diagnostic(rule: "yaml", message: message, span: .none))
      return
    }
    if Self.isUTF16(bytes) {
      self = .refused(
        Diagnostic(
          rule: "yaml", message: "the file is encoded as UTF-16 or UTF-32, expected UTF-8", span: .none,
          help: "save the file as UTF-8"))
      return
    }
    if let name = BinaryFile.name(of: bytes) {
      self = .refused(
        Diagnostic(
          rule: "yaml", message: "this is \(name), expected a description in YAML", span: .none))
      return
    }
    // Without an early exit the loop is vectorised.
    var odd: UInt8 = 0
    for byte in bytes {
      let isBreakOrTab: UInt8 = (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0) | (byte == 0x09 ? 1 : 0)
      odd |= (byte &- 0x20 < 0x5F ? 0 : 1) & ~isBreakOrTab
    }
    guard odd != 0 else {
      self = .ascii
      return
    }
    self = Self.firstProblem(in: source).map(Self.refused) ?? .utf8
  }

  private static func isPlainASCII(_ byte: UInt8) -> Bool {
    (byte >= 0x20 && byte < 0x7F) || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// A byte order mark, or zeros in every other one of the first four bytes, where every description has ASCII.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    guard bytes.count >= 4 else { return false }
    let zeros = bytes.prefix(4).map { $0 == 0 }
    return zeros == [true, false, true, false] || zeros == [false, true, false, true]
      || zeros == [true, true, true, false] || zeros == [false, true, true, true]
  }

  private static func firstProblem(in source: SourceText) -> Diagnostic? {
    let bytes = source.bytes
    var offset = source.contentStart
    while offset < bytes.count {
      if isPlainASCII(bytes[offset]) {
        offset += 1
        continue
      }
      var rest = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
      var parser = Unicode.UTF8.ForwardParser()
      switch parser.parseScalar(from: &rest) {
      case .emptyInput:
        return nil
      case .error(let length):
        return Diagnostic(
          rule: "yaml", message: "byte 0x\(hexadecimal(UInt32(bytes[offset]), digits: 2)) is not valid UTF-8",
          span: span(offset, length), help: "save the file as UTF-8")
      case .valid(let encoded):
        if let message = objection(to: Unicode.UTF8.decode(encoded)) {
          return Diagnostic(rule: "yaml", message: message, span: span(offset, encoded.count))
        }
        offset += encoded.count
      }
    }
    return nil
  }

  /// Why a character may not stand in a file: YAML 1.2 section 5.1, and the line breaks of YAML 1.1 that 1.2 dropped.
  private static func objection(to scalar: Unicode.Scalar) -> String? {
    var name: String { "U+" + hexadecimal(scalar.value, digits: 4) }
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20..<0x7F: return nil
    case 0x85, 0x2028, 0x2029: return "line separator \(name) is not allowed, expected LF or CRLF line ends"
    case 0x00..<0x20, 0x7F..<0xA0: return "control character \(name) is not allowed"
    case 0xFEFF: return "byte order mark \(name) is allowed only at the start of the file"
    case 0xFFFE, 0xFFFF: return "noncharacter \(name) is not allowed"
    default: return nil
    }
  }

  private static func span(_ offset: Int, _ length: Int) -> SourceSpan {
    SourceSpan(start: UInt32(offset), end: UInt32(offset + length))
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
