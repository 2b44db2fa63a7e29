package import Fovea
import FoveaText

/// The rules of lint for other programs.
package enum RuleJSON {
  /// All rules, a line each.
  package static var list: String {
    text { json in
      json.object { json in
        json.member("schema", 1)
        json.member("rules") { json in
          json.array { json in
            for rule in RuleCatalog.descriptions where !rule.isBuiltIn { write(rule, .inline, to: &json) }
          }
        }
      }
    }
  }

  /// One rule.
  package static func object(_ rule: RuleDescription) -> String { text { write(rule, .lines, to: &$0) } }

  private static func text(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    write(&json)
    json.end()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ rule: RuleDescription, _ layout: JSONWriter.Layout, to json: inout JSONWriter) {
    json.object(layout) { json in
      json.member("name", rule.name)
      json.member("level", rule.level.rawValue)
      json.member("fixable", rule.isFixable)
      json.member("summary", rule.summary)
      json.member("rationale", rule.rationale)
      json.member("options") { json in
        json.row(rule.options) { json, option in
          json.object(.inline) { json in
            json.member("name", option.name)
            json.member("default", option.standard)
            json.member("minimum", option.bounds.lowerBound)
            json.member("maximum", option.bounds.upperBound)
            json.member("summary", option.summary)
          }
        }
      }
      json.member("references") { json in
        json.row(rule.references) { json, reference in
          json.object(.inline) { json in
            json.member("title", reference.title)
            json.member("address", reference.address)
          }
        }
      }
    }
  }
}
