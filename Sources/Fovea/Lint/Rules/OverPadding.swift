import FoveaGraph

enum OverPadding: Rule {
  static let name = "over-padding"
  static let summary = "A layer of stride 1 has so much padding that the map grows."
  static let rationale = """
    With stride 1 a window of `ke = d(k − 1) + 1` rows keeps the size of a map when the padding of both sides is `ke − 1`. \
    With more, the map grows, and the new rows at its border see little or nothing but zeros: later layers compute on \
    them, and the network learns where the border is. It is most often a `padding` left over from a larger kernel.

    Use `padding: half`. A layer that takes all the padding for a stack of layers without padding is accepted: what \
    matters is that the layers around it take the growth back.
    """
  static let references = [
    Reference(
      "Dumoulin, Visin, A guide to convolution arithmetic for deep learning, 2016, section 2.2",
      "https://arxiv.org/abs/1603.07285")
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers("- conv: {out: 8, kernel: 3, padding: 1}", why: "the map keeps its size"),
    RuleExample.layers("- conv: {out: 8, kernel: 3, dilation: 2, padding: 2}", why: "the dilated window has 5 rows"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, padding: 3}\n- conv: {out: 8, kernel: 3}\n- conv: {out: 8, kernel: 3}",
      why: "the first layer has the padding of the whole stack"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3}\n- relu\n- conv: {out: 8, kernel: 3, padding: 2}",
      why: "it gives back what the layer before took"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, stride: 2, padding: 2}", why: "with a stride the map does not grow"),
  ]
  static let flagged = [
    RuleExample.layers("- conv: {out: 8, kernel: 3, ⟦padding⟧: 2}", why: "2 + 2 is more than 3 − 1"),
    RuleExample.layers("- conv: {out: 8, kernel: 1, ⟦padding⟧: 1}", why: "a 1x1 sees nothing but zeros at the border"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: [1, 7], ⟦padding⟧: 3}", why: "the height grows, the width does not"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, ⟦padding⟧: 4}\n- conv: {out: 8, kernel: 3}\n- conv: {out: 8, kernel: 3}",
      why: "the stack takes back 6 rows of 8, and the map has 34"),
    RuleExample.layers(
      "- pad: {⟦padding⟧: 4}\n- conv: {out: 8, kernel: 3}",
      why: "four rows on each side, of which the window needs one"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    let rank = context.graph.shapes.map(\.rank).max() ?? 0
    let growths = (0..<rank).map { Self.growths(axis: $0, in: context) }
    return context.graph.ids.compactMap { id in
      guard let padded = context.paddedWindow(of: id) else { return nil }
      let (window, input) = (padded.window, padded.input)
      for axis in 0..<input.rank where window.stride(axis) == 1 {
        guard let padding = window.padding(axis, of: input.spatial[axis]) else { continue }
        let (rows, span) = (padding.before + padding.after, window.span(axis))
        let growth = rows - (span - 1)
        guard growth > 0, growths[axis][id.position] > 0 else { continue }
        return context.finding(
          Self.self, at: id, message(rows, span, axis: axis, input: input),
          span: context.span(of: "padding", of: padded.pad ?? id), label: "\(growth) more than the window needs",
          help: "use `padding: half`, which keeps the size, or pad \((span - 1) / 2) on each side")
      }
      return nil
    }
  }

  /// For each layer how many rows its stack adds in all: the layers before and after it up to a stride, a branch or
  /// another kind of layer.
  private static func growths(axis: Int, in context: LintContext) -> [Int] {
    var stack: [Int?] = []
    var sums: [Int] = []
    for id in context.graph.ids {
      guard let change = change(of: id, axis: axis, in: context) else {
        stack.append(nil)
        continue
      }
      if let previous = context.graph[id].inputs.first, context.onlyConsumer(of: previous) == id,
        let open = stack[previous.position]
      {
        stack.append(open)
        sums[open] += change
      } else {
        stack.append(sums.count)
        sums.append(change)
      }
    }
    return stack.map { $0.map { sums[$0] } ?? 0 }
  }

  /// The rows that a layer adds to its map; nil where it ends a stack.
  private static func change(of id: LayerID, axis: Int, in context: LintContext) -> Int? {
    let layer = context.graph[id]
    if layer.isElementwise { return 0 }
    let input = context.inputShape(of: id)
    guard axis < input.rank, context.graph.shape(of: id).rank == input.rank else { return nil }
    if let window = layer.slidingWindow {
      guard window.stride(axis) == 1, let padding = window.padding(axis, of: input.spatial[axis]) else { return nil }
      return padding.before + padding.after - (window.span(axis) - 1)
    }
    guard layer.movesBorder, let before = input.spatial[axis].value,
      let after = context.graph.shape(of: id).spatial[axis].value
    else { return nil }
    return after - before
  }

  private static func message(_ rows: Int, _ span: Int, axis: Int, input: Shape) -> String {
    let name = AxisRole.spatial(axis, of: input.rank).name
    return
      "\(rows) rows of padding make the \(name) grow by \(rows - span + 1): a window of \(LintText.rows(span)) needs "
      + "\(span - 1)"
  }
}

extension Layer {
  /// Whether the layer only adds rows around a map, or cuts them off.
  fileprivate var movesBorder: Bool {
    if case .pad = operation { return true }
    if case .crop = operation { return true }
    return false
  }
}
