import Fovea
import FoveaFilters
import FoveaText

/// One of the three verdicts as a line.
enum VerdictText {
  enum Verdict {
    case yes, no, partly
    /// Nobody has given what would have to be compared.
    case open
    /// It was not compared.
    case unknown
  }

  /// `same function   yes: …`, wrapped.
  static func line(_ name: String, _ verdict: Verdict, _ sentence: String, _ width: Int) -> StyledText {
    let word =
      switch verdict {
      case .yes: "yes"
      case .no: "no"
      case .partly: "in part"
      case .open: "not shown"
      case .unknown: "unknown"
      }
    let role: StyledText.Role = verdict == .yes ? .help : verdict == .no ? .error : .warning
    var text = StyledText(name + "  ", .strong)
    text.append(word, role)
    if !sentence.isEmpty {
      let indent = ColumnText.width(name) + 2
      let words = ColumnText.wrapped(words: "\(word): \(sentence)", indent: indent, width: width)
      text.append(String(words.dropFirst(word.count)))
    }
    text.append("\n")
    return text
  }
}

/// What a stack computes, in words.
struct FunctionText {
  let verdict: VerdictText.Verdict
  let sentence: String
  /// One word for a table.
  let word: String
  let equivalence: Equivalence?

  /// Of stacks whose weights nobody has given.
  static func open(_ reach: [StackReach]) -> String {
    let shares = reach.map(\.share)
    let (least, most) = (shares.min() ?? 1, shares.max() ?? 1)
    let dimensions =
      least == 1
      ? "the dimensions leave room for every kernel"
      : (least == most ? "" : Quantity.percent(least) + " to ") + Quantity.percent(most) + " of the dimensions of all"
    return "no weights were given: equal for kernels that are such stacks (\(dimensions))"
  }

  init(_ verified: StackVerification, expectsActivation: Bool) {
    switch verified.function {
    case .same(let found) where verified.weights == .random:
      (verdict, word, equivalence) = (.open, "of such kernels", found)
      sentence = Self.open([verified.reach])
    case .same(let found):
      (verdict, word, equivalence) = (.yes, "same", found)
      sentence = "for all inputs, interior and border, up to rounding"
    case .interior(let found, let band):
      (verdict, word, equivalence) = (.no, "border differs", found)
      sentence =
        "the layers pad on their own; the same in the interior, another at the border, in "
        + Quantity.percent(band.predicted.share) + " of the outputs; with all padding in the first layer it is the same"
    case .approximation(let found, let error, let isAccepted):
      (verdict, word, equivalence) = (isAccepted ? .partly : .no, "approximation", found)
      sentence =
        "an approximation; the weights are off by \(DecimalText.text(error, digits: 3)) of their size "
        + "(relative Frobenius norm), apart from rounding"
    case .rectified(let cases):
      (verdict, word, equivalence) = (expectsActivation ? .partly : .no, "another", nil)
      sentence =
        "another function, since rectifiers stand between the layers; geometry, parameters and macs are as told"
        + (cases.isEmpty ? "" : "; these stacks with rectifiers compute what the layer does:")
    case .different(.geometry):
      (verdict, word, equivalence) = (.no, "another", nil)
      sentence = "the geometry differs already, so nothing was run"
    case .different(.activation(let path)):
      (verdict, word, equivalence) = (.no, "another", nil)
      sentence = "another function, because of the activation `\(path)`"
    case .different(.run(let found)):
      (verdict, word, equivalence) = (.no, "another", found)
      sentence = "both were run, and they differ by more than rounding"
    }
  }
}

/// The tiers of a comparison.
enum TierText {
  static let convention =
    "figures of the tiers are the largest |difference| / tolerance of each probe: integers are compared bit by bit, "
    + "float64 and float32 with running bounds of the rounding errors of both sides"

  static func name(_ arithmetic: Tier.Arithmetic) -> String {
    switch arithmetic {
    case .integers: "integers"
    case .double: "float64"
    case .float: "float32"
    }
  }

  /// `bitwise` or a ratio, with what failed.
  static func result(_ tier: Tier?) -> String {
    guard let tier else { return "" }
    guard tier.isRun else { return "not run" }
    guard tier.passed else { return "fails" }
    return tier.arithmetic == .integers ? "bitwise" : ratio(tier.ratio)
  }

  static func ratio(_ value: Double) -> String {
    value.isFinite ? DecimalText.text(value, digits: 2) : "∞"
  }

  static func name(_ probe: Tier.Probe) -> String {
    switch probe {
    case .dense: "dense"
    case .impulse: "impulse"
    case .zero: "zero"
    case .border: "border"
    }
  }

  static func table(_ tiers: [Tier], width: Int) -> StyledText {
    var columns = [
      TextTable.Column(title: "tier", isRight: false, role: .plain, cells: tiers.map { name($0.arithmetic) })
    ]
    for probe in Tier.Probe.allCases {
      columns.append(
        TextTable.Column(
          title: name(probe), isRight: true, role: .plain,
          cells: tiers.map { tier in
            guard let value = tier.ratios[probe] else { return "–" }
            return tier.arithmetic == .integers ? (value == 0 ? "equal" : "differs") : ratio(value)
          }))
    }
    columns.append(
      TextTable.Column(
        title: "compared", isRight: true, role: .plain, cells: tiers.map { Quantity.exact($0.compared) }))
    columns.append(
      TextTable.Column(
        title: "outside", isRight: true, role: .plain, cells: tiers.map { Quantity.exact($0.mismatches) })
    )
    columns.append(
      TextTable.Column(
        title: "", isRight: false, role: .plain,
        cells: tiers.map { tier in
          tier.isRun ? (tier.passed ? "" : "fails") : "not run: no integers are small enough that every sum fits 2^53"
        }))
    return TextTable.text(columns, width: width)
  }
}

/// Stacks with rectifiers that compute what one kernel does.
enum RectifiedText {
  static func table(_ cases: [RectifiedCase], _ width: Int) -> StyledText {
    let rows = cases.map { found in
      [
        name(found.kind), domain(found.domain), found.widths.map(String.init).joined(separator: ", "),
        Quantity.signed(found.cost.macsChange),
        TierText.result(found.equivalence.tiers.first { $0.arithmetic == .double }),
        TierText.result(found.equivalence.tiers.first { $0.arithmetic == .float }),
        StackGeometry.text(found.size),
      ]
    }
    let titles = ["form", "inputs", "widths", "macs", "float64", "float32", "run on"]
    return TextTable.text(
      titles.enumerated().map { index, title in
        TextTable.Column(
          title: title, isRight: index > 1, role: .plain, cells: rows.map { $0[index] })
      }, width: width)
  }

  static func name(_ kind: RectifiedCase.Kind) -> String {
    switch kind {
    case .nonnegativeBank: "nonnegative bank"
    case .doubling: "doubled channels"
    case .biasShift: "raised biases"
    }
  }

  static func domain(_ domain: Equivalence.Domain) -> String {
    switch domain {
    case .anything: "all"
    case .nonnegative: "x ≥ 0"
    case .bounded(let limit): "|x| ≤ \(DecimalText.text(limit))"
    }
  }
}
