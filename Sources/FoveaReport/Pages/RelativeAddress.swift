import FoveaLanguage

/// The addresses of files as links write them.
package enum RelativeAddress {
  /// The address of a file from a directory; both are absolute paths without `.` and `..`.
  package static func address(of path: String, from directory: String) -> String {
    let (target, base) = (path.split(separator: "/"), directory.split(separator: "/"))
    let common = zip(target, base).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: base.count - common) + target[common...].map { encoded(String($0)) }
    return steps.joined(separator: "/")
  }

  /// A name with every byte but letters, digits and `-._~` in percent notation.
  package static func encoded(_ name: String) -> String {
    name.utf8.reduce(into: "") { result, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += (digits.utf8.count == 1 ? "%0" : "%") + digits
      }
    }
  }
}
