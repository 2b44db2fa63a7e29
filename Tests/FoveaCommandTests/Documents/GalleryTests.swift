import Foundation
import Testing

/// The reports of the documentation are what the command writes; `FOVEA_RECORD=1` writes them anew.
@Suite struct GalleryTests {
  private static let folder = "\(Document.catalogue)/Gallery"

  private static let reports = [
    (name: "resnet50", arguments: ["specs/zoo/resnet.yaml", "--variant", "resnet50"]),
    (name: "unet", arguments: ["specs/zoo/unet.yaml"]),
    (name: "alexnet", arguments: ["specs/zoo/alexnet.yaml"]),
  ]

  @Test(arguments: reports) func `a report of the gallery is what the command writes`(
    name: String, arguments: [String]
  ) throws {
    let scratch = try Scratch()
    try scratch.linkSpecs()
    let directory = scratch.url(Self.folder)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let command = (["fovea report"] + arguments + ["--output", "\(Self.folder)/\(name).md"]).joined(separator: " ")
    let outcome = try Tool.shell(command, in: scratch.directory)
    #expect(outcome == Tool.Outcome(status: 0, output: "", error: ""))
    let files = try FileManager.default.contentsOfDirectory(atPath: directory.path())
    #expect(Set(files) == ["\(name).md", "\(name)-cost.svg", "\(name)-field.svg"])
    for file in files {
      let document = Document(path: "\(Self.folder)/\(file)")
      let text = try scratch.text(of: "\(Self.folder)/\(file)")
      if Document.isRecording { try document.write(text) }
      #expect(try document.read() == text, "\(file) is out of date; FOVEA_RECORD=1 records it anew")
    }
  }

  @Test func `the gallery has no other files, and shows every report`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Tool.package.appending(path: Self.folder).path())
    let page = try Document(path: "\(Document.catalogue)/Gallery.md").read()
    for file in files {
      #expect(Self.reports.contains { file.hasPrefix($0.name + ".") || file.hasPrefix($0.name + "-") }, "\(file)")
    }
    for report in Self.reports { #expect(page.contains("(Gallery/\(report.name).md)")) }
  }
}
