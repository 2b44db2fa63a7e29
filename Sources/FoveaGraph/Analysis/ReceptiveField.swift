/// What a unit of a layer sees of the network's input, over all paths.
///
/// Definitions of size, effective stride and effective padding follow Araujo, Norris and Sim, *Computing Receptive
/// Fields of Convolutional Neural Networks*, Distill 2019. Windows are not clipped at the border of the input.
public struct ReceptiveField: Hashable, Sendable {
  /// The windows on each spatial axis of the input, over the paths that do not gather the whole map; nil when there is
  /// no such path.
  public var axes: PerAxis<AxisField>?
  /// The axis of the map along which the units move on each of these axes.
  public var unitAxes = UnitAxes.parallel
  /// The layers on the paths to this one that gather the whole map.
  public var through: GatheringLayers.Position
  /// Whether there are further paths, which do not gather the whole map and whose windows are not known. Then there are
  /// no ``axes``.
  public var hasUnknownPaths: Bool { unknownPaths != nil }
  /// Why their windows are not known: an index of the analysis.
  var unknownPaths: Int32?
  /// Whether the units are entries of a flattened map: each still has the window of its former place.
  public var isFlattened: Bool

  /// The field of an input with `rank` spatial axes: each unit sees itself.
  public init(inputOfRank rank: Int) {
    axes = PerAxis(repeating: .input, count: rank)
    through = .none
    isFlattened = false
  }

  /// The windows, where the axes of the map are those of the input in the same order; nil elsewhere.
  ///
  /// Units of a map with its axes exchanged, or of a sequence of tokens, have windows, but none that moves along an
  /// axis of the same number.
  public var parallelAxes: PerAxis<AxisField>? { unitAxes == .parallel ? axes : nil }

  /// The field of what does not depend on the input: there is no path.
  static let nothing: ReceptiveField = {
    var field = ReceptiveField(inputOfRank: 0)
    field.axes = nil
    return field
  }()

  /// Whether the units see nothing of the input, as those of a parameter do.
  public var seesNothing: Bool { axes == nil && through == .none }

  /// Whether some path gathers the whole map: by global pooling, a gate, statistics of the map, or a linear layer.
  public var isGlobal: Bool { through != .none }
}
