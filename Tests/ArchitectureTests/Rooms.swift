/// The rooms of a target, which are its folders, and what they use of each other by name.
///
/// A name counts where it can only mean one thing: a declaration at the top of a file that is visible outside of it, in
/// one room of the target, and that no room declares inside of a type too. Types count wherever they are named,
/// functions where they are called.
struct Rooms {
  private static let typeWords: Set = ["struct", "enum", "class", "protocol", "actor", "typealias"]
  private static let declarations = typeWords.union(["func", "let", "var", "case"])

  let arrows: Arrows

  /// - Parameter lists: Files that name what is in the rooms below them because they are lists of it.
  init(of files: [SourceFile], lists: Set<String> = []) {
    let homes = Self.homes(files)
    var arrows = Arrows()
    for file in files where !lists.contains(file.path) {
      for name in Self.used(file) {
        guard let home = homes[name] else { continue }
        arrows.add(from: file.room, to: home, place: "\(file.path) \(name)")
      }
    }
    self.arrows = arrows
  }

  /// The room of each name that is declared in one only.
  private static func homes(_ files: [SourceFile]) -> [String: String] {
    var homes: [String: Set<String>] = [:]
    var inner: Set<String> = []
    for file in files {
      let words = file.code.words
      for index in words.indices.dropLast() where declarations.contains(words[index].text) && !words[index].followsDot {
        let name = words[index + 1].text
        let isHidden = index > 0 && ["private", "fileprivate"].contains(words[index - 1].text)
        if words[index].depth == 0, words[index].text != "case" {
          if !isHidden { homes[name, default: []].insert(file.room) }
        } else {
          inner.insert(name)
        }
      }
    }
    return homes.compactMapValues { $0.count == 1 ? $0.first : nil }.filter { !inner.contains($0.key) }
  }

  /// The names that a file uses: those with a capital, and functions that it calls.
  private static func used(_ file: SourceFile) -> Set<String> {
    Set(file.code.words.filter { !$0.followsDot && ($0.text.first?.isUppercase == true || $0.isCalled) }.map(\.text))
  }
}
