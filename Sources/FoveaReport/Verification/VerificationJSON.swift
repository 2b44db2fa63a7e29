import Fovea
import FoveaFilters
import FoveaGraph
import FoveaNumerics
package import FoveaText

/// Verifications for programs.
enum VerificationJSON {
  /// The members of a stack's three verdicts.
  static func write(_ found: StackVerification, _ times: StackTimes?, to json: inout JSONWriter) {
    json.member("original") { write(found.direct, to: &$0) }
    json.member("stack") { json in
      json.array { json in
        for kernel in found.stack { write(kernel, to: &json) }
      }
    }
    json.member("input") { $0.row(found.size) { $0.number($1) } }
    json.member("geometry") { write(found.geometry, to: &$0) }
    json.member("function") { writeFunction(of: found, to: &$0) }
    json.member("cancellation", found.cancellation)
    json.member("cost") { write(found.cost, times, to: &$0) }
  }

  private static func write(_ kernel: Kernel, to json: inout JSONWriter) {
    json.object(.inline) {
      $0.member("kernel") { $0.row(kernel.shape) { $0.number($1) } }
      $0.member("stride") { $0.row(kernel.windows.map(\.stride)) { $0.number($1) } }
      $0.member("dilation") { $0.row(kernel.windows.map(\.dilation)) { $0.number($1) } }
      $0.member("padding") { write(kernel.windows.map(\.padding), to: &$0) }
      $0.member("in", kernel.inputs)
      $0.member("out", kernel.outputs)
      $0.member("groups", kernel.groups)
      $0.member("bias", kernel.bias != nil)
    }
  }

  /// For each axis the rows before and after.
  static func write(_ padding: [AxisPadding], to json: inout JSONWriter) {
    json.row(padding) { json, rows in json.row([rows.before, rows.after]) { $0.number($1) } }
  }

  private static func write(_ geometry: StackGeometry, to json: inout JSONWriter) {
    json.object {
      $0.member("same", geometry.isSame)
      for fact in geometry.facts {
        $0.member(fact.property.rawValue) { json in
          json.object(.inline) {
            $0.member("original", fact.original)
            $0.member("stack", fact.stack)
          }
        }
      }
      $0.member("holes") { $0.row(geometry.holes) { $0.row($1) { $0.number($1) } } }
    }
  }

  private static func writeFunction(of found: StackVerification, to json: inout JSONWriter) {
    let function = found.function
    let text = FunctionText(found, expectsActivation: false)
    json.object { json in
      let verdict =
        switch function {
        case .same: found.weights == .random ? "not_shown" : "same"
        case .interior: "same_in_interior"
        case .approximation: "approximation"
        case .rectified, .different: "another"
        }
      json.member("verdict", verdict)
      json.member("reason", text.sentence)
      if case .same = function, found.weights == .random {
        json.member("reachable_dimensions", found.reach.reachable)
        json.member("dimensions", found.reach.all)
      }
      if case .approximation(_, let error, let isAccepted) = function {
        json.member("error", error)
        json.member("accepted", isAccepted)
      }
      json.member("tiers") { json in
        json.array { json in
          for tier in text.equivalence?.tiers ?? [] { write(tier, to: &json) }
        }
      }
      if case .interior(_, let band) = function { json.member("band") { write(band, to: &$0) } }
      if case .rectified(let cases) = function { json.member("rectified") { write(cases, to: &$0) } }
    }
  }

  private static func write(_ tier: Tier, to json: inout JSONWriter) {
    json.object(.inline) {
      $0.member("arithmetic", TierText.name(tier.arithmetic))
      $0.member("run", tier.isRun)
      $0.member("passed", tier.isRun && tier.passed)
      $0.member("given_weights", tier.usesGivenWeights)
      $0.member("compared", tier.compared)
      $0.member("outside", tier.mismatches)
      $0.member("ratios") { json in
        json.object(.inline) {
          for probe in Tier.Probe.allCases {
            $0.member(TierText.name(probe)) { json in
              if let ratio = tier.ratios[probe] { json.number(ratio) } else { json.null() }
            }
          }
        }
      }
    }
  }

  private static func write(_ band: BandComparison, to json: inout JSONWriter) {
    json.object(.inline) {
      $0.member("predicted") { write(band.predicted.widths, to: &$0) }
      $0.member("observed") { write(band.observed, to: &$0) }
      $0.member("predicted_outputs", band.predicted.affected)
      $0.member("observed_outputs", band.affected)
      $0.member("outputs", band.predicted.outputs)
      $0.member("as_predicted", band.isAsPredicted)
      $0.member("largest", band.largest)
    }
  }

  private static func write(_ cases: [RectifiedCase], to json: inout JSONWriter) {
    json.array { json in
      for found in cases {
        json.object(.inline) {
          $0.member("form", found.kind.rawValue)
          $0.member("inputs", RectifiedText.domain(found.domain))
          $0.member("widths") { $0.row(found.widths) { $0.number($1) } }
          $0.member("macs", found.cost.macs)
          $0.member("passed", found.equivalence.passed)
          $0.member("tiers") { json in
            json.array(.inline) { json in
              for tier in found.equivalence.tiers { write(tier, to: &json) }
            }
          }
        }
      }
    }
  }

  private static func write(_ cost: StackCost, _ times: StackTimes?, to json: inout JSONWriter) {
    json.object {
      func member(_ json: inout JSONWriter, _ name: String, _ original: Int, _ stack: Int) {
        json.member(name) { json in
          json.object(.inline) {
            $0.member("original", original)
            $0.member("stack", stack)
          }
        }
      }
      member(&$0, "parameters", cost.directParameters, cost.parameters)
      member(&$0, "macs", cost.directMacs, cost.macs)
      member(&$0, "activations", cost.outputActivations, cost.outputActivations + cost.hiddenActivations)
      if let times {
        member(&$0, "time_ns", TimeText.nanoseconds(times.original.median), TimeText.nanoseconds(times.stack.median))
        member(
          &$0, "time_spread_ns", TimeText.nanoseconds(times.original.spread), TimeText.nanoseconds(times.stack.spread))
      }
    }
  }
}

extension StackReport {
  /// Writes an object.
  package func write(to json: inout JSONWriter) {
    json.object {
      $0.member("schema", 1)
      $0.member("kind", "stack")
      $0.member("seed", String(seed))
      $0.member("passed", found.passes(expectingActivation: expectsActivation))
      VerificationJSON.write(found, times, to: &$0)
    }
  }
}
