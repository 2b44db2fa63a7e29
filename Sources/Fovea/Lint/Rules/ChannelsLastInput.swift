import FoveaGraph

enum ChannelsLastInput: Rule {
  static let name = "channels-last-input"
  static let summary = "The channels of an input probably stand last."
  static let rationale = """
    The first number of a shape is that of the channels. `input: 224x224x3`, as TensorFlow writes an image, is a map of 224 \
    channels, 224 rows and 3 columns: convolutions read 224 channels, and windows soon reach over the whole width. The rule \
    speaks where 1, 3 or 4 columns stand behind two sizes that are much larger and like each other, unless the map is \
    flattened before anything else reads it.

    Write the channels first.
    """
  static let references = [
    Reference(
      "PyTorch documentation, Conv2d", "https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html")
  ]
  static let level = RuleLevel.warning
  static let accepted = [
    RuleExample.layers("- conv: {out: 8, kernel: 3}", input: "3x224x224", why: "the channels are first"),
    RuleExample.layers("- conv: {out: 8, kernel: 3, padding: 1}", input: "512x4x4", why: "a map of 4 rows and columns"),
    RuleExample.layers("- conv: {out: 8, kernel: 1}", input: "64x4096x1", why: "a cloud of points with features"),
    RuleExample.layers("- flatten\n- linear: {out: 10}", input: "28x28x1", why: "all values are alike to it"),
  ]
  static let flagged = [
    RuleExample.document(
      "fovea: 1\n⟦input⟧: 224x224x3\nlayers:\n  - conv: {out: 8, kernel: 3, padding: 1}", why: "an image in colour"),
    RuleExample.document(
      "fovea: 1\n⟦input⟧: 28x28x1\nlayers:\n  - conv: {out: 8, kernel: 3, padding: 1}", why: "an image in grey"),
    RuleExample.document(
      "fovea: 1\ninputs:\n  ⟦left⟧: 480x640x3\n  right: 3x480x640\nlayers:\n"
        + "  - {conv: {out: 8, kernel: 1}, from: left, name: a}\n  - {conv: {out: 8, kernel: 1}, from: right, name: b}\n"
        + "outputs: {a: a, b: b}",
      why: "one of two inputs"),
    RuleExample.document(
      "fovea: 1\n⟦input⟧: 16x112x112x3\nlayers:\n  - conv: {out: 8, kernel: 3, padding: 1}", why: "frames of a film"),
  ]

  /// By how much the sizes of an image exceed its channels, and by how much one may exceed the other.
  private static let (least, most) = (8, 4)

  static func check(_ context: LintContext) -> [Diagnostic] {
    context.graph.inputs.compactMap { input in
      let shape = context.graph.shape(of: input)
      guard isChannelsLast(shape), context.consumers(of: input).contains(where: { context.readsMap($0) }) else {
        return nil
      }
      let others = shape.extents.dropLast().map(\.description).joined(separator: "x")
      let last = shape.extents[shape.extents.count - 1]
      return context.finding(
        Self.self, at: input,
        "the input \(shape) has \(shape.channels) channels and \(last) column\(last.value == 1 ? "" : "s"): "
          + "its channels are probably last",
        label: "channels come first", help: "write \(last)x\(others)")
    }
  }

  private static func isChannelsLast(_ shape: Shape) -> Bool {
    let sizes = shape.extents.compactMap(\.value)
    guard shape.rank >= 2, sizes.count == shape.extents.count, let channels = sizes.last, [1, 3, 4].contains(channels)
    else { return false }
    // Of a film the frames come before the rows and the columns.
    let image = sizes.dropLast().suffix(2)
    guard let smaller = image.min(), let larger = image.max() else { return false }
    return smaller >= least * channels && larger / most <= smaller && sizes[0] > channels
  }
}

extension LintContext {
  /// Whether a layer takes the axes of its input for channels, rows and columns.
  fileprivate func readsMap(_ id: LayerID) -> Bool {
    switch graph[id].operation.facts.family {
    case .convolution, .pooling, .normalization: true
    case .input, .linear, .activation, .attention, .join, .resizing, .arrangement, .unknown: false
    }
  }
}
