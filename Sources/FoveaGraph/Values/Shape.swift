/// The shape of one tensor without the batch axis: up to six axes, each with an extent and a role.
///
/// Most are maps, with channels and one to three spatial axes, or vectors, which have channels alone.
public struct Shape: Hashable, Sendable, BitwiseCopyable {
  /// Where the channels stand.
  public enum Layout: Hashable, Sendable, BitwiseCopyable {
    /// Before the spatial axes, PyTorch's C, H, W.
    case channelsFirst
    /// After the spatial axes: H, W, C.
    case channelsLast
  }

  /// One axis.
  public struct Axis: Hashable, Sendable, BitwiseCopyable {
    /// What it counts.
    public let role: AxisRole
    /// Its length.
    public let extent: Extent

    /// Creates an axis.
    public init(_ role: AxisRole, _ extent: Extent) {
      (self.role, self.extent) = (role, extent)
    }
  }

  /// All extents in the order of the tensor's axes.
  public private(set) var extents: Extents
  private var roles: AxisRoles

  /// Creates a shape from its axes in their order.
  ///
  /// - Precondition: there are at most six axes, and at most one of channels.
  public init(_ axes: [Axis]) {
    precondition(axes.count { $0.role == .channels } <= 1, "a tensor has at most one axis of channels")
    extents = Extents(axes.lazy.map(\.extent))
    roles = AxisRoles(axes.map(\.role))
  }

  /// Creates the shape of a vector, of a sequence, of an image or of a volume from its channels and spatial extents.
  ///
  /// - Precondition: there are at most three spatial extents.
  public init(channels: Extent, spatial: Extents = [], layout: Layout = .channelsFirst) {
    roles = AxisRoles(rank: spatial.count, layout: layout)
    switch layout {
    case .channelsFirst:
      extents = [channels]
      for extent in spatial { extents.append(extent) }
    case .channelsLast:
      extents = spatial
      extents.append(channels)
    }
  }

  /// The axes in their order.
  public var axes: [Axis] { extents.indices.map { Axis(roles[$0], extents[$0]) } }

  /// The number of values in the tensor of one image.
  public var elements: Figure {
    extents.reduce(1) { $0 * Figure($1) }
  }

  /// The same axes with nothing known.
  public var erased: Shape {
    var shape = self
    for axis in extents.indices { shape.extents[axis] = .unknown }
    return shape
  }
}

/// What maps and vectors ask.
extension Shape {
  /// The position of the axis of channels, or of features of a vector; nil where no axis counts them.
  public var channelAxis: Int? {
    roles.isChannelsFirst ? 0 : extents.indices.first { roles[$0] == .channels }
  }

  /// The number of channels, or of features of a vector; one where no axis counts them.
  ///
  /// - Precondition: there is such an axis where it is set.
  public var channels: Extent {
    get { channelAxis.map { extents[$0] } ?? Extent(1) }
    set {
      guard let axis = channelAxis else { preconditionFailure("no axis counts channels") }
      extents[axis] = newValue
    }
  }

  /// The spatial extents in the order of their axes, such as depth, height, width.
  ///
  /// - Precondition: where it is set there are as many as before, or the shape is one of a map or a vector.
  public var spatial: Extents {
    get { roles.isChannelsFirst ? extents.behindFirst : Extents(spatialAxes.lazy.map { extents[$0] }) }
    set {
      guard newValue.count == rank else {
        self = Shape(channels: channels, spatial: newValue, layout: layout)
        return
      }
      if roles.isChannelsFirst {
        for axis in newValue.indices { extents[axis + 1] = newValue[axis] }
      } else {
        for (axis, extent) in zip(spatialAxes, newValue) { extents[axis] = extent }
      }
    }
  }

  /// The positions of the spatial axes.
  private var spatialAxes: [Int] { extents.indices.filter { roles[$0].isSpatial } }

  /// Where the channels stand; `channelsFirst` for a vector.
  public var layout: Layout {
    !roles.isChannelsFirst && channelAxis == extents.count - 1 ? .channelsLast : .channelsFirst
  }

  /// The number of spatial axes.
  public var rank: Int { roles.isChannelsFirst ? extents.count - 1 : extents.indices.count { roles[$0].isSpatial } }

  /// The number of units of one channel: the product of the spatial extents.
  public var positions: Figure {
    spatial.reduce(1) { $0 * Figure($1) }
  }

  /// Whether every spatial extent is known to be one.
  public var isSinglePosition: Bool { spatial.allSatisfy { $0.value == 1 } }

  /// Whether there is no spatial axis.
  var isVector: Bool { rank == 0 }

  /// The same channels with other spatial extents.
  func with(spatial: Extents) -> Shape {
    var shape = self
    shape.spatial = spatial
    return shape
  }

  /// The extent of the channels for 0, then the spatial extents.
  package func extent(_ axis: Int) -> Extent { axis == 0 ? channels : spatial[axis - 1] }

  /// The role of the channels for 0, then those of the spatial axes.
  private func role(_ axis: Int) -> AxisRole {
    axis == 0 ? .channels : roles[roles.isChannelsFirst ? axis : spatialAxes[axis - 1]]
  }

  /// The axis with a role: 0 for the channels, then the spatial axes; nil where there is none.
  package func axis(of role: AxisRole) -> Int? { (0...rank).first { self.role($0) == role } }

  /// The position of the axis with a role among all axes; nil where there is none.
  package func position(of role: AxisRole) -> Int? { extents.indices.first { roles[$0] == role } }

  /// `channels` for 0, then the names of the spatial axes.
  package func name(ofAxis axis: Int) -> String { role(axis).name }
}

extension Shape {
  /// Checks that an attribute has one value for all axes, or one for each of this map's.
  ///
  /// - Throws: `wrong-rank`.
  func check(_ values: AxisValues, is attribute: String) throws(ShapeError) {
    guard let count = values.count, count != rank else { return }
    throw .wrongRank(attribute: attribute, count: count, rank: rank)
  }

  /// The same for rows on both sides of each axis.
  func check(_ padding: Padding, is attribute: String) throws(ShapeError) {
    guard case .rows(let before, _) = padding else { return }
    try check(before, is: attribute)
  }
}

extension Shape {
  /// Checks that the channels, where they are known, divide into `groups` equal parts.
  ///
  /// - Throws: `indivisible-groups`.
  func checkChannels(divideInto groups: Int) throws(ShapeError) {
    guard let channels = channels.value, channels % groups != 0 else { return }
    throw .indivisibleGroups("channels", count: channels, groups: groups, remains: self)
  }
}

extension Shape: CustomStringConvertible {
  /// The extents joined by `x`, such as `64x112x112`.
  public var description: String { extents.map(\.description).joined(separator: "x") }
}
