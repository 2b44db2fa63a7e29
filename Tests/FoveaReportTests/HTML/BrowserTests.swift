import Foundation
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaText
import Testing

@testable import FoveaReport

/// Pages in a real browser. `Browser/check.py` says what is looked at.
@Suite(.serialized) struct BrowserTests {
  /// A Chromium on this machine, and what drives it.
  static let isAvailable: Bool = {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    let found = names.contains { !((try? run("/usr/bin/env", ["which", $0]).output) ?? "").isEmpty }
    let python = (try? run("/usr/bin/env", ["python3", "--version"]).status) == 0
    if !found || !python { print("no Chromium or no Python is on this machine: the pages are not tested in a browser") }
    return found && python
  }()

  /// Networks of every rank, with branches, with phases behind upsampling, with rows that are skipped, and a
  /// stranger's.
  private static let networks: [(path: String, variant: String?)] = [
    ("zoo/resnet.yaml", "resnet18"), ("zoo/unet.yaml", nil), ("zoo/c3d.yaml", nil), ("zoo/wavenet.yaml", nil),
    ("lessons/dilation.yaml", nil),
  ]

  @Test(.enabled(if: isAvailable), arguments: networks)
  func `a page does what it shows`(network: (path: String, variant: String?)) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let specs = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "specs")
    let bytes = [UInt8](try Data(contentsOf: specs.appending(path: network.path)))
    try check(SourceText(path: network.path, bytes: bytes), variant: network.variant)
  }

  @Test(.enabled(if: isAvailable)) func `a page of hostile names does no more`() throws {
    try check(SourceText(path: "net.yaml", bytes: Array(HTMLReportTests.hostile.utf8)), variant: nil)
  }

  private func check(_ source: SourceText, variant: String?) throws {
    var options = Specification.Options()
    options.variant = variant
    let network = Network(Specification(source), options)
    let page = try #require(try HTMLReport().text(of: NetworkReport(network, version: "0")))
    let scratch = FileManager.default.temporaryDirectory.appending(path: "fovea-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (html, json) = (scratch.appending(path: "page.html"), scratch.appending(path: "analysis.json"))
    try Data(page.utf8).write(to: html)
    try Data(AnalysisJSON.bytes([network])).write(to: json)
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Browser/check.py")
    let outcome = try Self.run("/usr/bin/env", ["python3", "-B", script.path(), html.path(), json.path()])
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
