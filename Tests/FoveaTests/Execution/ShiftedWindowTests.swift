import Fovea
import FoveaGraph
import FoveaNumerics
import Testing

/// Windowed attention against the form in which its papers give it: the map is padded, rolled and cut into windows, and
/// what a shift has put beside each other is masked.
@Suite struct ShiftedWindowTests {
  private static let (channels, heads, height, width, window) = (4, 2, 7, 8, 3)

  @Test(arguments: [(0, 0), (1, 1), (2, 1)])
  func `windows with a shift are those of a rolled map with a mask`(rows: Int, columns: Int) throws {
    let graph = try network(
      "input: 4x7x8\nlayers:\n"
        + "  - attention: {heads: 2, window: 3, shift: [\(rows), \(columns)], relative_bias: table}\n")
    let weights = try NetworkWeights<Double>(random: graph, seed: 3, initialization: .varied)
    let execution = try GraphExecution(graph, weights: weights)
    let inputs = try execution.randomInputs(seed: 5, initialization: .varied)
    let output = try #require(try execution(inputs).first?.tensor)
    let plain = try #require(
      try GraphExecution(graph, weights: weights, algorithm: .reference)(inputs).first?.tensor)
    let wanted = try rolled(try #require(inputs["input"]), shift: [rows, columns]) {
      try #require(weights.arrays["attention.\($0)"])
    }
    for (place, expected) in wanted.enumerated() {
      #expect((output.elements[place] - expected).magnitude < 1e-12)
      #expect((plain.elements[place] - expected).magnitude < 1e-12)
    }
  }

  private func rolled(
    _ x: Tensor<Double>, shift: [Int], _ array: (String) throws -> Tensor<Double>
  ) throws -> [Double] {
    let (channels, heads, window) = (Self.channels, Self.heads, Self.window)
    let (extents, padded) = ([Self.height, Self.width], [9, 9])
    let head = channels / heads
    let (qkv, shifts) = (try array("qkv.weight"), try array("qkv.bias"))
    let table = try array("relative_position_bias_table")
    func source(_ rolled: [Int]) -> [Int] { (0...1).map { (rolled[$0] + shift[$0]) % padded[$0] } }
    func projected(_ place: [Int], _ row: Int) -> Double {
      let isInside = place[0] < extents[0] && place[1] < extents[1]
      let sum = (0..<channels).reduce(0.0) { isInside ? $0 + qkv[[row, $1]] * x[[0, $1, place[0], place[1]]] : 0 }
      return sum + shifts[[row]]
    }
    func region(_ rolled: [Int]) -> [Int] {
      (0...1).map { axis in
        guard shift[axis] > 0 else { return 0 }
        return rolled[axis] < padded[axis] - window ? 0 : rolled[axis] < padded[axis] - shift[axis] ? 1 : 2
      }
    }
    var result = [Double](repeating: 0, count: channels * extents[0] * extents[1])
    let (proj, offsets) = (try array("proj.weight"), try array("proj.bias"))
    for row in 0..<padded[0] {
      for column in 0..<padded[1] {
        let (query, own) = ([row, column], source([row, column]))
        guard own[0] < extents[0], own[1] < extents[1] else { continue }
        var means: [Double] = []
        for item in 0..<heads {
          var (sum, mean) = (0.0, [Double](repeating: 0, count: head))
          for place in 0..<window * window {
            let key = [row / window * window + place / window, column / window * window + place % window]
            guard region(key) == region(query) else { continue }
            let dot = (0..<head).reduce(0.0) {
              $0 + projected(own, item * head + $1) * projected(source(key), channels + item * head + $1)
            }
            let distance = (0...1).map { query[$0] % window - key[$0] % window + window - 1 }
            let weight = Double.exponential(
              dot / Double(head).squareRoot() + table[[distance[0] * (2 * window - 1) + distance[1], item]])
            sum += weight
            for index in 0..<head {
              mean[index] += weight * projected(source(key), 2 * channels + item * head + index)
            }
          }
          means += mean.map { $0 / sum }
        }
        for channel in 0..<channels {
          let value = (0..<channels).reduce(offsets[[channel]]) { $0 + proj[[channel, $1]] * means[$1] }
          result[(channel * extents[0] + own[0]) * extents[1] + own[1]] = value
        }
      }
    }
    return result
  }
}
