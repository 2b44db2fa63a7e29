import FoveaGraph
import Testing

@Suite struct AxisFieldTests {
  private func window(_ kernel: Int, stride: Int = 1, dilation: Int = 1, padding: Int = 0) -> PeriodicWindow? {
    PeriodicWindow(kernel: kernel, stride: stride, dilation: dilation, padding: padding)
  }

  @Test func `the input sees itself`() {
    let field = AxisField.input
    #expect(field.size == 1 && field.stride == 1 && field.padding == 0)
    #expect(field.smallest == 1 && field.distinct == 1 && field.phases == nil && field.doubledCentre == 0)
  }

  @Test func `a chain of 200000 dense convolutions stays exact`() throws {
    let layer = try #require(window(3, padding: 1))
    var field = AxisField.input
    for _ in 0..<200_000 { field = try #require(field.seen(through: layer)) }
    #expect(field.size == 400_001 && field.distinct == 400_001 && field.padding == 200_000)
  }

  @Test func `a chain of equal dilations under a dense stem stays exact`() throws {
    let layer = try #require(window(3, dilation: 8, padding: 8))
    var field = try #require(AxisField.input.behind(window(3, padding: 1)))
    for _ in 0..<50_000 { field = try #require(field.seen(through: layer)) }
    #expect(field.size == 800_003 && field.distinct == 300_003)
  }

  @Test func `a residual chain keeps the size of its shortcut`() throws {
    let layer = try #require(window(3, dilation: 4, padding: 4))
    var field = try #require(AxisField.input.behind(window(7, stride: 2, padding: 3)))
    for _ in 0..<1_000 { field = try #require(field.seen(through: layer)?.joined(with: field)) }
    #expect(field.smallest == 7 && field.size == 16_007 && field.stride == 2)
    #expect(field.distinct == 14_007)
    #expect(field.narrowest.size == 7)
  }

  @Test func `of equally narrow branches the first one counts`() throws {
    let early = try #require(AxisField.input.behind(window(3, padding: 2)))
    let late = try #require(AxisField.input.behind(window(3, padding: 0)))
    #expect(early.joined(with: late)?.narrowest == early.window)
    #expect(late.joined(with: early)?.narrowest == late.window)
    #expect(early.joined(with: late)?.size == 5)
  }

  @Test func `a hundred halvings exceed the integers and are not known`() throws {
    let layer = try #require(window(2, stride: 2))
    var (field, depth) = (AxisField?.some(.input), 0)
    while let deeper = field?.seen(through: layer), depth < 100 {
      (field, depth) = (deeper, depth + 1)
      #expect(deeper.stride == 1 << depth)
    }
    #expect(depth == 62)
    #expect(field?.size == 1 << 62)
  }

  @Test func `repeated odd resizing outgrows the largest period and is not known`() throws {
    let layer = try #require(PeriodicWindow.linear(input: 2, output: 3))
    var (field, depth) = (AxisField?.some(.input), 0)
    while let deeper = field?.seen(through: layer), depth < 100 {
      (field, depth) = (deeper, depth + 1)
    }
    #expect(depth == 7)
    #expect(field?.rate.units == 2_187 && field?.rate.rows == 128)
  }

  @Test func `rows too irregular to keep leave the first and last row exact`() throws {
    var (field, expected) = (AxisField.input, 1)
    for power in 0..<14 {
      let dilation = 5 * (1 << (2 * power)) + power
      field = try #require(field.behind(window(2, dilation: dilation)))
      expected += dilation
      #expect(field.size == expected && field.padding == 0 && field.stride == 1)
    }
    #expect(field.distinct == nil && field.window.isEnvelope)
    let joined = try #require(field.joined(with: .input))
    #expect(joined.distinct == nil && joined.size == expected && joined.smallest == 1)
    let up = try #require(joined.behind(.nearest(scale: 2)))
    let pooled = try #require(up.behind(window(3, stride: 2)))
    #expect(pooled.distinct == nil && pooled.size == expected + 1)
    #expect(pooled.phases == nil && pooled.narrowest.isEnvelope == false)
  }

  @Test func `a map that nothing reaches has size zero and no padding`() throws {
    let holes = try #require(PeriodicWindow.transposed(kernel: 1, stride: 2))
    let field = try #require(AxisField.input.seen(through: holes)?.behind(window(1, stride: 2, padding: 1)))
    #expect(field.size == 0 && field.distinct == 0 && field.padding == nil && field.doubledCentre == nil)
    #expect(field.stride == 1)
  }
}
