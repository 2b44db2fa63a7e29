/// A format in which something is written for a reader, by the name that it has in every command.
package enum OutputFormat: String, CaseIterable, Sendable {
  case text, concise, markdown, html, csv, json, jsonl, sarif, github, junit, checkstyle
}

/// The formats of one kind of writing, by their names in ``OutputFormat``.
///
/// A case for each, so that whoever writes it writes all of them and no other.
package protocol FormatChoice: CaseIterable, RawRepresentable<String>, Sendable {}

/// The formats of analyses.
package enum AnalysisFormat: String, FormatChoice {
  case text, markdown, csv, json
}

/// The formats of what people, documents and programs read.
package enum SummaryFormat: String, FormatChoice {
  case text, markdown, json
}

/// The formats of verdicts.
package enum VerdictFormat: String, FormatChoice {
  case text, json
}

/// The formats of reports that are files.
package enum PageFormat: String, FormatChoice {
  case markdown, html
}

/// The formats of sweeps, whose rows are written one by one.
package enum RowFormat: String, FormatChoice {
  case text, csv, json, jsonl
}
