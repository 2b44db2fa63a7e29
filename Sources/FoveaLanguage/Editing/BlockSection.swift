import FoveaText

/// How the blocks of a description stand in its text, so that new ones stand alike.
package struct BlockSection {
  /// A block to be written, each part as it stands in the text.
  package struct NewBlock {
    let name: String
    let comment: String
    let parameters: String
    let layers: [String]

    package init(name: String, comment: String, parameters: String, layers: [String]) {
      (self.name, self.comment, self.parameters, self.layers) = (name, comment, parameters, layers)
    }
  }

  /// Why the text has no place for a block.
  package struct Failure: Error {
    package let reason: String
  }

  private let origins: Origins
  private let text: EntryText
  /// The mapping under `blocks`; nil where the description has none.
  private let mapping: NodeID?
  private let isFlow: Bool
  private let newline: String

  package init(_ origins: Origins, _ text: EntryText) {
    self.origins = origins
    self.text = text
    let document = origins.document
    let root = document.resolve(document.root)
    let mapping = document.value(forKey: "blocks", in: root)
    self.mapping = mapping
    isFlow = mapping.map { document.isFlow($0) } ?? document.isFlow(root)
    newline = text.source.lineBreak(near: 0)
  }

  /// The bytes of a block: its lines with the comments that end it, or in a flow mapping its key and value alone.
  package func slice(of block: DocumentSyntax.Block) -> Range<Int> {
    let key = origins.document.span(of: block.key)
    let end = max(key.end, origins.document.span(of: NodeID(block.key.index + 1)).end)
    if isFlow { return Int(key.start)..<Int(end) }
    let start = text.source.range(ofLine: text.source.position(of: key.start).line).lowerBound
    return start..<endOfLines(after: end, deeperThan: text.source.position(of: key.start).column - 1)
  }

  /// The end of the line of a byte, or of the last of the comments after it that are indented deeper.
  private func endOfLines(after offset: UInt32, deeperThan column: Int) -> Int {
    var number = text.source.position(of: offset).line
    var end = text.source.range(ofLine: number).upperBound
    while number < text.source.lineCount {
      number += 1
      let line = text.source.line(number)
      let indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
      guard indentation > column, line.dropFirst(indentation).first == UInt8(ascii: "#") else { break }
      end = text.source.range(ofLine: number).upperBound
    }
    return end
  }

  /// Puts a changed copy of a block behind it.
  package func insertCopy(_ copy: String, of block: DocumentSyntax.Block, comment: String, into edits: inout TextEdits)
  {
    let end = UInt32(slice(of: block).upperBound)
    if isFlow {
      edits.insert(", " + copy, at: end)
    } else {
      edits.insert(
        newline + newline + text.source.indentation(of: origins.document.span(of: block.key).start) + "# " + comment
          + newline + copy, at: end)
    }
  }

  /// Puts new blocks behind all others.
  package func insertBlocks(_ blocks: [NewBlock], into edits: inout TextEdits) throws(Failure) {
    let document = origins.document
    guard let mapping else { return try insertSection(blocks, into: &edits) }
    guard let last = Array(document.entries(of: mapping)).last else {
      guard document.kind(of: mapping) == .mapping, isFlow else {
        throw Failure(reason: "`blocks` is not a mapping that can be added to")
      }
      return edits.insert(blocks.map(flowText).joined(separator: ", "), at: document.span(of: mapping).start + 1)
    }
    let end = max(document.span(of: last.key).end, document.span(of: last.value).end)
    if isFlow { return edits.insert(blocks.map { ", " + flowText($0) }.joined(), at: end) }
    let column = text.source.position(of: document.span(of: last.key).start).column
    let outer = max(column - 1, 1)
    edits.insert(
      blocks.map { newline + newline + blockText($0, column: column - 1, step: min(outer, 8)) }.joined(),
      at: UInt32(endOfLines(after: end, deeperThan: column - 1)))
  }

  /// Puts a section of blocks before the layers.
  private func insertSection(_ blocks: [NewBlock], into edits: inout TextEdits) throws(Failure) {
    let document = origins.document
    let root = document.resolve(document.root)
    guard let key = document.entries(of: root).first(where: { document.hasText("layers", $0.key) })?.key else {
      throw Failure(reason: "there is no list of layers")
    }
    let start = document.span(of: key).start
    if isFlow {
      return edits.insert("blocks: {" + blocks.map(flowText).joined(separator: ", ") + "}, ", at: start)
    }
    var number = text.source.position(of: start).line
    guard text.source.position(of: start).column == 1 else {
      throw Failure(reason: "`layers` does not begin a line")
    }
    // The comments right above the layers belong to them.
    while number > 1, text.source.line(number - 1).first == UInt8(ascii: "#") { number -= 1 }
    edits.insert(
      "blocks:" + newline + blocks.map { blockText($0, column: 2, step: 2) }.joined(separator: newline + newline)
        + newline + newline, at: UInt32(text.source.range(ofLine: number).lowerBound))
  }

  private func flowText(_ block: NewBlock) -> String {
    let layers = block.layers.map { $0.contains(":") ? "{\($0)}" : $0 }
    return "\(block.name): {params: \(block.parameters), layers: [\(layers.joined(separator: ", "))]}"
  }

  private func blockText(_ block: NewBlock, column: Int, step: Int) -> String {
    func indentation(_ depth: Int) -> String { String(repeating: " ", count: column + depth * step) }
    var lines = [indentation(0) + "# " + block.comment, indentation(0) + block.name + ":"]
    lines += [indentation(1) + "params: " + block.parameters, indentation(1) + "layers:"]
    lines += block.layers.map { indentation(2) + "- " + $0 }
    return lines.joined(separator: newline)
  }
}
