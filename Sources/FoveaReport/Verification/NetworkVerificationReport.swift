package import Fovea
import FoveaFilters
import FoveaGraph
import FoveaNumerics
package import FoveaText

/// A network beside its rewrite, for people and programs. One file because both tell the same.
package struct NetworkVerificationReport {
  let found: NetworkVerification
  let names: (original: String, rewritten: String)
  let expectsActivation: Bool
  /// The times of each stack and of the whole networks, by path; the networks' under an empty one.
  let times: [String: StackTimes]
  let seed: UInt64

  package init(
    _ found: NetworkVerification, names: (original: String, rewritten: String), expectsActivation: Bool,
    times: [String: StackTimes], seed: UInt64
  ) {
    self.found = found
    self.names = names
    self.expectsActivation = expectsActivation
    self.times = times
    self.seed = seed
  }

  /// A report for a terminal of `width` columns.
  package func text(width: Int) -> StyledText {
    var text = StyledText(VisibleText.escape("\(names.original) and \(names.rewritten)"), .strong)
    text.append("\n")
    if let outputs = found.outputs {
      text.append("\n")
      text.append(OutputText(outputs, found).text(width))
      text.append("\n" + ColumnText.wrapped(words: "seed \(seed)", width: width) + "\n", .dim)
      return text
    }
    let count = found.stacks.count
    text.append(
      "\(count) rewritten layer\(count == 1 ? "" : "s"), \(found.weights == .random ? "random" : "given") weights\n\n",
      .dim)
    text.append(geometry(width))
    text.append("\n")
    text.append(function(width))
    text.append("\n")
    text.append(cost(width))
    text.append("\n" + ColumnText.wrapped(words: footnote, width: width) + "\n", .dim)
    return text
  }

  private func list(_ lines: [String], _ width: Int) -> String {
    let limit = 12
    var shown = lines.prefix(limit).map {
      ColumnText.wrapped(words: "  " + VisibleText.escape($0), indent: 2, width: width)
    }
    if lines.count > limit { shown.append("  and \(lines.count - limit) more") }
    return shown.map { $0 + "\n" }.joined()
  }

  private func geometry(_ width: Int) -> StyledText {
    let layers = found.original.graph.layers.count
    let isSame = found.differences.isEmpty && found.otherFields.isEmpty && broken.isEmpty
    var text = VerdictText.line(
      "same geometry", isSame ? .yes : .no,
      isSame
        ? "shape, receptive field, effective stride and padding of all \(layers) layers, inputs included, are equal"
        : "", width)
    text.append(list(found.differences, width))
    text.append(list(broken, width))
    let others = Set(brokenPaths)
    text.append(
      list(
        found.otherFields.filter { !others.contains($0) }.map { "`\($0)` has another shape or receptive field" }, width)
    )
    return text
  }

  private var brokenPaths: [String] {
    found.stacks.compactMap { stack in
      if case .success(let found) = stack.result, found.geometry.isSame { return nil }
      return stack.path
    }
  }

  /// The stacks whose geometry is another, with what differs.
  private var broken: [String] {
    found.stacks.compactMap { stack in
      switch stack.result {
      case .failure(let failure): return "`\(stack.path)`: \(failure.reason)"
      case .success(let found):
        let facts = found.geometry.facts.filter { !$0.isEqual }.map { fact in
          "\(fact.property.rawValue.split(separator: "_").joined(separator: " ")) \(fact.stack) for \(fact.original)"
        }
        return facts.isEmpty ? nil : "`\(stack.path)`: " + facts.joined(separator: ", ")
      }
    }
  }

  private var verifications: [(path: String, found: StackVerification)] {
    found.stacks.compactMap { stack in
      if case .success(let found) = stack.result { (stack.path, found) } else { nil }
    }
  }

  private func function(_ width: Int) -> StyledText {
    let texts = verifications.map { FunctionText($0.found.function, expectsActivation: expectsActivation) }
    let isSame =
      found.differences.isEmpty && texts.count == found.stacks.count && texts.allSatisfy { $0.verdict == .yes }
    let isPartly = texts.allSatisfy { $0.verdict != .no } && found.differences.isEmpty
    var text = VerdictText.line(
      "same function", isSame && found.run?.passed == true ? .yes : isPartly && !isSame ? .partly : .no,
      isSame ? "for all inputs, interior and border, up to rounding" : "", width)
    for (index, (path, found)) in verifications.enumerated() where texts[index].verdict != .yes {
      text.append(list(["`\(path)`: \(texts[index].sentence)"], width))
      if case .rectified(let cases) = found.function { text.append(RectifiedText.table(cases, width)) }
    }
    let ratios = Dictionary(found.run?.stacks.map { ($0.path, $0.ratio) } ?? []) { first, _ in first }
    let rows = zip(verifications, texts).map { pair, text in
      func tier(_ arithmetic: Tier.Arithmetic) -> String {
        TierText.result(text.equivalence?.tiers.first { $0.arithmetic == arithmetic })
      }
      return [
        VisibleText.escape(pair.path), text.word, tier(.integers), tier(.double), tier(.float),
        ratios[pair.path].map(TierText.ratio) ?? "–",
      ]
    }
    if !rows.isEmpty {
      let titles = ["layer", "function", "integers", "float64", "float32", "in the network"]
      text.append(
        TextTable.text(
          titles.enumerated().map { index, title in
            TextTable.Column(
              title: title, isRight: index > 1, role: .plain, cells: rows.map { $0[index] }, floor: index == 0 ? 12 : 0)
          }, width: width))
    }
    for output in found.run?.outputs ?? [] {
      let size = output.scale > 0 ? output.difference / output.scale : output.difference
      let sentence =
        "output \(VisibleText.escape(output.name)) \(StackGeometry.text(output.shape)): the networks differ by "
        + "\(TierText.ratio(size)) of its root mean square, \(TierText.ratio(output.ratio)) of how far the "
        + "stacks' bounds move it"
      text.append(ColumnText.wrapped(words: sentence, indent: 2, width: width) + "\n")
    }
    return text
  }

  private func cost(_ width: Int) -> StyledText {
    let (one, two) = (found.original.totals, found.rewritten.totals)
    let change = NetworkChange(one.macs, two.macs)
    var text = VerdictText.line(
      "cheaper", change.value.map { $0 < 0 } == true ? .yes : .no, "\(change.text) multiply-accumulates", width)
    var rows = verifications.map { path, found in
      [
        VisibleText.escape(path), Quantity.signed(found.cost.parametersChange), Quantity.signed(found.cost.macsChange),
        Quantity.signed(found.cost.activationsChange), times[path].map { Quantity.signed($0.change) } ?? "",
      ]
    }
    rows.append([
      "network", NetworkChange(one.parameters, two.parameters).text, change.text,
      NetworkChange(one.peakActivationBytes, two.peakActivationBytes).text,
      times[""].map { Quantity.signed($0.change) } ?? "",
    ])
    let titles = ["layer", "parameters", "macs", "activations", times.isEmpty ? "" : "time"]
    text.append(
      TextTable.text(
        titles.enumerated().map { index, title in
          TextTable.Column(
            title: title, isRight: index > 0, role: .plain, cells: rows.dropLast().map { $0[index] },
            footer: rows[rows.count - 1][index], floor: index == 0 ? 12 : 0)
        }, width: width))
    func total(_ name: String, _ one: Total, _ two: Total, _ format: (Int) -> String) {
      text.append("\(name) \(Amount(one).text(format)), rewritten \(Amount(two).text(format))\n")
    }
    total("parameters ", one.parameters, two.parameters, Quantity.exact)
    total("macs       ", one.macs, two.macs, Quantity.exact)
    total("activations", one.peakActivationBytes, two.peakActivationBytes, Quantity.bytes)
    if let whole = times[""] {
      text.append(
        "time        \(DecimalText.fixed(whole.original * 1_000, digits: 2)) ms, rewritten "
          + "\(DecimalText.fixed(whole.stack * 1_000, digits: 2)) ms\n")
    }
    return text
  }

  private var footnote: String {
    var parts = [TierText.convention]
    if found.run != nil {
      parts.append(
        "in the network: both whole networks run in float64, and every stack is compared with its layer on the map that "
          + "it reads there, within running bounds; the outputs are compared with what differences as large as these bounds, put "
          + "in at random signs, do to them")
    }
    parts.append("activations of a layer are all that it writes, those of a network what lives at most")
    if let convention = times.values.first?.convention { parts.append(convention) }
    parts.append("seed \(seed)")
    return parts.joined(separator: "; ")
  }
}

/// The relative change of a total.
struct NetworkChange {
  let value: Double?

  init(_ one: Total, _ two: Total) {
    if case .known(let a) = one, case .known(let b) = two, a > 0 {
      value = Double(b) / Double(a) - 1
    } else {
      value = nil
    }
  }

  var text: String { value.map(Quantity.signed) ?? "?" }
}

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
            $0.member("time_ns") { json in
              json.object(.inline) {
                $0.member("original", VerificationJSON.nanoseconds(times.original))
                $0.member("rewritten", VerificationJSON.nanoseconds(times.stack))
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
