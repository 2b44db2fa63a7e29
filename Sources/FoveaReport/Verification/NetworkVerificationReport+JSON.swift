import Fovea
import FoveaGraph
import FoveaNumerics
package import FoveaText

extension NetworkVerificationReport {
  /// Writes an object.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("schema", 1)
      json.member("kind", "network")
      json.member("original", names.original)
      json.member("rewritten", names.rewritten)
      json.member("weights", found.weights == .random ? "random" : "given")
      json.member("seed", String(seed))
      json.member("passed", found.passed)
      if found.outputs == nil {
        json.member("same_function") { json in
          switch sameFunction.verdict {
          case .yes: json.truth(true)
          case .no, .partly: json.truth(false)
          case .open, .unknown: json.null()
          }
        }
      }
      json.member("differences") { json in
        json.array { json in
          for difference in found.differences { json.string(difference) }
        }
      }
      json.member("other_receptive_fields") { json in
        json.array { json in
          for path in found.otherFields { json.string(path) }
        }
      }
      json.member("layers") { json in
        json.array { json in
          for stack in found.stacks {
            json.object { json in
              json.member("path", stack.path)
              switch stack.result {
              case .failure(let failure): json.member("failure", failure.reason)
              case .success(let found): VerificationJSON.write(found, times[stack.path], to: &json)
              }
            }
          }
        }
      }
      json.member("outputs") { json in
        guard let outputs = found.outputs else { return json.null() }
        OutputText(outputs, found).write(to: &json)
      }
      json.member("run") { json in
        guard let run = found.run else { return json.null() }
        write(run, to: &json)
      }
      json.member("totals") { json in
        let (one, two) = (found.original.totals, found.rewritten.totals)
        json.object {
          write("parameters", one.parameters, two.parameters, to: &$0)
          write("macs", one.macs, two.macs, to: &$0)
          write("peak_activation_bytes", one.peakActivationBytes, two.peakActivationBytes, to: &$0)
          if let times = times[""] {
            for (name, time) in [("time_ns", \Times.median), ("time_spread_ns", \.spread)] {
              $0.member(name) { json in
                json.object(.inline) {
                  $0.member("original", TimeText.nanoseconds(times.original[keyPath: time]))
                  $0.member("rewritten", TimeText.nanoseconds(times.stack[keyPath: time]))
                }
              }
            }
          }
        }
      }
    }
  }

  private func write(_ name: String, _ one: Total, _ two: Total, to json: inout JSONWriter) {
    func known(_ total: Total) -> Int? {
      if case .known(let value) = total { value } else { nil }
    }
    json.member(name) { json in
      json.object(.inline) {
        $0.member("original", known(one))
        $0.member("rewritten", known(two))
      }
    }
  }

  private func write(_ run: RewriteRun, to json: inout JSONWriter) {
    json.object { json in
      json.member("passed", run.passed)
      json.member("layers") { json in
        json.array { json in
          for stack in run.stacks {
            json.object(.inline) {
              $0.member("path", stack.path)
              $0.member("ratio", stack.ratio)
              $0.member("difference", stack.difference)
            }
          }
        }
      }
      json.member("outputs") { json in
        json.array { json in
          for output in run.outputs {
            json.object(.inline) {
              $0.member("name", output.name)
              $0.member("shape") { $0.row(output.shape) { $0.number($1) } }
              $0.member("difference", output.difference)
              $0.member("tolerance", output.tolerance)
              $0.member("root_mean_square", output.scale)
            }
          }
        }
      }
    }
  }
}
