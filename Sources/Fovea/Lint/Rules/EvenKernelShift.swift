import FoveaGraph

enum EvenKernelShift: Rule {
  static let name = "even-kernel-shift"
  static let summary = "An even kernel with an odd stride shifts the map by half a pixel."
  static let rationale = """
    A window of an even number of rows has its centre between two rows. With an even stride that is where it belongs, in \
    the middle of the rows that become one (`kernel: 4, stride: 2, padding: 1`); with an odd stride the map is half a pixel \
    off its grid. Padding of one row at one end keeps the size and moves the whole map by half a pixel to that side; \
    several such layers add up.

    The shift is followed to the outputs, in pixels of the input. A layer is accepted where a later one takes the shift \
    back at every output: padding on the other side, or another layer of the same kind without padding on either. \
    Accepted too are windows that look back or ahead on purpose, with two or more rows of padding more at one end than at \
    the other, or along the axis of time with all padding before, and a window that takes in the whole map.

    Use an odd kernel, an even stride, or pad such layers in turn before and behind.
    """
  static let references = [
    Reference(
      "Wu, Wang, Zhou, Wei, Convolution with even-sized kernels and symmetric padding, 2019",
      "https://arxiv.org/abs/1903.08385")
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers(
      "- conv: {out: 16, kernel: 2, dilation: 4}\n- conv: {out: 16, kernel: 10, stride: 5}", input: "16x400",
      why: "windows over a signal without padding"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 4, stride: 2, padding: 1}", why: "the centre is where two pixels become one"),
    RuleExample.layers("- max_pool: {kernel: 2}", why: "the stride is 2 too"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 2, padding: [[0, 1], [0, 1]]}\n- relu\n- conv: {out: 8, kernel: 2, padding: [[1, 0], [1, 0]]}",
      why: "the second moves the map back"),
    RuleExample.layers("- conv: {out: 8, kernel: 3, dilation: 3, padding: 3}", why: "the dilated window has 7 rows"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 2, padding: [[1, 0]]}", input: "16x100", why: "a causal window looks back on purpose"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: [1, 4], padding: [[0, 0], [3, 0]]}", why: "columns of time, seen from behind"),
    RuleExample.layers("- conv: {out: 8, kernel: 4}", input: "16x4x4", why: "a single window takes in the whole map"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- conv: {out: 8, ⟦kernel⟧: 2, padding: [[0, 1], [0, 1]]}", why: "half a pixel towards the end"),
    RuleExample.layers(
      "- conv: {out: 8, ⟦kernel⟧: 4, padding: 1}\n- relu", why: "padding on both sides leaves it between the pixels"),
    RuleExample.layers(
      "- conv: {out: 8, ⟦kernel⟧: 2, padding: same}\n- relu\n- conv: {out: 8, ⟦kernel⟧: 4, padding: same}",
      why: "two halves make a whole pixel, which nothing takes back"),
    RuleExample.layers(
      "- conv: {out: 8, ⟦kernel⟧: 4, stride: 3, padding: 1}", why: "the stride is odd, if not 1"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    let graph = context.graph
    let shifts = graph.ids.map { context.shifts(at: $0) }
    guard shifts.contains(where: { !$0.isEmpty }) else { return [] }
    let rank = graph.inputs.map { graph.shape(of: $0).rank }.max() ?? 0
    let ends = (0..<rank).map { Ends(graph, shifts: shifts, axis: $0) }
    return graph.ids.compactMap { id in
      guard let layer = graph[id].slidingWindow,
        let shift = shifts[id.position].first(where: { ends[$0.axis].nearest[id.position] != nil }),
        let end = ends[shift.axis].nearest[id.position]
      else { return nil }
      let (kernel, stride) = (layer.span(shift.axis), layer.stride(shift.axis))
      let at =
        end.shift.map { "at the output `\(end.output)` it is \(pixels($0.magnitude)) of the input" }
        ?? "nothing takes the shift back before the output `\(end.output)`"
      return context.finding(
        Self.self, at: id,
        "a window of \(kernel) rows has no middle row, and with stride \(stride) the map shifts by half a pixel; \(at)",
        span: context.span(of: "kernel", of: id), label: "even",
        help:
          "use `kernel: \(layer.kernel[shift.axis] + 1)` with `padding: half`, or pad the next even kernel on the other side"
      )
    }
  }

  private static func pixels(_ count: Fraction) -> String { "\(count) pixel\(count == Fraction(1) ? "" : "s")" }
}

