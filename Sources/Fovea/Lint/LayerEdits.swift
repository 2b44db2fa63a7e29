package import FoveaGraph
import FoveaLanguage
package import FoveaText

/// Edits of one layer's text. Each is nil where the text cannot be changed for this layer alone.
extension LintContext {
  /// Sets an attribute to a value, in place or as a further entry.
  package func edits(setting attribute: String, to value: String, of id: LayerID) -> [FixIt.Edit]? {
    guard let origins, let entry = entry(of: id) else { return nil }
    return origins.edits(setting: attribute, given: origin(of: attribute, of: id), to: value, of: entry)?.edits
  }

  /// Removes an attribute that a layer gives itself, beside others.
  func edits(removingAttribute attribute: String, of id: LayerID) -> [FixIt.Edit]? {
    guard let origins, let entry = entry(of: id), let origin = origin(of: attribute, of: id) else { return nil }
    return origins.edits(removing: origin, of: entry)?.edits
  }

  /// Removes a layer: an item of a list that keeps others, whose name nobody can use.
  package func edits(removing id: LayerID) -> [FixIt.Edit]? {
    guard let origins, let entry = entry(of: id) else { return nil }
    return origins.edits(removing: entry)?.edits
  }
}
