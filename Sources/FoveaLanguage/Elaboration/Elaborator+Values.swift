import FoveaGraph
import FoveaText

extension Elaborator {
  /// The value of an attribute; nil after reporting why it has none.
  ///
  /// - Parameters:
  ///   - key: the attribute's name, for messages.
  ///   - entering: the layer that `in` stands for.
  ///   - instance: the position of the block, or document, whose parameters are visible.
  ///   - orUnknown: whether `?` is the value of an expression that asks for an extent which is not known.
  mutating func value(
    _ node: NodeID, _ key: String, form: AttributeForm?, entering: LayerID?, parametersOf instance: Int,
    orUnknown: Bool = false
  ) -> Value? {
    let node = document.resolve(node)
    switch document.kind(of: node) {
    case .scalar:
      return scalar(node, key, form: form, entering: entering, instance: instance, orUnknown: orUnknown)
    case .sequence:
      var values: [Value] = []
      for child in document.children(of: node) {
        let mayBeUnknown = form == .extents || form == .inferableExtents
        if mayBeUnknown, document.hasText("?", document.resolve(child)) {
          values.append(.word("?"))
        } else if let value = value(
          child, key, form: form == .extents || form == .sizes ? .count : nil, entering: entering,
          parametersOf: instance, orUnknown: mayBeUnknown)
        {
          values.append(value)
        } else {
          return nil
        }
      }
      return .list(values)
    case .mapping:
      guard case .window = form else {
        report("`\(key)` must be \(form.map(\.description) ?? "a value"), found a mapping", at: node)
        return nil
      }
      var entries: [Value.Entry] = []
      for (entryKey, entryValue) in document.entries(of: node) {
        let name = document.text(of: entryKey)
        guard let value = value(entryValue, name, form: nil, entering: entering, parametersOf: instance) else {
          return nil
        }
        entries.append(Value.Entry(name, value))
      }
      return .mapping(entries)
    case .alias: return nil
    }
  }

  private mutating func scalar(
    _ node: NodeID, _ key: String, form: AttributeForm?, entering: LayerID?, instance: Int, orUnknown: Bool
  ) -> Value? {
    if let number = document.digits(of: node) {
      if case .layer = form {} else { return .integer(number) }
    }
    if document.isAbsent(node) {
      report("`\(key)` needs a value" + (form.map { ": \($0)" } ?? ""), at: node, help: nil)
      return nil
    }
    let text = document.text(of: node)
    if case .layer = form { return resolve(node)?.layer.map(Value.layer) }
    switch Scalar(text) {
    case .integer(let value): return .integer(value)
    case .decimal(let value): return .decimal(value)
    case .truth(let value): return .truth(value)
    case .overflow:
      report("the number `\(text.excerpt)` does not fit in 64 bits", at: node)
      return nil
    case .null, .text: break
    }
    if let form, form.words.contains(text) { return .word(text) }
    if form == .extents || form == .sizes || form == .inferableExtents,
      case .success(let shape) = ShapeText.shape(of: text)
    {
      return .list(shape.extents.map { $0.value.map(Value.integer) ?? .word("?") })
    }
    let isName = text.utf8.allSatisfy { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") || ($0 | 0x20) &- 97 < 26 }
    do throws(ExpressionFailure) {
      if isName, !ExpressionScanner.keywords.contains(text) {
        return try look(up: text, 0..<text.utf8.count, key: key, form: form, entering: entering, instance: instance)
      }
      return try Expression.value(of: text) { name, range throws(ExpressionFailure) in
        try look(up: name, range, key: key, form: nil, entering: entering, instance: instance)
      }
    } catch {
      if orUnknown, case .unknown = error { return .word("?") }
      report(error, in: node, text: text)
      return nil
    }
  }

  /// Reports why an expression has no value.
  mutating func report(_ failure: ExpressionFailure, in node: NodeID, text: String) {
    let (range, message, help): (Range<Int>, String, String?)
    switch failure {
    case .silent: return
    case .mistake(let place, let words, let remedy), .unknown(let place, let words, let remedy):
      (range, message, help) = (place, words, remedy)
    }
    let opens = text.utf8.count { $0 == UInt8(ascii: "(") }
    let isCut =
      document.isPlain(node) && opens > text.utf8.count { $0 == UInt8(ascii: ")") } && endsAtComma(node)
    report(
      message, rule: "expression", at: node, range: range,
      help: isCut ? "inside `{…}` an expression with a comma must be quoted" : help)
  }

  /// Whether a comma follows a scalar.
  private func endsAtComma(_ node: NodeID) -> Bool {
    let rest = document.source.bytes[Int(document.span(of: node).end)...]
    return rest.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: ",")
  }

