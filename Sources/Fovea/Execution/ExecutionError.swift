public import FoveaGraph
import FoveaNumerics
import FoveaText

/// Why a network cannot be executed.
public enum ExecutionError: Error, Hashable, Sendable {
  /// The layer at a path does not say what it computes.
  case opaque(path: String)
  /// The shape of the layer at a path is not known in full.
  case unknownSize(path: String, shape: Shape)
  /// The network needs more bytes than the limit allows; nil where they do not fit in 64 bits.
  case memory(weights: Int?, activations: Int?, limit: Int)
  /// The arrays that stand for the network's weights do not fit it.
  case weights(String)
  /// The tensors that enter the network do not fit it.
  case input(String)
  /// The time limit ended a run, and nothing of it holds; how far it had come.
  case stopped(String)
  /// An operation refuses its tensors.
  case layer(path: String, reason: String)
}

extension ExecutionError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .opaque(let path): "`\(path)` is opaque: its arithmetic is not described, so it cannot be executed"
    case .unknownSize(let path, let shape):
      "the size of `\(path)` is not known (\(shape)), and only known sizes can be executed"
    case .memory(let weights, let activations, let limit):
      "the network needs \(Self.bytes(weights)) for weights and \(Self.bytes(activations)) for activations, "
        + "the limit is \(Quantity.bytes(limit))"
    case .weights(let message), .input(let message): message
    case .stopped(let message): "stopped at the time limit: \(message); `--time-limit` gives it more"
    case .layer(let path, let reason): "`\(path)`: \(reason)"
    }
  }

  private static func bytes(_ count: Int?) -> String {
    count.map(Quantity.bytes) ?? "more than 8 EiB"
  }
}
