import Testing

@Suite struct PublicSymbolTests {
  /// What protocols of the standard library and initialisers of our protocols ask for.
  private static let known: Set = [
    "startIndex", "endIndex", "subscript", "description", "==", "<", "+", "*", "init()", "init?(_",
    "init(stringLiteral",
    "init(arrayLiteral", "init(integerLiteral",
  ]

  /// The names of a line that declares something.
  private static func name(_ line: Substring) -> String? {
    let words = line.split(separator: " ").drop { ["public", "static", "mutating", "consuming"].contains($0) }
    guard let first = words.first else { return nil }
    if first.hasPrefix("init") { return String(first.prefix { $0 != ":" }) }
    if first.hasPrefix("subscript") { return "subscript" }
    guard ["var", "let", "func"].contains(first), let second = words.dropFirst().first else { return nil }
    let name = second.prefix { $0 != "(" && $0 != ":" && $0 != "<" }
    return name.isEmpty ? "<" : String(name)
  }

  /// The names that public protocols ask for, which are documented there.
  private static let required: Set<String> = {
    var names: Set<String> = []
    for file in SourceFile.all {
      var isInside = false
      for line in file.text.split(separator: "\n") {
        if line.hasPrefix("public protocol") { isInside = true }
        if line.hasPrefix("}") { isInside = false }
        if isInside, let name = name(line) { names.insert(name) }
      }
    }
    return names
  }()

  @Test func `whoever imports the package finds a sentence for every name, there or with its protocol`() {
    #expect(Self.required.contains("counting"))
    for file in SourceFile.all {
      var before: Substring = ""
      for line in file.text.split(separator: "\n") {
        let code = line.drop { $0 == " " }
        if code.hasPrefix("public "), !code.hasPrefix("public import"), !before.hasPrefix("///") {
          let name = Self.name(code)
          let isWitness = name.map { Self.known.contains($0) || Self.required.contains($0) } ?? false
          #expect(isWitness, "\(file.path) does not document: \(code)")
        }
        if !code.hasPrefix("@") { before = code }
      }
    }
  }
}
