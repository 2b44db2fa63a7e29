extension String {
  /// The text for a message: its beginning, with `…` where it is longer than 60 characters.
  package var excerpt: String {
    let limit = 60
    // A character may be any number of scalars; scalars bound the length.
    guard utf8.count > limit, unicodeScalars.count > limit else { return self }
    return String(unicodeScalars.prefix(limit)) + "…"
  }
}
