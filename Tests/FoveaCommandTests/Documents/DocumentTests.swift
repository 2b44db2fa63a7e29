import Foundation
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaReport
import FoveaText
import Testing

/// The examples in documents: what they show is what happens.
@Suite(.serialized) struct DocumentTests {
  @Test(arguments: Document.all) func `commands print what the document shows`(_ document: Document) throws {
    var markdown = Markdown(try document.read())
    let scratch = try Scratch()
    try scratch.linkSpecs()
    var recorded: [(range: Range<Int>, lines: [String])] = []
    for block in markdown.blocks {
      if let file = block.file { try scratch.write(block.document, to: file) }
      guard block.language == "console" else { continue }
      var transcript = Transcript(block.lines)
      #expect(!transcript.steps.isEmpty, "line \(block.range.lowerBound): no command begins with `$ `")
      try run(&transcript, in: scratch)
      recorded.append((block.range, transcript.lines))
    }
    guard Document.isRecording else { return }
    for (range, lines) in recorded.reversed() { markdown.lines.replaceSubrange(range, with: lines) }
    try document.write(markdown.text)
  }

  /// Runs the commands one after the other, each with the exit status of the one before in `$?`.
  private func run(_ transcript: inout Transcript, in scratch: Scratch) throws {
    var status: Int32 = 0
    for (index, step) in transcript.steps.enumerated() {
      let command = step.command.joined(separator: "\n")
      let outcome = try Tool.shell("exec 2>&1\n(exit \(status))\n\(command)", in: scratch.directory)
      status = outcome.status
      var actual = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if actual.last == "" { actual.removeLast() }
      if step.matches(actual) { continue }
      if Document.isRecording {
        transcript.steps[index].record(actual)
      } else {
        let expected = step.output.joined(separator: "\n")
        Issue.record("`\(command)` prints\n\(outcome.output)\nand not\n\(expected)")
      }
    }
  }

  @Test(arguments: Document.all) func `descriptions are without findings`(_ document: Document) throws {
    for block in Markdown(try document.read()).blocks where block.language == "yaml" {
      let line = block.range.lowerBound
      let specification = Specification(SourceText(path: "\(document.path):\(line)", text: block.document))
      for variant in specification.variants.isEmpty ? [nil] : specification.variants.map(Optional.some) {
        var options = Specification.Options()
        options.variant = variant
        let network = Network(specification, options)
        #expect(network.analysis != nil && network.diagnostics.isEmpty, "\(findings(network))")
      }
    }
  }

  private func findings(_ network: Network) -> String {
    DiagnosticText.text(network.diagnostics, in: network.source).plain + "\n"
      + String(decoding: network.source?.bytes ?? [], as: UTF8.self)
  }

  @Test(arguments: Document.all) func `a table has a header, and a name stands in one row of it`(_ document: Document)
    throws
  {
    let lines = Markdown(try document.read()).lines
    var names: Set<Substring> = []
    var isCode = false
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") { isCode.toggle() }
      guard !isCode, line.hasPrefix("|") else { continue }
      if index == 0 || !lines[index - 1].hasPrefix("|") {
        let next = index + 1 < lines.count ? lines[index + 1] : ""
        #expect(next.hasPrefix("|") && next.allSatisfy { "|-: ".contains($0) }, "line \(index + 1) begins no table")
        names = []
      }
      guard line.hasPrefix("| `-"), let name = line.split(separator: "|").first else { continue }
      #expect(names.insert(name).inserted, "line \(index + 1) has \(name) again")
    }
  }

  @Test(arguments: Document.all) func `links lead to files`(_ document: Document) throws {
    let base = Tool.package.appending(path: document.path).deletingLastPathComponent()
    for match in try document.read().matches(of: /\]\((?<target>[^)#:\s]+)(#[^)]*)?\)/) {
      let target = String(match.output.target)
      let exists = FileManager.default.fileExists(atPath: base.appending(path: target).path())
      #expect(exists, "there is no \(target)")
    }
  }

  @Test(arguments: Document.all) func `targets of make exist`(_ document: Document) throws {
    for block in Markdown(try document.read()).blocks where block.language == "sh" {
      for line in block.lines where line.hasPrefix("make ") {
        let target = line.split(separator: " ")[1]
        let makefile = String(
          decoding: try Data(contentsOf: Tool.package.appending(path: "Makefile")), as: UTF8.self)
        #expect(makefile.split(separator: "\n").contains { $0.hasPrefix("\(target):") }, "make \(target)")
      }
    }
  }

  @Test func `a transcript tells commands from output`() {
    let lines = ["$ one \\", "> two", "out", "$ three", "…", "end"]
    let transcript = Transcript(lines)
    #expect(transcript.steps.map(\.command) == [["one \\", "two"], ["three"]])
    #expect(transcript.lines == lines)
    #expect(transcript.steps[1].matches(["a", "b", "end"]) && transcript.steps[1].matches(["end"]))
    var cut = Transcript(["$ four", "old", "", "…"]).steps[0]
    cut.record(["new", "", "more"])
    #expect(cut.output == ["new", "", "…"])
    #expect(!transcript.steps[1].matches(["end", "a"]) && !transcript.steps[0].matches(["out", "more"]))
  }

  @Test func `a fragment stands in the document of the comment before it`() throws {
    let text = "<!-- document:\na:\n  …\n-->\n\n```yaml\n- b\n- c\n```\n"
    let block = try #require(Markdown(text).blocks.first)
    #expect(block.document == "a:\n  - b\n  - c\n")
  }
}
