import FoveaGraph
import FoveaText

/// What references stand for: one layer, or several.
extension Elaborator {
  /// What a reference stands for.
  enum Meaning {
    case one(Named)
    case several([Named])
  }

  /// The layer or scope that a name stands for; nil after reporting that there is none, or several.
  ///
  /// - Parameter help: what is meant where no layer has the name.
  mutating func resolve(_ node: NodeID, help: String? = nil) -> Named? {
    switch meaning(of: node, help: help) {
    case nil: return nil
    case .one(let named): return named
    case .several(let all):
      let text = document.text(of: document.resolve(node))
      report(
        "`\(text.excerpt)` is \(all.count) layer\(all.count == 1 ? "" : "s"), and one is needed here", at: node,
        help: "`[0]` in place of `.*`, or behind a parameter that is `layers`, is the first of them")
      return nil
    }
  }

  /// What a reference stands for; nil after reporting that there is nothing.
  mutating func meaning(of node: NodeID, help: String? = nil) -> Meaning? {
    let node = document.resolve(node)
    guard document.kind(of: node) == .scalar, !document.isAbsent(node) else {
      report("expected the name of an earlier layer", at: node)
      return nil
    }
    let text = document.text(of: node)
    guard let named = visible(text) else {
      if LayerReference.isOne(text) { return follow(text, at: node, help: help) }
      reportUnknown(text, at: node, help: help)
      return nil
    }
    if let group = named.group { return .several(group) }
    if isOpen(named) {
      reportUnknown(text, at: node, help: help)
      return nil
    }
    return .one(named)
  }

  /// Whether a reference may stand for several layers.
  func mayBeSeveral(_ node: NodeID) -> Bool {
    let node = document.resolve(node)
    return document.bytes(of: node).contains(UInt8(ascii: "*")) || visible(document.text(of: node))?.group != nil
  }

  /// Follows a reference with repetitions in it.
  private mutating func follow(_ text: String, at node: NodeID, help: String?) -> Meaning? {
    do throws(ExpressionFailure) {
      let reference = try LayerReference(text)
      guard case .name(let name) = reference.steps.first else { return nil }
      guard let first = visible(name) else {
        reportUnknown(name, at: node, help: help)
        return nil
      }
      var found = [(path: name, named: first)]
      for step in reference.steps.dropFirst() {
        guard let next = try follow(step, from: found, at: node) else { return nil }
        found = next
        steps += found.count
      }
      return reference.isSeveral ? .several(found.map(\.named)) : .one(found[0].named)
    } catch {
      report(error, in: node, text: text)
      return nil
    }
  }

  private mutating func follow(
    _ step: LayerReference.Step, from found: [(path: String, named: Named)], at node: NodeID
  ) throws(ExpressionFailure) -> [(path: String, named: Named)]? {
    var next: [(path: String, named: Named)] = []
    switch step {
    case .name(let name):
      for (path, named) in found {
        let inner = named.scope.flatMap(names(in:)) ?? [:]
        guard let layer = lookUp(name, in: inner) else {
          report(
            "`\(path.excerpt)` has no layer `\(name.excerpt)`", rule: "unknown-name", at: node,
            help: Spelling.nearest(to: name, among: inner.keys).map { "did you mean `\($0)`?" })
          return nil
        }
        next.append((path + "." + name, layer))
      }
    case .every:
      for (path, named) in found {
        guard let elements = elements(of: named, path, at: node) else { return nil }
        next += (0..<elements.count).compactMap { index in elements[index].map { (path + ".\(index)", $0) } }
      }
    case .element(let expression, let offset):
      let position = try number(expression, at: offset)
      for (path, named) in found {
        guard let elements = elements(of: named, path, at: node) else { return nil }
        guard let element = elements[position] else {
          throw .mistake(
            offset..<offset + expression.utf8.count,
            "`\(path.excerpt)` has \(elements.count) repetition\(elements.count == 1 ? "" : "s") here, found the "
              + "number \(position)", help: "they are counted from 0")
        }
        next.append((path + ".\(position)", element))
      }
    }
    return next
  }

  /// The repetitions of a layer, so far, or the layers of a parameter.
  private enum Elements {
    case group([Named])
    /// Those in a scope, by their numbers.
    case repetitions([String: Named])

    var count: Int {
      switch self {
      case .group(let group): group.count
      case .repetitions(let names): names.count
      }
    }

    subscript(position: Int) -> Named? {
      switch self {
      case .group(let group): group.indices.contains(position) ? group[position] : nil
      case .repetitions(let names): names[String(position)]
      }
    }
  }

  private mutating func elements(of named: Named, _ path: String, at node: NodeID) -> Elements? {
    if let group = named.group { return .group(group) }
    if let scope = named.scope, case .repeated = builder.graph[scope].role {
      return .repetitions(names(in: scope) ?? [:])
    }
    report(
      "`\(path.excerpt)` has no repetitions", at: node,
      help: "`.*` and `[…]` stand behind the name of a layer with `repeat`, or of a parameter that is `layers`")
    return nil
  }

  /// The number of a repetition.
  private mutating func number(_ expression: String, at offset: Int) throws(ExpressionFailure) -> Int {
    do throws(ExpressionFailure) {
      let value = try Expression.value(of: expression) { name, range throws(ExpressionFailure) in
        try look(up: name, range, key: "", form: nil, entering: nil, instance: instances.count - 1)
      }
      guard case .integer(let position) = value else {
        throw ExpressionFailure.mistake(
          0..<expression.utf8.count,
          "the number of a repetition must be an integer, found \(value.kind) `\(value.excerpt)`", help: nil)
      }
      return position
    } catch {
      func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound + offset..<range.upperBound + offset }
      switch error {
      case .silent: throw .silent
      case .mistake(let range, let message, let help): throw .mistake(moved(range), message, help: help)
      case .unknown(let range, let message, let help): throw .unknown(moved(range), message, help: help)
      }
    }
  }

  /// What a name stands for in the lists around.
  private func visible(_ text: String) -> Named? {
    var frame: Int? = frames.count - 1
    while let index = frame {
      if let named = lookUp(text, in: frames[index].names) { return named }
      frame = frames[index].parent
    }
    return nil
  }

  /// Looks up a name, whole or as a path through scopes: `layer2.3`.
  private func lookUp(_ text: String, in names: [String: Named]) -> Named? {
    if let named = names[text] { return named }
    guard text.contains(".") else { return nil }
    var position = text.startIndex
    while let dot = text[position...].firstIndex(of: ".") {
      if let scope = names[String(text[..<dot])]?.scope, let inner = self.names(in: scope) {
        return lookUp(String(text[text.index(after: dot)...]), in: inner)
      }
      position = text.index(after: dot)
    }
    return nil
  }

  /// The names of the layers inside a scope, so far where it is not closed.
  private func names(in scope: ScopeID) -> [String: Named]? {
    exports[scope] ?? frames.last { $0.scope == scope }?.names
  }

  /// Whether a name is that of repetitions which are not complete, so that it stands for no layer yet.
  private func isOpen(_ named: Named) -> Bool {
    guard named.layer == nil, let scope = named.scope else { return false }
    return frames.contains { $0.scope == scope }
  }
}
