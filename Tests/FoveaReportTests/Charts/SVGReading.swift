import Foundation

@testable import FoveaReport

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A picture as a parser of XML reads it.
final class SVGReading: NSObject, XMLParserDelegate {
  /// A text with the room that it takes.
  struct Label {
    let text: String
    let x: Double
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let degrees: Int

    func touches(_ other: Label) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private(set) var names: [String] = []
  private(set) var attributes: [(key: String, value: String)] = []
  private(set) var labels: [Label] = []
  private(set) var height = 0.0
  private var current: [String: String] = [:]
  private var text = ""

  init(_ svg: String) throws {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    if !parser.parse() { throw parser.parserError ?? CocoaError(.coderReadCorrupt) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    names.append(name)
    self.attributes += attributes.map { ($0.key, $0.value) }
    if name == "svg" { height = attributes["height"].flatMap { Double($0) } ?? 0 }
    current = attributes
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard name == "text", let x = current["x"].flatMap({ Double($0) }), let y = current["y"].flatMap({ Double($0) })
    else { return }
    let size = current["class"] == "heading" ? 14.0 : current["class"] == "label" ? 11 : 12
    let width = TextExtent.width(text, size: size)
    let left = current["text-anchor"] == "middle" ? x - width / 2 : current["text-anchor"] == "end" ? x - width : x
    let degrees = current["transform"].map { $0.hasPrefix("rotate(-90") ? -90 : -40 } ?? 0
    labels.append(
      Label(
        text: text, x: x, left: left, right: left + width, top: y - 0.75 * size, bottom: y + 0.2 * size,
        degrees: degrees))
  }
}
