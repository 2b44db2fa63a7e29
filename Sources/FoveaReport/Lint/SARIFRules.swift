import Fovea
import FoveaGraph
import FoveaText

/// The tool and its rules in SARIF; a rule's position is its `ruleIndex`.
enum SARIFRules {
  static func write(version: String, to json: inout JSONWriter) {
    json.object { json in
      json.member("name", "fovea")
      json.member("version", version)
      json.member("semanticVersion", version)
      // The package's own name of this version, as package URLs write it: it promises no host.
      json.member("informationUri", "pkg:generic/fovea@\(version)")
      json.member("rules") { json in
        json.array { json in for rule in RuleCatalog.descriptions { write(rule, to: &json) } }
      }
    }
  }

  private static func write(_ rule: RuleDescription, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", rule.name)
      json.member("name", rule.name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined())
      json.member("shortDescription") { $0.object(.inline) { $0.member("text", rule.summary) } }
      json.member("fullDescription") { $0.object(.inline) { $0.member("text", rule.rationale) } }
      if let reference = rule.references.first { json.member("helpUri", reference.address) }
      json.member("help") { json in
        json.object { json in
          json.member("text", RuleText.plain(rule))
          json.member("markdown", RuleText.markdown(rule))
        }
      }
      json.member("defaultConfiguration") { json in
        json.object(.inline) { json in
          json.member("enabled", rule.level != .off)
          json.member("level", rule.level.severity.map(FindingSARIF.level) ?? "note")
        }
      }
      json.member("properties") { json in
        json.object(.inline) { json in
          json.member("precision", "very-high")
          json.member("tags") { $0.row(rule.isBuiltIn ? ["language"] : ["network"]) { $0.string($1) } }
        }
      }
    }
  }
}
