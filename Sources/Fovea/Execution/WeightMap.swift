import FoveaGraph
import FoveaLanguage
package import FoveaText

/// Names of arrays, or of modules, in a file of weights with the names that they have in a network.
package struct WeightMap: Sendable {
  /// Why a text is no such map, and where.
  package struct Mistake: Error {
    package let message: String
    package let span: SourceSpan
  }

  /// The names of the file with those of the network; nil for what is left out.
  private let names: [String: String?]

  /// The map of names that stay as they are.
  package init() { names = [:] }

  /// Reads a mapping of YAML, or of JSON, which is YAML too: `layer1.0.downsample: stage1.0.shortcut`, and `aux: null`
  /// for what is left out.
  package init(reading source: SourceText) throws(Mistake) {
    let (document, mistakes) = YAMLDocument.parse(source)
    if let mistake = mistakes.first { throw Mistake(message: mistake.message, span: mistake.span) }
    guard let document else { throw Mistake(message: "it cannot be read", span: .none) }
    let root = document.resolve(document.root)
    guard document.kind(of: root) == .mapping else {
      throw Mistake(message: "expected a mapping of names", span: document.span(of: root))
    }
    var names: [String: String?] = [:]
    for (key, value) in document.entries(of: root) {
      let value = document.resolve(value)
      guard document.kind(of: value) == .scalar else {
        throw Mistake(message: "expected a name, or null for what is left out", span: document.span(of: value))
      }
      let text = document.text(of: value)
      let isNull = document.isPlain(value) && ["", "~", "null"].contains(text)
      names.updateValue(isNull ? nil : text, forKey: document.text(of: key))
    }
    self.names = names
  }

  /// What a name becomes by the entry for it, or for the longest of the modules around it, whose key stands beside it:
  /// no name where it is left out, and nil where there is no entry.
  func name(for name: String) -> (key: String, name: String?)? {
    var end = name.endIndex
    while true {
      let key = String(name[..<end])
      if let new = names[key] { return (key, new.map { $0 + name[end...] }) }
      guard let dot = name[..<end].lastIndex(of: ".") else { return nil }
      end = dot
    }
  }

  /// The names that are given.
  var keys: [String] { names.keys.sorted() }
}
