import FoveaGraph
import FoveaLanguage

enum SmallReceptiveField: Rule {
  static let name = "small-receptive-field"
  static let summary = "An output sees less of the input than the declared size of an object."
  static let rationale = """
    A unit can only judge what it sees. If the objects to be found are larger than its receptive field, it decides by a \
    part of them. How large they are the network does not say: declare it as the parameter `object_size` of the document, \
    in pixels of the input (`params: {object_size: 96}`), or as the option `object-size` of this rule. Without either the rule is \
    silent. Outputs that gather the whole map see everything.

    The unclipped field over all paths is compared, on its smaller axis; what a unit makes use of is less still.
    """
  static let references = [
    Reference(
      "Luo, Li, Urtasun, Zemel, Understanding the Effective Receptive Field, 2016", "https://arxiv.org/abs/1701.04128"),
    Reference(
      "Araujo, Norris, Sim, Computing Receptive Fields of Convolutional Neural Networks, Distill, 2019",
      "https://distill.pub/2019/computing-receptive-fields/"),
  ]
  static let level = RuleLevel.warning
  static let options = [
    RuleOption(
      "object-size", "The size of the objects to be found, in pixels of the input; 0 for none.", default: 0,
      in: 0...1_000_000)
  ]
  static let accepted = [
    RuleExample.document(
      "fovea: 1\ninput: 3x64x64\nparams: {object_size: 5}\nlayers:\n  - conv: {out: 8, kernel: 3}\n  - conv: {out: 8, kernel: 3}",
      why: "5 rows are seen"),
    RuleExample.document(
      "fovea: 1\ninput: 3x64x64\nparams: {object_size: 48}\nlayers:\n  - conv: {out: 8, kernel: 3}\n  - global_avg_pool",
      why: "the whole map is gathered"),
    RuleExample.layers("- conv: {out: 8, kernel: 3}", why: "no size is declared"),
  ]
  static let flagged = [
    RuleExample.document(
      "fovea: 1\ninput: 3x64x64\nparams: {object_size: 6}\nlayers:\n  - conv: {out: 8, kernel: 3}\n  - ⟦conv⟧: {out: 8, kernel: 3}",
      why: "one row is missing"),
    RuleExample.document(
      "fovea: 1\ninput: 3x64x64\nparams: {object_size: 20}\nlayers:\n  - ⟦conv⟧: {out: 8, kernel: [31, 7]}\n    name: a\n  - conv: {out: 8, kernel: 31}\n    from: input\n    name: b\noutputs: [a, b]",
      why: "the narrower axis of one output"),
    RuleExample.document(
      "fovea: 1\ninput: 3x64x64\nparams: {object_size: 8}\nvariants:\n  far: {object_size: 40}\n  near: {}\nlayers:\n  - ⟦conv⟧: {out: 8, kernel: 9}",
      why: "a variant declares larger ones"),
  ]

  static func check(_ context: LintContext) -> [Diagnostic] {
    let size = context.declaredObjectSize ?? context.option(options[0], of: Self.self)
    guard size > 0 else { return [] }
    return context.graph.outputs.compactMap { output in
      guard let field = context.analysis.receptiveFields[output.layer], !field.isGlobal, let axes = field.axes,
        let least = axes.map(\.size).min(), least < size
      else { return nil }
      return context.finding(
        Self.self, at: output.layer,
        "the output `\(output.name)` sees \(least) pixels of the input, and the declared object size is \(size)",
        label: "\(size - least) too few",
        help: "add layers, strides or dilation before it, or declare a smaller `object_size`")
    }
  }
}

extension LintContext {
  /// The document's parameter `object_size`, where it is written as a number.
  fileprivate var declaredObjectSize: Int? {
    guard let origins else { return nil }
    let syntax = origins.syntax
    let variant = syntax.variants.first { $0.name.name == graph.variant }?.assignments.first {
      $0.name == "object_size"
    }
    guard let value = (variant ?? syntax.parameters.first { $0.name == "object_size" })?.value,
      origins.document.kind(of: value) == .scalar, case .integer(let size) = Scalar(origins.document.text(of: value))
    else { return nil }
    return size
  }
}