/// The half pixel by which one layer shifts its map on one axis.
private struct Shift {
  let axis: Int
  /// In pixels of the network's input; nil where they are not known.
  let pixels: Fraction?
  /// Whether it has no direction: the padding is the same on both sides.
  let isSymmetric: Bool
}

extension LintContext {
  /// The shifts of a layer with an even window and an odd stride.
  fileprivate func shifts(at id: LayerID) -> [Shift] {
    guard let window = graph[id].slidingWindow else { return [] }
    let (input, output) = (inputShape(of: id), graph.shape(of: id))
    return (0..<input.rank).compactMap { axis in
      let (span, stride) = (window.span(axis), window.stride(axis))
      guard span % 2 == 0, stride % 2 == 1, output.spatial[axis].value != 1 else { return nil }
      let padding = window.padding(axis, of: input.spatial[axis])
      // A signal is looked at from behind, or its windows have no place of their own but the rows that they read.
      if let padding, padding.after == 0, [0, span - 1].contains(padding.before),
        ChosenShift.isTime(axis, rank: input.rank)
      {
        return nil
      }
      if case .rows(let before, let after) = window.padding,
        ChosenShift.isChosen(before: before[axis], after: after[axis], axis: axis, rank: input.rank)
      {
        return nil
      }
      let isSymmetric = padding.map { $0.before == $0.after } ?? true
      let rows =
        isSymmetric
        ? Fraction(1, 2)
        : padding.flatMap {
          stride == 1 ? Fraction($0.after - $0.before, 2) : Fraction(span - stride - 2 * $0.before, 2)
        }
      let rate = graph[id].inputs.first.flatMap { analysis.receptiveFields[$0]?.parallelAxes }
        .flatMap { axis < $0.count ? Fraction($0[axis].window.rate) : nil }
      let pixels = rows.flatMap { rows in rate.flatMap { rows.multiplied(by: $0) } }
      return Shift(axis: axis, pixels: pixels, isSymmetric: isSymmetric)
    }
  }
}

/// Where the shifts of one axis lead.
private struct Ends {
  /// For every layer, an output that it reaches and whose shift is not zero.
  private(set) var nearest: [(output: String, shift: Fraction?)?]

  init(_ graph: Graph, shifts: [[Shift]], axis: Int) {
    var total: [Fraction?] = []
    for id in graph.ids {
      var sum: Fraction? = .zero
      for (position, input) in graph[id].inputs.enumerated() {
        let other = total[input.position]
        if position == 0 {
          sum = other
        } else if let known = sum {
          sum = other.map { $0.magnitude.exceeds(known.magnitude) ? $0 : known }
        }
      }
      if let shift = shifts[id.position].first(where: { $0.axis == axis }) {
        sum = sum.flatMap { before in shift.pixels.flatMap { Self.sum(before, $0, isSymmetric: shift.isSymmetric) } }
      }
      total.append(sum)
    }
    nearest = Array(repeating: nil, count: graph.layers.count)
    for output in graph.outputs where total[output.layer.position] != .zero {
      nearest[output.layer.position] = (output.name, total[output.layer.position])
    }
    for id in graph.ids.reversed() {
      guard let end = nearest[id.position] else { continue }
      for input in graph[id].inputs where nearest[input.position] == nil { nearest[input.position] = end }
    }
  }

  /// A shift without a direction goes where it leaves least.
  private static func sum(_ before: Fraction, _ shift: Fraction, isSymmetric: Bool) -> Fraction? {
    isSymmetric && before.numerator > 0 ? shift.negated.flatMap { before.adding($0) } : before.adding(shift)
  }
}
