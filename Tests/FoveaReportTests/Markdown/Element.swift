import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element of XML.
struct Element {
  let name: String
  let attributes: [String: String]
  var children: [Element] = []
  var text = ""

  /// All elements of a name, this one included, from the top down.
  func all(_ name: String) -> [Element] { (self.name == name ? [self] : []) + children.flatMap { $0.all(name) } }

  /// The text of the elements that have no others in them.
  var wholeText: String { children.isEmpty ? text : children.map(\.wholeText).joined() }
}

/// Reads XML into elements.
final class ElementReader: NSObject, XMLParserDelegate {
  private var open: [Element] = []
  private var root: Element?

  static func read(_ data: Data) throws -> Element {
    let reader = ElementReader()
    let parser = XMLParser(data: data)
    parser.delegate = reader
    guard parser.parse(), let root = reader.root else { throw parser.parserError ?? CocoaError(.coderReadCorrupt) }
    return root
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) { open.append(Element(name: name, attributes: attributes)) }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if !open.isEmpty { open[open.count - 1].text += string }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    guard let element = open.popLast() else { return }
    if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
  }
}
