import FoveaGraph
import FoveaLanguage
import FoveaText

extension ComparisonLimit {
  /// What a condition says about a network.
  private enum Answer {
    case yes, no, unknown
  }

  /// The networks of a comparison, without the first, that fulfil the condition or of which it cannot be decided.
  package func failures(in comparison: NetworkComparison) -> [Failure] {
    let base = comparison.networks[0]
    let title = comparison.title
    return comparison.networks.dropFirst().flatMap { network -> [Failure] in
      guard network.analyzed != nil else { return [] }
      if metric == .receptiveField { return fieldFailures(of: network, base, title: title) }
      guard let amount = network.amount(metric) else { return [] }
      return failure(amount, base.amount(metric), of: title ?? network.label, named: metric.rawValue).map { [$0] } ?? []
    }
  }

  /// The outputs whose field fulfils the condition on some axis. As in the table, what gathers the whole map is left
  /// aside.
  private func fieldFailures(of network: ComparedNetwork, _ base: ComparedNetwork, title: String?) -> [Failure] {
    (network.analyzed?.graph.outputs.map(\.name) ?? []).compactMap { output in
      let name = "receptive-field at \(output)"
      guard let field = network.field(output) else { return nil }
      guard !field.isUnknown else { return failure(.unknown, .unknown, of: title ?? network.label, named: name) }
      let before = base.field(output)
      return (field.sizes ?? []).enumerated().lazy.compactMap { axis, size in
        // Of an output that was not there before nothing has changed.
        let sizes = before?.sizes ?? []
        let other = before == nil ? nil : sizes.indices.contains(axis) ? Amount.known(sizes[axis]) : .unknown
        return failure(.known(size), other, of: title ?? network.label, named: name)
      }.first
    }
  }

  private func failure(_ amount: Amount, _ base: Amount?, of network: String, named name: String) -> Failure? {
    let answer: Answer
    var change = ""
    switch bound {
    case .value(let limit): answer = Self.answer(amount.difference(from: .known(0)), relation, limit)
    case .difference(let limit):
      guard let base else { return nil }
      let difference = amount.difference(from: base)
      answer = Self.answer(difference, relation, limit)
      change = difference.value.map { " (\($0 < 0 ? "" : "+")\(metric.text($0)))" } ?? ""
    case .share(let millionths):
      guard let base else { return nil }
      answer = Self.answer(amount, base, relation, millionths)
      change = percent(amount, base)
    }
    let message: String
    switch answer {
    case .no: return nil
    case .yes: message = "\(name) \(amount.comparedText(metric.text))\(change), and --fail-if is `\(text)`"
    case .unknown: message = "--fail-if `\(text)` cannot be decided: a size or a cost is not known"
    }
    return Failure(limit: self, network: network, message: "\(network): \(message)")
  }

  private func percent(_ amount: Amount, _ base: Amount) -> String {
    guard case .known(let one) = amount, case .known(let two) = base, two > 0 else { return "" }
    let share = (Double(one) - Double(two)) / Double(two)
    return " (\(share < 0 ? "" : "+")\(DecimalText.text(share * 100, digits: 4))%)"
  }

  private static func answer(_ amount: ComparedAmount<Int>, _ relation: Budget.Relation, _ limit: Int) -> Answer {
    switch amount {
    case .known(let value): relation.holds(value, limit) ? .yes : .no
    case .atLeast(let bound): answer(bound, isLowest: true, relation, limit)
    case .atMost(let bound): answer(bound, isLowest: false, relation, limit)
    case .unknown: .unknown
    }
  }

  /// Whether a condition holds of an unknown value that is at least (`isLowest`) or at most `bound`.
  private static func answer(_ bound: Int, isLowest: Bool, _ relation: Budget.Relation, _ limit: Int) -> Answer {
    let holds = relation.holds(bound, limit)
    switch relation {
    case .above, .atLeast: return isLowest ? (holds ? .yes : .unknown) : (holds ? .unknown : .no)
    case .below, .atMost: return isLowest ? (holds ? .unknown : .no) : (holds ? .yes : .unknown)
    case .equal: return (isLowest ? bound > limit : bound < limit) ? .no : .unknown
    }
  }

  /// The same of a change as a share of the first figure: `(b − a) · 10⁶` against `share · a`, without rounding.
  private static func answer(
    _ amount: Amount, _ base: Amount, _ relation: Budget.Relation, _ millionths: Int
  ) -> Answer {
    guard case .known(let after) = amount, case .known(let before) = base else { return .unknown }
    let change = (Int128(after) - Int128(before)) * 1_000_000
    let limit = Int128(millionths) * Int128(before)
    // The sign of what is left compares like the two.
    return relation.holds((change - limit).signum().asInt, 0) ? .yes : .no
  }
}

extension Int128 {
  fileprivate var asInt: Int { Int(truncatingIfNeeded: self) }
}
