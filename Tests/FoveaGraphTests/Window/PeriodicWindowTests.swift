import Testing

@testable import FoveaGraph

@Suite struct PeriodicWindowTests {
  @Test func `every layer's own window is that of its definition`() throws {
    var layers: [ReferenceLayer] = []
    for kernel in 1...5 {
      for (stride, dilation) in [(1, 1), (2, 1), (3, 1), (1, 2), (2, 2), (4, 2), (3, 2), (4, 6)] {
        for padding in [-1, 0, 2] {
          layers.append(.sliding(kernel: kernel, stride: stride, dilation: dilation, padding: padding))
          layers.append(.transposed(kernel: kernel, stride: stride, dilation: dilation, padding: padding))
        }
      }
    }
    for input in 1...9 {
      for output in 1...9 {
        layers.append(.nearest(input: input, output: output))
        layers.append(.linear(input: input, output: output, alignCorners: false))
        layers.append(.adaptive(input: input, output: output))
        if input > 1, output > 1 { layers.append(.linear(input: input, output: output, alignCorners: true)) }
      }
    }
    layers += [.shifted(-3), .shifted(2), .pixelShuffle(4), .pixelUnshuffle(4)]
    for layer in layers {
      let window = try #require(layer.window, "\(layer)")
      for unit in -7...13 {
        let rows = layer.rows(unit)
        let actual = try #require(window.rows(ofUnit: unit))
        #expect(actual.count == rows.count && rows.allSatisfy(actual.contains), "\(layer) unit \(unit)")
      }
    }
  }

  @Test func `units between the taps of a wide transposed convolution see nothing`() throws {
    let window = try #require(PeriodicWindow.transposed(kernel: 2, stride: 4))
    #expect(window.period == 4)
    #expect((0..<4).map { window.rows(phase: $0).isEmpty } == [false, false, true, true])
    let narrow = try #require(PeriodicWindow.identity.seen(through: window)?.behind(PeriodicWindow(kernel: 4)))
    #expect((0..<4).map { narrow.rows(phase: $0).count } == [1, 2, 1, 1])
  }

  @Test func `upsampling undone by pooling has period one again`() throws {
    let up = try #require(PeriodicWindow.nearest(scale: 2))
    let pool = try #require(PeriodicWindow(kernel: 2, stride: 2))
    #expect(up.seen(through: pool) == .identity)
    let shuffled = try #require(PeriodicWindow.pixelShuffle(3)?.behind(.pixelUnshuffle(3)))
    #expect(shuffled == .identity)
    #expect(PeriodicWindow.nearest(input: 6, output: 6) == .identity)
    #expect(PeriodicWindow.adaptive(input: 12, output: 4) == PeriodicWindow(kernel: 3, stride: 3))
    #expect(PeriodicWindow.linear(scale: 1) == .identity)
    #expect(PeriodicWindow.linear(input: 1, output: 7, alignCorners: true)?.rate == Rate(rows: 0, units: 1))
  }

  @Test func `paths of different rates have no union`() throws {
    let half = try #require(PeriodicWindow(kernel: 3, stride: 2))
    #expect(half.union(.identity) == nil)
    let back = try #require(half.behind(.nearest(scale: 2)))
    #expect(back.union(.identity)?.rate == Rate(rows: 1, units: 1))
  }

  @Test func `twice the centre of a unit is a whole number`() throws {
    let even = try #require(PeriodicWindow(kernel: 4, stride: 2, padding: 1))
    #expect(even.doubledCentre(ofUnit: 0) == 1)
    #expect(even.doubledCentre(ofUnit: 3) == 13)
    #expect(even.doubledCentre(ofUnit: .max) == nil)
    #expect(PeriodicWindow.transposed(kernel: 1, stride: 2)?.doubledCentre(ofUnit: 1) == nil)
    #expect(PeriodicWindow.shifted(by: .max).doubledCentre(ofUnit: 0) == nil)
  }

  @Test func `arguments that describe no layer give nil`() {
    #expect(PeriodicWindow(kernel: 0) == nil)
    #expect(PeriodicWindow(kernel: 1, stride: 0) == nil)
    #expect(PeriodicWindow(kernel: 1, dilation: 0) == nil)
    #expect(PeriodicWindow(kernel: .max, dilation: 2) == nil)
    #expect(PeriodicWindow(kernel: 2, padding: .min) == nil)
    #expect(PeriodicWindow.transposed(kernel: 3, stride: 0) == nil)
    #expect(PeriodicWindow.transposed(kernel: .max, stride: 2, dilation: .max) == nil)
    #expect(PeriodicWindow.transposed(kernel: 3, stride: 2, padding: .max) == nil)
    #expect(PeriodicWindow.transposed(kernel: 3, stride: 2, padding: .min) == nil)
    #expect(PeriodicWindow.pixelShuffle(0) == nil)
    #expect(PeriodicWindow.pixelUnshuffle(0) == nil)
    #expect(PeriodicWindow.nearest(input: 0, output: 3) == nil)
    #expect(PeriodicWindow.linear(input: .max, output: 2) == nil)
    #expect(PeriodicWindow.linear(input: 0, output: 0, alignCorners: true) == nil)
    #expect(PeriodicWindow.adaptive(input: .max, output: 4) == nil)
    #expect(PeriodicWindow.adaptive(input: 5, output: -1) == nil)
    #expect(PeriodicWindow(phases: [], step: 1) == nil)
    #expect(PeriodicWindow(phases: [.empty], step: -1) == nil)
  }

  @Test func `a period above the limit is not known`() throws {
    let limit = PeriodicWindow.maximumPeriod
    #expect(PeriodicWindow.nearest(scale: limit)?.period == limit)
    #expect(PeriodicWindow.nearest(scale: limit + 1) == nil)
    #expect(PeriodicWindow.transposed(kernel: 1, stride: limit + 1) == nil)
    let widest = try #require(PeriodicWindow.nearest(scale: limit))
    #expect(widest.behind(.nearest(scale: 2)) == nil)
    #expect(widest.behind(PeriodicWindow(kernel: 3, padding: 1))?.period == limit)
  }
}
