import Foundation

/// A Swift source of the package.
struct SourceFile {
  /// The path below `Sources`.
  let path: String
  let text: String
  let code: SourceCode

  var target: String { String(path.prefix { $0 != "/" }) }

  /// The folder, which is the room.
  var room: String { path.split(separator: "/").dropLast().joined(separator: "/") }

  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The sources that are written by hand, but for kernels, which are one room.
  static let all: [SourceFile] = {
    let folder = package.appending(path: "Sources")
    let paths = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") && !$0.hasPrefix("FoveaKernels") }.sorted().compactMap { path in
      guard let bytes = FileManager.default.contents(atPath: folder.appending(path: path).path()) else { return nil }
      let text = String(decoding: bytes, as: UTF8.self)
      return SourceFile(path: path, text: text, code: SourceCode(text))
    }
  }()

  /// The modules of this package that are imported.
  var imports: Set<String> {
    Set(
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let position = words.firstIndex(of: "import"), position < 2, words.count == position + 2 else {
          return nil
        }
        return String(words[position + 1])
      })
  }
}
