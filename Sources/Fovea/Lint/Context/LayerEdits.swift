package import FoveaGraph
import FoveaLanguage
package import FoveaText

/// Fixes that change one layer's text and keep what the network computes. Each is nil where the text cannot be changed,
/// and for people to read only where it stands for something else too.
extension LintContext {
  /// Sets an attribute to a value, in place or as a further entry.
  package func fix(setting attribute: String, to value: String, of id: LayerID) -> FixIt? {
    guard let origins, let entry = entry(of: id) else { return nil }
    return fix(
      "set `\(attribute): \(value)`",
      origins.edits(setting: attribute, given: origin(of: attribute, of: id), to: value, of: entry),
      .attribute(attribute, value))
  }

  /// Removes an attribute that a layer gives itself, beside others, with the value that it has without it.
  func fix(removingAttribute attribute: String, given value: String, of id: LayerID) -> FixIt? {
    guard let origins, let entry = entry(of: id), let origin = origin(of: attribute, of: id) else { return nil }
    return fix("remove `\(attribute): \(value)`", origins.edits(removing: origin, of: entry), .nothing)
  }

  /// Removes a layer: an item of a list that keeps others, whose name nobody can use.
  package func fix(removing id: LayerID) -> FixIt? {
    guard let origins, let entry = entry(of: id) else { return nil }
    return fix("remove the `\(graph[id].operation.name)`", origins.edits(removing: entry), .removal)
  }

  private func fix(_ message: String, _ edits: EntryEdits?, _ change: FixIt.Change) -> FixIt? {
    edits.map {
      FixIt(message, edits: $0.edits, applicability: $0.isShared ? .displayOnly : .safe, change: change)
    }
  }
}
