import FoveaGraph
import Testing

/// The pages of the operators are what their tables say; `FOVEA_RECORD=1` writes them.
@Suite struct OperatorPageTests {
  @Test(arguments: Operation.Kind.allCases) func `a page says what the operator's table says`(
    _ kind: Operation.Kind
  ) throws {
    try compare(OperatorPage.text(of: kind), with: OperatorPage.path(of: kind))
  }

  @Test func `the index lists every operator`() throws {
    try compare(OperatorPage.index, with: OperatorPage.indexPath)
  }

  @Test func `the conventions list what every operator counts`() throws {
    let page = try Document(path: OperatorPage.conventionsPath).read()
    #expect(page.contains("<!-- counting -->"))
    try compare(OperatorPage.conventions(page), with: OperatorPage.conventionsPath)
  }

  @Test func `there is no page of an operator that is gone`() throws {
    let pages = Document.all.map(\.path).filter { $0.hasPrefix("\(Document.catalogue)/Operators/") }
    #expect(Set(pages).isSubset(of: Operation.Kind.allCases.map(OperatorPage.path)))
  }

  private func compare(_ text: String, with path: String) throws {
    let document = Document(path: path)
    if Document.isRecording { try document.write(text) }
    #expect(try document.read() == text)
  }
}
