package import Fovea
import FoveaGraph
package import FoveaText

/// A comparison as JSON, schema 2.
package enum ComparisonJSON {
  /// The version of the schema; it grows when a key changes its meaning or goes.
  package static let schema = 2

  /// Writes a comparison as an object, with what `--fail-if` says about it.
  package static func write(
    _ comparison: NetworkComparison, failures: [ComparisonLimit.Failure] = [], to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("schema", schema)
      json.member("title", comparison.title)
      json.member("convention", Convention.text(comparison.options))
      json.member("networks") { json in
        json.array { json in
          for network in comparison.networks { write(network, to: &json) }
        }
      }
      json.member("figures") { json in
        json.array { json in
          for row in comparison.rows { write(row, comparison, to: &json) }
        }
      }
      json.member("layers") { json in
        json.array { json in
          for (network, difference) in zip(comparison.networks.dropFirst(), comparison.differences) {
            write(difference, of: network, to: &json)
          }
        }
      }
      json.member("failures") { json in
        json.array { json in
          for failure in failures {
            json.object(.inline) { json in
              json.member("condition", failure.limit.text)
              json.member("network", failure.network)
              json.member("message", failure.message)
            }
          }
        }
      }
    }
  }

  private static func write(_ network: ComparedNetwork, to json: inout JSONWriter) {
    json.object { json in
      json.member("label", network.label)
      json.member("path", network.path)
      json.member("network", network.analyzed?.graph.name)
      json.member("variant", network.analyzed?.graph.variant)
      let parts = network.network.flatMap { NetworkJSON($0, hasLayers: false) }
      json.member("outputs") { json in
        json.array { json in parts?.writeOutputs(to: &json) }
      }
      json.member("gathering") { json in
        json.array { json in parts?.writeGathering(to: &json) }
      }
      json.member("phases") { json in
        json.array { json in parts?.writePhases(to: &json) }
      }
    }
  }

  private static func write(
    _ row: NetworkComparison.Row, _ comparison: NetworkComparison, to json: inout JSONWriter
  ) {
    json.object(.inline) { json in
      json.member("figure", row.metric.rawValue)
      json.member("output", row.output)
      json.member("values") { json in
        json.row(comparison.networks) { json, network in
          if let output = row.output {
            json.string(network.field(output)?.text ?? "absent")
          } else if let amount = network.amount(row.metric) {
            write(amount, to: &json)
          } else {
            json.null()
          }
        }
      }
      if row.metric == .time {
        json.member("spreads") { json in
          json.row(comparison.networks) { json, network in
            if let times = network.times { json.number(TimeText.nanoseconds(times.spread)) } else { json.null() }
          }
        }
      }
      json.member("differences") { json in
        json.row(row.cells.dropFirst()) { json, cell in
          write(cell?.amounts.differences ?? [], isList: row.output != nil, to: &json) { $1.number($0) }
        }
      }
      json.member("ratios") { json in
        json.row(row.cells.dropFirst()) { json, cell in
          write(cell?.amounts.ratios ?? [], isList: row.output != nil, to: &json) { $1.decimal($0) }
        }
      }
    }
  }

  private static func write(_ amount: Amount, to json: inout JSONWriter) {
    switch amount {
    case .known(let value): json.number(value)
    case .atLeast(let bound): json.object(.inline) { $0.member("at_least", bound) }
    case .unknown: json.null()
    }
  }

  /// Writes one number, or a list of one for each axis; null where there is none.
  private static func write<Number>(
    _ amounts: [ComparedAmount<Number>], isList: Bool, to json: inout JSONWriter,
    _ number: (Number, inout JSONWriter) -> Void
  ) {
    func one(_ amount: ComparedAmount<Number>, to json: inout JSONWriter) {
      func bound(_ key: String, _ value: Number, to json: inout JSONWriter) {
        json.object(.inline) { json in
          json.key(key)
          number(value, &json)
        }
      }
      switch amount {
      case .known(let value): number(value, &json)
      case .atLeast(let value): bound("at_least", value, to: &json)
      case .atMost(let value): bound("at_most", value, to: &json)
      case .unknown: json.null()
      }
    }
    guard let first = amounts.first else { return json.null() }
    if isList { json.row(amounts) { one($1, to: &$0) } } else { one(first, to: &json) }
  }

  private static func write(
    _ difference: NetworkDifference?, of network: ComparedNetwork, to json: inout JSONWriter
  ) {
    guard let difference else { return json.null() }
    let (old, new) = (LayerPaths(difference.old), LayerPaths(difference.new))
    func list(_ layers: [LayerID], _ graph: Graph, _ paths: LayerPaths, to json: inout JSONWriter) {
      json.array { json in
        for layer in layers {
          json.object(.inline) { json in
            json.member("path", paths[layer])
            json.member("operator", graph[layer].operation.name)
          }
        }
      }
    }
    json.object { json in
      json.member("network", network.label)
      json.member("same", difference.sameCount)
      json.key("added")
      list(difference.added, difference.new, new, to: &json)
      json.key("removed")
      list(difference.removed, difference.old, old, to: &json)
      json.member("changed") { json in
        json.array { json in
          for change in difference.changed {
            json.object(.inline) { json in
              json.member("old", old[change.old])
              json.member("new", new[change.new])
              json.member("operator", difference.new[change.new].operation.name)
              json.member("changes") { json in
                json.row(change.attributes) { json, attribute in
                  json.object(.inline) { json in
                    json.member("attribute", attribute.name)
                    json.member("old", attribute.old)
                    json.member("new", attribute.new)
                  }
                }
              }
            }
          }
        }
      }
      json.member("renamed") { json in
        json.array { json in
          for entry in difference.renamed {
            json.object(.inline) { json in
              json.member("old", old[entry.old])
              json.member("new", new[entry.new])
            }
          }
        }
      }
    }
  }
}
