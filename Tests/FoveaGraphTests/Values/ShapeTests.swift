import Testing

@testable import FoveaGraph

@Suite struct ShapeTests {
  @Test func `a shape takes no allocation and at most 56 bytes`() {
    #expect(MemoryLayout<Shape>.size <= 56)
  }

  @Test(arguments: [
    ("64", [AxisRole.channels]), ("64x10", [.channels, .length]), ("64x10x9", [.channels, .height, .width]),
    ("64x10x9x8", [.channels, .depth, .height, .width]), ("10x9x64c", [.height, .width, .channels]),
    ("10x64c", [.length, .channels]),
  ])
  func `the axes of a map have the roles of its rank`(text: String, roles: [AxisRole]) {
    let shape = Shape(stringLiteral: text)
    #expect(shape.axes.map(\.role) == roles)
    #expect(shape == Shape(shape.axes))
    #expect(shape.description == text.filter { $0 != "c" })
    #expect(shape.channels.value == 64)
    #expect(shape.spatial == Extents([10, 9, 8].prefix(shape.rank).map { Extent($0) }))
    #expect(shape.channelAxis == roles.firstIndex(of: .channels))
    #expect(shape.layout == (roles.last == .channels && roles.count > 1 ? .channelsLast : .channelsFirst))
  }

  @Test func `a tensor of six axes keeps the channels, the spatial axes and the others apart`() {
    let roles: [AxisRole] = [.heads, .windows, .windows, .height, .width, .features]
    let shape = Shape(zip(roles, 2...).map { Shape.Axis($0, Extent($1)) })
    #expect(shape.description == "2x3x4x5x6x7")
    #expect(shape.axes.map(\.role) == roles)
    #expect(shape.rank == 4 && shape.spatial == [Extent(3), Extent(4), Extent(5), Extent(6)])
    #expect(shape.channelAxis == nil && shape.channels.value == 1)
    #expect(shape.elements.value == 5_040 && shape.positions.value == 360)
    #expect(shape.erased.description == "?x?x?x?x?x?" && shape.erased.axes.map(\.role) == roles)
    #expect(shape.name(ofAxis: 2) == "windows" && shape.name(ofAxis: 3) == "height")
  }

  @Test func `the spatial extents and the channels are set in place`() {
    var windows = Shape([.init(.windows, Extent(4)), .init(.length, Extent(49)), .init(.channels, Extent(96))])
    windows.channels = Extent(24)
    windows.spatial[1] = Extent(64)
    #expect(windows.description == "4x64x24" && windows.layout == .channelsLast)
    var map: Shape = "8x?x5"
    map.spatial[0] = Extent(6)
    map.spatial.append(Extent(7))
    #expect(map == "8x6x5x7" && map.axes[1].role == .depth)
    var last: Shape = "6x5x8c"
    last.spatial[1] = .unknown
    #expect(last == "6x?x8c")
  }
}
