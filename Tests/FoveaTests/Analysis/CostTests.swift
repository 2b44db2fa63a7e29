import FoveaGraph
import Testing

@Suite struct CostTests {
  @Test func `a transposed convolution is counted at its input positions`() throws {
    // 9 positions · 8 inputs · 4 taps · 4 outputs; with two groups half of that.
    let dense = try analyzed("input: 8x3x3\nlayers:\n  - conv_transpose: {out: 4, kernel: 2, stride: 2}\n")
    #expect(dense.totals.macs == .known(1_152))
    #expect(dense.totals.parameters == .known(132))
    let grouped = try analyzed("input: 8x3x3\nlayers:\n  - conv_transpose: {out: 4, kernel: 2, stride: 2, groups: 2}\n")
    #expect(grouped.totals.macs == .known(576))
    #expect(grouped.totals.parameters == .known(68))
  }

  private let twice = """
    input: 3x8x8
    layers:
      - conv: {out: 4, kernel: 3, padding: 1}
        name: fine
      - max_pool: {kernel: 2}
      - conv: {out: 4, kernel: 1}
        name: coarse
      - conv: {out: 2, kernel: 1}
        name: head_coarse
      - conv: {out: 2, kernel: 1}
        from: fine
        weights: head_coarse
        name: head_fine
    outputs: [head_coarse, head_fine]
    """

  @Test func `weights used twice are stored once and computed at each use`() throws {
    let analysis = try analyzed(twice)
    // fine 3·9·4 + 4, coarse 4·4 + 4, heads 4·2 + 2 once.
    #expect(analysis.totals.parameters == .known(112 + 20 + 10))
    // fine 64·108, coarse 16·16, heads (16 + 64)·8.
    #expect(analysis.totals.macs == .known(6_912 + 256 + 640))
    #expect(analysis.totals.weightBytes == .known(4 * 142))
  }

  @Test func `a batch multiplies work and activations but no weights`() throws {
    let one = try analyzed(twice).totals
    let many = try analyzed(twice, AnalyzedGraph.Options(batch: 7)).totals
    #expect(many.parameters == one.parameters && many.weightBytes == one.weightBytes)
    #expect(many.macs == .known(7 * 7_808))
    #expect(many.flops == .known(7 * (try #require(one.flops.bound))))
    #expect(many.peakActivationBytes == .known(7 * (try #require(one.peakActivationBytes.bound))))
    #expect(many.trainingActivationBytes == .known(7 * (try #require(one.trainingActivationBytes.bound))))
    #expect(many.peakActivationLayer == one.peakActivationLayer)
  }

  @Test(arguments: [
    (ElementType.float64, 8), (.float32, 4), (.float16, 2), (.bfloat16, 2), (.float8, 1), (.int8, 1),
  ])
  func `bytes are those of the element type`(type: ElementType, size: Int) throws {
    let totals = try analyzed(twice, AnalyzedGraph.Options(elementType: type)).totals
    #expect(totals.weightBytes == .known(size * 142))
    // The input of 192 values and `fine` of 256 live at once.
    #expect(totals.peakActivationBytes == .known(size * 448))
    #expect(totals.macs == .known(7_808))
  }

  @Test func `normalisation counts its statistics as buffers, which are stored with the weights`() throws {
    let totals = try analyzed("input: 5x2x2\nlayers:\n  - batch_norm\n").totals
    #expect(totals.parameters == .known(10) && totals.buffers == .known(11) && totals.weightBytes == .known(84))
  }

  @Test func `with a size that is not known every figure is known, a lower bound or unknown`() throws {
    let analysis = try analyzed(
      """
      input: [3, ?, ?]
      layers:
        - conv: {out: 8, kernel: 3}
        - adaptive_avg_pool: {size: 2}
        - flatten
        - linear: {out: 10}
      """)
    let totals = analysis.totals
    let (input, conv) = (LayerID(0), LayerID(1))
    #expect(totals.parameters == .known(224 + 330))
    #expect(totals.macs == .atLeast(320, missing: [conv]))
    // The pool's 32 values and the 10 of the linear layer.
    #expect(totals.peakActivationBytes == .atLeast(4 * 42, missing: [input, conv]))
    #expect(totals.trainingActivationBytes == .atLeast(4 * 32, missing: [input]))

    let dense = try analyzed("input: [3, ?]\nlayers:\n  - conv: {out: 8, kernel: 3}\n").totals
    #expect(dense.parameters == .known(80))
    #expect(dense.macs == .unknown && dense.flops == .unknown && dense.peakActivationBytes == .unknown)
    #expect(dense.peakActivationLayer == nil)
  }

  @Test func `an opaque layer that states nothing makes every total a lower bound`() throws {
    let analysis = try analyzed(
      """
      input: 3x8x8
      layers:
        - conv: {out: 4, kernel: 1}
        - opaque: {shape: [4, 8, 8]}
          name: secret
        - conv: {out: 2, kernel: 1}
      """)
    let secret = LayerID(2)
    #expect(analysis.totals.parameters == .atLeast(16 + 10, missing: [secret]))
    #expect(analysis.totals.macs == .atLeast(768 + 512, missing: [secret]))
    #expect(analysis.totals.weightBytes == .atLeast(4 * 26, missing: [secret]))
    #expect(analysis.totals.buffers == .known(0))
    #expect(analysis.totals.peakActivationBytes == .known(4 * 512))
    #expect(analysis.receptiveFields[LayerID(1)] != nil && analysis.receptiveFields[LayerID(3)] == nil)
  }
}
