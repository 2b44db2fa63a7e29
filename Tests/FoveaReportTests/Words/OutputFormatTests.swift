import FoveaReport
import Testing

@Suite struct OutputFormatTests {
  private static let choices: [(kind: String, names: [String])] = [
    names(AnalysisFormat.self), names(SummaryFormat.self), names(VerdictFormat.self),
    names(PageFormat.self), names(RowFormat.self), names(LintReport.Format.self),
  ]

  private static func names<Choice: FormatChoice>(_ type: Choice.Type) -> (kind: String, names: [String]) {
    ("\(type)", Choice.allCases.map(\.rawValue))
  }

  @Test func `a format has the same name wherever it is written`() {
    let known = OutputFormat.allCases.map(\.rawValue)
    for choice in Self.choices {
      for name in choice.names { #expect(known.contains(name), "\(choice.kind)") }
    }
  }

  @Test func `every format is written somewhere`() {
    let written = Set(Self.choices.flatMap(\.names))
    #expect(written == Set(OutputFormat.allCases.map(\.rawValue)))
  }
}
