import FoveaGraph
import FoveaText

extension Elaborator {
  /// The path, from the network down, of the layer that the use of a block stands for; one for each repetition.
  func replacedPath(_ layer: DocumentSyntax.Layer, name: LayerName) -> String? {
    guard let node = layer.keys.replaces else { return nil }
    var list = frames[frames.count - 1].scope
    var path = document.text(of: node)
    if layer.keys.repeated != nil {
      list = builder.graph[list].parent
      path += "." + name.text
    }
    return list == .root ? path : builder.graph.path(of: list) + "." + path
  }

  /// Reports a name that is in the list, but stands for no layer here.
  private mutating func reportUnusable(_ text: String, at node: NodeID, definition: NodeID, isItself: Bool) {
    let isLater = document.span(of: definition).start > document.span(of: node).start
    let message =
      isItself
      ? "the layer `\(text.excerpt)` cannot use itself"
      : isLater ? "the layer `\(text.excerpt)` comes later" : "the layer `\(text.excerpt)` is left out by its `when`"
    report(
      message, rule: "unknown-name", at: node,
      notes: [Diagnostic.Note("it is defined here", at: document.span(of: definition))],
      help: isItself || isLater ? "a layer can only use layers above it" : "use the name of a layer that is there")
  }

  /// Reports a name that no layer has which can be seen here.
  mutating func reportUnknown(_ text: String, at node: NodeID, help: String?) {
    var visible: [String] = []
    var frame: Int? = frames.count - 1
    while let index = frame {
      // The nearest of very many names is not worth the search.
      if visible.count + frames[index].names.count <= 1000 { visible += frames[index].names.keys }
      if let definition = frames[index].stated[text] {
        reportUnusable(text, at: node, definition: definition, isItself: frames[index].current == definition)
        return
      }
      frame = frames[index].parent
    }
    if isAtEnd {
      let suggestion = Spelling.nearest(to: text, among: visible).map { "did you mean `\($0)`?" }
      report(
        "no layer has the name `\(text.excerpt)`", rule: "unknown-name", at: node,
        help: suggestion ?? "an output is the `name` of a layer")
      return
    }
    let isInBlock = frames.first.map { $0.names[text] != nil } ?? false
    let suggestion = Spelling.nearest(to: text, among: visible).map { "did you mean `\($0)`?" }
    report(
      isInBlock
        ? "the layer `\(text.excerpt)` is outside this block" : "no earlier layer has the name `\(text.excerpt)`",
      rule: "unknown-name", at: node,
      help: isInBlock
        ? "a block sees only its own layers and what enters it"
        : help ?? suggestion ?? "give the layer that is meant a `name`")
  }
}
