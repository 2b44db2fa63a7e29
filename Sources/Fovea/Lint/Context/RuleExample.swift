import FoveaFilters
import FoveaGraph
package import FoveaText

/// A network that a rule accepts or flags. In a flagged one `⟦…⟧` encloses each place that must be marked.
package struct RuleExample: Hashable, Sendable {
  /// What is shown: layers, or a whole document, with the marks.
  package let snippet: String
  /// Why the example is there, in a few words.
  package let why: String
  /// The snippet after every fix of the rule, where it has some.
  package let fixed: String?
  private let input: String?

  /// The input of layers for which none is stated.
  package static let standardInput = "16x32x32"

  /// Whether the layers are about another input than most are.
  package var hasOwnInput: Bool { input.map { $0 != Self.standardInput } ?? false }

  /// Layers of a network: the items of a list.
  package static func layers(
    _ snippet: String, input: String = standardInput, why: String, fixed: String? = nil
  ) -> RuleExample {
    RuleExample(snippet: snippet, why: why, fixed: fixed, input: input)
  }

  /// A whole document.
  package static func document(_ snippet: String, why: String, fixed: String? = nil) -> RuleExample {
    RuleExample(snippet: snippet, why: why, fixed: fixed, input: nil)
  }

  private init(snippet: String, why: String, fixed: String?, input: String?) {
    self.snippet = snippet
    self.why = why
    self.fixed = fixed
    self.input = input
  }

  /// The whole document without marks.
  package var text: String { Self.unmarked(whole(snippet)).text }

  /// The whole document after every fix.
  package var fixedText: String? { fixed.map(whole) }

  /// What the marks enclose, in the order of the text.
  package var marks: [SourceSpan] { Self.unmarked(whole(snippet)).marks }

  /// The snippet without marks.
  package var plainSnippet: String { Self.unmarked(snippet).text }

  /// The snippet without marks, or what its fixes make of it, with the input that it is about.
  ///
  /// - Parameter isFixed: whether the fixes are applied, where there are some.
  package func snippetWithInput(isFixed: Bool = false) -> String {
    let text = whole(isFixed ? fixed ?? plainSnippet : plainSnippet)
    return input == nil ? text : String(text.drop { $0 != "\n" }.dropFirst())
  }

  private func whole(_ snippet: String) -> String {
    guard let input else { return snippet.hasSuffix("\n") ? snippet : snippet + "\n" }
    let lines = snippet.split(separator: "\n", omittingEmptySubsequences: false)
    let list = lines.map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
    return "fovea: 1\ninput: \(input)\nlayers:\n\(list)\n"
  }

  private static func unmarked(_ marked: String) -> (text: String, marks: [SourceSpan]) {
    var text = ""
    var open: [UInt32] = []
    var marks: [SourceSpan] = []
    for scalar in marked.unicodeScalars {
      let offset = UInt32(text.utf8.count)
      switch scalar {
      case "⟦": open.append(offset)
      case "⟧": if let start = open.popLast() { marks.append(SourceSpan(start: start, end: offset)) }
      default: text.unicodeScalars.append(scalar)
      }
    }
    return (text, marks.sorted { ($0.start, $0.end) < ($1.start, $1.end) })
  }
}
