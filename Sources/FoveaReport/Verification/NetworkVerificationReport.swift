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
      text.append("\n" + ColumnText.wrapped(words: "seed \(seed)", width: width) + "\n", .legend)
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
    text.append("\n" + ColumnText.wrapped(words: footnote, width: width) + "\n", .legend)
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

  private var functions: [FunctionText] {
    verifications.map { FunctionText($0.found, expectsActivation: expectsActivation) }
  }

  /// Whether the networks compute the same, and what is known of it.
  var sameFunction: (verdict: VerdictText.Verdict, sentence: String) {
    let texts = functions
    guard found.differences.isEmpty else {
      return (.unknown, "layers outside of the stacks differ, so that nothing was compared")
    }
    let isSame = texts.count == found.stacks.count && texts.allSatisfy { $0.verdict == .yes || $0.verdict == .open }
    guard isSame else {
      if texts.contains(where: { $0.verdict == .no }) { return (.no, "") }
      return texts.count == found.stacks.count ? (.partly, "") : (.unknown, "not every stack could be compared")
    }
    guard found.run?.passed == true else { return (.no, "both were run, and they differ by more than rounding") }
    if texts.isEmpty, found.weights == .random { return (.yes, "the layers are the same") }
    if found.weights == .random { return (.open, FunctionText.open(verifications.map(\.found.reach))) }
    return (.yes, "for all inputs, interior and border, up to rounding")
  }

  private func function(_ width: Int) -> StyledText {
    let texts = functions
    let (verdict, sentence) = sameFunction
    var text = VerdictText.line("same function", verdict, sentence, width)
    for (index, (path, found)) in verifications.enumerated()
    where texts[index].verdict != .yes && texts[index].verdict != .open {
      text.append(list(["`\(path)`: \(texts[index].sentence)"], width))
      if case .rectified(let cases) = found.function { text.append(RectifiedText.table(cases, width)) }
    }
    let shares = Dictionary(found.run?.stacks.map { ($0.path, Self.share($0)) } ?? []) { first, _ in first }
    let rows = zip(verifications, texts).map { pair, text in
      func tier(_ arithmetic: Tier.Arithmetic) -> String {
        TierText.result(text.equivalence?.tiers.first { $0.arithmetic == arithmetic })
      }
      return [
        VisibleText.escape(pair.path), text.word, tier(.integers), tier(.double), tier(.float),
        shares[pair.path] ?? "–",
      ]
    }
    if !rows.isEmpty {
      let titles = ["layer", "function", "integers", "float64", "float32", "off by"]
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
        "output \(VisibleText.escape(output.name)) \(StackGeometry.text(output.shape)): off by \(TierText.ratio(size)) "
        + "of its root mean square"
        + (output.ratio <= 1 ? "" : ", which is more than the rounding of the stacks explains")
      text.append(ColumnText.wrapped(words: sentence, indent: 2, width: width) + "\n")
    }
    return text
  }

  private static func share(_ stack: RewriteRun.Stack) -> String {
    TierText.ratio(stack.difference) + (stack.ratio <= 1 ? "" : " differs")
  }

  private func cost(_ width: Int) -> StyledText {
    let (one, two) = (found.original.totals, found.rewritten.totals)
    let change = NetworkChange(one.macs, two.macs)
    var text = VerdictText.line(
      "cheaper", change.value.map { $0 < 0 } == true ? .yes : .no, "\(change.text) multiply-accumulates", width)
    var rows = verifications.map { path, found in
      [
        VisibleText.escape(path), Quantity.signed(found.cost.parametersChange), Quantity.signed(found.cost.macsChange),
        Quantity.signed(found.cost.activationsChange), times[path].map(TimeText.change) ?? "",
      ]
    }
    rows.append([
      "network", NetworkChange(one.parameters, two.parameters).text, change.text,
      NetworkChange(one.peakActivationBytes, two.peakActivationBytes).text,
      times[""].map(TimeText.change) ?? "",
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
        "time        \(TimeText.milliseconds(whole.original)) ms, rewritten "
          + "\(TimeText.milliseconds(whole.stack)) ms\n")
    }
    return text
  }

  private var footnote: String {
    var parts = [TierText.convention]
    if found.run != nil {
      parts.append(
        "off by: both whole networks run in float64"
          + (found.weights == .random && !found.stacks.isEmpty ? " on random weights" : "")
          + ", and every stack is compared with its layer on the map that it reads there; the largest difference as a "
          + "share of the root mean square")
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
