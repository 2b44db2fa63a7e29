extension String {
  /// The text for a message: its beginning, with `…` where it is longer than 60 characters.
  package var excerpt: String { excerpt(of: 60) }

  /// The beginning of the text, with `…` where it is longer than some characters.
  package func excerpt(of limit: Int) -> String {
    // A character may be any number of scalars; scalars bound the length.
    guard utf8.count > limit, unicodeScalars.count > limit else { return self }
    return String(unicodeScalars.prefix(limit)) + "…"
  }
}
