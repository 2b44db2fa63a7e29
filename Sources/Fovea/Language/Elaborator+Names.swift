import FoveaGraph

extension Elaborator {
  /// The layer or scope that a name stands for; nil after reporting that there is none.
  mutating func resolve(_ node: NodeID) -> Named? {
    let node = document.resolve(node)
    guard document.kind(of: node) == .scalar, !document.isAbsent(node) else {
      report("expected the name of an earlier layer", at: node)
      return nil
    }
    let text = document.text(of: node)
    var frame: Int? = frames.count - 1
    while let index = frame {
      if let named = lookUp(text, in: frames[index].names) { return named }
      frame = frames[index].parent
    }
    reportUnknown(text, at: node)
    return nil
  }

  /// Looks up a name, whole or as a path through scopes: `layer2.3`.
  private func lookUp(_ text: String, in names: [String: Named]) -> Named? {
    if let named = names[text] { return named }
    guard text.contains(".") else { return nil }
    var position = text.startIndex
    while let dot = text[position...].firstIndex(of: ".") {
      if let scope = names[String(text[..<dot])]?.scope, let inner = exports[scope] {
        return lookUp(String(text[text.index(after: dot)...]), in: inner)
      }
      position = text.index(after: dot)
    }
    return nil
  }

  private mutating func reportUnknown(_ text: String, at node: NodeID) {
    var visible: [String] = []
    var frame: Int? = frames.count - 1
    while let index = frame {
      visible += frames[index].names.keys
      if let later = frames[index].stated[text] {
        let isItself = document.span(of: later).start < document.span(of: node).start
        report(
          isItself ? "the layer `\(text)` cannot use itself" : "the layer `\(text)` comes later", rule: "unknown-name",
          at: node, notes: [Diagnostic.Note("it is defined here", at: document.span(of: later))],
          help: "a layer can only use layers above it")
        return
      }
      frame = frames[index].parent
    }
    let isInBlock = frames.first.map { $0.names[text] != nil } ?? false
    let suggestion = Spelling.nearest(to: text, among: visible.sorted()).map { "did you mean `\($0)`?" }
    let isGiven = visible.isEmpty && !isInBlock
    report(
      isInBlock ? "the layer `\(text)` is outside this block" : "no earlier layer has the name `\(text)`",
      rule: "unknown-name", at: node,
      help: isInBlock
        ? "a block sees only its own layers and what enters it"
        : suggestion ?? (isGiven ? "give the layer a `name`" : nil))
  }
}
