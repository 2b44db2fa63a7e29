import FoveaGraph
package import FoveaText

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

    /// The quantity of a key.
    init?(key: String) {
      guard let quantity = Self.allCases.first(where: { $0.keys.contains(key) }) else { return nil }
      self = quantity
    }

    /// Its keys: the name, and those that reports give to byte figures.
    var keys: [String] {
      switch self {
      case .weights: [rawValue, "weight_bytes"]
      case .activations: [rawValue, "activation_bytes", "peak_activation_bytes"]
      case .trainingActivations: [rawValue, "training_activation_bytes"]
      case .parameters, .buffers, .macs, .flops, .receptiveField, .outputStride: [rawValue]
      }
    }

    /// An example of a limit, for messages.
    var example: String { self == .receptiveField ? "\">= 224\"" : unit.example }

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

    /// An example of a limit, for messages.
    var example: String {
      switch self {
      case .count: "<= 26M"
      case .bytes: "<= 100MiB"
      case .rows: "<= 32"
      }
    }

    /// The units that may follow a number, with what they stand for.
    package var factors: [(name: String, factor: Int)] {
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
    /// The file and the line of a limit that another text states.
    package var place: String?
  }
}

extension Budget {
  /// A figure in the unit of its quantity.
  package static func text(_ figure: Int, _ quantity: Quantity) -> String {
    switch quantity.unit {
    case .count: FoveaText.Quantity.exact(figure)
    case .bytes: FoveaText.Quantity.bytes(figure)
    case .rows: "\(figure)"
    }
  }
}

extension Budget.Limit {
  /// The limit in words: `<= 26,000,000`.
  package var text: String { "\(relation.rawValue) \(Budget.text(value, quantity))" }

  /// The limit with what it is about: `receptive_field of head: >= 224`.
  package var description: String {
    quantity.rawValue + (output.map { " of \($0)" } ?? "") + ": " + text
  }
}