  /// The value of a name in an expression.
  mutating func look(
    up name: String, _ range: Range<Int>, key: String, form: AttributeForm?, entering: LayerID?, instance: Int
  ) throws(ExpressionFailure) -> Value {
    for scope in [instances[instance], instances[0]] {
      if let parameter = scope.parameters.first(where: { $0.name == name }) {
        guard let value = parameter.value else { throw .silent }
        guard case .layer = value else { return value }
        throw .mistake(
          range, "`\(name)` is a layer, which is no value",
          help: "`\(name).channels` is a number of it; `from`, branches and further blocks take the layer")
      }
    }
    if name == ExpressionScanner.index {
      if let index = instances[instance].index { return .integer(index) }
      throw .mistake(
        range, "`\(ExpressionScanner.index)` has a meaning only in a layer with `repeat`",
        help: ["when", "repeat"].contains(key)
          ? "`\(key)` is computed once, before the repetitions"
          : instance > 0 ? "a block sees the repetition that it is in only as a parameter" : nil)
    }
    if let dot = name.firstIndex(of: "."),
      let parameter = instances[instance].parameters.first(where: { $0.name == name[..<dot] }),
      case .layer(let layer) = parameter.value
    {
      return try property(name, range, of: layer)
    }
    if name.hasPrefix("in.") { return try property(name, range, of: entering) }
    if name.hasPrefix("block.") {
      guard uses.count > 0, instance > 0 else {
        throw .mistake(range, "`\(name)` has a meaning only inside a block", help: nil)
      }
      return try property(name, range, of: instances[instance].entering)
    }
    if isDeclared(name, in: instance) {
      throw .mistake(range, "the parameter `\(name)` comes later", help: "a parameter can use those before it")
    }
    // A word that is passed on to an attribute.
    if form == nil, OperatorSchema.words.contains(name), range == 0..<name.utf8.count { return .word(name) }
    var known = instances[instance].parameters.map(\.name)
    if instance > 0 { known += instances[0].parameters.map(\.name) }
    let suggestion = Spelling.nearest(to: name, among: known + (form?.words ?? [])).map { "did you mean `\($0)`?" }
    if let form {
      throw .mistake(
        range, "`\(key)` cannot be `\(name.excerpt)`, which is no parameter", help: suggestion ?? "it must be \(form)")
    }
    throw .mistake(
      range, "unknown name `\(name.excerpt)`",
      help: suggestion ?? (["yes", "no", "on", "off"].contains(name) ? "write `true` or `false`" : nil)
        ?? (DocumentSyntax.ParameterKind(rawValue: name) == nil ? nil : "only a parameter of a block can be a layer")
        ?? (known.isEmpty ? nil : "the parameters are " + known.prefix(12).map { "`\($0)`" }.joined(separator: ", ")))
  }

  /// Whether a parameter whose value is not computed yet has this name.
  private func isDeclared(_ name: String, in instance: Int) -> Bool {
    if instance == 0 { return syntax.parameters.contains { $0.name == name } }
    guard instance == instances.count - 1, let block = uses.last?.block else { return false }
    return syntax.blocks.contains { $0.name == block && $0.parameters.contains { $0.name == name } }
  }

  /// A property of the tensor that a layer gives: `in.channels`, `block.height`.
  private mutating func property(
    _ name: String, _ range: Range<Int>, of layer: LayerID?
  ) throws(ExpressionFailure) -> Value {
    guard let layer else {
      throw .mistake(range, "`\(name)` has no value where nothing enters", help: nil)
    }
    let shape = builder.graph.shape(of: layer)
    let property = name.drop { $0 != "." }.dropFirst()
    let names = [["length"], ["height", "width"], ["depth", "height", "width"]]
    let axes = shape.rank == 0 ? [] : names[shape.rank - 1]
    let extent: Extent
    var spatialAxis: Int?
    if property == "channels" {
      extent = shape.channels
    } else if let axis = axes.firstIndex(of: String(property)) {
      extent = shape.spatial[axis]
      spatialAxis = axis
    } else {
      if isBroken[layer.position] || isAdrift[layer.position] { throw .silent }
      let known = (["channels"] + axes).map { "\(name.prefix { $0 != "." }).\($0)" }
      throw .mistake(
        range, "`\(name.excerpt)` is no property of the tensor \(shape)",
        help: "it has " + known.map { "`\($0)`" }.joined(separator: ", "))
    }
    if let value = extent.value {
      readings?.note(layer, axis: spatialAxis, of: shape, value: value)
      return .integer(value)
    }
    if isBroken[layer.position] { throw .silent }
    throw .unknown(range, "`\(name)` is not known here", help: "state the size in `input`, or with `--input`")
  }

  /// The value of a condition; nil after reporting why it has none.
  mutating func truth(_ node: NodeID, entering: LayerID?) -> Bool? {
    guard let value = value(node, "when", form: nil, entering: entering, parametersOf: instances.count - 1) else {
      return nil
    }
    guard case .truth(let truth) = value else {
      report("`when` must be a condition, found \(value.kind) `\(value.excerpt)`", at: node)
      return nil
    }
    return truth
  }

  /// How a decimal becomes an integer.
  static let rounding = "`floor`, `ceil` and `round` make an integer of it"

  /// The value of an integer with bounds; nil after reporting why it has none.
  mutating func integer(
    _ node: NodeID, _ key: String, in bounds: ClosedRange<Int>, entering: LayerID?
  ) -> Int? {
    guard let value = value(node, key, form: .integer(bounds), entering: entering, parametersOf: instances.count - 1)
    else { return nil }
    guard let integer = value.integer, bounds.contains(integer) else {
      let isDecimal = if case .decimal = value { true } else { false }
      report(
        "`\(key)` must be an integer of at least \(bounds.lowerBound), found `\(value.excerpt)`", at: node,
        help: isDecimal ? Self.rounding : key == "repeat" ? "`when` leaves a layer out" : nil)
      return nil
    }
    return integer
  }
}
