import FoveaGraph

/// One line of a list of differences: a layer, or a part of a network, that is new, gone or another.
package struct DifferenceEntry: Hashable {
  package enum Kind: String, Hashable {
    case removed = "-"
    case changed = "~"
    case added = "+"
  }

  package let kind: Kind
  /// Its path below the part of the network that the line stands in; several where the same holds for all of them.
  var paths: [String]
  /// The operator or block.
  package let label: String
  /// What is new about it, or how it is; follows the label where the layer has no partner.
  package let text: String

  /// The paths as one text, the middle of many left out.
  package var place: String { Self.list(paths) }

  /// Texts joined by commas, at most four of them with the number of all.
  package static func list(_ texts: [String]) -> String {
    guard texts.count > 4, let last = texts.last else { return texts.joined(separator: ", ") }
    return texts.prefix(2).joined(separator: ", ") + ", … " + last + " (\(texts.count) in all)"
  }
}

/// Differences that several uses of a block share.
package struct DifferenceGroup {
  /// The uses, as paths of the new network or, where that has none of it, the old one; empty for the network itself.
  package let places: [String]
  /// The block.
  package let label: String
  package var entries: [DifferenceEntry]

  /// The characters that it takes.
  var length: Int {
    entries.reduce(DifferenceEntry.list(places).utf8.count + label.utf8.count) {
      $0 + $1.place.utf8.count + $1.label.utf8.count + $1.text.utf8.count
    }
  }
}
