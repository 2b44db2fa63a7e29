package import FoveaGraph
import FoveaNumerics

/// What a rewritten layer costs beside the one that it replaces.
///
/// Every layer is counted at its real size: padding that goes in front makes the maps between the layers larger.
package struct RewriteCost: Hashable, Sendable {
  /// What one side costs for one image.
  package struct Side: Hashable, Sendable {
    /// Weights and biases.
    package var parameters: Figure
    /// Multiply-accumulates; unknown where the size of the input is.
    package var macs: Figure
    /// Numbers on the maps that the layers give; unknown where the size of the input is.
    package var activations: Figure
    /// Numbers that the layers read and write: weights, biases, and the maps on both of their sides; unknown where the
    /// size of the input is.
    package var moved: Figure
  }

  package let before: Side
  package let after: Side
  /// The two sides on a map so large that borders and weights do not count, for one position of the input.
  private let largeBefore: Rate
  private let largeAfter: Rate

  private struct Rate: Hashable {
    var macs = 0.0
    var moved = 0.0

    init(_ layers: [ConvolutionSizes]) {
      var positions = 1.0
      for layer in layers {
        moved += positions * Double(layer.inputs)
        for window in layer.windows { positions /= Double(window.stride) }
        let taps = layer.kernel.reduce(1.0) { $0 * Double($1) }
        macs += positions * taps * Double(layer.inputs / layer.groups) * Double(layer.outputs)
        moved += positions * Double(layer.outputs)
      }
    }
  }

  package init(of layers: [ConvolutionSizes], replacing direct: ConvolutionSizes) {
    before = Side([direct])
    after = Side(layers)
    largeBefore = Rate([direct])
    largeAfter = Rate(layers)
  }
}

extension RewriteCost {
  /// New over old multiply-accumulates; on a large map where the size is not known.
  package var macsRatio: Double {
    Self.ratio(after.macs, before.macs) ?? largeAfter.macs / largeBefore.macs
  }

  /// New over old parameters.
  package var parametersRatio: Double { Self.ratio(after.parameters, before.parameters) ?? .infinity }

  /// New over old numbers on maps; nil where the size is not known.
  package var activationsRatio: Double? { Self.ratio(after.activations, before.activations) }

  /// New over old numbers that are read and written; on a large map where the size is not known.
  package var movedRatio: Double { Self.ratio(after.moved, before.moved) ?? largeAfter.moved / largeBefore.moved }

  /// How many multiply-accumulates a machine computes in the time in which it moves one number, by order of magnitude:
  /// ten on a processor, hundreds on an accelerator.
  package static let macsForNumber = 64

  /// Whether it has fewer multiply-accumulates and no more parameters, and moves no more numbers than that is worth.
  package var isCheaper: Bool { macsRatio < 1 && parametersRatio <= 1 && paysMoves }

  /// Whether what is saved in multiply-accumulates is more than what is lost in numbers that are moved, by
  /// ``macsForNumber``.
  package var paysMoves: Bool {
    func effort(_ side: Side) -> Double? {
      (side.macs + Figure(Self.macsForNumber) * side.moved).value.map(Double.init)
    }
    func effort(_ rate: Rate) -> Double { rate.macs + Double(Self.macsForNumber) * rate.moved }
    guard let new = effort(after), let old = effort(before) else { return effort(largeAfter) < effort(largeBefore) }
    return new < old
  }

  private static func ratio(_ new: Figure, _ old: Figure) -> Double? {
    guard let new = new.value, let old = old.value, old > 0 else { return nil }
    return Double(new) / Double(old)
  }
}

extension RewriteCost.Side {
  fileprivate init(_ layers: [ConvolutionSizes]) {
    (parameters, macs, activations, moved) = (0, 0, 0, 0)
    for layer in layers {
      let weights =
        layer.kernel.reduce(Figure(layer.inputs / layer.groups)) { $0 * Figure($1) } * Figure(layer.outputs)
      let outputs = layer.size.flatMap { try? layer.windows.outputSizes($0) }
      let positions: Figure = outputs?.reduce(1) { $0 * Figure($1) } ?? .unknown
      let read: Figure = layer.size?.reduce(Figure(layer.inputs)) { $0 * Figure($1) } ?? .unknown
      let (written, own) = (positions * Figure(layer.outputs), weights + Figure(layer.hasBias ? layer.outputs : 0))
      parameters = parameters + own
      macs = macs + weights * positions
      activations = activations + written
      moved = moved + own + read + written
    }
  }
}
