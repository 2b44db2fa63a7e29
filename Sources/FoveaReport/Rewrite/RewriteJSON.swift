package import Fovea
import FoveaGraph
import FoveaNumerics
package import FoveaText

/// A rewrite as JSON, schema 1.
package enum RewriteJSON {
  /// The version of the schema; it grows when a key changes its meaning or goes.
  package static let schema = 1

  /// One rewrite as an object; UTF-8 that ends with a line break.
  package static func bytes(_ rewrite: NetworkRewrite) -> [UInt8] {
    var json = JSONWriter()
    write(rewrite, to: &json)
    json.end()
    return json.bytes
  }

  /// Writes one rewrite as an object.
  package static func write(_ rewrite: NetworkRewrite, to json: inout JSONWriter) {
    json.object { json in
      json.member("schema", schema)
      json.member("network", rewrite.before.graph.name)
      json.member("variant", rewrite.before.graph.variant)
      json.member("stopped", rewrite.isStopped)
      json.member("proposals") { json in
        json.array { json in
          for proposal in rewrite.proposals { write(proposal, line: rewrite.line(of: proposal.layer), to: &json) }
        }
      }
      json.member("refusals") { json in
        json.array { json in
          for refusal in rewrite.refusals {
            json.object(.inline) { json in
              json.member("layer", refusal.path)
              json.member("line", rewrite.line(of: refusal.layer))
              json.member("kernel", refusal.kernel)
              json.member("reason", refusal.reason)
              json.member("help", refusal.help)
            }
          }
        }
      }
      json.member("before") { write(rewrite.before, to: &$0) }
      json.member("after") { write(rewrite.after, to: &$0) }
    }
  }

  private static func write(_ analysis: AnalyzedGraph, to json: inout JSONWriter) {
    json.object(.inline) { json in
      json.member("parameters", known(analysis.totals.parameters))
      json.member("macs", known(analysis.totals.macs))
      json.member("peak_activation_bytes", known(analysis.totals.peakActivationBytes))
    }
  }

  private static func known(_ total: Total) -> Int? {
    if case .known(let value) = total { value } else { nil }
  }

  private static func write(_ proposal: RewriteProposal, line: Int?, to json: inout JSONWriter) {
    json.object { json in
      json.member("layer", proposal.path)
      json.member("line", line)
      json.member("form", proposal.form.rawValue)
      json.member("layers") { json in
        json.array { json in
          for layer in proposal.layers {
            json.object(.inline) { json in
              json.member("in", layer.inputs)
              json.member("out", layer.outputs)
              for (name, values) in [
                ("kernel", layer.kernel), ("stride", layer.windows.map(\.stride)),
                ("dilation", layer.windows.map(\.dilation)),
              ] {
                json.member(name) { $0.row(values) { $0.number($1) } }
              }
              json.member("padding") { json in
                json.row(layer.windows) { json, window in
                  json.row([window.padding.before, window.padding.after]) { $0.number($1) }
                }
              }
              json.member("groups", layer.groups)
              json.member("bias", layer.hasBias)
            }
          }
        }
      }
      json.member("same_geometry", true)
      json.member("same_function", RewriteText.function(of: proposal))
      json.member("cheaper", proposal.cost.isCheaper)
      json.member("stopped", proposal.isStopped)
      json.member("candidates") { json in
        json.array { json in
          for candidate in proposal.candidates {
            json.object(.inline) { json in
              json.member("form", candidate.form.rawValue)
              json.member("kernels", candidate.kernels)
              json.member("width", candidate.width)
              json.member("macs", candidate.cost.after.macs.value)
              json.member("parameters", candidate.cost.after.parameters.value)
              json.member("error") { $0.decimal(candidate.error) }
              json.member("lower_bound") { $0.decimal(candidate.lowerBound) }
              json.member("is_best_of_form", candidate.isBestOfForm)
            }
          }
        }
      }
      for (name, side) in [("before", proposal.cost.before), ("after", proposal.cost.after)] {
        json.member(name) { json in
          json.object(.inline) { json in
            json.member("parameters", side.parameters.value)
            json.member("macs", side.macs.value)
            json.member("activations", side.activations.value)
            json.member("moved", side.moved.value)
          }
        }
      }
    }
  }
}
