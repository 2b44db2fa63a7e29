import Testing

@testable import FoveaNumerics

@Suite struct AttentionTests {
  @Test(arguments: 0..<12)
  func `fast attention is that of plain loops but for rounding`(_ seed: Int) throws {
    var random = RandomNumbers(seed: seed + 6000)
    let (shared, share) = (Int.random(in: 1...2, using: &random), Int.random(in: 1...3, using: &random))
    let (key, value) = (Int.random(in: 1...9, using: &random), Int.random(in: 1...9, using: &random))
    let (tokens, heads) = (Int.random(in: 2...20, using: &random), shared * share)
    let half = tokens / 2
    let isCausal = seed.isMultiple(of: 3)
    let attention = Attention(
      heads: heads, keyHeads: shared,
      groups: [0..<half, half..<tokens].map { rows in
        Attention.Group(
          queries: Array(rows), keys: Array(rows), queryPlaces: rows.map { $0 - rows.lowerBound },
          keyPlaces: rows.map { $0 - rows.lowerBound })
      }, isCausal: isCausal)
    let q: Tensor<Double> = try random.tensor([2, tokens, heads * key])
    let k: Tensor<Double> = try random.tensor([2, tokens, shared * key])
    let v: Tensor<Double> = try random.tensor([2, tokens, shared * value])
    let bias = Attention.Bias<Double>(table: try random.tensor([heads, 2 * tokens - 1]), offset: tokens - 1)
    let scales = (0..<heads).map { 0.25 + Double($0) }
    let plain = try attention.reference(queries: q, keys: k, values: v, scales: scales, bias: bias)
    for set in InstructionSet.supported {
      let fast = try attention(queries: q, keys: k, values: v, scales: scales, bias: bias, instructionSet: set)
      #expect(zip(fast.elements, plain.elements).allSatisfy { ($0 - $1).magnitude <= 1e-12 * (1 + $1.magnitude) })
    }
    // A token whose scores are all alike takes the mean of what it sees.
    let even = try attention.reference(
      queries: q.map { _ in 0 }, keys: k, values: v, scales: scales)
    let seen = isCausal ? 1 : half
    let mean = (0..<seen).reduce(0) { $0 + v[[0, $1, 0]] } / Double(seen)
    #expect((even[[0, 0, 0]] - mean).magnitude < 1e-12)
  }

  @Test func `tensors that do not fit each other are refused`() throws {
    let attention = Attention(heads: 2, groups: [Attention.Group(queries: [0, 1], keys: [0, 1])])
    let tokens = try Tensor<Float>(shape: [1, 2, 4])
    func run(_ other: [Int], _ scales: [Float] = [1, 1]) throws {
      _ = try attention.reference(queries: tokens, keys: Tensor(shape: other), values: tokens, scales: scales)
    }
    #expect(throws: NumericsError.self) { try run([1, 2, 6]) }
    #expect(throws: NumericsError.self) { try run([1, 1, 4]) }
    #expect(throws: NumericsError.self) { try run([1, 2, 4], [1]) }
    let bias = Attention.Bias<Float>(table: try Tensor(shape: [2, 3]), offset: 1)
    #expect(throws: NumericsError.self) {
      _ = try attention.reference(queries: tokens, keys: tokens, values: tokens, scales: [1, 1], bias: bias)
    }
  }
}
