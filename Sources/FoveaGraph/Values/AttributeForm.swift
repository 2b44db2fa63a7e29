import FoveaText

/// What may stand for an attribute: its type and its bounds.
public enum AttributeForm: Hashable, Sendable {
  /// An integer within bounds.
  case integer(ClosedRange<Int>)
  /// A number within bounds.
  case decimal(ClosedRange<Double>)
  /// `true` or `false`.
  case truth
  /// One of some words.
  case words([String])
  /// An integer for all axes, or a list of one for each.
  case axes(ClosedRange<Int>)
  /// An integer, one for each axis, a pair for each axis, or one of some words.
  case padding(words: [String])
  /// A list of extents, each an integer or `?`, or the word `unknown` for none.
  case extents
  /// A list of extents, each an integer.
  case sizes
  /// A list of extents, each an integer or `?`, or −1 for the one that follows from the others.
  case inferableExtents
  /// A list of integers that are the indices of axes.
  case order
  /// A count, or the word `unknown`.
  case figure
  /// The name of an earlier layer.
  case layer
  /// A mapping of a window's `size`, `stride` and `padding`, or one of some words.
  case window(words: [String])

  /// The extents and counts that a description may state.
  public static let count = AttributeForm.integer(1...Extent.limit)
  /// The window sizes, strides and dilations that a description may state.
  public static let positiveAxes = AttributeForm.axes(1...AttributeForm.largestStep)

  /// A number of any sign, up to 1,000,000.
  static let number = AttributeForm.decimal(-1_000_000...1_000_000)
  /// A number that is not negative, up to 1,000,000.
  static let nonNegative = AttributeForm.decimal(0...1_000_000)
  /// The factor of a change of resolution.
  static let factor = AttributeForm.integer(1...largestStep)
  /// Rows to add or remove, stated as numbers.
  static let rows = AttributeForm.padding(words: [])

  /// The largest kernel, stride, dilation and padding: 1,000,000.
  public static let largestStep = 1_000_000

  /// The words that stand for a value; they are not expressions.
  public var words: [String] {
    switch self {
    case .words(let words), .padding(let words), .window(let words): words
    case .extents, .figure: ["unknown"]
    case .integer, .decimal, .truth, .axes, .sizes, .inferableExtents, .order, .layer: []
    }
  }

  /// Whether a list may stand there.
  package var takesList: Bool {
    switch self {
    case .axes, .padding, .extents, .sizes, .inferableExtents, .order: true
    case .integer, .decimal, .truth, .words, .figure, .layer, .window: false
    }
  }

  /// What is wrong with a value, as a phrase that follows the attribute's name; nil if nothing is.
  func complaint(about value: Value) -> String? {
    switch (self, value) {
    case (.integer(let bounds), .integer(let number)): Self.complaint(about: number, in: bounds)
    case (.axes(let bounds), .integer(let number)): Self.complaint(about: number, in: bounds)
    case (.axes(let bounds), .list(let values)):
      value.integers.flatMap { (1...3).contains($0.count) ? $0 : nil }.map { numbers in
        numbers.lazy.compactMap { Self.complaint(about: $0, in: bounds) }.first
      } ?? mismatch(.list(values))
    case (.padding, .integer(let number)): Self.complaint(about: number, in: 0...Self.largestStep)
    case (.padding, .list(let entries)):
      entries.lazy.compactMap { complaint(about: $0) }.first
        ?? ((1...3).contains(entries.count) ? nil : mismatch(value))
    case (.decimal(let bounds), .decimal(let number)): Self.complaint(about: number, in: bounds)
    case (.decimal(let bounds), .integer(let number)): Self.complaint(about: Double(number), in: bounds)
    case (.figure, .integer(let number)): Self.complaint(about: number, in: 0...Int.max)
    case (.words(let words), .word(let word)), (.padding(let words), .word(let word)),
      (.window(let words), .word(let word)):
      words.contains(word) ? nil : mismatch(value)
    case (.truth, .truth), (.layer, .layer): nil
    case (.window, .mapping(let entries)): Self.complaint(aboutWindow: entries)
    case (.extents, .list(let entries)), (.sizes, .list(let entries)), (.inferableExtents, .list(let entries)):
      (1...4).contains(entries.count)
        ? entries.lazy.compactMap { complaint(aboutExtent: $0) }.first : mismatch(value)
    case (.extents, .word("unknown")), (.figure, .word("unknown")): nil
    case (.order, .list): value.integers == nil ? mismatch(value) : nil
    default: mismatch(value)
    }
  }

