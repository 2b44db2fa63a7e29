import Foundation
import Testing

/// `fovea report --format html`: one file for each network.
@Suite struct PageReportTests {
  private static let network = "fovea: 1\nname: net\ninput: 3x32x32\nlayers:\n  - conv: {out: 8, kernel: 3}\n"

  @Test func `the name of the file says that a page is wanted`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.network, to: "net.yaml")
    let outcome = try Tool.shell("fovea report net.yaml -o net.html && ls", in: scratch.directory)
    #expect(outcome == Tool.Outcome(status: 0, output: "net.html\nnet.yaml\n", error: ""))
    #expect(try scratch.text(of: "net.html").hasPrefix("<!doctype html>\n"))
  }

  @Test func `several pages have an index, whose links lead to files, and two runs give the same bytes`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.network, to: "net.yaml")
    let command = "fovea report net.yaml net.yaml --format html -o"
    let outcome = try Tool.shell("\(command) one && \(command) two && diff -r one two && ls one", in: scratch.directory)
    #expect(outcome == Tool.Outcome(status: 0, output: "index.html\nnet-2.html\nnet.html\n", error: ""))
    let index = try scratch.text(of: "one/index.html")
    #expect(index.contains("href=\"net.html\"") && index.contains("href=\"net-2.html\""))
  }

  @Test func `a picture is shown as the input`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.network, to: "net.yaml")
    try scratch.write("GIF89a", to: "photo.gif")
    let outcome = try Tool.run("report", "net.yaml", "--format", "html", "--image", "photo.gif", in: scratch.directory)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("href=\"data:image/gif;base64,R0lGODlh\""))
  }

  @Test(arguments: [
    ("-o out.html --image net.yaml", "net.yaml: this is no PNG, JPEG, GIF or WebP picture"),
    ("-o out.html --image nowhere.png", "nowhere.png: there is no such file"),
    ("-o out.md --image net.yaml", "--image needs --format html"),
    ("-o out.html --template broken.mustache", "broken.mustache:1:1: error: there is no value `titel`"),
  ])
  func `nothing is written for bad input`(arguments: String, message: String) throws {
    let scratch = try Scratch()
    try scratch.write(Self.network, to: "net.yaml")
    try scratch.write("{{titel}}", to: "broken.mustache")
    let outcome = try Tool.shell("fovea report net.yaml \(arguments); echo $?; ls", in: scratch.directory)
    #expect(outcome.output == "2\nbroken.mustache\nnet.yaml\n")
    #expect(outcome.error.contains(message), "\(outcome.error)")
  }
}
