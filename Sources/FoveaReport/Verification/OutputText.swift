import Fovea
import FoveaGraph
import FoveaText

/// Two networks that are not a network and its rewrite, output by output.
struct OutputText {
  private let outputs: OutputComparison
  private let found: NetworkVerification

  init(_ outputs: OutputComparison, _ found: NetworkVerification) {
    self.outputs = outputs
    self.found = found
  }

  func text(_ width: Int) -> StyledText {
    var text = StyledText(
      ColumnText.wrapped(
        words: "no block of the second network stands for a layer of the first, so they are compared output by output",
        width: width) + "\n\n", .dim)
    text.append(
      VerdictText.line(
        "same geometry", outputs.isSameGeometry ? .yes : .no,
        outputs.isSameGeometry
          ? "shape and receptive field of all outputs are equal"
          : outputs.counts.original == outputs.counts.other
            ? "" : "\(outputs.counts.original) outputs and \(outputs.counts.other)", width))
    let rows = outputs.outputs.map { output in
      [
        VisibleText.escape(
          output.names.original == output.names.other
            ? output.names.original : "\(output.names.original), \(output.names.other)"),
        output.shapes.original.description, output.shapes.other.description, FieldText.short(output.fields.original),
        FieldText.short(output.fields.other), output.isSameGeometry ? "" : "differs",
      ]
    }
    let titles = ["output", "shape", "", "field", "", ""]
    text.append(
      TextTable.text(
        titles.enumerated().map { index, title in
          TextTable.Column(title: title, isRight: (1...4).contains(index), role: .plain, cells: rows.map { $0[index] })
        }, width: width))
    text.append("\n")
    text.append(function(width))
    text.append("\n")
    let (one, two) = (found.original.totals, found.rewritten.totals)
    let change = NetworkChange(one.macs, two.macs)
    text.append(
      VerdictText.line(
        "cheaper", change.value.map { $0 < 0 } == true ? .yes : .no,
        "\(change.text) multiply-accumulates, \(NetworkChange(one.parameters, two.parameters).text) parameters, "
          + "\(NetworkChange(one.peakActivationBytes, two.peakActivationBytes).text) activations", width))
    return text
  }

  private func function(_ width: Int) -> StyledText {
    guard outputs.refusal == nil, let isSame = outputs.isSameFunction else {
      return VerdictText.line(
        "same function", outputs.takesSame ? .unknown : .no,
        outputs.takesSame
          ? "not compared: \(outputs.refusal ?? ""); only the geometry is" : outputs.refusal ?? "", width)
    }
    let sizes = outputs.outputs.compactMap { output in
      output.difference.map { $0.scale > 0 ? $0.largest / $0.scale : $0.largest }
    }
    return VerdictText.line(
      "same function", !isSame ? .no : found.weights == .random ? .partly : .yes,
      "run in float64 on the same \(found.weights == .random ? "random" : "given") weights, the outputs differ by "
        + "\(TierText.ratio(sizes.max() ?? 0)) of their root mean square, the tolerance is "
        + "\(TierText.ratio(OutputComparison.tolerance)); this shows it for these weights and this input", width)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("same_geometry", outputs.isSameGeometry)
      json.member("same_function") { json in
        // On random weights of the same names it is not shown for others.
        if let isSame = outputs.isSameFunction, !isSame || found.weights == .given {
          json.truth(isSame)
        } else {
          json.null()
        }
      }
      json.member("same_outputs") { json in
        if let isSame = outputs.isSameFunction { json.truth(isSame) } else { json.null() }
      }
      json.member("reason", outputs.refusal)
      json.member("pairs") { json in
        json.array { json in
          for output in outputs.outputs {
            json.object(.inline) {
              $0.member("original", output.names.original)
              $0.member("other", output.names.other)
              $0.member("same_geometry", output.isSameGeometry)
              $0.member("difference", output.difference?.largest)
              $0.member("root_mean_square", output.difference?.scale)
            }
          }
        }
      }
    }
  }
}
