import FoveaGraph

extension Facts.Family {
  /// The class of its boxes.
  var style: String {
    switch self {
    case .input: "ki"
    case .convolution: "kc"
    case .linear: "kl"
    case .pooling: "kp"
    case .normalization: "kn"
    case .activation: "ka"
    case .attention: "kt"
    case .join: "kj"
    case .resizing: "kr"
    case .arrangement: "ks"
    case .unknown: "ku"
    }
  }

  /// Its name in a legend.
  var name: String {
    switch self {
    case .input: "input"
    case .convolution: "convolution"
    case .linear: "linear"
    case .pooling: "pooling"
    case .normalization: "normalisation"
    case .activation: "activation"
    case .attention: "attention"
    case .join: "join"
    case .resizing: "resizing"
    case .arrangement: "rearrangement"
    case .unknown: "unknown operator"
    }
  }
}
