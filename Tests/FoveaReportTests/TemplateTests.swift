import Foundation
import Testing

@testable import FoveaReport

@Suite struct TemplateTests {
  @Test(arguments: [
    ("{{title}", 0, "the tag has no end"), ("a {{#rows}}{{path}}", 2, "the section `rows` has no end"),
    ("{{#rows}}{{/row}}", 9, "expected the end of `rows`, found the end of `row`"),
    ("{{/rows}}", 0, "no section `rows` is open here"), ("{{titel}}", 0, "there is no value `titel`"),
    ("{{#charts.coast}}{{/charts.coast}}", 0, "there is no value `coast`"),
    ("{{> other}}", 0, "there is no other template to include"),
    ("x\n{{% CONTENT_TYPE: PDF}}", 2, "a pragma is"), ("{{=<%}}", 0, "new delimiters are written"),
    ("{{ti tle}}", 0, "there is no value `ti`"), ("{{count(title}}", 0, "the tag has no end, or its name"),
    (String(repeating: "{{#rows}}", count: 40), 288, "sections are nested more than 32 deep"),
  ])
  func `a mistake is found at its place`(text: String, offset: Int, message: String) throws {
    do {
      _ = try ReportTemplate(text, content: .markdown, names: ReportContext.names)
      Issue.record("no mistake was found")
    } catch {
      #expect(error.message.hasPrefix(message), "\(error)")
      #expect(text.hasPrefix("x") || error.message.contains("or its name") || error.offset == offset, "\(error)")
      #expect((0...text.utf8.count).contains(error.offset))
    }
  }

  @Test func `a name that is nearly right is suggested`() {
    #expect {
      _ = try ReportTemplate("{{titel}}", content: .markdown, names: ReportContext.names)
    } throws: { ($0 as? ReportTemplate.Failure)?.help == "did you mean `title`?" }
  }

  @Test func `delimiters can be changed, and functions be used`() throws {
    let text = "{{=<% %>=}}<% title %> <%={{ }}=%>{{#rows}}{{#first()}}{{path}}{{/first()}}{{/rows}} {{count(rows)}}"
    let template = try ReportTemplate(text, content: .html, names: ReportContext.names)
    let values: [String: Any] = ["title": "a<b", "rows": [["path": "one"], ["path": "two"]]]
    #expect(template.render(values) == "a&lt;b one 2")
  }

  /// A template is a stranger's file like any other: whatever is broken in it is said, and ends nothing.
  @Test func `no broken template ends the program`() throws {
    let sound = Array(String(decoding: PackageResources.report_md_mustache, as: UTF8.self).utf8)
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "{{", "}}", "{", "}", "{{{", "{{#", "{{/", "{{^", "{{=", "=}}", "{{!", "{{$", "{{%", "(", ")", ".", "\n", "é",
      "{{.}}",
    ]
    for round in 0..<90 {
      var text = sound
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let place = Int.random(in: 0...text.count, using: &random)
        let length = min(text.count - place, Int.random(in: 0..<12, using: &random))
        text.replaceSubrange(place..<place + length, with: Array((pieces.randomElement(using: &random) ?? "").utf8))
      }
      if round.isMultiple(of: 3) { text = Array(text.prefix(Int.random(in: 0...text.count, using: &random))) }
      let template = try? ReportTemplate(
        String(decoding: text, as: UTF8.self), content: .markdown, names: ReportContext.names)
      _ = template?.render(["title": "x", "rows": [["path": "y"]], "figures": ["macs": "1"]])
    }
  }
}
