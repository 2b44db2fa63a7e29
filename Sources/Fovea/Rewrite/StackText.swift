import FoveaText

/// Stacks and their costs in words.
enum StackText {
  /// The kernels in order, runs of equal ones counted: `3x3/2 + 3x3`, `3 of 3x3`.
  ///
  /// - Parameter showsGroups: whether it says so where layers have groups.
  static func kernels(_ layers: [ConvolutionSizes], showsGroups: Bool = true) -> String {
    runs(showsGroups ? layers : layers.map(\.withoutGroups)).map {
      $0.count == 1 ? $0.text : "\($0.count) of \($0.text)"
    }.joined(separator: " + ")
  }

  /// The kernels in order, each with how often it follows itself.
  private static func runs(_ layers: [ConvolutionSizes]) -> [(text: String, count: Int)] {
    var runs: [(text: String, count: Int)] = []
    for layer in layers {
      if let last = runs.last, last.text == layer.description {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((layer.description, 1))
      }
    }
    return runs
  }

  /// The channels of each map: `64→192→192`.
  static func widths(_ direct: ConvolutionSizes, _ layers: [ConvolutionSizes]) -> String {
    ([direct.inputs] + layers.map(\.outputs)).map(String.init).joined(separator: "→")
  }

  /// A ratio with two digits behind the point: `1.44x`, `20.6x`.
  static func ratio(_ ratio: Double) -> String {
    guard ratio.isFinite else { return "?x" }
    return (ratio < 9.995 ? DecimalText.fixed(ratio, digits: 2) : DecimalText.fixed(ratio, digits: 1)) + "x"
  }
}

extension ConvolutionSizes {
  /// The same windows without groups, for texts that have named them already.
  fileprivate var withoutGroups: ConvolutionSizes {
    ConvolutionSizes(inputs: inputs, outputs: outputs, windows: windows, hasBias: hasBias, size: size)
  }
}

extension StackText {
  /// The kernels without groups and depth, for a sentence: `Two 3x3`, `A 3x3/2 and a 3x3`.
  static func plainKernels(_ layers: [ConvolutionSizes]) -> String {
    let words = ["", "a", "two", "three", "four", "five", "six"]
    let parts = runs(layers).map { ($0.count < words.count ? words[$0.count] : String($0.count)) + " " + $0.text }
    let text =
      parts.count < 2 ? parts.joined() : parts.dropLast().joined(separator: ", ") + " and " + parts[parts.count - 1]
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