  private func mismatch(_ value: Value) -> String {
    "must be \(self), found \(value.kind) `\(value.excerpt)`"
  }

  private func complaint(aboutExtent value: Value) -> String? {
    if (value == .word("?") && self != .sizes) || (self == .inferableExtents && value == .integer(-1)) { return nil }
    guard let number = value.integer else { return mismatch(value) }
    return Self.complaint(about: number, in: 1...Extent.limit)
  }

  private static func complaint(aboutWindow entries: [Value.Entry]) -> String? {
    for entry in entries {
      let form: AttributeForm
      switch entry.key {
      case "size", "stride": form = .positiveAxes
      case "padding": form = .axes(0...largestStep)
      default: return "has no key `\(entry.key.excerpt)`, only `size`, `stride` and `padding`"
      }
      if let complaint = form.complaint(about: entry.value) { return "has a `\(entry.key)` that \(complaint)" }
    }
    return entries.contains { $0.key == "size" } ? nil : "needs the key `size`"
  }

  private static func complaint(about number: Int, in bounds: ClosedRange<Int>) -> String? {
    if number < bounds.lowerBound { return "must be at least \(bounds.lowerBound), found \(number)" }
    if number > bounds.upperBound { return "must be at most \(bounds.upperBound), found \(number)" }
    return nil
  }

  private static func complaint(about number: Double, in bounds: ClosedRange<Double>) -> String? {
    bounds.contains(number)
      ? nil : "must be \(AttributeForm.decimal(bounds)), found \(number)"
  }
}

extension AttributeForm: CustomStringConvertible {
  /// The form in words, such as `an integer of at least 1`.
  public var description: String {
    switch self {
    case .integer(let bounds): "an integer " + Self.range(bounds)
    case .decimal(let bounds): "a number between \(Self.short(bounds.lowerBound)) and \(Self.short(bounds.upperBound))"
    case .truth: "`true` or `false`"
    case .words(let words): Self.alternatives(words)
    case .axes(let bounds): "an integer \(Self.range(bounds)), or a list with one for each axis"
    case .padding(let words):
      words.isEmpty
        ? "an integer \(Self.rowRange), or a list with one, or `[before, after]`, for each axis"
        : "an integer \(Self.rowRange), a list with one, or `[before, after]`, for each axis, "
          + Self.alternatives(words)
    case .extents: "a list of sizes, each an integer \(Self.extentRange) or `?`; or `unknown`"
    case .sizes: "a list of sizes, each an integer \(Self.extentRange)"
    case .inferableExtents:
      "a list of sizes, each an integer \(Self.extentRange) or `?`, or `-1` for the one that follows from the others"
    case .order: "a list of the axes' indices in their new order"
    case .figure: "a count, or `unknown`"
    case .layer: "the name of an earlier layer"
    case .window(let words): "a mapping with `size`, `stride` and `padding`, or " + Self.alternatives(words)
    }
  }

  private static let rowRange = range(0...largestStep)
  private static let extentRange = range(1...Extent.limit)

  /// Bounds in words: `from 1 to 1,000,000`, or `of at least 1` without an upper one.
  private static func range(_ bounds: ClosedRange<Int>) -> String {
    bounds.upperBound == .max
      ? "of at least \(bounds.lowerBound)" : "from \(bounds.lowerBound) to \(grouped(bounds.upperBound))"
  }

  /// A number with its digits in groups of three.
  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    return digits.enumerated().reduce(into: "") { text, digit in
      if digit.offset > 0, (digits.count - digit.offset).isMultiple(of: 3) { text.append(",") }
      text.append(digit.element)
    }
  }

  /// A bound without the fraction of a whole number.
  private static func short(_ bound: Double) -> String {
    Int(exactly: bound).map(String.init) ?? String(bound)
  }

  private static func alternatives(_ words: [String]) -> String {
    let quoted = words.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
