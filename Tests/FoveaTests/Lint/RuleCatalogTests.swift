import Foundation
import Fovea
import Testing

@Suite struct RuleCatalogTests {
  @Test func `the catalogue is the folder, and the files have the rules' names`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../Sources/Fovea/Lint/Rules")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".swift") }
    #expect(files.sorted() == RuleCatalog.all.map { "\($0).swift" }.sorted())
    let names = RuleCatalog.all.map { $0.name }
    #expect(names == names.sorted())
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: RuleCatalog.all.map { $0.name })
  func `a rule has its words, three examples of each kind, and a name like its type's`(name: String) throws {
    let rule = try #require(RuleCatalog.rule(named: name))
    #expect(name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() == "\(rule)")
    #expect(rule.summary.hasSuffix("."))
    #expect(rule.rationale.hasSuffix("."))
    #expect(rule.accepted.count >= 3)
    #expect(rule.flagged.count >= 3)
    #expect(rule.references.allSatisfy { $0.address.hasPrefix("https://") })
  }
}
