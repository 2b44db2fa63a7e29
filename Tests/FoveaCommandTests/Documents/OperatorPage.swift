import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaText

/// The page of one operator, from its table of attributes.
enum OperatorPage {
  static func path(of kind: Operation.Kind) -> String { "\(Document.catalogue)/Operators/\(kind.type.name).md" }

  static func text(of kind: Operation.Kind) -> String {
    func page<Root: Operator>(_ type: Root.Type) -> String {
      """
      # \(Root.name)

      \(Root.summary)

      \(form(of: type))

      Further operations: \(Root.counting.isEmpty ? "none" : Root.counting). Parameters, macs and flops are defined in
      [Conventions](../Conventions.md).

      ## Example

      ```yaml
      \(OperatorExamples.description(of: kind).dropLast())
      ```

      \(figures(of: kind))

      """
    }
    return page(kind.type)
  }

  private static func form<Root: Operator>(of type: Root.Type) -> String {
    [operands(of: type), attributes(of: type)].compactMap(\.self).joined(separator: "\n\n")
  }

  private static func operands<Root: Operator>(of type: Root.Type) -> String? {
    let forms = "a list of layers that begins at the layer above, `[]` for that layer itself, or the"
    switch Root.arity {
    case .none, .one: return nil
    case .branches: return "It joins named branches: each is \(forms)\nname of an earlier layer."
    case .operands(let names):
      return names.map { "`\($0)`" }.joined(separator: ", ")
        + " are its operands. Each is \(forms)\nname of an earlier layer."
    }
  }

  private static func attributes<Root: Operator>(of type: Root.Type) -> String? {
    if Root.attributes.isEmpty { return Root.arity.hasNames ? nil : "It has no attributes." }
    let rows = Root.attributes.map { attribute in
      let fallback = attribute.value(in: Root()).map { "`\($0)`" } ?? "none"
      return row([
        "`\(attribute.name)`", attribute.form.description, attribute.isRequired ? "required" : fallback,
        attribute.summary,
      ])
    }
    return ([row(["attribute", "value", "default", "meaning"]), "|---|---|---|---|"] + rows).joined(separator: "\n")
  }

  /// What the analysis of the example says about its last layer of the kind.
  private static func figures(of kind: Operation.Kind) -> String {
    let source = SourceText(path: "example.yaml", text: OperatorExamples.description(of: kind))
    guard let analyzed = Network(Specification(source)).analysis,
      let last = analyzed.graph.ids.last(where: { analyzed.graph[$0].operation.name == kind.name })
    else {
      return "The example is wrong."
    }
    let cost = analyzed.costs[last.position]
    let figures = [cost.parameters, cost.macs, cost.flops].map { $0.value.map(grouped) ?? "unknown" }
    let shapes = analyzed.graph[last].inputs.map { analyzed.graph.shape(of: $0).description }
    let before = shapes.isEmpty ? "none" : shapes.joined(separator: ", ")
    return [
      row(["input", "output", "receptive field", "parameters", "macs", "flops"]), "|---|---|---|--:|--:|--:|",
      row([before, analyzed.graph.shape(of: last).description, field(analyzed.receptiveFields[last])] + figures),
    ].joined(separator: "\n")
  }

  private static func field(_ field: ReceptiveField?) -> String {
    guard let field else { return "unknown" }
    if field.seesNothing { return "none" }
    let axes = (field.axes ?? []).map { axis in
      let rate = axis.rate
      if let stride = axis.stride { return "\(axis.size)/\(stride)" }
      if rate.rows == 0 { return "\(axis.size), the same every \(axis.window.period) units" }
      return "\(axis.size), \(rate.units) units for each \(rate.rows) rows"
    }
    let paths = Set(axes).count == 1 ? axes[0] : axes.joined(separator: " by ")
    guard field.isGlobal else { return paths.isEmpty ? "its own entry" : paths }
    return "global" + (paths.isEmpty ? "" : "; elsewhere \(paths)")
  }

  private static func grouped(_ value: Int) -> String {
    let digits = Array(String(value))
    return digits.indices.map { ($0 > 0 && (digits.count - $0) % 3 == 0 ? "," : "") + String(digits[$0]) }.joined()
  }

  private static func row(_ cells: [String]) -> String {
    let escaped = cells.map { $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
    return "| " + escaped.joined(separator: " | ") + " |"
  }

  static let conventionsPath = "\(Document.catalogue)/Conventions.md"

  /// A page with the table of what operators count in place of the one it has.
  static func conventions(_ page: String) -> String {
    let rows = Operation.Kind.allCases.filter { !$0.type.counting.isEmpty }.map { kind in
      row(["`\(kind.type.name)`", kind.type.counting])
    }
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(of: "<!-- counting -->"), let end = lines.firstIndex(of: "<!-- /counting -->")
    else { return page }
    let table = ["", row(["operator", "operations"]), "|---|---|"] + rows + [""]
    return (lines[...start] + table + lines[end...]).joined(separator: "\n")
  }

  static let indexPath = "\(Document.catalogue)/Operators.md"

  /// The list of all operators.
  static var index: String {
    let rows = Operation.Kind.allCases.map { kind in
      row(["[`\(kind.type.name)`](Operators/\(kind.type.name).md)", kind.type.summary])
    }
    return """
      # Operators

      Every operator of the language, with its attributes, what it counts and an example. How a layer is written is told in
      [Language](Language.md).

      | operator | |
      |---|---|
      \(rows.joined(separator: "\n"))

      """
  }
}
