/// Counts and sizes as people read them.
package enum Quantity {
  /// All digits in groups of three: `25,557,032`.
  package static func exact(_ value: Int) -> String {
    let digits = Array(String(value.magnitude).utf8)
    var text: [UInt8] = value < 0 ? [UInt8(ascii: "-")] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// At most six columns: all digits below 10,000, four of them with a decimal unit above, `25.56M`.
  package static func short(_ value: Int) -> String {
    if value.magnitude < 10_000 { return exact(value) }
    return scaled(value, by: 1_000, units: ["", "k", "M", "G", "T", "P", "E"])
  }

  /// Bytes with a binary unit: `97.70 MiB`.
  package static func bytes(_ value: Int) -> String {
    if value.magnitude < 1_024 { return "\(value) B" }
    return scaled(value, by: 1_024, units: [" B", " KiB", " MiB", " GiB", " TiB", " PiB", " EiB"])
  }

  /// A share of a whole with one digit behind the point: `12.3%`.
  package static func percent(_ share: Double) -> String { DecimalText.fixed(share * 100, digits: 1) + "%" }

  private static func scaled(_ value: Int, by base: Double, units: [String]) -> String {
    var number = Double(value)
    var unit = 0
    // What would be rounded to the base belongs to the next unit.
    while number.magnitude >= base - 0.05, unit < units.count - 1 {
      number /= base
      unit += 1
    }
    let size = number.magnitude
    let digits = size < 9.9995 ? 3 : size < 99.995 ? 2 : size < 999.95 ? 1 : 0
    return DecimalText.fixed(number, digits: digits) + units[unit]
  }
}
