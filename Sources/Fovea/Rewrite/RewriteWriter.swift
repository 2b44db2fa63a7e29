import FoveaGraph
import FoveaLanguage
import FoveaText

/// Assembles the new text: the changed entries, the copies of blocks, and the blocks that hold the stacks.
struct RewriteWriter {
  private let origins: Origins
  private let text: EntryText
  private let blocks: [(block: RewriteBlock, proposal: RewriteProposal)]
  private let versions: BodyVersions
  /// The names of the blocks that hold the stacks.
  private let blockNames: [String]
  /// The names of the versions; a block's own where the version takes its place.
  private let versionNames: [String]

  init(
    _ origins: Origins, _ text: EntryText, blocks: [(block: RewriteBlock, proposal: RewriteProposal)],
    versions: BodyVersions
  ) {
    (self.origins, self.text, self.blocks, self.versions) = (origins, text, blocks, versions)
    var names = BlockNames(origins.syntax)
    blockNames = blocks.map { names.free($0.block.suggestion) }
    versionNames = versions.versions.map { version in
      let name = origins.syntax.blocks[version.block].name
      return version.isInPlace ? name : names.free(name + "_" + Self.suffix(version, blocks))
    }
  }

  /// The kernel that a version replaces, where it is one.
  private static func suffix(
    _ version: BodyVersions.Version, _ blocks: [(block: RewriteBlock, proposal: RewriteProposal)]
  ) -> String {
    let kernels = Set(
      version.edits.entries.map { entry -> String? in
        if case .layer(let index, _) = entry.change { blocks[index].block.kernel } else { nil }
      })
    return kernels.count == 1 ? (kernels.first ?? nil) ?? "rewritten" : "rewritten"
  }

  /// The whole text.
  func bytes() throws(Rewriter.Failure) -> [UInt8] {
    var edits = self.edits(of: versions.document)
    for (index, version) in versions.versions.enumerated() where version.isInPlace {
      edits.append(self.edits(of: version.edits))
      edits.append(parameterEdits(index))
    }
    let section = BlockSection(origins, text)
    for (index, version) in versions.versions.enumerated() where !version.isInPlace {
      let body = origins.syntax.blocks[version.block]
      let slice = section.slice(of: body)
      var own = self.edits(of: version.edits)
      own.append(parameterEdits(index))
      own.replace(origins.document.span(of: body.key), with: versionNames[index])
      guard let copy = own.applied(to: text.document.source.bytes, in: slice) else {
        throw Rewriter.Failure(description: "changes of the block `\(body.name)` overlap")
      }
      section.insertCopy(
        String(decoding: copy, as: UTF8.self), of: body, comment: comment(of: version, body.name), into: &edits)
    }
    let defaults = ConvolutionDefaults(origins)
    let new = zip(blockNames, blocks).map { name, entry in
      let (parameters, layers) = entry.block.body(defaults)
      return BlockSection.NewBlock(
        name: name, comment: entry.block.comment(entry.proposal), parameters: parameters, layers: layers)
    }
    do throws(BlockSection.Failure) {
      try section.insertBlocks(new, into: &edits)
    } catch {
      throw Rewriter.Failure(description: error.reason)
    }
    guard let bytes = edits.applied(to: text.document.source.bytes) else {
      throw Rewriter.Failure(description: "changes of the text overlap")
    }
    return bytes
  }

  private func edits(of body: BodyEdits) -> TextEdits {
    var edits = TextEdits()
    for entry in body.entries {
      guard let layer = origins.entry(at: entry.key) else { continue }
      let name = layer.keys.name == nil ? entry.name : nil
      switch entry.change {
      case .layer(let block, let use):
        let keys = (name.map { [("name", $0)] } ?? []) + [("replaces", entry.name)]
        edits.append(text.edits(replacing: layer.key, by: "\(blockNames[block]): \(use)", keys: keys))
      case .version(let index):
        if !versions.versions[index].isInPlace {
          edits.append(text.edits(redirecting: layer.key, to: versionNames[index], name: name))
        }
        let dropped = versions.versions[index].dropped
        if !dropped.isEmpty, !layer.arguments.isEmpty,
          let removal = text.edits(removing: dropped, from: text.value(of: layer.key))
        {
          edits.append(removal)
        }
      }
    }
    return edits
  }

  /// Takes the parameters that nothing reads out of a block.
  private func parameterEdits(_ index: Int) -> TextEdits {
    let version = versions.versions[index]
    let body = origins.syntax.blocks[version.block]
    guard !version.dropped.isEmpty, let (key, value) = body.parametersNode(in: origins.document) else {
      return TextEdits()
    }
    let span = SourceSpan(
      start: origins.document.span(of: key).start, end: origins.document.span(of: value).end)
    if version.dropped.count == body.parameters.count, let lines = text.document.source.wholeLines(of: span) {
      var edits = TextEdits()
      edits.replace(lines, with: "")
      return edits
    }
    return text.edits(removing: version.dropped, from: value) ?? TextEdits()
  }

  private func comment(of version: BodyVersions.Version, _ name: String) -> String {
    var replaced: [String] = []
    for entry in version.edits.entries {
      let inner: String
      switch entry.change {
      case .layer(let index, _): inner = blockNames[index]
      case .version(let index): inner = versionNames[index]
      }
      if !replaced.contains(inner) { replaced.append(inner) }
    }
    let list =
      replaced.count < 2
      ? replaced.joined() : replaced.dropLast().joined(separator: ", ") + " and " + replaced[replaced.count - 1]
    return "`\(name)` with \(list) inside."
  }
}

/// Names that no block, operator or key has.
private struct BlockNames {
  private var taken: Set<String>

  init(_ syntax: DocumentSyntax) {
    taken = Set(syntax.blocks.map(\.name)).union(OperatorSchema.names).union(LayerReading.keys)
  }

  mutating func free(_ name: String) -> String {
    var candidate = name
    var count = 1
    while !taken.insert(candidate).inserted {
      count += 1
      candidate = "\(name)_\(count)"
    }
    return candidate
  }
}
