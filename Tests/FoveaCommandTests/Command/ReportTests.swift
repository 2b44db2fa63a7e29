import Foundation
import Testing

/// `fovea report`: files that appear whole or not at all.
@Suite struct ReportTests {
  @Test func `a report of one network is a file with its charts beside it`() throws {
    let scratch = try Scratch()
    try scratch.linkSpecs()
    let outcome = try Tool.run("report", "specs/zoo/lenet5.yaml", "-o", "lenet.md", in: scratch.directory)
    #expect(outcome == Tool.Outcome(status: 0, output: "", error: ""))
    #expect(try files(in: scratch) == ["lenet-cost.svg", "lenet-field.svg", "lenet.md", "specs"])
    let text = try scratch.text(of: "lenet.md")
    #expect(text.contains("](lenet-cost.svg)") && text.contains("](lenet-field.svg)"))
    #expect(text.contains("[specs/zoo/lenet5.yaml](specs/zoo/lenet5.yaml)"))
  }

  @Test func `several reports have an index, whose links lead to files, and two runs give the same bytes`() throws {
    let scratch = try Scratch()
    try scratch.linkSpecs()
    for directory in ["one", "two"] {
      let outcome = try Tool.run(
        "report", "specs/lessons", "specs/lessons/dilation.yaml", "--output", directory, in: scratch.directory)
      #expect(outcome == Tool.Outcome(status: 0, output: "", error: ""))
    }
    let names = try files(in: scratch, below: "one")
    #expect(names.contains("dilation-gridding.md") && names.contains("dilation-gridding-2.md"))
    for name in names { #expect(try scratch.text(of: "one/\(name)") == scratch.text(of: "two/\(name)"), "\(name)") }
    for page in names.filter({ $0.hasSuffix(".md") }) {
      let links = try scratch.text(of: "one/\(page)").matches(of: /\]\(([^)#]+)/).map { String($0.output.1) }
      for link in links {
        #expect(FileManager.default.fileExists(atPath: scratch.path("one/\(link)")), "\(page): \(link)")
      }
    }
  }

  @Test func `a single report goes to the standard output, without charts`() throws {
    let outcome = try Tool.run("report", "specs/zoo/resnet.yaml", "--variant", "resnet18", "--input", "3x320x320")
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    #expect(outcome.output.contains("# resnet · resnet18\n") && outcome.output.contains("| input 3x320x320 |"))
    #expect(!outcome.output.contains(".svg"))
    let scratch = try Scratch()
    try scratch.write(
      "fovea: 1\ninput: 3x32x32\nlayers:\n  - conv: {out: 8, kernel: 3}\n  - batch_norm\n", to: "net.yaml")
    #expect(try Tool.run("report", "net.yaml", in: scratch.directory).output.contains("](net.yaml#L4"))
  }

  @Test(arguments: [
    ("good.yaml bad.yaml -o out", 1, "bad.yaml"), ("good.yaml nowhere.yaml -o out", 2, "there is no such file"),
    ("good.yaml good.yaml", 2, "several reports need a directory, such as --output reports/"),
    ("good.yaml good.yaml -o good.yaml", 2, "this is a file, and several reports need a directory"),
    ("good.yaml -o bad.yaml/out.md", 2, "bad.yaml: this is no directory"),
    ("good.yaml -o good.yaml", 2, "good.yaml: this file was read"),
    ("good.yaml -o out.md --template broken.mustache", 2, "broken.mustache:2:1: error: the section `rows` has no end"),
    ("good.yaml -o out.md --template nowhere.mustache", 2, "there is no such file"),
    ("good.yaml -o out --format pdf", 2, "pdf"),
  ])
  func `nothing is written for bad input`(arguments: String, status: Int32, message: String) throws {
    let scratch = try Scratch()
    try scratch.write("fovea: 1\ninput: 3x32x32\nlayers:\n  - conv: {out: 8, kernel: 3}\n", to: "good.yaml")
    try scratch.write("fovea: 1\ninput: 3x32x32\nlayers:\n  - conv: {out: 8, kernel: 99}\n", to: "bad.yaml")
    try scratch.write("# {{title}}\n{{#rows}}\n{{path}}\n", to: "broken.mustache")
    let before = try files(in: scratch)
    let outcome = try Tool.shell("fovea report \(arguments)", in: scratch.directory)
    #expect(outcome.status == status && outcome.output.isEmpty)
    #expect(outcome.error.contains(message), "\(outcome.error)")
    #expect(try files(in: scratch) == before)
  }

  @Test func `a team's template is used for every report`() throws {
    let scratch = try Scratch()
    try scratch.linkSpecs()
    try scratch.write("{{title}}: {{figures.macs}}{{#rows}} {{path}}{{/rows}}\n", to: "ours.mustache")
    let outcome = try Tool.run(
      "report", "specs/zoo/lenet5.yaml", "--template", "ours.mustache", in: scratch.directory)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("lenet5: 416.5k c1 "), "\(outcome.output)")
  }

  private func files(in scratch: Scratch, below name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.path(name)).filter {
      !["in", "out", "err"].contains($0)
    }
    .sorted()
  }
}
