package import FoveaGraph
import FoveaText

extension Reader {
  /// The limits that a mapping of another document states, and what is wrong with it.
  package static func budget(_ node: NodeID, in document: YAMLDocument) -> (Budget, [Diagnostic]) {
    var reader = Reader(document: document)
    let budget = reader.readBudget(node, outputs: nil)
    return (budget, reader.diagnostics)
  }

  /// Reads the limits of a document; its outputs have these names, where they are known.
  mutating func readBudget(_ node: NodeID, outputs: [String]?) -> Budget {
    var budget = Budget()
    let known = Budget.Quantity.allCases.map(\.rawValue)
    for entry in entries(node, of: "`budget`", help: "such as `budget: {parameters: <= 26M}`") {
      guard let quantity = Budget.Quantity(key: entry.name) else {
        report(
          "`budget` knows no `\(entry.name.excerpt)`", at: entry.key,
          help: suggestion(entry.name, among: known)
            ?? "it can limit " + known.map { "`\($0)`" }.joined(separator: ", "))
        continue
      }
      if document.kind(of: entry.value) == .mapping, quantity.isPerOutput {
        for part in entries(entry.value, of: "`\(entry.name)`") {
          if let outputs, !outputs.contains(part.name) {
            report(
              "the document has no output `\(part.name.excerpt)`", rule: "unknown-name", at: part.key,
              help: suggestion(part.name, among: outputs)
                ?? "its outputs are " + outputs.map { "`\($0)`" }.joined(separator: ", "))
          } else if let limit = limit(part.value, on: quantity, key: part.name, output: part.name) {
            budget.limits.append(limit)
          }
        }
      } else if let limit = limit(entry.value, on: quantity, key: entry.name, output: nil) {
        budget.limits.append(limit)
      }
    }
    return budget
  }

  private mutating func limit(
    _ node: NodeID, on quantity: Budget.Quantity, key: String, output: String?
  ) -> Budget.Limit? {
    let example = quantity.example
    guard document.kind(of: node) == .scalar, !document.isAbsent(node) else {
      report("`\(key)` must be a limit such as `\(example)`, found \(found(node))", at: node)
      return nil
    }
    let text = document.text(of: node)
    guard let relation = Budget.Relation.allCases.first(where: { text.hasPrefix($0.rawValue) }) else {
      let isNumber = text.utf8.first.map { $0 &- UInt8(ascii: "0") < 10 } ?? false
      report(
        "a limit begins with `<=`, `>=`, `<`, `>` or `==`, found \(found(node))", at: node,
        help: isNumber
          ? quantity == .receptiveField ? "write `\">= \(text.excerpt)\"`" : "write `<= \(text.excerpt)`"
          : "such as `\(example)`")
      return nil
    }
    let number = text.dropFirst(relation.rawValue.count).drop { $0 == " " }
    switch Self.count(of: number, of: quantity) {
    case .success(let value):
      return Budget.Limit(
        quantity: quantity, output: output, relation: relation, value: value, span: document.span(of: node))
    case .failure(let objection):
      report(objection.message, at: node, help: objection.help)
      return nil
    }
  }

  private struct Objection: Error {
    let message: String
    let help: String?
  }

  /// The exact value of a number with a unit: `4.2G` is 4,200,000,000.
  private static func count(of text: Substring, of quantity: Budget.Quantity) -> Result<Int, Objection> {
    func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
    let unit = quantity.unit
    let whole = text.prefix(while: isDigit)
    var rest = text.dropFirst(whole.count)
    var fraction = Substring()
    if rest.first == "." {
      fraction = rest.dropFirst().prefix(while: isDigit)
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard !whole.isEmpty, rest.isEmpty || rest.first != "." else {
      return .failure(
        Objection(
          message: "expected a number after the relation, found `\(String(text).excerpt)`",
          help: "such as `\(quantity.example)`"))
    }
    let name = String(rest.drop { $0 == " " })
    guard let factor = name.isEmpty ? 1 : unit.factors.first(where: { $0.name == name })?.factor else {
      return .failure(Objection(message: objection(to: name, unit), help: advice(unit)))
    }
    while fraction.last == "0" { fraction.removeLast() }
    let tooLarge = Objection(message: "the limit `\(String(text).excerpt)` does not fit in 64 bits", help: nil)
    guard let integer = Int(whole) else { return .failure(tooLarge) }
    let (product, overflow) = integer.multipliedReportingOverflow(by: factor)
    guard !overflow else { return .failure(tooLarge) }
    guard !fraction.isEmpty else { return .success(product) }
    // 0.2 · 10⁹ = 2 · 10⁹ / 10: the fraction is a whole number of ones, or the limit is none.
    var power = 1
    var digits = 0
    let places = fraction.count
    if places <= 18 {
      for _ in 0..<places { power *= 10 }
      digits = Int(fraction) ?? 0
    }
    let scaled = digits.multipliedFullWidth(by: factor)
    guard places <= 18, scaled.high < power else { return .failure(noInteger(text)) }
    let (quotient, remainder) = power.dividingFullWidth(scaled)
    guard remainder == 0 else { return .failure(noInteger(text)) }
    let (sum, overflows) = product.addingReportingOverflow(quotient)
    return overflows ? .failure(tooLarge) : .success(sum)
  }

  private static func noInteger(_ text: Substring) -> Objection {
    Objection(message: "the limit `\(String(text).excerpt)` is no whole number", help: nil)
  }

  private static func objection(to name: String, _ unit: Budget.Unit) -> String {
    switch unit {
    case .count: "a count has no unit `\(name.excerpt)`"
    case .bytes: "bytes have no unit `\(name.excerpt)`"
    case .rows: "a number of rows has no unit, found `\(name.excerpt)`"
    }
  }

  private static func advice(_ unit: Budget.Unit) -> String? {
    let names = unit.factors.map { "`\($0.name)`" }
    return names.isEmpty ? nil : "the units are " + names.joined(separator: ", ")
  }
}
