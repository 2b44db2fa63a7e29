/// Every rule, in alphabetical order.
package enum RuleCatalog {
  package static let all: [any Rule.Type] = [
    BiasBeforeNorm.self,
    OverPadding.self,
    SkippedPixels.self,
  ]

  /// The rule with a name.
  package static func rule(named name: String) -> (any Rule.Type)? { byName[name] }

  private static let byName: [String: any Rule.Type] = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
