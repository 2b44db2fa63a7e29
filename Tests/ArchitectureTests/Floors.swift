import Foundation

/// The picture of the floors on the page for contributors, from the top to the ground.
struct Floors {
  /// The line of each target in the picture, counted from the top.
  private(set) var lines: [String: Int] = [:]

  init() throws {
    let page = SourceFile.package.appending(path: "Sources/Fovea/Fovea.docc/Contributing.md")
    let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
    let pictures = text.split(separator: "```").filter { $0.contains("\nfloor ") }
    for (number, line) in (pictures.first ?? "").split(separator: "\n").enumerated() {
      for word in line.split(separator: " ").map(String.init) where Self.targets.contains(word) { lines[word] = number }
    }
  }

  /// The folders of `Sources`.
  static let targets: Set<String> = {
    let folder = SourceFile.package.appending(path: "Sources")
    return Set((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? [])
  }()
}
