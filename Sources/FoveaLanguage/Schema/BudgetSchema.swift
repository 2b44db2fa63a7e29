import FoveaText

/// Limits of figures as schemas.
enum BudgetSchema {
  static func writeDefinitions(to json: inout JSONWriter) {
    for unit in [Budget.Unit.count, .bytes, .rows] {
      json.member(name(unit)) { json in
        json.object { json in
          json.member(
            "description", "A relation, a number\(unit == .rows ? "" : " and a unit"), such as `\(unit.example)`.")
          json.member("type", "string")
          json.member("pattern", pattern(unit))
        }
      }
    }
  }

  static func writeKeys(to json: inout JSONWriter) {
    for quantity in Budget.Quantity.allCases {
      for key in quantity.keys {
        json.member(key) { json in
          if quantity.isPerOutput {
            json.object { json in
              json.anyOf([
                { $0.reference(to: name(quantity.unit)) },
                { json in
                  json.object(.inline) { json in
                    json.member("description", "Limits of single outputs, by their names.")
                    json.member("type", "object")
                    json.member("additionalProperties") { $0.reference(to: name(quantity.unit)) }
                  }
                },
              ])
            }
          } else {
            json.reference(to: name(quantity.unit))
          }
        }
      }
    }
  }

  private static func name(_ unit: Budget.Unit) -> String {
    switch unit {
    case .count: "limit_of_counts"
    case .bytes: "limit_of_bytes"
    case .rows: "limit_of_rows"
    }
  }

  private static func pattern(_ unit: Budget.Unit) -> String {
    let relations = Budget.Relation.allCases.map(\.rawValue).joined(separator: "|")
    let units = unit.factors.map(\.name).joined(separator: "|")
    return "^(\(relations)) *[0-9]+(\\.[0-9]*)?" + (units.isEmpty ? "$" : " *(\(units))?$")
  }
}
