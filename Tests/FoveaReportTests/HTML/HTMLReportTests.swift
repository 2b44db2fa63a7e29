import Foundation
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaText
import Testing

@testable import FoveaReport

@Suite struct HTMLReportTests {
  static let hostile = """
    fovea: 1
    name: "</title><script>alert(1)</script>"
    input: 3x16x16
    layers:
      - conv: {out: 4, kernel: 3}
        name: "a\\"onclick=x '<!--"
      - relu: {}
        name: "</script><img src=x>"
      - relu: {}
        name: "\\u202Egnirts {{{style}}}"
    """

  static func network(_ text: String, path: String = "net.yaml") -> Network {
    Network(Specification(SourceText(path: path, bytes: Array(text.utf8))))
  }

  static func page(_ text: String, path: String = "net.yaml", picture: PictureFile? = nil) throws -> String {
    let report = NetworkReport(network(text, path: path), version: "0")
    return try #require(try HTMLReport(picture: picture).text(of: report))
  }

  @Test func `no name of a description becomes markup or script`() throws {
    let page = try Self.page(Self.hostile, path: "<b>&.yaml")
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("<img"))
    #expect(!page.contains("<!--"))
    #expect(!page.contains("<b>&.yaml"))
    #expect(!page.contains("\u{202E}"))
    #expect(page.contains("&lt;/script&gt;&lt;img src=x&gt;"))
    // What looks like a tag of the template is shown as it is.
    #expect(page.contains("{{{style}}}"))
    #expect(page.ranges(of: "<script").count == 2)
    #expect(page.ranges(of: "</script>").count == 2)
  }

  @Test(.enabled(if: digest("") != nil, "no python3 is on this machine: the hashes of a page are not tested"))
  func `the browser may run the page's own style and script, and load nothing`() throws {
    let page = try Self.page("fovea: 1\ninput: 3x8x8\nlayers: [relu]\n")
    let policy = try #require(page.firstMatch(of: #/Content-Security-Policy" content="(.*?)"/#)).1
    let style = try #require(page.firstMatch(of: #/<style>((?s:.*?))</style>/#)).1
    let script = try #require(page.firstMatch(of: #/<script>((?s:.*?))</script>/#)).1
    #expect(policy.hasPrefix("default-src &#39;none&#39;;"))
    let (styleDigest, scriptDigest) = try (#require(Self.digest(style)), #require(Self.digest(script)))
    #expect(policy.contains("style-src &#39;sha256-\(styleDigest)&#39;"))
    #expect(policy.contains("script-src &#39;sha256-\(scriptDigest)&#39;"))
    #expect(!policy.contains("unsafe"))
    #expect(page.firstMatch(of: #/(src|href)="(?!data:)/#) == nil)
    #expect(!page.contains(" style="))
    #expect(page.ranges(of: "<style").count == 1)
  }

  /// The SHA-256 of a text in base 64; nil without Python.
  private static func digest(_ text: Substring) -> String? {
    let (process, input, output) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import base64, hashlib, sys; print(base64.b64encode(hashlib.sha256(sys.stdin.buffer.read()).digest()).decode())",
    ]
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, FileHandle.nullDevice)
    do {
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
      try input.fileHandleForWriting.close()
      let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return process.terminationStatus == 0 ? String(decoding: bytes, as: UTF8.self).filter { $0 != "\n" } : nil
    } catch {
      return nil
    }
  }

  @Test func `two runs give the same bytes`() throws {
    #expect(try Self.page(Self.hostile) == Self.page(Self.hostile))
  }

  @Test(arguments: [
    "fovea: 1\ninput: 10\nlayers: [{linear: {out: 3}}]\n",
    "fovea: 1\ninput: 4x?\nlayers: [{conv: {out: 3, kernel: 3}}]\n",
    "fovea: 1\ninput: 4x?x?\nlayers: [{conv: {out: 3, kernel: 3, dilation: 2}}]\n",
    "fovea: 1\ninput: 1x9x9\nlayers: [{conv: {out: 1, kernel: 900000, padding: 1000000, dilation: 2}}]\n",
    "fovea: 1\ninput: 1x8x8\nlayers: [{opaque: {shape: '?x?x?'}}, relu]\n",
  ])
  func `a network with little to draw has a page`(text: String) throws {
    let page = try Self.page(text)
    #expect(page.hasSuffix("</html>\n"))
    #expect(page.contains("<table>"))
  }

  @Test func `what is not known sorts as null, and is never zero`() throws {
    let page = try Self.page("fovea: 1\ninput: 1x?x?\nlayers: [{conv: {out: 3, kernel: 3}}]\n")
    let data = try #require(page.firstMatch(of: #/id="data">(.*?)</script>/#)).1
    #expect(data.contains("[[null, null], [1, 3], [0, 30], [0, null], [null, null]]"))
  }

  @Test func `a network that cannot be built has no page`() throws {
    let report = NetworkReport(
      Self.network("fovea: 1\ninput: 1x2x2\nlayers: [{conv: {out: 3, kernel: 3}}]\n"), version: "0")
    #expect(try HTMLReport().text(of: report) == nil)
  }

  @Test func `a network with too many long lines is drawn as runs of neighbours`() throws {
    // Each of the first layers is read again, the earliest of them last.
    let count = 500
    let first = (0..<count).map { "  - relu: {}\n    name: r\($0)\n" }.joined()
    let joins = (0..<count).reversed().map { "  - add: {above: [], again: r\($0)}\n" }.joined()
    let page = try Self.page("fovea: 1\ninput: 1x8x8\nlayers:\n" + first + joins)
    #expect(page.contains("<title>r0 to r4</title>") || page.contains(" layers</text>"))
    #expect(page.ranges(of: "<svg class=\"graph\"").count == 1)
  }

  @Test func `a chosen picture stands in the page`() throws {
    let picture = try PictureFile(Array("GIF89a".utf8))
    let page = try Self.page("fovea: 1\ninput: 3x8x8\nlayers: [relu]\n", picture: picture)
    #expect(page.contains("href=\"data:image/gif;base64,R0lGODlh\""))
  }
}
