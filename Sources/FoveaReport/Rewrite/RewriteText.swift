package import Fovea
import FoveaGraph
import FoveaNumerics
import FoveaText

/// Words and cells that the reports on a rewrite share.
package struct RewriteText {
  let rewrite: NetworkRewrite

  package init(_ rewrite: NetworkRewrite) { self.rewrite = rewrite }

  package static let headings = ["layer", "kernel", "becomes", "channels", "params", "macs", "maps"]

  /// A row for each proposal; those whose rows differ by the path alone share one, where the first of them stands.
  package var rows: [[String]] {
    var rows: [(path: String, count: Int, cells: [String])] = []
    var known: [[String]: Int] = [:]
    for proposal in rewrite.proposals {
      let cells = [
        proposal.direct.description, proposal.kernelsText, proposal.widthsText,
        Self.change(proposal.cost.parametersRatio), Self.change(proposal.cost.macsRatio),
        proposal.cost.activationsRatio.map(Self.change) ?? "?",
      ]
      if let index = known[cells] {
        rows[index].count += 1
      } else {
        known[cells] = rows.count
        rows.append((proposal.path, 1, cells))
      }
    }
    return rows.map { [$0.count == 1 ? $0.path : "\($0.path) and \($0.count - 1) more"] + $0.cells }
  }

  /// A change in percent with its sign.
  static func change(_ ratio: Double) -> String {
    guard ratio.isFinite else { return "?" }
    let percent = (ratio - 1) * 100
    let text = DecimalText.fixed(percent.magnitude, digits: percent.magnitude < 99.95 ? 1 : 0)
    return (percent < 0 ? "−" : "+") + text + "%"
  }

  /// The figures of the whole network before and after.
  package var totals: [(name: String, value: String)] {
    let (before, after) = (rewrite.before.totals, rewrite.after.totals)
    func line(_ old: Total, _ new: Total, _ show: (Int) -> String) -> String {
      guard case .known(let old) = old, case .known(let new) = new else { return "unknown" }
      let text = "\(show(old)) → \(show(new))"
      return old == new || old == 0 ? text : text + " (\(Self.change(Double(new) / Double(old))))"
    }
    return [
      ("parameters", line(before.parameters, after.parameters, Quantity.exact)),
      ("macs", line(before.macs, after.macs, Quantity.exact)),
      ("activations", line(before.peakActivationBytes, after.peakActivationBytes, Quantity.bytes) + " live at most"),
    ]
  }

  /// The three verdicts on all proposals together.
  package var verdicts: [(name: String, value: String)] {
    guard !rewrite.proposals.isEmpty else { return [] }
    return [
      ("same geometry", "yes: shapes, receptive fields, strides and padding are those of before"),
      ("same function", functions), ("cheaper", costs),
    ]
  }

  /// What the time limit cut off; nil where nothing.
  package var stop: String? {
    guard rewrite.isStopped else { return nil }
    return
      "searches were stopped at the time limit, and what was found until then is used; `--time-limit` gives them more"
  }

  private var costs: String {
    let dearer = rewrite.proposals.count { !$0.cost.isCheaper }
    if dearer == 0 {
      return "yes, by parameters and macs, and where each number that is read or written counts as "
        + "\(RewriteCost.macsForNumber) macs; the numbers that the layers write grow by the column maps"
    }
    return dearer == rewrite.proposals.count ? "no" : "not all: \(dearer) of \(rewrite.proposals.count) cost more"
  }

  /// What all of it comes to, in one sentence.
  package var verdict: String {
    let (done, all) = (rewrite.proposals.count, rewrite.proposals.count + rewrite.refusals.count)
    guard done > 0 else {
      return all == 0 ? "there is nothing to rewrite" : "nothing is rewritten: see why with each layer"
    }
    func change(_ old: Total, _ new: Total) -> String? {
      guard case .known(let old) = old, case .known(let new) = new, old > 0 else { return nil }
      return Self.change(Double(new) / Double(old))
    }
    let (before, after) = (rewrite.before.totals, rewrite.after.totals)
    let figures = [
      ("macs", change(before.macs, after.macs)), ("parameters", change(before.parameters, after.parameters)),
      ("live activations", change(before.peakActivationBytes, after.peakActivationBytes)),
    ].compactMap { name, change in change.map { "\($0) \(name)" } }
    let dearer = rewrite.proposals.count { !$0.cost.isCheaper }
    let worth =
      dearer == 0
      ? "worth a measurement" : dearer == done ? "not worth it by these figures" : "worth it for some layers alone"
    return "\(worth): \(done) of \(all) layers, " + figures.joined(separator: ", ") + " of the network; \(weights)"
  }

  /// What has to be done for the weights.
  private var weights: String {
    let needs = rewrite.proposals.map { proposal in
      switch proposal.function.interior {
      case .sameWeights, .sameUpToRounding: 0
      case .approximation: 1
      case .kernel, .another: 2
      }
    }.max()
    switch needs {
    case 0: return "the weights are at hand"
    case 1: return "the weights are at hand, and train further for the last of the accuracy"
    default: return "the stacks have to be trained"
    }
  }

  /// What is the same, once for each kind of answer.
  private var functions: String {
    var answers: [String] = []
    for proposal in rewrite.proposals {
      let answer = Self.function(of: proposal)
      if !answers.contains(answer) { answers.append(answer) }
    }
    if answers.count <= 3 { return answers.joined(separator: "; ") }
    return answers.prefix(3).joined(separator: "; ") + "; and \(answers.count - 3) other answers, in the JSON"
  }

  static func function(of proposal: RewriteProposal) -> String {
    var text: String
    switch proposal.function.interior {
    case .sameWeights: text = "yes, with the same weights bit by bit"
    case .sameUpToRounding(let error, let cancellation):
      text = "yes, up to rounding: relative error \(number(error)), terms \(number(cancellation)) times their sum"
    case .approximation(let error, let bound, let isBestOfForm):
      text = "approximately, relative error \(number(error)), \(rank(error, bound, isBestOfForm))"
    case .kernel(let reachable, let all):
      text = "no weights yet; with nothing between them the layers are one \(proposal.direct.kernelText) kernel, "
      if reachable < all {
        text += "of a set with \(share(reachable, all)) of the dimensions: other kernels can only be approximated"
      } else {
        text += "and the dimensions leave room for every one"
      }
    case .another: text = "no, an activation stands between the layers"
    }
    if proposal.function.domain == .nonnegative { text += ", on inputs that are not negative" }
    if !proposal.function.border.isEmpty {
      text += "; the outermost \(border(proposal.function.border)) of the output are computed from other padding"
    }
    return text
  }

  private static func share(_ part: Int, _ all: Int) -> String {
    "\(Quantity.percent(Double(part) / Double(max(all, 1))))"
  }

  private static func border(_ widths: [AxisPadding]) -> String {
    let sizes = Set(widths.flatMap { [$0.before, $0.after] })
    if let size = sizes.first, sizes.count == 1 { return size == 1 ? "pixel" : "\(size) pixels" }
    return widths.map { "\($0.before)/\($0.after)" }.joined(separator: ", ") + " pixels"
  }

  /// How good an error is among those of its form.
  private static func rank(_ error: Double, _ bound: Double, _ isBestOfForm: Bool) -> String {
    if isBestOfForm { return "the least of its form" }
    return bound > 0 ? "best found, none below \(number(bound))" : "best found"
  }

  /// Three significant digits.
  private static func number(_ value: Double) -> String { DecimalText.text(value, digits: 3) }

  /// What was tried within a budget for each layer, nearest first.
  var candidates: [(path: String, lines: [String])] {
    rewrite.proposals.filter { !$0.candidates.isEmpty }.map { proposal in
      let lines = proposal.candidates.map { candidate in
        "\(Self.number(candidate.error))  \(candidate.kernels) with \(candidate.width) channels between, "
          + "\(Quantity.percent(candidate.cost.macsRatio)) of the macs: "
          + Self.rank(candidate.error, candidate.lowerBound, candidate.isBestOfForm)
      }
      return (proposal.path, lines)
    }
  }

  /// The refusals, those with the same words together.
  package var refusals: [(paths: [String], kernel: String, reason: String, help: String?)] {
    var groups: [(paths: [String], kernel: String, reason: String, help: String?)] = []
    var known: [[String]: Int] = [:]
    for refusal in rewrite.refusals {
      let key = [refusal.kernel, refusal.reason, refusal.help ?? ""]
      if let index = known[key] {
        groups[index].paths.append(refusal.path)
      } else {
        known[key] = groups.count
        groups.append(([refusal.path], refusal.kernel, refusal.reason, refusal.help))
      }
    }
    return groups
  }

  /// The first few of some paths.
  package static func list(_ paths: [String]) -> String {
    if paths.count <= 3 { return paths.joined(separator: ", ") }
    return paths.prefix(2).joined(separator: ", ") + " and \(paths.count - 2) more"
  }
}
