import Foundation
import Testing

/// The reports of the documentation are what the command writes; `FOVEA_RECORD=1` writes them anew.
@Suite struct GalleryTests {
  private static let folder = "\(Document.catalogue)/Gallery"

  /// What is written, and by which commands, run where `specs` and the folder `gallery` are.
  private static let pieces: [(name: String, commands: [String])] = [
    ("resnet50", ["fovea report specs/zoo/resnet.yaml --variant resnet50 --output $gallery/resnet50.md"]),
    ("unet", ["fovea report specs/zoo/unet.yaml --output $gallery/unet.md"]),
    (
      "alexnet",
      [
        "fovea report specs/zoo/alexnet.yaml --output $gallery/alexnet.md",
        "rewrite='fovea rewrite specs/zoo/alexnet.yaml --layer conv2 --width 96 --format markdown'",
        "$rewrite --dry-run > $gallery/alexnet-verdicts.md",
        "$rewrite --output $gallery/alexnet-rewritten.yaml 2> rewritten.txt",
        "fovea report $gallery/alexnet-rewritten.yaml --output $gallery/alexnet-rewritten.md",
        "fovea compare specs/zoo/alexnet.yaml $gallery/alexnet-rewritten.yaml --format markdown "
          + "--output $gallery/alexnet-compare.md",
      ]
    ),
  ]

  @Test(arguments: pieces) func `the gallery is what the commands write`(name: String, commands: [String]) throws {
    let scratch = try Scratch()
    try scratch.linkSpecs()
    let directory = scratch.url(Self.folder)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let outcome = try Tool.shell(
      (["set -e", "gallery=\(Self.folder)"] + commands).joined(separator: "\n"), in: scratch.directory)
    #expect(outcome == Tool.Outcome(status: 0, output: "", error: ""))
    let files = try FileManager.default.contentsOfDirectory(atPath: directory.path())
    let recorded = try FileManager.default.contentsOfDirectory(atPath: Tool.package.appending(path: Self.folder).path())
    if !Document.isRecording { #expect(Set(files) == Set(recorded.filter { $0.hasPrefix(name) })) }
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
      #expect(Self.pieces.contains { file.hasPrefix($0.name) }, "\(file)")
      #expect(page.contains("(Gallery/\(file))"), "the gallery does not show \(file)")
    }
  }
}
