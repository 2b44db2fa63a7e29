import Foundation
import Testing

@testable import FoveaReport

@Suite struct TemplateTests {
  @Test(arguments: [
    ("{{title}", 0, "the tag has no end"), ("a {{#rows}}{{path}}", 2, "the section `rows` has no end"),
    ("{{{title}}", 0, "the tag has no end"), ("{{", 0, "the tag has no end"),
    ("{{#rows}}{{/row}}", 9, "expected the end of `rows`, found the end of `row`"),
    ("{{/rows}}", 0, "no section `rows` is open here"), ("{{titel}}", 0, "there is no value `titel`"),
    ("{{#charts.coast}}{{/charts.coast}}", 0, "there is no value `coast`"), ("{{}}", 0, "there is no value ``"),
    ("{{figures..macs}}", 0, "there is no value ``"), ("{{> other}}", 0, "there is no other template"),
    ("{{$title}}{{/title}}", 0, "there is no other template"), ("x\n{{% CONTENT_TYPE: PDF}}", 2, "a pragma is"),
    ("{{=<%}}", 0, "new delimiters are written"), ("{{ti tle}}", 0, "there is no value `ti tle`"),
    ("é{{count(title}}", 2, "the function `count` has no `)`"), ("{{upper(title)}}", 0, "there is no function `upper("),
    ("{{first(rows)}}", 0, "there is no function `first(rows)`"), ("{{count()}}", 0, "there is no value ``"),
    (String(repeating: "{{#rows}}", count: 40), 288, "sections are nested more than 32 deep"),
  ])
  func `a mistake is found at its place`(text: String, offset: Int, message: String) throws {
    do {
      _ = try ReportTemplate(text, content: .markdown, names: ReportContext.names)
      Issue.record("no mistake was found")
    } catch {
      #expect(error.message.hasPrefix(message), "\(error)")
      #expect(error.offset == offset, "\(error)")
    }
  }

  @Test func `a name that is nearly right is suggested`() {
    #expect {
      _ = try ReportTemplate("{{titel}}", content: .markdown, names: ReportContext.names)
    } throws: { ($0 as? ReportTemplate.Failure)?.help == "did you mean `title`?" }
  }

  /// What the manual of the language shows, and its specification says of the lines of a tag that stands alone.
  @Test(arguments: [
    (
      "{{=<% %>=}}<% title %> <%={{ }}=%>{{#rows}}{{#first()}}{{path}}{{/first()}}{{/rows}} {{count(rows)}}",
      "a&lt;b one 2"
    ),
    ("{{title}}{{{title}}}{{&title}}", "a&lt;ba<ba<b"), ("{{! a\ncomment }}x", "x"),
    ("{{% CONTENT_TYPE: TEXT}}\n{{title}}", "a<b"), ("{{#rows}}{{path}}{{^last()}}, {{/last()}}{{/rows}}", "one, two"),
    ("{{#rows}}{{index()}}{{path}};{{/rows}}", "0one;1two;"), ("{{#gates}}<{{.}}>{{/gates}}", "<p><q>"),
    ("{{figures.macs}}{{#figures}}{{macs}}{{title}}{{/figures}}", "77a&lt;b"), ("{{figures.title}}", ""),
    ("{{#link}}{{.}}{{title}}{{/link}}{{^link}}none{{/link}}", "ha&lt;b"),
    ("{{variant}}{{^variant}}no{{/variant}}", "no"),
    ("{{#isFolded}}yes{{/isFolded}}{{^isFolded}}no{{/isFolded}}", "yes"),
    ("{{#kept}}x{{/kept}}{{^kept}}empty{{/kept}}", "empty"),
    ("a\n  {{#rows}}  \n- {{path}}\n  {{/rows}}\nb\n", "a\n- one\n- two\nb\n"),
    ("{{#rows}}\r\n{{path}}\r\n{{/rows}}\r\nb", "one\r\ntwo\r\nb"),
    ("a {{#rows}}\n{{path}}{{/rows}}\n", "a \none\ntwo\n"), ("{{#rows}}\n{{path}}\n{{/rows}}", "one\ntwo\n"),
    ("{{#rows}}{{#isFolded}}\nx\n{{/isFolded}}{{/rows}}\n", "\nx\n\nx\n\n"),
    ("  {{! alone }}\n  {{title}}\n", "  a&lt;b\n"), ("{{count(title)}}{{count(kept)}}{{count(variant)}}", "100"),
  ])
  func `values stand in the places of their tags`(text: String, expected: String) throws {
    let template = try ReportTemplate(text, content: .html, names: ReportContext.names)
    let values: [String: TemplateValue] = [
      "title": "a<b", "rows": [["path": "one"], ["path": "two"]], "figures": ["macs": "7"], "link": "h",
      "variant": false,
      "isFolded": true, "kept": [], "gates": ["p", "q"],
    ]
    #expect(try template.render(values) == expected)
  }

  @Test func `lists that repeat each other have a limit`() throws {
    let names = ["rows", "allRows", "findings", "gates", "outputs", "totals"]
    let text =
      names.map { "{{#\($0)}}" }.joined() + "{{path}}" + names.reversed().map { "{{/\($0)}}" }.joined()
    let template = try ReportTemplate("\n" + text, content: .html, names: ReportContext.names)
    let list = TemplateValue.list(Array(repeating: "x", count: 1_000))
    #expect {
      _ = try template.render(Dictionary(uniqueKeysWithValues: names.map { ($0, list) }))
    } throws: { error in
      guard let failure = error as? ReportTemplate.Failure else { return false }
      return failure.message.hasPrefix("the sections repeat each other") && failure.offset > 0
    }
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
      _ = try? template?.render(["title": "x", "rows": [["path": "y"]], "figures": ["macs": "1"]])
    }
  }
}
