package import FoveaGraph

/// The limits that a description sets to its network's figures, for `lint` to check.
package struct Budget: Hashable, Sendable {
  /// The limits in the order of the description.
  package var limits: [Limit] = []

  package init() {}

  /// What is limited.
  package enum Quantity: String, Hashable, Sendable, CaseIterable {
    case parameters, buffers, macs, flops
    /// Bytes of parameters and buffers.
    case weights
    /// Bytes of activations at the peak of inference.
    case activations
    /// Bytes of activations that are kept for training.
    case trainingActivations = "training_activations"
    /// Rows of the input that an output sees, on its smaller axis.
    case receptiveField = "receptive_field"
    /// Rows of the input between neighbouring units of an output, on its larger axis.
    case outputStride = "output_stride"

    /// The quantity of a key; the names that reports give to byte figures are keys too.
    init?(key: String) {
      switch key {
      case "weight_bytes": self = .weights
      case "activation_bytes", "peak_activation_bytes": self = .activations
      case "training_activation_bytes": self = .trainingActivations
      default: self.init(rawValue: key)
      }
    }

    /// An example of a limit, for messages.
    var example: String {
      switch self {
      case .parameters, .buffers, .macs, .flops: "<= 26M"
      case .weights, .activations, .trainingActivations: "<= 100MiB"
      case .receptiveField: "\">= 224\""
      case .outputStride: "<= 32"
      }
    }

    /// Whether outputs can have limits of their own.
    package var isPerOutput: Bool { unit == .rows }

    /// What it is measured in.
    package var unit: Unit {
      switch self {
      case .parameters, .buffers, .macs, .flops: .count
      case .weights, .activations, .trainingActivations: .bytes
      case .receptiveField, .outputStride: .rows
      }
    }
  }

  /// What a quantity is measured in.
  package enum Unit: Hashable, Sendable {
    case count, bytes, rows

    /// The units that may follow a number, with what they stand for.
    var factors: [(name: String, factor: Int)] {
      switch self {
      case .count: [("k", 1_000), ("M", 1_000_000), ("G", 1_000_000_000), ("T", 1_000_000_000_000)]
      case .bytes: [("B", 1), ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("TiB", 1 << 40)]
      case .rows: []
      }
    }
  }

  /// How a figure must compare with a limit.
  package enum Relation: String, Hashable, Sendable, CaseIterable {
    case atMost = "<="
    case atLeast = ">="
    case equal = "=="
    case below = "<"
    case above = ">"

    /// Whether a figure keeps a limit.
    package func holds(_ figure: Int, _ limit: Int) -> Bool {
      switch self {
      case .atMost: figure <= limit
      case .atLeast: figure >= limit
      case .equal: figure == limit
      case .below: figure < limit
      case .above: figure > limit
      }
    }
  }

  /// One limit: `macs: <= 4.2G`.
  package struct Limit: Hashable, Sendable {
    /// What is limited.
    package let quantity: Quantity
    /// The output that it is about; every output where nil.
    package let output: String?
    /// How the figure must compare.
    package let relation: Relation
    /// What it is compared with, in ones, bytes or rows.
    package let value: Int
    /// The limit in the text.
    package let span: SourceSpan
  }
}
