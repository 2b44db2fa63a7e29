package import FoveaText

/// A change of the text of one entry.
package struct EntryEdits {
  /// The replacements.
  package let edits: [FixIt.Edit]
  /// Whether an alias, which is no entry's body, stands for what they replace.
  package let isShared: Bool

  init(_ edits: TextEdits, isShared: Bool) {
    self.edits = edits.edits
    self.isShared = isShared
  }
}
