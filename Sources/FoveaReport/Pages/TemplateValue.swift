/// What a template can show: a text, whether something is so, a list, or values with names.
enum TemplateValue: Hashable, Sendable {
  case text(String)
  case flag(Bool)
  case list([TemplateValue])
  case group([String: TemplateValue])

  /// The text, or false where there is none.
  init(_ text: String?) { self = text.map(Self.text) ?? false }

  /// Each text as an element.
  init(_ texts: some Sequence<String>) { self = .list(texts.map(Self.text)) }
}

extension TemplateValue: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral {
  init(stringLiteral value: String) { self = .text(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension TemplateValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .group(Dictionary(elements) { $1 })
  }
}
