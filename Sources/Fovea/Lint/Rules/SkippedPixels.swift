import FoveaGraph
import FoveaNumerics

enum SkippedPixels: Rule {
  static let name = "skipped-pixels"
  static let summary = "Rows of a map lie between the taps of a window, and no tap ever reads them."
  static let rationale = """
    Unit `o` of a window reads the rows `s·o − p + d·t` for the taps `t` in `0 ..< k`. When the stride is larger than the \
    kernel, or stride and dilation have a common factor, some rows of the map are read by no unit: a 1x1 convolution of \
    stride 2 reads a quarter of the positions and throws away three quarters of what the layers before it computed. \
    The rows are found exactly, those at the border included; rows behind the last window are another rule's matter. Rows \
    that another layer reads are not lost, but this one does not see them, and that is said.

    Put the stride on a layer with a larger kernel, or average first: `avg_pool: {kernel: 2, stride: 2}`, then the 1x1 \
    with stride 1 (ResNet-D).
    """
  static let references = [
    Reference(
      "He, Zhang, Zhang, Zhang, Xie, Li, Bag of Tricks for Image Classification with CNNs, 2018",
      "https://arxiv.org/abs/1812.01187")
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers("- conv: {out: 8, kernel: 3, stride: 2, padding: 1}", why: "neighbouring windows overlap"),
    RuleExample.layers("- conv: {out: 8, kernel: 4, stride: 4}", why: "neighbouring windows touch"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, stride: 2, dilation: 3, padding: 3}",
      why: "3·t hits even and odd rows in turn, so all are read"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 1, stride: 2}", input: "16x1x1", why: "there is only one row to read"),
    RuleExample.layers(
      "- avg_pool: {kernel: 2, stride: 2}\n- conv: {out: 8, kernel: 1}", why: "every pixel counts in an average"),
  ]
  static let flagged = [
    RuleExample.layers(
      "- add:\n    main:\n      - conv: {out: 8, kernel: 3, stride: 2, padding: 1}\n    shortcut:\n      - conv: {out: 8, kernel: 1, ⟦stride⟧: 2}",
      why: "the main path reads the rows, and the shortcut leaves them out"),
    RuleExample.layers("- conv: {out: 8, kernel: 1, ⟦stride⟧: 2}", why: "a quarter of the map is read"),
    RuleExample.layers("- max_pool: {kernel: 2, ⟦stride⟧: 3}", why: "every third row is between two windows"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 3, ⟦stride⟧: 2, dilation: 2, padding: 2}",
      why: "the kernel is larger than the stride, but all its taps fall on even rows"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 2, ⟦dilation⟧: 5}", input: "16x8x8",
      why: "the map is so small that the rows 3 and 4 are between the taps of every unit"),
    RuleExample.layers(
      "- conv: {out: 8, kernel: 1, ⟦stride⟧: [1, 2]}", input: "16x?x?", why: "of any map, every second column"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    context.graph.ids.compactMap { id in
      guard let padded = context.paddedWindow(of: id) else { return nil }
      let (window, input, output) = (padded.window, padded.input, context.graph.shape(of: id))
      guard input.rank == output.rank else { return nil }
      let axes = (0..<input.rank).map { axis in
        SkippedRows(window, axis: axis, of: input.spatial[axis], units: output.spatial[axis])
      }
      let map = context.graph[padded.pad ?? id].inputs.first ?? id
      let never = axes.indices.map { axis in
        let others = OtherReaders(of: map, beside: padded.pad ?? id, axis: axis, in: context)
        return others.isEmpty || axes[axis].rows.isEmpty ? axes[axis] : axes[axis].without(others, in: context)
      }
      guard
        let first = never.firstIndex(where: { !$0.rows.isEmpty && $0.reader == nil })
          ?? never.firstIndex(where: { !$0.rows.isEmpty })
      else { return nil }
      let attribute = window.stride(first) > 1 ? ["stride", "kernel"] : ["dilation"]
      return context.finding(
        Self.self, at: id, message(context.graph[id], window, axes, input),
        span: context.span(ofFirst: attribute, of: id),
        label: label(never[first], axis: first, rank: input.rank),
        help: remedy(window, axis: first))
    }
  }

  private static func message(_ layer: Layer, _ window: SlidingWindow, _ axes: [SkippedRows], _ input: Shape) -> String
  {
    let name = "`\(type(of: layer.operation.base).name)` \(LintText.size(window.kernel, rank: input.rank))"
    let read = axes.reduce(Figure(1)) { $0 * Figure($1.read) }
    let all = axes.reduce(Figure(1)) { $0 * Figure($1.all) }
    let stride = LintText.values(window.stride ?? window.kernel, rank: input.rank)
    let dilation =
      window.dilation.uniform == 1 ? "" : ", dilation \(LintText.values(window.dilation, rank: input.rank))"
    return "\(name) with stride \(stride)\(dilation) reads \(read) of \(all) positions of its \(input) input"
  }

  private static func remedy(_ window: SlidingWindow, axis: Int) -> String {
    let stride = window.stride(axis)
    if stride == 1 { return "use a dilation of at most the kernel's size, or padding" }
    return "average first, `avg_pool: {kernel: \(stride), stride: \(stride)}`, and use stride 1 here; "
      + "or use a kernel of at least \(stride) without dilation"
  }

  private static func label(_ axis: SkippedRows, axis index: Int, rank: Int) -> String {
    let what = rank > 1 && index == rank - 1 ? "columns" : "rows"
    return axis.reader.map { "\(what) \(LintText.list(axis.rows)) are read by \($0) alone" }
      ?? "\(what) \(LintText.list(axis.rows)) are never read"
  }
}

