import FoveaGraph
import FoveaLanguage
import FoveaText

extension LintContext {
  /// Removes an attribute that a layer gives itself, beside others; nil where more than blanks stand between them.
  func edits(removingAttribute attribute: String, of id: LayerID) -> [FixIt.Edit]? {
    guard let origin = origin(of: attribute, of: id), origin.home == .layer, let entry = entry(of: id), let origins
    else {
      return nil
    }
    let document = origins.document
    let keys = entry.arguments.map { document.span(of: $0.key) }.sorted { $0.start < $1.start }
    let values = entry.arguments.map { document.span(of: $0.value) }.sorted { $0.start < $1.start }
    guard let index = keys.firstIndex(of: origin.key), keys.count > 1, values.count == keys.count,
      keys.indices.allSatisfy({ keys[$0].end <= values[$0].start })
    else { return nil }
    let span =
      index == 0
      ? SourceSpan(start: keys[0].start, end: keys[1].start)
      : SourceSpan(start: values[index - 1].end, end: origin.value.end)
    let gap = index == 0 ? (values[0].end, keys[1].start) : (values[index - 1].end, keys[index].start)
    let between = origins.document.source.bytes[Int(gap.0)..<Int(max(gap.0, gap.1))]
    let blanks = Set(" ,\n\r".utf8)
    guard between.allSatisfy({ blanks.contains($0) }) else { return nil }
    return [FixIt.Edit(span, "")]
  }
}
