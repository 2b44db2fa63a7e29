import FoveaGraph

enum AmbiguousSame: Rule {
  static let name = "ambiguous-same"
  static let summary =
    "`same` padding with a stride, at a size that is not known, means different rows in different frameworks."
  static let rationale = """
    With a stride, `same` pads as many rows as make `⌈I / s⌉` windows, which depends on the size `I`. TensorFlow and ONNX's \
    SAME_UPPER put an odd row at the end, SAME_LOWER at the start, and exporters to PyTorch pad the same number always. \
    As long as the size is open nobody can tell which rows the windows meet, and weights that were trained with one \
    reading see a map that is shifted by a row with another.

    Give `padding` as numbers or as `half`, or state the input size.
    """
  static let references = [
    Reference("ONNX operators, Conv, auto_pad", "https://onnx.ai/onnx/operators/onnx__Conv.html"),
    Reference("TensorFlow API, tf.nn, notes on padding", "https://www.tensorflow.org/api_docs/python/tf/nn"),
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers("- conv: {out: 8, kernel: 3, stride: 2, padding: same}", why: "the size is known"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, padding: same}", input: "16x?x?", why: "without a stride it is two rows"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 1, stride: 2, padding: same}", input: "16x?x?",
      why: "a window of one row needs no padding"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, stride: 2, padding: half}", input: "16x?x?", why: "one row on each side"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, stride: 2, ⟦padding⟧: same}", input: "16x?x?", why: "one row or two"),
    RuleExample.layers("- max_pool: {kernel: 2, ⟦padding⟧: same}", input: "16x?x?", why: "none or one"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, stride: [1, 2], ⟦padding⟧: same}", input: "16x?x?", why: "the width alone"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    context.graph.ids.compactMap { id in
      guard let window = context.graph[id].slidingWindow, window.padding == .same else { return nil }
      let input = context.inputShape(of: id)
      for axis in 0..<input.rank where input.spatial[axis].value == nil {
        let (span, stride) = (window.span(axis), window.stride(axis))
        guard stride > 1, span > 1 else { continue }
        let (least, most) = (max(span - stride, 0), span - 1)
        return context.finding(
          Self.self, at: id,
          "`same` with stride \(stride) pads \(least) to \(LintText.rows(most)) of a "
            + "\(AxisRole.spatial(axis, of: input.rank).name) "
            + "that is not known, and frameworks put an odd one at different ends",
          span: context.span(of: "padding", of: id), label: "\(least) to \(most) rows",
          help: "use `padding: half`, which is \((span - 1) / 2) on each side, or state the input size")
      }
      return nil
    }
  }
}
