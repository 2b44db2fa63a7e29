import FoveaText

/// What an axis of a chart shows.
package struct ChartAxis: Hashable, Sendable {
  /// How numbers become places.
  package enum Scale: Hashable, Sendable {
    case linear
    /// Equal ratios are equally far apart; only numbers above 0 have a place.
    case logarithmic
  }

  /// What is counted, such as `receptive field`; its unit is added.
  package let title: String
  package let unit: ChartUnit
  package let scale: Scale
  /// Whether a linear axis begins at 0, so that lengths can be compared.
  package let hasZero: Bool

  package init(_ title: String, unit: ChartUnit, scale: Scale = .linear, hasZero: Bool = true) {
    (self.title, self.unit, self.scale, self.hasZero) = (title, unit, scale, hasZero)
  }

  /// Whether a number has a place on the axis.
  func shows(_ value: Double) -> Bool { value.isFinite && (scale == .linear || value > 0) }
}

/// The ends of an axis and its round numbers.
struct ChartTicks {
  /// A round number with its text.
  struct Tick {
    let value: Double
    let text: String
  }

  let axis: ChartAxis
  let lower: Double
  let upper: Double
  private(set) var ticks: [Tick] = []
  /// The title with the unit that the texts leave out.
  private(set) var title: String

  /// Chooses at most about `count` round numbers for values between two ends.
  ///
  /// - Parameter isTight: whether the axis ends at the values, and not at the round numbers around them.
  init(_ axis: ChartAxis, from least: Double, to most: Double, count: Int, isTight: Bool = false) {
    self.axis = axis
    title = axis.title
    switch axis.scale {
    case .linear:
      let prefix = axis.unit.prefix(for: max(least.magnitude, most.magnitude))
      var (low, high) = (least / prefix.size, most / prefix.size)
      if axis.hasZero { (low, high) = (min(low, 0), max(high, 0)) }
      if low == high { (low, high) = (low - (low == 0 ? 0 : 0.5), high + (low == 0 ? 1 : 0.5)) }
      let (step, digits) = Self.step(for: (high - low) / Double(max(1, count)))
      let first = isTight ? (low / step - 1e-9).rounded(.up) : (low / step + 1e-9).rounded(.down)
      let last = isTight ? (high / step + 1e-9).rounded(.down) : (high / step - 1e-9).rounded(.up)
      lower = (isTight ? low : first * step) * prefix.size
      upper = (isTight ? high : last * step) * prefix.size
      var place = first
      while place <= last {
        let value = place * step
        ticks.append(Tick(value: value * prefix.size, text: DecimalText.fixed(value == 0 ? 0 : value, digits: digits)))
        place += 1
      }
      if !prefix.text.isEmpty { title += " (\(prefix.text))" }
    case .logarithmic:
      let numbers = Self.ratios(axis.unit, from: least, to: most, count: count)
      lower = isTight ? least : numbers[0]
      upper = isTight ? max(most, least * 1.01) : numbers[numbers.count - 1]
      ticks = numbers.filter { $0 >= lower * 0.999 && $0 <= upper * 1.001 }.map {
        Tick(value: $0, text: axis.unit.tick($0))
      }
      if case .plain(let name) = axis.unit { title += " (\(name))" }
    }
  }

  /// The place of a value between 0, the lower end, and 1.
  func position(_ value: Double) -> Double {
    switch axis.scale {
    case .linear: return (value - lower) / (upper - lower)
    case .logarithmic:
      let (first, last) = (Double.decimalLogarithm(lower), Double.decimalLogarithm(upper))
      return (Double.decimalLogarithm(value) - first) / (last - first)
    }
  }

  /// The smallest of 1, 2, 5, 10, … that is at least `size`, and its digits behind the point.
  private static func step(for size: Double) -> (Double, digits: Int) {
    var exponent = Int(Double.decimalLogarithm(size).rounded(.down))
    for factor in [1.0, 2, 5] {
      let step = exponent < 0 ? factor / .power(ofTen: -exponent) : factor * .power(ofTen: exponent)
      if step >= size * (1 - 1e-9) { return (step, max(0, -exponent)) }
    }
    exponent += 1
    return (.power(ofTen: exponent), max(0, -exponent))
  }

  /// Round numbers around a range of ratios: powers of 2 of bytes, else of 10, with 2 and 5 between few of them.
  private static func ratios(_ unit: ChartUnit, from least: Double, to most: Double, count: Int) -> [Double] {
    if unit == .bytes {
      let (first, last) = (least.exponent, most == most.binade ? most.exponent : most.exponent + 1)
      let step = max(1, (Int(last - first) + count - 1) / max(1, count))
      return stride(from: 0, to: Int(last - first) + step, by: step).map { power in
        (0..<power).reduce(least.binade) { value, _ in value * 2 }
      }
    }
    let scale = unit == .percent ? 0.01 : 1
    let (low, high) = (least / scale, most / scale)
    let first = Int(Double.decimalLogarithm(low).rounded(.down))
    let last = Int(Double.decimalLogarithm(high).rounded(.down)) + 1
    let factors: [Double] = last - first <= 3 ? [1, 2, 5] : [1]
    let step = max(1, (last - first + count - 1) / max(1, count))
    var numbers: [Double] = []
    for exponent in stride(from: first, through: last + step, by: step) {
      numbers += factors.map { exponent < 0 ? $0 / .power(ofTen: -exponent) : $0 * .power(ofTen: exponent) }
    }
    let begin = numbers.lastIndex { $0 <= low * (1 + 1e-9) } ?? 0
    let end = numbers.firstIndex { $0 >= high * (1 - 1e-9) } ?? numbers.count - 1
    return numbers[begin...max(min(begin + 1, numbers.count - 1), end)].map { $0 * scale }
  }
}
