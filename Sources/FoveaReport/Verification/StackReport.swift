package import Fovea
import FoveaFilters
import FoveaNumerics
package import FoveaText

/// One stack beside the kernel that it stands for, for people and programs.
package struct StackReport {
  let found: StackVerification
  /// Whether activations in the stack are what was asked for.
  let expectsActivation: Bool
  let times: StackTimes?
  let seed: UInt64

  package init(_ found: StackVerification, expectsActivation: Bool, times: StackTimes?, seed: UInt64) {
    self.found = found
    self.expectsActivation = expectsActivation
    self.times = times
    self.seed = seed
  }

  /// A report for a terminal of `width` columns.
  package func text(width: Int) -> StyledText {
    var text = StyledText(title, .strong)
    text.append("\n\n")
    text.append(geometry(width))
    text.append("\n")
    text.append(function(width))
    text.append("\n")
    text.append(cost(width))
    text.append("\n" + ColumnText.wrapped(words: footnote, width: width) + "\n", .legend)
    return text
  }

  private var title: String {
    let (direct, stack) = (found.direct, found.stack)
    let layers = stack.map { KernelText.text($0) }.joined(separator: ", ")
    return "\(KernelText.text(direct)) as \(layers) on \(StackGeometry.text(found.size))"
  }

  private func geometry(_ width: Int) -> StyledText {
    var text = VerdictText.line("same geometry", found.geometry.isSame ? .yes : .no, "", width)
    let columns: [(String, (StackGeometry.Fact) -> String)] = [
      ("", { $0.property.rawValue.split(separator: "_").joined(separator: " ") }), ("layer", \.original),
      ("stack", \.stack), (found.geometry.isSame ? "" : "verdict", { $0.isEqual ? "" : "differs" }),
    ]
    text.append(
      TextTable.text(
        columns.filter { !$0.0.isEmpty || $0.1(found.geometry.facts[0]) != "" }.enumerated().map { index, column in
          TextTable.Column(
            title: column.0, isRight: index == 1 || index == 2, role: .plain,
            cells: found.geometry.facts.map(column.1))
        }, width: width))
    for (axis, holes) in found.geometry.holes.enumerated() where !holes.isEmpty {
      let places = holes.prefix(20).map(String.init).joined(separator: ", ") + (holes.count > 20 ? ", …" : "")
      text.append("axis \(axis): no layer reaches the taps \(places)\n")
    }
    return text
  }

  private func function(_ width: Int) -> StyledText {
    let verdict = FunctionText(found, expectsActivation: expectsActivation)
    var text = VerdictText.line("same function", verdict.verdict, verdict.sentence, width)
    if let equivalence = verdict.equivalence { text.append(TierText.table(equivalence.tiers, width: width)) }
    if case .interior(_, let band) = found.function { text.append(bandText(band, width)) }
    if case .rectified(let cases) = found.function, !cases.isEmpty { text.append(RectifiedText.table(cases, width)) }
    return text
  }

  private func bandText(_ band: BandComparison, _ width: Int) -> StyledText {
    func text(_ widths: [AxisPadding]) -> String {
      widths.map { "\($0.before) + \($0.after)" }.joined(separator: ", ")
    }
    let outputs = band.predicted.outputs
    func share(_ count: Int) -> String {
      "\(Quantity.exact(count)) of \(Quantity.exact(outputs)) (\(Quantity.percent(Double(count) / Double(max(1, outputs)))))"
    }
    let sentence =
      "border band: predicted \(text(band.predicted.widths)) pixels at the two sides of each axis, "
      + "\(share(band.predicted.affected)); observed \(text(band.observed)) pixels, \(share(band.affected)); "
      + (band.isAsPredicted ? "exactly the predicted outputs differ" : "not the outputs that were predicted")
      + ", by up to \(DecimalText.text(band.largest, digits: 2)) of the outputs' root mean square"
    return StyledText(ColumnText.wrapped(words: sentence, width: width) + "\n")
  }

  private func cost(_ width: Int) -> StyledText {
    let cost = found.cost
    let isCheaper = cost.macs < cost.directMacs
    var text = VerdictText.line(
      "cheaper", isCheaper ? .yes : .no,
      "\(Quantity.signed(cost.macsChange)) multiply-accumulates", width)
    var rows = [
      ("parameters", cost.directParameters, cost.parameters, cost.parametersChange),
      ("macs", cost.directMacs, cost.macs, cost.macsChange),
      (
        "activations", cost.outputActivations, cost.outputActivations + cost.hiddenActivations, cost.activationsChange
      ),
    ].map { [$0.0, Quantity.exact($0.1), Quantity.exact($0.2), Quantity.signed($0.3)] }
    if let times {
      rows.append([
        "ms", TimeText.milliseconds(times.original), TimeText.milliseconds(times.stack), TimeText.change(times),
      ])
    }
    text.append(
      TextTable.text(
        ["", "layer", "stack", "change"].enumerated().map { index, title in
          TextTable.Column(title: title, isRight: index > 0, role: .plain, cells: rows.map { $0[index] })
        }, width: width))
    return text
  }

  private var footnote: String {
    var parts = [TierText.convention]
    if let cancellation = found.cancellation {
      parts.append("the terms of the stack are \(DecimalText.text(cancellation, digits: 3)) times what they add up to")
    }
    parts.append("activations are the numbers that the layers write")
    if let times { parts.append(times.convention) }
    parts.append("seed \(seed)")
    return parts.joined(separator: "; ")
  }
}

/// Convolutions in a few characters.
enum KernelText {
  /// `7x7/2 3→64`; dilation and groups where they are not 1.
  static func text(_ kernel: Kernel) -> String {
    var text = StackGeometry.text(kernel.shape)
    let (strides, dilations) = (kernel.windows.map(\.stride), kernel.windows.map(\.dilation))
    if strides.contains(where: { $0 > 1 }) {
      text += "/" + (Set(strides).count == 1 ? "\(strides[0])" : StackGeometry.text(strides))
    }
    if dilations.contains(where: { $0 > 1 }) {
      text += " dilated " + (Set(dilations).count == 1 ? "\(dilations[0])" : StackGeometry.text(dilations))
    }
    text += " \(kernel.inputs)→\(kernel.outputs)"
    if kernel.groups > 1 { text += " in \(kernel.groups) groups" }
    return text
  }
}

extension Quantity {
  /// A relative change with its sign: `−44.9%`, `+3.1%`, `0.0%`; from ten times on as a factor: `20.6x`.
  static func signed(_ change: Double) -> String {
    if change >= 9 { return DecimalText.fixed(change + 1, digits: 1) + "x" }
    let text = percent(change.magnitude)
    return text == "0.0%" ? text : (change < 0 ? "-" : "+") + text
  }
}
