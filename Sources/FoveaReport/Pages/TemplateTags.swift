import FoveaFilters

/// The tags of a template in Mustache, with their places.
///
/// Mustache itself ends a section that is open at the end of the text nowhere, and writes nothing for a name that it
/// does not know. Here both are mistakes.
struct TemplateTags {
  enum Kind: Hashable {
    case value, section, end, block, include
  }

  struct Tag: Hashable {
    let kind: Kind
    /// The name, without functions around it.
    let name: String
    /// The first byte of the tag.
    let offset: Int
  }

  /// Sections in sections are read and written by recursion.
  static let maximumDepth = 32

  private(set) var tags: [Tag] = []

  /// Reads the tags of a text.
  ///
  /// - Throws: where a tag or a section has no end, or sections are nested too deep.
  init(_ text: String) throws(ReportTemplate.Failure) {
    let bytes = Array(text.utf8)
    var (opening, closing) = (Array("{{".utf8), Array("}}".utf8))
    var sections: [Tag] = []
    var position = 0
    while let start = Self.first(opening, in: bytes, from: position) {
      var begin = start + opening.count
      let sigil = begin < bytes.count ? bytes[begin] : 0
      if Array("#^/><$!=&%{".utf8).contains(sigil) { begin += 1 }
      let ending = sigil == UInt8(ascii: "{") ? [UInt8(ascii: "}")] + closing : closing
      guard let end = Self.first(ending, in: bytes, from: begin) else {
        throw ReportTemplate.Failure(offset: start, message: "the tag has no end")
      }
      position = end + ending.count
      let content = String(decoding: bytes[begin..<end], as: UTF8.self)
      func tag(_ kind: Kind) -> Tag { Tag(kind: kind, name: Self.name(content), offset: start) }
      switch sigil {
      case UInt8(ascii: "!"), UInt8(ascii: "%"): break
      case UInt8(ascii: "="):
        let words = content.dropLast().split(whereSeparator: \.isWhitespace)
        guard content.hasSuffix("="), words.count == 2 else {
          throw ReportTemplate.Failure(offset: start, message: "new delimiters are written {{=<% %>=}}")
        }
        (opening, closing) = (Array(words[0].utf8), Array(words[1].utf8))
      case UInt8(ascii: ">"), UInt8(ascii: "<"): tags.append(tag(.include))
      case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "$"):
        let opened = tag(sigil == UInt8(ascii: "$") ? .block : .section)
        tags.append(opened)
        sections.append(opened)
        if sections.count > Self.maximumDepth {
          throw ReportTemplate.Failure(
            offset: start, message: "sections are nested more than \(Self.maximumDepth) deep")
        }
      case UInt8(ascii: "/"):
        let ended = tag(.end)
        guard let open = sections.popLast() else {
          throw ReportTemplate.Failure(offset: start, message: "no section `\(ended.name)` is open here")
        }
        guard open.name == ended.name else {
          throw ReportTemplate.Failure(
            offset: start, message: "expected the end of `\(open.name)`, found the end of `\(ended.name)`")
        }
      case _: tags.append(tag(.value))
      }
    }
    if let open = sections.last {
      throw ReportTemplate.Failure(offset: open.offset, message: "the section `\(open.name)` has no end")
    }
  }

  /// The name in a tag: `rows` in `count(rows)`.
  private static func name(_ content: String) -> String {
    let inner = content.split(separator: "(", omittingEmptySubsequences: false).last ?? ""
    let name = inner.prefix { $0 != ")" }.drop(while: \.isWhitespace)
    return String(name.prefix { !$0.isWhitespace })
  }

  private static func first(_ pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard !pattern.isEmpty, bytes.count >= start + pattern.count else { return nil }
    return (start...bytes.count - pattern.count).first { bytes[$0...].starts(with: pattern) }
  }
}
