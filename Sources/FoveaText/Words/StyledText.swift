/// Text in pieces, each with the part it plays; colours are given to the parts elsewhere.
package struct StyledText: Hashable, Sendable {
  /// The part that a piece plays.
  package enum Role: String, Hashable, Sendable, CaseIterable {
    case plain, strong, error, warning, info, note, help, dim, bar, legend
  }

  /// A run of text in one role.
  package struct Piece: Hashable, Sendable {
    package var text: String
    package var role: Role
  }

  package private(set) var pieces: [Piece] = []

  package init() {}

  /// Creates a text of one piece.
  package init(_ text: String, _ role: Role = .plain) {
    append(text, role)
  }

  /// Adds text at the end; neighbours of one role become one piece.
  package mutating func append(_ text: String, _ role: Role = .plain) {
    guard !text.isEmpty else { return }
    if let last = pieces.indices.last, pieces[last].role == role {
      pieces[last].text += text
    } else {
      pieces.append(Piece(text: text, role: role))
    }
  }

  /// Adds another text at the end.
  package mutating func append(_ other: StyledText) {
    for piece in other.pieces { append(piece.text, piece.role) }
  }

  /// The text with every character that a terminal would obey, or hide, made visible; line breaks are kept.
  package var visible: StyledText {
    var text = self
    for index in text.pieces.indices { text.pieces[index].text = VisibleText.escapeLines(text.pieces[index].text) }
    return text
  }

  /// The text without how its figures are meant.
  package var withoutLegend: StyledText {
    pieces.reduce(into: StyledText()) { if $1.role != .legend { $0.append($1.text, $1.role) } }
  }

  /// The text alone.
  package var plain: String {
    pieces.reduce(into: "") { $0 += $1.text }
  }

  /// The text with codes around each piece, such as a terminal's.
  ///
  /// A piece is closed before a line break and opened after it, so that no colour runs over a line's end.
  package func rendered(_ code: (Role) -> (open: String, close: String)) -> String {
    var result = ""
    for piece in pieces {
      let (open, close) = code(piece.role)
      var isFirst = true
      for line in piece.text.split(separator: "\n", omittingEmptySubsequences: false) {
        if !isFirst { result += "\n" }
        isFirst = false
        if !line.isEmpty { result += open + line + close }
      }
    }
    return result
  }
}
