import FoveaGraph
import FoveaLanguage
import FoveaText

/// The parameters of a block that a change of its body leaves without a reader.
struct UnusedParameters {
  private let origins: Origins
  private let text: EntryText

  init(_ origins: Origins, _ text: EntryText) {
    (self.origins, self.text) = (origins, text)
  }

  /// Those that can be taken out of the block and of all uses that the change is for.
  func names(
    of block: Int, after edits: BodyEdits, usedBy uses: [DocumentSyntax.Layer], versions: [BodyVersions.Version]
  ) -> Set<String> {
    let body = origins.syntax.blocks[block]
    guard !body.parameters.isEmpty, let layers = body.layersNode(in: origins.document) else { return [] }
    var replaced: [SourceSpan] = []
    var after: Set<Substring> = []
    for entry in edits.entries {
      guard let layer = origins.entry(at: entry.key) else { continue }
      switch entry.change {
      case .layer(_, let use):
        replaced.append(text.span(ofEntryAt: layer.key))
        after.formUnion(Self.words(in: use))
      case .version(let index):
        let parameters = origins.syntax.blocks[versions[index].block].parameters
        replaced += layer.arguments.filter { versions[index].dropped.contains(parameters[$0.index].name) }
          .map { origins.document.span(of: $0.value) }
      }
    }
    replaced.sort { $0.start < $1.start }
    guard !replaced.isEmpty else { return [] }
    let document = origins.document
    var before: Set<Substring> = []
    var next = 0
    let end = Int(layers.index) + 1 + document.descendantCount(of: layers)
    for index in Int(layers.index)..<end {
      let node = NodeID(Int32(index))
      guard document.kind(of: node) == .scalar || document.kind(of: node) == .alias else { continue }
      let start = document.span(of: node).start
      while next < replaced.count, replaced[next].end <= start { next += 1 }
      let words = Self.words(in: document.text(of: document.resolve(node)))
      if next < replaced.count, replaced[next].start <= start {
        before.formUnion(words)
      } else {
        after.formUnion(words)
      }
    }
    for parameter in body.parameters { after.formUnion(Self.words(in: document.text(of: parameter.value))) }
    let unread = Set(
      body.parameters.map(\.name).filter { before.contains(Substring($0)) && !after.contains(Substring($0)) })
    return unread.isEmpty || !canDrop(unread, from: body, uses) ? [] : unread
  }

  private func canDrop(_ names: Set<String>, from body: DocumentSyntax.Block, _ uses: [DocumentSyntax.Layer]) -> Bool {
    guard let parameters = body.parametersNode(in: origins.document),
      text.edits(removing: names, from: parameters.value) != nil
    else { return false }
    let indices = Set(body.parameters.indices.filter { names.contains(body.parameters[$0].name) })
    return uses.allSatisfy { use in
      !use.first.contains { indices.contains($0.index) }
        && (!use.arguments.contains { indices.contains($0.index) }
          || text.edits(removing: names, from: text.value(of: use.key)) != nil)
    }
  }

  /// The names in an expression, and whatever else looks like one.
  private static func words(in text: String) -> [Substring] {
    text.split { !($0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber)) }
  }
}
