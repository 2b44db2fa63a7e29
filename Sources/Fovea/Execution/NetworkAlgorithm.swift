import FoveaNumerics

/// How the products of convolutions and linear layers are summed.
public enum NetworkAlgorithm: String, Hashable, Sendable, CaseIterable {
  /// The fastest that fits each layer.
  case automatic
  /// Plain loops.
  case reference
  /// Packed weights and register-blocked kernels.
  case direct
  /// Winograd's minimal filtering where it fits a layer, `direct` elsewhere.
  case winograd

  init(_ algorithm: ConvolutionAlgorithm) {
    switch algorithm {
    case .reference: self = .reference
    case .direct: self = .direct
    case .winograd: self = .winograd
    }
  }

  var convolution: ConvolutionAlgorithm? {
    switch self {
    case .automatic: nil
    case .reference: .reference
    case .direct: .direct
    case .winograd: .winograd
    }
  }
}