/// The rows of one axis that no unit of a window reads, between the first and the last row that one reads.
private struct SkippedRows {
  /// They, ascending; of one period where the extent is not known.
  var rows: [Int] = []
  /// Another layer that reads them; nil where none does.
  var reader: String?
  /// Whether they are those of one period of an extent that is not known.
  private var isPeriodic = false
  /// How many rows are read; of one period where the extent is not known.
  var read = 1
  /// How many rows there are; the stride where the extent is not known.
  var all = 1

  /// Longer axes are judged by one period of the stride.
  private static let longest = 1 << 16

  init(_ window: SlidingWindow, axis: Int, of extent: Extent, units: Extent) {
    let (kernel, stride, dilation) = (window.kernel[axis], window.stride(axis), window.dilation[axis])
    if let extent = extent.value { (read, all) = (extent, extent) } else { (read, all) = (stride, stride) }
    // Windows without gaps that overlap or touch leave nothing out.
    if dilation == 1, kernel >= stride { return }
    if let extent = extent.value, let units = units.value, extent <= Self.longest,
      let padding = window.padding(axis, of: Extent(extent))
    {
      countRows(of: extent, units: units) { row in
        (0..<min(kernel, extent)).contains { tap in
          // Taps farther apart than the map is long meet no row of it beside another.
          let position = row + padding.before - dilation * tap
          return position >= 0 && position % stride == 0 && position / stride < units
        }
      }
    } else {
      countPeriod(kernel, stride, dilation)
    }
  }

  /// Those that no other layer reads; all of them with the name of a layer that does, where each is read by some.
  func without(_ others: OtherReaders, in context: LintContext) -> SkippedRows {
    var result = self
    result.rows = isPeriodic ? (others.readAll ? [] : rows) : rows.filter { !others.read($0) }
    if result.rows.isEmpty {
      result.rows = rows
      result.reader = others.name(ofReaderOf: rows, in: context)
    }
    return result
  }

  private mutating func countRows(of extent: Int, units: Int, isRead: (Int) -> Bool) {
    let isRead = (0..<extent).map(isRead)
    guard let last = isRead.lastIndex(of: true) else { return }
    let skipped = (0...last).filter { !isRead[$0] }
    rows = skipped
    if !skipped.isEmpty { read = isRead.count { $0 } }
  }

  private mutating func countPeriod(_ kernel: Int, _ stride: Int, _ dilation: Int) {
    isPeriodic = true
    // The taps meet the residues 0, d, 2d, … of the stride, and return to 0 after stride / gcd of them.
    var divisor = stride
    var rest = dilation % stride
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    let met = min(kernel, stride / divisor)
    (read, all) = (met, stride)
    guard met < stride else { return }
    let residues = Set((0..<min(met, Self.longest)).map { $0 * dilation % stride })
    rows = (0..<min(stride, Self.longest)).filter { !residues.contains($0) }
  }
}
