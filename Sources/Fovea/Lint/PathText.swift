/// Paths as text: no file is looked at.
package enum PathText {
  /// An absolute path without `.`, `..` and double slashes.
  package static func resolve(_ path: String, in directory: String) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : directory + "/" + path).split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The directory of an absolute path.
  package static func directory(of path: String) -> String { resolve("..", in: path) }

  /// A path below a directory, from there; nil where it lies elsewhere. Both are absolute and normal.
  package static func path(_ path: String, from directory: String) -> String? {
    let start = directory.hasSuffix("/") ? directory : directory + "/"
    return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : nil
  }
}
