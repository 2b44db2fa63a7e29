import Foundation
import Testing

@Suite struct SwiftPageTests {
  @Test func `examples in Swift are those that are compiled and run`() throws {
    let file = Tool.package.appending(path: "Tests/FromSwiftTests/FromSwiftTests.swift")
    let source = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let lines = Set(source.split(separator: "\n").map { $0.drop { $0 == " " } })
    let page = try Document(path: "\(Document.catalogue)/FromSwift.md").read()
    let blocks = Markdown(page).blocks.filter { $0.language == "swift" }
    #expect(blocks.count == 7)
    for line in blocks.flatMap(\.lines) where !line.isEmpty {
      #expect(lines.contains(line.drop { $0 == " " }[...]), "\(line)")
    }
  }
}
