package import FoveaGraph
import FoveaLanguage
package import FoveaText

extension ConfigurationFile {
  private static let keys = ["extends", "select", "ignore", "severity", "options", "per-file", "budget"]
  private static let groups = ["default", "all"]

  /// Reads a configuration, and says what is wrong with it.
  package static func read(_ source: SourceText) -> (file: ConfigurationFile, diagnostics: [Diagnostic]) {
    var file = ConfigurationFile(source)
    let isBlank = source.bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
      .allSatisfy { $0.first { $0 != UInt8(ascii: " ") }.map { $0 == UInt8(ascii: "#") } ?? true }
    if isBlank { return (file, []) }
    let (document, mistakes) = YAMLDocument.parse(source)
    guard let document else { return (file, mistakes) }
    var reading = Reading(document: document, diagnostics: mistakes)
    reading.read(document.resolve(document.root), into: &file)
    return (file, reading.diagnostics)
  }

  private struct Reading {
    let document: YAMLDocument
    var diagnostics: [Diagnostic]

    mutating func read(_ root: NodeID, into file: inout ConfigurationFile) {
      for (key, value) in entries(root, of: "a configuration", known: ConfigurationFile.keys) {
        switch document.text(of: key) {
        case "extends":
          guard document.kind(of: value) == .scalar, !document.isAbsent(value) else {
            report("`extends` must be the path of a configuration", at: value)
            continue
          }
          file.base = (document.text(of: value), document.span(of: value))
        case "per-file":
          for (pattern, settings) in entries(value, of: "`per-file`") {
            var own = Settings()
            readSettings(settings, into: &own)
            file.perFile.append((PathPattern(document.text(of: pattern)), own))
          }
        default: readSetting(key, value, into: &file.settings)
        }
      }
    }

    private mutating func readSettings(_ node: NodeID, into settings: inout Settings) {
      let keys = ConfigurationFile.keys.filter { $0 != "extends" && $0 != "per-file" }
      for (key, value) in entries(node, of: "an entry of `per-file`", known: keys) {
        readSetting(key, value, into: &settings)
      }
    }

    private mutating func readSetting(_ key: NodeID, _ value: NodeID, into settings: inout Settings) {
      switch document.text(of: key) {
      case "select": settings.select = rules(value, of: "`select`", groups: ConfigurationFile.groups)
      case "ignore": settings.ignore += rules(value, of: "`ignore`", groups: [])
      case "severity":
        for (name, level) in entries(value, of: "`severity`") {
          guard let rule = rule(name, groups: []) else { continue }
          guard let known = RuleLevel(rawValue: document.text(of: level)) else {
            let levels = RuleLevel.allCases.map(\.rawValue)
            report(
              "expected `error`, `warning`, `info` or `off`, found `\(document.text(of: level))`", at: level,
              help: suggestion(document.text(of: level), levels))
            continue
          }
          settings.severity.append(Entry(value: (rule, known), line: line(of: name)))
        }
      case "options":
        for (name, values) in entries(value, of: "`options`") {
          guard let rule = rule(name, groups: []) else { continue }
          readOptions(of: rule, values, into: &settings)
        }
      case "budget":
        let (budget, findings) = Reader.budget(value, in: document)
        settings.budget.limits += budget.limits
        diagnostics += findings
      default: break
      }
    }

    private mutating func readOptions(of rule: String, _ node: NodeID, into settings: inout Settings) {
      let options = RuleCatalog.rule(named: rule)?.options ?? []
      for (name, value) in entries(node, of: "the options of `\(rule)`", known: options.map(\.name)) {
        guard let option = options.first(where: { document.hasText($0.name, name) }) else { continue }
        guard case .integer(let number) = Scalar(document.text(of: value)), option.bounds.contains(number) else {
          report(
            "`\(option.name)` must be an integer from \(option.bounds.lowerBound) to \(option.bounds.upperBound), found "
              + "`\(document.text(of: value))`", at: value)
          continue
        }
        settings.options.append(Entry(value: (rule, option.name, number), line: line(of: name)))
      }
    }

    private mutating func rules(_ node: NodeID, of what: String, groups: [String]) -> [Entry<String>] {
      if document.kind(of: node) == .scalar, !document.isAbsent(node) {
        return rule(node, groups: groups).map { [Entry(value: $0, line: line(of: node))] } ?? []
      }
      guard document.kind(of: node) == .sequence else {
        report("\(what) must be a list of rules", at: node)
        return []
      }
      var found: [Entry<String>] = []
      for child in document.children(of: node) {
        let child = document.resolve(child)
        if let rule = rule(child, groups: groups) { found.append(Entry(value: rule, line: line(of: child))) }
      }
      return found
    }

    private mutating func rule(_ node: NodeID, groups: [String]) -> String? {
      let name = document.text(of: node)
      if groups.contains(name) || RuleCatalog.rule(named: name) != nil { return name }
      let isBuiltIn = RuleCatalog.index(of: name) != nil
      report(
        isBuiltIn ? "`\(name)` comes from the language and cannot be changed" : "there is no rule `\(name)`", at: node,
        help: isBuiltIn
          ? nil : suggestion(name, RuleCatalog.all.map { $0.name } + groups) ?? "`fovea rules` lists them all")
      return nil
    }

    private mutating func entries(
      _ node: NodeID, of what: String, known: [String]? = nil
    ) -> [(key: NodeID, value: NodeID)] {
      guard document.kind(of: node) == .mapping else {
        if !document.isAbsent(node) { report("\(what) must be a mapping", at: node) }
        return []
      }
      return document.entries(of: node).compactMap { key, value in
        let name = document.text(of: key)
        guard let known, !known.contains(name) else { return (key, document.resolve(value)) }
        report(
          "unknown key `\(name)` of \(what)", at: key,
          help: suggestion(name, known)
            ?? (known.isEmpty ? nil : "it has " + known.map { "`\($0)`" }.joined(separator: ", ")))
        return nil
      }
    }

    private func suggestion(_ name: String, _ known: [String]) -> String? {
      Spelling.nearest(to: name, among: known).map { "did you mean `\($0)`?" }
    }

    private func line(of node: NodeID) -> Int {
      document.source.position(of: document.span(of: node).start).line
    }

    private mutating func report(_ message: String, at node: NodeID, help: String? = nil) {
      diagnostics.append(
        Diagnostic(rule: "configuration", message: message, span: document.span(of: node), help: help))
    }
  }
}
