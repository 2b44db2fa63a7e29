package import FoveaGraph
import FoveaLanguage
package import FoveaText

/// A configuration with those that it extends.
package struct Configuration: Sendable {
  /// A configuration that cannot be used: findings in one of its files.
  package struct Failure: Error {
    package let diagnostics: [Diagnostic]
    package let source: SourceText

    package init(diagnostics: [Diagnostic], source: SourceText) {
      (self.diagnostics, self.source) = (diagnostics, source)
    }
  }

  /// The most configurations that may extend one another.
  private static let longestChain = 16

  /// The files, the one that holds first where others say nothing at the beginning.
  private let files: [ConfigurationFile]

  /// Creates the configuration that says nothing.
  package init() { files = [] }

  /// Reads a configuration and all that it extends.
  ///
  /// - Parameters:
  ///   - path: the file's path, absolute and normal.
  ///   - read: gives the text of a file; nil where it cannot be read.
  package init(_ path: String, read: (String) -> SourceText?) throws(Failure) {
    var files: [ConfigurationFile] = []
    var paths: [String] = []
    var next: String? = path
    while let path = next {
      let before = files.last
      func refuse(_ message: String) -> Failure {
        let source = before?.source ?? SourceText(path: path, text: "")
        let finding = Diagnostic(rule: "configuration", message: message, span: before?.base?.span ?? .none)
        return Failure(diagnostics: [finding], source: source)
      }
      if paths.contains(path) {
        throw refuse("the configuration extends itself: " + (paths + [path]).map { "`\($0)`" }.joined(separator: " → "))
      }
      guard paths.count < Self.longestChain else {
        throw refuse("more than \(Self.longestChain) configurations extend one another")
      }
      guard before == nil || path.hasSuffix(".yml") || path.hasSuffix(".yaml") else {
        throw refuse("`extends` needs a file that ends with .yml or .yaml, found `\(path)`")
      }
      guard let source = read(path) else { throw refuse("the configuration `\(path)` cannot be read") }
      let (file, diagnostics) = ConfigurationFile.read(source)
      if !diagnostics.isEmpty { throw Failure(diagnostics: diagnostics, source: source) }
      files.append(file)
      paths.append(path)
      next = file.base.map { PathText.resolve($0.path, in: PathText.directory(of: path)) }
    }
    self.files = files.reversed()
    directories = paths.reversed().map { PathText.directory(of: $0) }
  }

  private var directories: [String] = []

  /// What is in force for a file.
  ///
  /// - Parameter path: the file's path, absolute and normal.
  package func selection(for path: String) -> (selection: RuleSelection, reasons: Reasons) {
    var selection = RuleSelection()
    var reasons = Reasons()
    for (file, directory) in zip(files, directories) {
      reasons.files.append(file.source.path)
      apply(file.settings, of: file, to: &selection, &reasons)
      guard let relative = PathText.path(path, from: directory) else { continue }
      for (pattern, settings) in file.perFile where pattern.matches(relative) {
        apply(settings, of: file, to: &selection, &reasons)
      }
    }
    return (selection, reasons)
  }

  /// Why each setting is as it is.
  package struct Reasons: Sendable {
    /// The configurations, the one that holds first where others say nothing at the beginning.
    package var files: [String] = []
    /// What set the level of each rule, by its name.
    package var rules: [String: String] = [:]
    /// What set each option, by `rule.option`.
    package var options: [String: String] = [:]
  }

  private func apply(
    _ settings: ConfigurationFile.Settings, of file: ConfigurationFile, to selection: inout RuleSelection,
    _ reasons: inout Reasons
  ) {
    func place(_ key: String, _ line: Int) -> String { "`\(key)` at \(file.source.path):\(line)" }
    if let select = settings.select {
      selection.select(select.map(\.value))
      for name in RuleCatalog.all.map({ $0.name }) {
        let entry = select.first { $0.value == name } ?? select.first { $0.value == "all" || $0.value == "default" }
        reasons.rules[name] = place("select", entry?.line ?? select.first?.line ?? 1)
      }
    }
    for entry in settings.ignore {
      selection.ignore([entry.value])
      reasons.rules[entry.value] = place("ignore", entry.line)
    }
    for entry in settings.severity {
      selection.levels[entry.value.rule] = entry.value.level
      selection.fixedLevels.insert(entry.value.rule)
      reasons.rules[entry.value.rule] = place("severity", entry.line)
    }
    for entry in settings.options {
      selection.options[entry.value.rule, default: [:]][entry.value.option] = entry.value.value
      reasons.options["\(entry.value.rule).\(entry.value.option)"] = place("options", entry.line)
    }
    selection.budget.limits += settings.budget.limits.map { limit in
      var limit = limit
      limit.place = "\(file.source.path):\(file.source.position(of: limit.span.start).line)"
      return limit
    }
  }
}

extension RuleSelection {
  /// Puts some rules in force instead of those that are; `default` and `all` stand for several.
  package mutating func select(_ names: [String]) {
    let standard = RuleSelection().levels
    levels = [:]
    for name in names {
      switch name {
      case "default": levels.merge(standard) { $1 }
      case "all": for rule in RuleCatalog.all { levels[rule.name] = Self.standardLevel(of: rule) }
      default: if let rule = RuleCatalog.rule(named: name) { levels[name] = Self.standardLevel(of: rule) }
      }
    }
  }

  /// Takes some rules out of force.
  package mutating func ignore(_ names: [String]) {
    for name in names { levels[name] = nil }
  }
}
