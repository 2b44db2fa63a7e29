import FoveaGraph
import FoveaText

/// The document's own parameters and inputs.
extension Elaborator {
  /// The parameters with the values of the variant and of `--set`.
  mutating func documentParameters() -> [(name: String, value: Value?)] {
    let variant = syntax.variants.first { $0.name.name == builder.graph.variant }
    for parameter in syntax.parameters {
      let assigned = variant?.assignments.first { $0.name == parameter.name }
      var result: Value?
      if let setting = options.settings.last(where: { $0.name == parameter.name }) {
        result = setting.value
      } else if let node = assigned?.value ?? (document.isAbsent(parameter.value) ? nil : parameter.value) {
        result = value(node, parameter.name, form: nil, entering: nil, parametersOf: 0)
      } else {
        report(
          "the parameter `\(parameter.name)` has no value", at: parameter.key,
          help: "give it a default, or `--set \(parameter.name)=…`")
      }
      instances[0].parameters.append((parameter.name, result))
    }
    return instances[0].parameters
  }

  /// Adds the inputs of the network.
  mutating func addInputs() {
    if syntax.inputs.isEmpty {
      // The missing input is reported, and the layers can be checked all the same.
      _ = builder.addInput("input", shape: Shape(channels: .unknown, spatial: [.unknown, .unknown]))
      map.append(layer: .root)
      isBroken.append(true)
      isAdrift.append(true)
    }
    for input in syntax.inputs {
      let override = options.inputs.last { $0.name == nil || $0.name == input.name }
      let shape = override?.shape ?? inputShape(input.value)
      if let shape, shape.elements.isTooLarge {
        report("the input \(shape) has more values than 64 bits can count", rule: "too-large", at: input.value)
      }
      let isUsable = shape.map { !$0.elements.isTooLarge } ?? false
      let rest = shape?.erased ?? Shape(channels: .unknown, spatial: [.unknown, .unknown])
      _ = builder.addInput(input.name, shape: isUsable ? shape ?? rest : rest)
      map.append(layer: input.key)
      isBroken.append(!isUsable)
      isAdrift.append(!isUsable)
    }
  }

  private mutating func inputShape(_ node: NodeID) -> Shape? {
    let expected =
      "channels and up to three sizes, such as `3x224x224` or `[3, 224, 224]`, with `?` for a size that is not known"
    if document.kind(of: node) == .scalar {
      let text = document.text(of: node)
      switch ShapeText.shape(of: text) {
      case .success(let shape): return shape
      case .failure(let failure):
        report(failure.message ?? "expected \(expected), found `\(text.excerpt)`", rule: "invalid-value", at: node)
        return nil
      }
    }
    guard document.kind(of: node) == .sequence else {
      report("expected \(expected), found a mapping", rule: "invalid-value", at: node)
      return nil
    }
    var extents: [Extent] = []
    for child in document.children(of: node) {
      if document.hasText("?", document.resolve(child)) {
        extents.append(.unknown)
        continue
      }
      guard let value = value(child, "input", form: .count, entering: nil, parametersOf: 0) else { return nil }
      switch value {
      case .integer(let size) where (1...Extent.limit).contains(size): extents.append(Extent(size))
      default:
        report(
          "a size must be an integer from 1 to \(Extent.limit), or `?`; found `\(value.excerpt)`",
          rule: "invalid-value",
          at: child)
        return nil
      }
    }
    guard let shape = ShapeText.shape(of: extents) else {
      report("expected \(expected), found \(extents.count) entries", rule: "invalid-value", at: node)
      return nil
    }
    return shape
  }
}
