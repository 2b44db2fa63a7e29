/// What a layer computed, in the form in which it was written.
package enum FeatureMap<Element: TensorElement>: Sendable {
  /// Planes, one channel after the other.
  case planes(Tensor<Element>)
  /// 16 channels side by side.
  case blocks(BlockedMap<Element>)

  /// Batch, channels, then the spatial axes.
  package var shape: [Int] {
    switch self {
    case .planes(let tensor): tensor.shape
    case .blocks(let map): map.shape
    }
  }

  /// The maps as planes.
  package func tensor(on pool: ThreadPool = .shared) throws(NumericsError) -> Tensor<Element> {
    switch self {
    case .planes(let tensor): tensor
    case .blocks(let map): try map.tensor(on: pool)
    }
  }

  /// The maps as blocks, with a border if one is named.
  func blocked(border: Border? = nil, on pool: ThreadPool) throws(NumericsError) -> BlockedMap<Element> {
    switch self {
    case .planes(let tensor): return try BlockedMap(tensor, border: border ?? .tight, on: pool)
    case .blocks(let map):
      guard let border, map.layout.border != border else { return map }
      return try BlockedMap(map.tensor(on: pool), border: border, on: pool)
    }
  }
}
