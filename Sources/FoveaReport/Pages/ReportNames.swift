/// Names for the files of several reports, of which no two are equal, even where a disk ignores case.
package struct ReportNames {
  private var taken: Set<String> = ["index"]

  package init() {}

  /// A name without extension for the report of a network: `resnet-resnet50`.
  package mutating func name(for path: String, variant: String?) -> String {
    var stem = path.split(separator: "/").last ?? ""
    for ending in [".yaml", ".yml"] where stem.hasSuffix(ending) { stem = stem.dropLast(ending.count) }
    let wanted = Self.plain(stem + (variant.map { "-" + $0 } ?? ""))
    var name = wanted
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(wanted)-\(number)"
      number += 1
    }
    return name
  }

  /// A name that every file system and every link takes as it is.
  private static func plain(_ text: String) -> String {
    let name = text.prefix(100).map { character in
      character.isASCII && (character.isLetter || character.isNumber || character == "_" || character == ".")
        ? character : "-"
    }
    // A name that begins with a dot is hidden, one with a hyphen is an option.
    let shown = name.drop { $0 == "." || $0 == "-" }
    return shown.isEmpty ? "network" : String(shown)
  }
}
