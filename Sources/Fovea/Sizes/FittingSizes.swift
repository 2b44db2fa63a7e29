import FoveaText

/// The sizes of an axis of the input for which something holds: those that leave some remainders when they are divided.
package struct FittingSizes: Hashable, Sendable {
  /// The smallest number whose remainders decide.
  let divisor: Int
  /// The remainders of sizes that fit, in ascending order; some, but not all.
  let remainders: [Int]
  /// A size that fits, large enough for all layers, and the next one that does not.
  let example: Int
  let counterexample: Int

  /// Nil where no size fits, or all do.
  ///
  /// - Parameters:
  ///   - holds: whether each of some sizes in a row fits, over a whole period.
  ///   - base: the first of the sizes.
  init?(_ holds: [Bool], from base: Int) {
    let period = holds.count
    guard let fits = holds.firstIndex(of: true), let next = (1..<period).first(where: { !holds[(fits + $0) % period] })
    else { return nil }
    (example, counterexample) = (base + fits, base + fits + next)
    let divisor =
      (2...period).first { divisor in
        period.isMultiple(of: divisor) && holds.indices.allSatisfy { holds[$0] == holds[($0 + divisor) % period] }
      } ?? period
    self.divisor = divisor
    remainders = holds.indices.prefix(divisor).filter { holds[$0] }.map { (base + $0) % divisor }.sorted()
  }

  /// The sizes that fit both; nil where there is none.
  func intersection(_ other: FittingSizes) -> FittingSizes? {
    let (period, base) = (
      divisor / greatestCommonDivisor(divisor, other.divisor) * other.divisor, max(example, other.example)
    )
    return FittingSizes((base..<base + period).map { contains($0) && other.contains($0) }, from: base)
  }

  /// The next size that fits, above the example.
  var next: Int { nearest(to: example).last ?? example + divisor }

  func contains(_ size: Int) -> Bool { remainders.contains(size % divisor) }

  /// The least number of which all multiples fit, though other sizes may, too; nil where there is none.
  var multiple: Int? {
    (1...divisor).first { step in
      divisor.isMultiple(of: step) && stride(from: 0, to: divisor, by: step).allSatisfy(remainders.contains)
    }
  }

  /// The sizes in words: `a multiple of 4, or 1 more than one`.
  var condition: String {
    guard let step = multiple else {
      return "\(Self.list(remainders)) more than a multiple of \(divisor)"
    }
    let others = remainders.filter { !$0.isMultiple(of: step) }
    if others.isEmpty { return "a multiple of \(step)" }
    let end = step == divisor ? "one" : "one of \(divisor)"
    return "a multiple of \(step), or \(Self.list(others)) more than \(end)"
  }

  private static func list(_ numbers: [Int]) -> String {
    let shown = numbers.count > 6 ? numbers.prefix(5).map(String.init) + ["…"] : numbers.map(String.init)
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + (last == "…" ? ", …" : " or \(last)")
  }

  /// The next of them below a size, if there is one, and above.
  func nearest(to size: Int) -> [Int] {
    let below = (1...divisor).lazy.map { size - $0 }.first { $0 > 0 && contains($0) }
    let above = (1...divisor).lazy.map { size + $0 }.first { contains($0) }
    return [below, above].compactMap(\.self)
  }
}
