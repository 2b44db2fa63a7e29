import Foundation
import Testing

@Suite struct ArchitectureTests {
  @Test func `the picture of the floors shows every target`() throws {
    #expect(!SourceFile.all.isEmpty)
    #expect(Set(try Floors().lines.keys) == Floors.targets)
  }

  @Test func `a target imports what stands below it in the picture`() throws {
    let lines = try Floors().lines
    for file in SourceFile.all {
      for imported in file.imports.intersection(Floors.targets) {
        let upper = try #require(lines[file.target])
        let lower = try #require(lines[imported])
        #expect(upper < lower, "\(file.path) imports \(imported), which stands above it or beside it")
      }
    }
  }

  @Test func `a target imports what the manifest says`() throws {
    let manifest = try String(contentsOf: SourceFile.package.appending(path: "Package.swift"), encoding: .utf8)
    let pattern = /arget\(\s*name: "(\w+)",\s*dependencies: \[([^\]]*)\]/
    let declared = Dictionary(
      manifest.matches(of: pattern).map { match in
        (String(match.output.1), Set(match.output.2.matches(of: /"(\w+)"/).map { String($0.output.1) }))
      }, uniquingKeysWith: { first, _ in first })
    for (target, files) in Dictionary(grouping: SourceFile.all, by: \.target) {
      let imported = files.reduce(into: Set()) { $0.formUnion($1.imports) }.intersection(Floors.targets)
      #expect(imported == declared[target, default: []].intersection(Floors.targets), "\(target)")
    }
  }

  /// Files that are lists of what stands below them and uses them.
  private static let lists: Set = ["FoveaGraph/Operators/Operation.swift"]

  @Test(arguments: Set(SourceFile.all.map(\.target)).sorted())
  func `the rooms of a target do not use each other in a circle`(target: String) {
    let circles = Rooms(of: SourceFile.all.filter { $0.target == target }, lists: Self.lists).arrows.circles
    #expect(circles.isEmpty, "\(circles.joined(separator: "\n"))")
  }

  @Test func `names in comments and strings are no uses, those in interpolations are`() {
    let code = SourceCode(
      """
      // First
      let a = "Second \\(Third(b: "Fourth")) Fifth" /* Sixth */
      let c = #"Seventh \\(Eighth) \\#(Ninth)"#; x.Tenth { Eleventh }
      """)
    let names = code.words.filter { $0.text.first?.isUppercase == true }
    #expect(names.map(\.text) == ["Third", "Ninth", "Tenth", "Eleventh"])
    #expect(names.map(\.followsDot) == [false, false, true, false])
    #expect(names.map(\.depth) == [0, 0, 0, 1])
  }

  @Test func `a circle is told with the places of its arrows`() {
    let files = [
      ("A/Up/One.swift", "package struct Upper { let lower: Lower }"),
      ("A/Down/Two.swift", "package struct Lower { func f() { use(Upper.self, Third.self) } }"),
      ("A/Apart/Three.swift", "package struct Third {}\nprivate struct Upper2 { var Lower: Int }"),
    ].map { SourceFile(path: $0.0, text: $0.1, code: SourceCode($0.1)) }
    #expect(
      Rooms(of: Array(files.prefix(2))).arrows.circles == [
        "A/Down uses A/Up: A/Down/Two.swift Upper", "A/Up uses A/Down: A/Up/One.swift Lower",
      ])
    #expect(Rooms(of: files).arrows.circles.isEmpty, "a name that is declared in a type too counts for nothing")
  }
}
