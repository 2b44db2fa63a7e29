import FoveaGraph

/// The number with the fewest digits that is the same one in 32 bits: 1e-5 for 9.999999747378752e-06.
private func tidied(_ value: Double) -> Double { Double(Float(value).description) ?? value }

extension BatchNorm {
  /// The same with numbers as people write them.
  var tidied: BatchNorm {
    var layer = self
    layer.epsilon = FoveaONNX.tidied(epsilon)
    // The complement of a number of 32 bits.
    layer.momentum = (momentum * 1e6).rounded() / 1e6
    return layer
  }
}

extension LayerNorm {
  /// The same with numbers as people write them.
  var tidied: LayerNorm {
    var layer = self
    layer.epsilon = FoveaONNX.tidied(epsilon)
    return layer
  }
}

extension InstanceNorm {
  /// The same with numbers as people write them.
  var tidied: InstanceNorm {
    var layer = self
    layer.epsilon = FoveaONNX.tidied(epsilon)
    return layer
  }
}
