package import FoveaFilters
package import FoveaGraph
package import FoveaNumerics

extension Graph {
  /// The windows of a convolution over its map, one for each axis; nil for any other layer, where a size is not known,
  /// and where a number exceeds what a window may have.
  package func windows(of id: LayerID) -> [AxisWindow]? {
    guard case .conv(let conv) = self[id].operation else { return nil }
    let map = operands(of: self[id]).first
    guard map.rank > 0, map.elements.value != nil else { return nil }
    let paddings = conv.window.paddings(on: map)
    var windows: [AxisWindow] = []
    for axis in 0..<map.rank {
      let window = try? AxisWindow(
        kernel: conv.window.kernel[axis], stride: conv.window.stride(axis), dilation: conv.window.dilation[axis],
        padding: paddings[axis])
      guard let window else { return nil }
      windows.append(window)
    }
    return windows
  }
}

extension Kernel {
  /// The convolution at a layer; nil for any other layer, or where a size is not known.
  package init?<Element>(_ graph: Graph, _ id: LayerID, weights: NetworkWeights<Element>) {
    let owner = graph.path(of: graph.weightOwner(of: id))
    guard let windows = graph.windows(of: id), case .conv(let conv) = graph[id].operation,
      let inputs = graph.operands(of: graph[id]).first.channels.value,
      let weight = weights.arrays["\(owner).weight"]
    else { return nil }
    self.init(
      windows: windows, inputs: inputs, outputs: conv.out, groups: conv.groups,
      weights: weight.elements.map { Double($0) },
      bias: conv.bias ? weights.arrays["\(owner).bias"].map { $0.elements.map { Double($0) } } : nil)
  }
}
